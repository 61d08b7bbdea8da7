"""What the pages of the window ask for: picks, order, hidden answers and people, key, sources."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.classroom import navigation
from annotator.ui.classroom.window import ClassWindow
from tests.ui.classroom.making import BEN, CLOSED, HURT, klass


def test_space_picks_a_passage_and_picks_it_no_more(window: ClassWindow) -> None:
    window.navigation.choose(navigation.PASSAGES)
    asked: list[object] = []
    window.pages.passages.picks_changed.connect(asked.append)
    first = klass().passages[0].found.span
    QTest.keyClick(window.pages.passages.list, Qt.Key.Key_Space)
    assert asked == [(first,)]
    window.show_class(klass(picked=(HURT,)))
    assert window.side._pick.text() == "✓ Picked"
    QTest.keyClick(window.pages.passages.list, Qt.Key.Key_Space)
    assert asked == [(first,), ()]


def test_picked_passages_are_put_in_order(window: ClassWindow) -> None:
    window.navigation.choose(navigation.PASSAGES)
    seen = klass(picked=(HURT, CLOSED))
    window.show_class(seen)
    window.pages.passages.only_picked.click()
    page = window.pages.passages
    assert page.list.cards.rowCount() == 2
    page.set_current(page.list.cards.card(1).id)
    asked: list[object] = []
    page.picks_changed.connect(asked.append)
    assert page.up.isEnabled()
    assert not page.down.isEnabled()
    page.up.click()
    assert asked == [seen.picked[::-1]]


def test_an_answer_is_hidden_from_the_class_and_shown_again(
    window: ClassWindow, qtbot: QtBot
) -> None:
    answers = window.side.answers
    answers.set_current(BEN)
    with qtbot.waitSignal(window.side.answer_hidden) as asked:
        QTest.keyClick(answers, Qt.Key.Key_Space)
    claims, hidden = asked.args
    assert [one.person for one in claims] == [BEN]
    assert hidden is True
    window.show_class(klass(hidden=frozenset(one.id for one in claims)))
    assert window.side._hide.text() == "Show this answer"
    told = answers.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("hidden from the class")


def test_space_in_the_students_leaves_somebody_out(window: ClassWindow, qtbot: QtBot) -> None:
    window.navigation.choose(navigation.STUDENTS)
    table = window.pages.students.table
    row = [one.id for one in table.rows.values()].index(BEN)
    table.setCurrentIndex(table.rows.index(row, 0))
    with qtbot.waitSignal(window.pages.students.hidden) as asked:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert asked.args == [(BEN,), True]


def test_students_are_sorted_and_filtered(window: ClassWindow, qtbot: QtBot) -> None:
    window.navigation.choose(navigation.STUDENTS)
    page = window.pages.students
    names = [one.name for one in page.table.rows.values()]
    assert names == ["Ana Lima", "Ben Oak", "دانا"]
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [one.name for one in page.table.rows.values()] == names[::-1]
    page._late.click()
    assert [one.name for one in page.table.rows.values()] == ["Ben Oak"]
    page._late.click()
    page._words.setText("ana")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)


def test_a_claim_of_the_key_becomes_optional_and_the_class_may_see_it(
    window: ClassWindow, qtbot: QtBot
) -> None:
    window.navigation.choose(navigation.KEY)
    page = window.pages.key
    page.table.setCurrentIndex(page.table.rows.index(0, 1))
    told = window.side.answers.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Ana Lima; found; wider than the claim"
    with qtbot.waitSignal(page.optional_changed) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert asked.args == [page.table.rows.value(0).id, True]
    with qtbot.waitSignal(page.release_asked) as released:
        page.release.click()
    assert released.args == [True]


def test_spellings_are_joined_under_what_most_say_and_parted(
    window: ClassWindow, qtbot: QtBot
) -> None:
    window.navigation.choose(navigation.SOURCES)
    page = window.pages.sources
    chosen = page.table.selectionModel()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(2):
        chosen.select(page.table.rows.index(row, 0), rows)
    assert page._join.text() == "Join under “the mayor”"
    with qtbot.waitSignal(page.joined) as asked:
        page._join.click()
    assert asked.args == [("Mayor",), "the mayor"]
    window.show_class(klass(joins={"Mayor": "the mayor"}))
    assert page._model.rowCount() == 1
    page.table.clearSelection()
    assert not page._part.isEnabled()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.parted) as parted:
        page._part.click()
    assert parted.args == [("Mayor",)]


def test_spellings_that_read_alike_are_offered(window: ClassWindow, qtbot: QtBot) -> None:
    window.navigation.choose(navigation.SOURCES)
    page = window.pages.sources
    assert page._alike.text() == "These read alike: “the mayor”, “Mayor”."
    with qtbot.waitSignal(page.joined) as asked:
        page._offered.click()
    assert asked.args == [("Mayor",), "the mayor"]
    window.show_class(klass(joins={"Mayor": "the mayor"}))
    assert not page._offered.isVisible()


def test_what_assistive_technology_turns_is_chosen(window: ClassWindow, qtbot: QtBot) -> None:
    """Its action Toggle turns a box without a click."""
    with qtbot.waitSignal(window.side.picked) as picked:
        window.side._pick.toggle()
    assert picked.args[1] is True
    window.navigation.choose(navigation.KEY)
    page = window.pages.key
    with qtbot.waitSignal(page.release_asked) as released:
        page.release.toggle()
    assert released.args == [True]
    with qtbot.assertNotEmitted(page.release_asked):
        window.show_class(klass())
        window.navigation.choose(navigation.HEAT)
        window.navigation.choose(navigation.KEY)
