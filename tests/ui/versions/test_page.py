"""The page decides nothing by itself: each claim's fate is shown, and a person's word is kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.services.versioning import Versions
from annotator.ui.palette import load
from annotator.ui.style import apply_style
from annotator.ui.versions.dialog import VersionsPage
from annotator.ui.versions.look import Look
from annotator.ui.versions.side import Side
from annotator.ui.versions.texts import Texts
from tests.ui.versions.stories import BEN, CHANGED, LOST, MOVED, NEW, OLD, claim, side_by_side
from tests.ui.versions.stories import versions as proposed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Opener = Callable[..., VersionsPage]


@pytest.fixture
def opener(qtbot: QtBot) -> Opener:
    """Opens pages in front of a window of their own."""
    hosts: list[QWidget] = []

    def start(
        versions: Versions | None = None,
        *,
        is_open: bool = True,
        size: tuple[int, int] = (1200, 860),
    ) -> VersionsPage:
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.resize(*size)
        host.show()
        versions = versions or proposed()
        rows = side_by_side(versions.texts.old, versions.texts.new)
        page = VersionsPage(host, versions, rows, load(False), is_open=is_open)
        page.open()
        qtbot.wait(200)
        return page

    return start


@pytest.fixture
def page(opener: Opener) -> VersionsPage:
    return opener()


def said(page: VersionsPage) -> list[str]:
    model = page.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def button(page: VersionsPage, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == name)


def labels(page: VersionsPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def look_at(page: VersionsPage, row: int) -> None:
    page.list.setCurrentIndex(page.list.model().index(row, 0))


def agreed(page: VersionsPage, qtbot: QtBot) -> dict[ClaimId, Span | None]:
    with qtbot.waitSignal(page.agreed) as caught:
        button(page, "Add as new version").click()
    assert caught.args
    return dict(caught.args[0])


def span(words: str, text: str = NEW) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_each_claim_stands_in_the_list_with_its_fate(page: VersionsPage) -> None:
    assert said(page) == [
        "Bridge closed, Moved",
        f"{MOVED}, Moved",
        f"{CHANGED}, Changed: to decide",
        f"{LOST}, Lost",
    ]
    shown = labels(page)
    assert "“Bridge <b>closed</b>”. 4 claims: 2 moved, 1 changed, 1 lost. " in shown
    assert "2 claims stay on the earlier version only." in shown
    assert "new.txt" in shown


def test_whose_claims_they_are_is_said_where_there_are_several_people(opener: Opener) -> None:
    page = opener(proposed(claims=(claim(MOVED), claim(LOST, person=BEN))))
    assert said(page) == [f"{MOVED}, Moved · Ana", f"{LOST}, Lost · Ben"]


def test_a_changed_claim_shows_both_quotes_and_is_taken_over_or_left(
    page: VersionsPage, qtbot: QtBot
) -> None:
    look_at(page, 2)
    shown = labels(page)
    assert "Does it still claim the same?" in shown
    assert "Then: “<s>30</s> people were hurt”" in shown
    assert "Now: “<u>35</u> people were hurt”" in shown
    button(page, "Take over").click()
    assert said(page)[2] == f"{CHANGED}, Changed: taken over"
    assert "1 claim stays on the earlier version only." in labels(page)
    button(page, "Leave behind").click()
    assert said(page)[2] == f"{CHANGED}, Changed: left behind"
    button(page, "Take over").click()
    assert agreed(page, qtbot) == {CHANGED: span("35 people were hurt")}


def test_a_lost_claim_is_marked_anew_by_selecting_words(page: VersionsPage, qtbot: QtBot) -> None:
    look_at(page, 3)
    anew = button(page, "Take over to the selected words")
    assert not anew.isEnabled()
    assert not button(page, "Take over").isVisible()
    words = span("Nobody knows when it will be open again")
    page.texts.new.select(Span(words.start - 1, words.end))
    assert anew.isEnabled()
    anew.click()
    assert said(page)[3] == f"{LOST}, Lost: marked anew"
    assert "Now: “" in labels(page)
    assert agreed(page, qtbot) == {LOST: words}


def test_a_moved_claim_can_be_left_behind(page: VersionsPage, qtbot: QtBot) -> None:
    look_at(page, 1)
    assert button(page, "Take over").isChecked()
    button(page, "Leave behind").click()
    assert (button(page, "Take over").isChecked(), said(page)[1]) == (
        False,
        f"{MOVED}, Moved: left behind",
    )
    assert agreed(page, qtbot) == {MOVED: None}


def test_nothing_is_agreed_by_cancelling(page: VersionsPage, qtbot: QtBot) -> None:
    look_at(page, 2)
    button(page, "Take over").click()
    with qtbot.assertNotEmitted(page.agreed):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_texts_scroll_together_to_the_claim(opener: Opener) -> None:
    page = opener(size=(800, 520))
    look_at(page, 3)
    left, right = page.texts.old.verticalScrollBar(), page.texts.new.verticalScrollBar()
    assert left.value() == right.value() > 0
    right.setValue(10)
    assert left.value() == 10


def test_keys_go_through_claims_and_differences(page: VersionsPage) -> None:
    def row() -> int:
        return page.list.currentIndex().row()

    QTest.keyClick(page, Qt.Key.Key_F6)
    QTest.keyClick(page, Qt.Key.Key_F6)
    assert row() == 2
    QTest.keyClick(page, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert row() == 1
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert "1 of 5" in labels(page)
    QTest.keyClick(page, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert "5 of 5" in labels(page)


def test_only_what_needs_a_look_can_be_shown(page: VersionsPage) -> None:
    box = page.findChild(QCheckBox)
    assert box
    box.click()
    assert said(page) == [f"{CHANGED}, Changed: to decide", f"{LOST}, Lost"]
    box.click()
    assert len(said(page)) == 4


def test_where_nothing_needs_a_look_nothing_is_shown(opener: Opener) -> None:
    page = opener(proposed(claims=(claim(MOVED),)))
    box = page.findChild(QCheckBox)
    assert box
    box.click()
    assert said(page) == []
    assert not button(page, "Leave behind").isVisible()


def test_without_claims_there_are_only_the_texts(opener: Opener) -> None:
    versions = proposed(claims=(claim(MOVED),))
    bare = replace(versions, fates=(), notes=("Read as cp1252.",), dropped=("Share this",))
    page = opener(bare)
    assert not page.list.isVisible()
    assert page.texts.new.hasFocus() or page.texts.new.focusPolicy() != Qt.FocusPolicy.NoFocus
    assert "There are no claims on the earlier version." in labels(page)
    assert "Read as cp1252. 1 paragraph around the article was left out." in labels(page)


def test_later_the_page_only_tells(opener: Opener) -> None:
    page = opener(is_open=False)
    assert said(page)[2:] == [f"{CHANGED}, Changed", f"{LOST}, Not on the newer version"]
    look_at(page, 3)
    assert "This claim is on the earlier version only." in labels(page)
    assert not button(page, "Leave behind").isVisible()
    button(page, "Close").click()
    assert not page.isVisible()


def test_the_same_words_in_other_surroundings_are_called_so(opener: Opener) -> None:
    old = "The committee for roads met at six. He said no. Then all went home.\nHe said no.\n"
    new = "He said no.\nThe committee for roads met at seven. He said no. Then they went home.\n"
    marked: tuple[Claim, ...] = (claim("He said no", old),)
    page = opener(proposed(old, new, marked))
    assert "The same words among other ones." in labels(page)


def test_everything_has_a_name_for_those_who_do_not_see_it(page: VersionsPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    texts = [page.texts.old, page.texts.new]
    assert [one.accessibleName() for one in texts] == ["Earlier version", "Newer version"]
    shown = QAccessible.queryAccessibleInterface(page.texts.new)
    assert shown.role() == QAccessible.Role.EditableText
    assert page.findChildren(QToolButton)


def test_another_width_keeps_selection_and_place(page: VersionsPage, qtbot: QtBot) -> None:
    look_at(page, 2)
    words = span("nobody was killed")
    page.texts.new.select(words)
    page.resize(page.width() - 250, page.height())
    qtbot.wait(400)
    assert page.texts.new.selected() == words
    assert page.texts.old.toPlainText() == OLD


@pytest.mark.parametrize("size", [(656, 436), (800, 600)])
def test_it_fits_on_a_small_screen(opener: Opener, size: tuple[int, int]) -> None:
    page = opener(size=size)
    assert page.width() <= size[0]
    assert page.height() <= size[1]
    assert button(page, "Add as new version").isVisible()


def test_it_fits_in_large_letters_and_scrolls_downwards_only(opener: Opener) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font, sheet = app.font(), app.styleSheet()
    apply_style(app, load(False), 2.0)
    try:
        page = opener(size=(800, 600))
        assert page.width() <= 800
        assert page.height() <= 600
        assert button(page, "Add as new version").isVisible()
        (area,) = page.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert area.horizontalScrollBar().maximum() == 0
        assert area.verticalScrollBar().maximum() > 0
    finally:
        app.setFont(font)
        app.setStyleSheet(sheet)


def test_each_of_the_two_texts_is_set_in_an_event_of_its_own(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[int] = []
    turn, shown, goes_on = [0], Side.show_document, Texts._go_on

    def show(side: Side, document: QTextDocument, look: Look) -> None:
        turns.append(turn[0])
        shown(side, document, look)

    def go_on(texts: Texts) -> None:
        turn[0] += 1
        goes_on(texts)

    monkeypatch.setattr(Side, "show_document", show)
    monkeypatch.setattr(Texts, "_go_on", go_on)
    opener()
    assert len(turns) == len(set(turns)) == 2
    assert turns[0] > 1


def test_of_a_long_text_the_end_is_reached_piece_by_piece(
    opener: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[Side] = []
    usual = Side.set_more

    def watched(side: Side) -> None:
        pieces.append(side)
        usual(side)

    monkeypatch.setattr(Side, "set_more", watched)
    old = "\n".join(f"Paragraph {number}: {'words and words ' * 30}" for number in range(1_500))
    last = (claim("Paragraph 1:", old), claim("Paragraph 1499:", old))
    page = opener(proposed(old, f"News.\n{old}", last))
    look_at(page, 1)
    for side, text in ((page.texts.old, old), (page.texts.new, f"News.\n{old}")):

        def is_in_view(side: Side = side, text: str = text) -> bool:
            height = side.height_of(text.index("Paragraph 1499:"))
            top = side.verticalScrollBar().value()
            return height is not None and top <= height < top + side.viewport().height()

        qtbot.waitUntil(is_in_view, timeout=60_000)
    assert page.texts.old.verticalScrollBar().value() == page.texts.new.verticalScrollBar().value()
    # Never all at once, however long the text is: between two pieces the window goes on.
    assert len(pieces) > 2 * len(old) // 40_000


def test_claims_that_become_one_are_announced(page: VersionsPage) -> None:
    look_at(page, 3)
    page.texts.new.select(span(MOVED))
    button(page, "Take over to the selected words").click()
    assert "1 claim comes to stand on the words of another and becomes one with it." in labels(page)
