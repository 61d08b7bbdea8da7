"""The window as a whole: places, names, keys, and what assistive technology is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.class_sources import class_sources
from annotator.model.tags import Tag
from annotator.ui.classroom import navigation, seeing
from annotator.ui.classroom.pages import WORK
from annotator.ui.classroom.window import ClassWindow
from tests.ui.classroom.making import ANA, CLOSED, HURT, klass


def test_the_class_is_named_with_how_many_came(window: ClassWindow) -> None:
    assert window.windowTitle().startswith("Class 9b")
    labels = [one.text() for one in window.navigation.findChildren(QWidget) if hasattr(one, "text")]
    assert "Class 9b: 3 of 4" in labels
    assert "Not in yet: 1" in labels


def test_the_place_is_told_with_its_number(window: ClassWindow) -> None:
    model = window.navigation.places.model()
    told = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Passages, 3"


def test_the_most_split_passage_stands_first_and_its_answers_beside_it(window: ClassWindow) -> None:
    assert window.seen
    first = window.seen.passages[0]
    assert first.quote == HURT
    cards = window.side.answers.cards
    told = [
        str(cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(cards.rowCount())
    ]
    assert any(
        one.startswith("Ana Lima; Contested") and "Ben Oak says so too." in one for one in told
    )
    assert any(one.startswith("Ben Oak; Verified") for one in told)


def test_names_are_hidden_all_together(window: ClassWindow) -> None:
    window.tools.names.click()
    shown = _everything(window)
    assert "Ana Lima" not in shown
    assert "Student 1" in shown
    window.tools.names.click()
    assert "Ana Lima" in _everything(window)


def test_a_key_goes_to_the_next_passage_in_the_text(window: ClassWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.pages.heat.sheet._shown.current == window.seen.passages[1].found.span  # type: ignore[union-attr]


@pytest.mark.parametrize("place", navigation.PLACES)
def test_every_control_that_takes_focus_has_a_name(window: ClassWindow, place: str) -> None:
    window.navigation.choose(place)
    nameless = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not _named(one)
    ]
    assert nameless == []


def test_enter_on_a_student_shows_the_work_read_only(window: ClassWindow) -> None:
    window.navigation.choose(navigation.STUDENTS)
    table = window.pages.students.table
    row = [one.id for one in table.rows.values()].index(ANA)
    table.setCurrentIndex(table.rows.index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window._place == WORK
    assert window.pages.work.reader.isReadOnly()
    assert window.pages.work.reader.text().startswith("The bridge is closed")
    window.side.answers.setCurrentIndex(window.side.answers.cards.index(1))
    assert window.pages.work.reader._shown.current == window.seen.students[0].work[1].span  # type: ignore[union-attr]
    window.pages.work.back_asked.emit()
    assert window._place == navigation.STUDENTS


def test_the_same_class_anew_keeps_what_is_looked_at(window: ClassWindow) -> None:
    assert window.seen
    second = window.seen.passages[1]
    window.choose_passage(second.id)
    window.show_class(klass(picked=(CLOSED,)))
    assert window.pages.heat.sheet._shown.current == second.found.span


def test_a_narrow_window_has_a_list_in_place_of_the_left_side(
    window: ClassWindow, qtbot: QtBot
) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window._places.isVisible())
    assert not window.navigation.isVisible()
    window._places.setCurrentIndex(2)
    window._places.activated.emit(2)
    assert window._place == navigation.STUDENTS


def test_everything_in_the_toolbar_has_room_in_a_narrow_window(
    window: ClassWindow, qtbot: QtBot
) -> None:
    window.resize(800, 600)
    deeds = [one for one in window.tools.findChildren(QToolButton) if one.defaultAction()]
    assert [one.text() for one in deeds][-2:] == ["Class report", "Feedback"]
    qtbot.waitUntil(lambda: all(one.isVisible() for one in deeds))


def test_a_class_of_nobody_shows_what_to_do(window: ClassWindow) -> None:
    assert window.seen
    heat, runs = seeing.warmth(window.seen.text, ())
    window.show_class(
        replace(
            window.seen,
            students=(),
            passages=(),
            heat=heat,
            runs=runs,
            key=None,
            annotators=0,
            sources=class_sources(()),
        )
    )
    assert "Nobody has marked anything yet. Collect the hand-ins" in _everything(window)
    window.navigation.choose(navigation.KEY)
    assert "There is no key. It is made of the claims of whoever made the assignment" in (
        _everything(window)
    )


def test_tags_are_counted_in_their_layer(window: ClassWindow) -> None:
    chip = window.pages.heat._chips[Tag.CONTESTED]
    assert chip.accessibleName() == "Contested: 1 passage"
    chip.click()
    assert [run.marked for run in window.pages.heat.sheet._warmth.runs] == [1]


def _named(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    name = told.text(QAccessible.Text.Name) if told else ""
    return name or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _everything(window: ClassWindow) -> str:
    said: list[str] = []
    for widget in window.findChildren(QWidget):
        text = getattr(widget, "text", None)
        if callable(text) and widget.isVisibleTo(window):
            said.append(str(text()))
    for model in (window.side.answers.cards, window.pages.students.table.rows):
        for row in range(model.rowCount()):
            said.append(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))
    return "\n".join(said)


@pytest.mark.parametrize("place", [navigation.PASSAGES, navigation.STUDENTS, navigation.SOURCES])
def test_the_keyboard_goes_on_to_what_a_place_is_there_for(
    window: ClassWindow, qtbot: QtBot, place: str
) -> None:
    window.activateWindow()
    window.pages.heat.sheet.setFocus()
    qtbot.waitUntil(window.pages.heat.sheet.hasFocus)
    window.navigation.choose(place)
    page: QWidget = getattr(window.pages, place)
    assert page.focusProxy()
    qtbot.waitUntil(page.hasFocus)


def test_the_keyboard_stays_in_the_list_of_places(window: ClassWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.navigation.places.setFocus()
    qtbot.waitUntil(window.navigation.places.hasFocus)
    window.navigation.choose(navigation.STUDENTS)
    assert window.navigation.places.hasFocus()
