"""The keys of undo mean the program's undo in every field of the library too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from annotator.ui.claims import visits
from tests.ui.window.conftest import Hands, rest, until

WORDS = "over 200 operations"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is long for a test."""
    monkeypatch.setattr(visits, "PAUSE", 60)


def press(hands: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A key where the focus is."""
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, modifiers)
    hands.settle()


def field(hands: Hands, name: str) -> QWidget:
    """A field of the open claim by its label."""
    targets = hands.room.claims.editor.card.targets()
    return next(one for _place, one in targets if one.accessibleName() == name)


def type_into(hands: Hands, widget: QWidget, words: str, written: Callable[[], object]) -> None:
    """Type and wait until the library holds it."""
    widget.setFocus()
    QTest.keyClicks(widget, words)
    until(written)
    hands.settle()


def test_undo_in_a_source_takes_the_source_back_and_then_the_tag(hands: Hands) -> None:
    name = hands.tag(WORDS, "attributed").id
    hands.do("fields")
    line = field(hands, "Who says so?")
    assert isinstance(line, QLineEdit)
    type_into(hands, line, "Ali Nazary", lambda: hands.desk.claims[name].attributions)
    undo, redo = hands.window.actions_by_id["undo"], hands.window.actions_by_id["redo"]
    step = undo.text()
    press(hands, Qt.Key.Key_Z, CTRL)
    assert hands.desk.claims[name].attributions == ()
    assert line.hasFocus()
    assert line.text() == ""
    assert (step, undo.text(), redo.isEnabled()) == ("Undo: source", "Undo: tag", True)
    press(hands, Qt.Key.Key_Z, CTRL | SHIFT)
    assert line.text() == "Ali Nazary"
    press(hands, Qt.Key.Key_Z, CTRL)
    press(hands, Qt.Key.Key_Y, CTRL)
    assert hands.desk.claims[name].attributions[0].source.name == "Ali Nazary"
    press(hands, Qt.Key.Key_Z, CTRL)
    press(hands, Qt.Key.Key_Z, CTRL)
    assert hands.claims() == {}


def test_undo_takes_back_what_was_typed_a_moment_ago(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "PAUSE", 60_000)
    name = hands.tag(WORDS, "attributed").id
    hands.do("fields")
    lines = field(hands, "Note")
    assert isinstance(lines, QPlainTextEdit)
    lines.setFocus()
    QTest.keyClicks(lines, "Check the number.")
    press(hands, Qt.Key.Key_Z, CTRL)
    assert lines.toPlainText() == ""
    assert hands.desk.claims[name].note == ""
    press(hands, Qt.Key.Key_Z, CTRL | SHIFT)
    assert lines.toPlainText() == hands.desk.claims[name].note == "Check the number."


def test_undo_in_the_register_gives_the_source_its_old_name(hands: Hands) -> None:
    name = hands.tag(WORDS, "attributed").id
    hands.do("fields")
    line = field(hands, "Who says so?")
    type_into(hands, line, "Ali Nazary", lambda: hands.desk.claims[name].attributions)
    claims = hands.room.claims
    claims.tabs.setCurrentIndex(1)
    claims.sources.list.setFocus()
    hands.key(Qt.Key.Key_Down, claims.sources.list)
    hands.key(Qt.Key.Key_Return, claims.sources.list)
    now = QApplication.focusWidget()
    assert isinstance(now, QLineEdit)

    def called() -> str:
        return hands.desk.claims[name].attributions[0].source.name

    now.selectAll()
    type_into(hands, now, "Nazary", lambda: called() == "Nazary")
    rest(100)
    press(hands, Qt.Key.Key_Z, CTRL)
    until(lambda: now.text() == "Ali Nazary")
    assert called() == "Ali Nazary"
    # The field's own undo would have been one more step.
    assert hands.window.actions_by_id["redo"].text() == "Redo: source"
    assert now.hasFocus()


def test_undo_in_a_detail_of_the_article_shows_the_old_one(hands: Hands) -> None:
    outlet = hands.room.page.head.findChildren(QLineEdit)[0]

    def written() -> str:
        return hands.desk.article.metadata.outlet if hands.desk.article else ""

    before = outlet.text()
    outlet.setFocus()
    outlet.selectAll()
    type_into(hands, outlet, "Gazette", lambda: written() == "Gazette")
    press(hands, Qt.Key.Key_Z, CTRL)
    assert outlet.hasFocus()
    assert outlet.text() == written() == before
    hands.room.page.reader.setFocus()
    hands.settle()
    assert written() == before
