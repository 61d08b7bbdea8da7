"""What the window relies on: positions in code points, keys, copying, zoom, what is announced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.palette import load
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.conftest import Show
from tests.ui.reader.hands import press
from tests.ui.reader.making import MIXED, PLAIN, A, C, claim, on, span_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def selected(view: ReaderView) -> str:
    span = view.selected_span()
    return view.text()[span.start : span.end] if span else ""


def test_assistive_technology_sees_the_text_and_nothing_else(show: Show) -> None:
    text = "One\u00a0\u202ftwo \ufeff\U00020bb7 three\n\n \u2060four"
    view = show(text, [on(text, "two", A)])
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.role() == QAccessible.Role.EditableText  # which AT-SPI calls text
    assert seen.text(QAccessible.Text.Name) == "Article"
    content = seen.textInterface()
    assert content.text(0, content.characterCount()) == text
    assert seen.state().readOnly


def test_assistive_technology_can_select(qtbot: QtBot, show: Show) -> None:
    view = show(MIXED)
    content = QAccessible.queryAccessibleInterface(view).textInterface()
    place = span_of(MIXED, "𠮷野家")
    start = len(MIXED[: place.start].encode("utf-16-le")) // 2  # Qt's text counts UTF-16 units
    with qtbot.waitSignal(view.selection_changed):
        content.setSelection(0, start, start + 4)
    assert view.selected_span() == place


def test_positions_are_code_points(show: Show) -> None:
    view = show(MIXED)
    place = span_of(MIXED, "𠮷野家")
    view.select(place)
    assert view.selected_span() == place
    view.put_caret(place.end)
    assert view.caret() == place.end
    assert view.selected_span() is None


def test_a_selection_is_widened_and_trimmed(show: Show) -> None:
    view = show(MIXED)
    flag = span_of(MIXED, "🇩🇪")
    view.select(Span(flag.start - 1, flag.start + 1))
    assert selected(view) == "🇩🇪"


def test_claims_are_found_innermost_first(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "The mayor said the bridge", A), on(PLAIN, "the bridge was", C)])
    at = PLAIN.index("bridge")
    assert [one.id for one in view.claims_at(at)] == ["the bridge was", "The mayor said the bridge"]
    view.apply([claim("new", (at, at + 3), A)], [ClaimId("the bridge was")])
    assert [one.id for one in view.claims_at(at)] == ["new", "The mayor said the bridge"]


@pytest.mark.parametrize(
    ("caret", "key", "modifiers", "quote"),
    [
        ("mayor", Qt.Key.Key_Right, SHIFT, "m"),
        ("mayor", Qt.Key.Key_Right, SHIFT | CTRL, "mayor"),
        ("mayor", Qt.Key.Key_Left, SHIFT | CTRL, "The"),
        ("mayor", Qt.Key.Key_Right, SHIFT | ALT, "The mayor said the bridge was safe."),
        ("Others", Qt.Key.Key_Left, SHIFT | ALT, "Others doubt it."),
        ("mayor", Qt.Key.Key_PageDown, SHIFT | CTRL, "The mayor said the bridge was safe."),
        ("Others", Qt.Key.Key_PageUp, SHIFT | CTRL, "Others doubt it."),
        ("mayor", Qt.Key.Key_Down, SHIFT | CTRL, PLAIN.split("\n")[1]),
        ("mayor", Qt.Key.Key_Up, SHIFT | CTRL, PLAIN.split("\n")[1]),
        ("mayor", Qt.Key.Key_End, SHIFT | CTRL, PLAIN[PLAIN.index("mayor") :]),
        ("mayor", Qt.Key.Key_A, CTRL, PLAIN),
    ],
)
def test_keys_select(
    qtbot: QtBot,
    show: Show,
    caret: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    quote: str,
) -> None:
    view = show()
    view.put_caret(PLAIN.index(caret))
    with qtbot.waitSignal(view.selection_changed):
        press(view, key, modifiers)
    assert selected(view) == quote


def test_a_key_takes_a_whole_family(show: Show) -> None:
    view = show(MIXED)
    view.put_caret(MIXED.index("👨"))
    press(view, Qt.Key.Key_Right, SHIFT)
    assert selected(view) == "👨\u200d👩\u200d👧\u200d👦"


def test_escape_lets_a_selection_go(show: Show) -> None:
    view = show()
    view.select(span_of(PLAIN, "mayor"))
    press(view, Qt.Key.Key_Escape)
    assert view.selected_span() is None
    assert view.caret() == span_of(PLAIN, "mayor").end


def test_enter_chooses_the_claim_at_the_caret_and_then_the_one_around_it(
    qtbot: QtBot, show: Show
) -> None:
    view = show(PLAIN, [on(PLAIN, "The mayor said", A), on(PLAIN, "mayor", C)])
    view.put_caret(PLAIN.index("mayor") + 1)
    for expected in ("mayor", "The mayor said", "mayor"):
        with qtbot.waitSignal(view.claim_clicked) as clicked:
            press(view, Qt.Key.Key_Return)
        assert clicked.args == [expected]
        view.set_current(ClaimId(expected))


def test_nothing_can_be_typed_over(show: Show) -> None:
    view = show()
    view.select(span_of(PLAIN, "mayor"))
    for key in (Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        press(view, key)
    press(view, Qt.Key.Key_V, CTRL)
    assert view.toPlainText() == PLAIN


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("key", ["1", "4", "Del"])
def test_keys_of_the_window_reach_the_window(qtbot: QtBot, key: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    view, other = ReaderView(load(False)), QLineEdit()
    for widget in (view, other):
        column.addWidget(widget)
    action = QAction("Tag", window)
    action.setShortcut(key)
    view.addAction(action)
    view.show_text(PLAIN, False, ())
    with qtbot.waitActive(window):
        window.show()
    view.setFocus()
    with qtbot.waitSignal(action.triggered):
        press(view, {"1": Qt.Key.Key_1, "4": Qt.Key.Key_4}.get(key, Qt.Key.Key_Delete))
    press(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(other.hasFocus)


def test_what_is_copied_is_the_canonical_text(show: Show) -> None:
    text = "one\u00a0two\nthree \ufeff four"
    view = show(text)
    view.select(Span(2, len(text) - 2))
    press(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text[2:-2]


def test_zoom_keeps_selection_and_what_is_read(show: Show) -> None:
    text = "\n".join(f"Paragraph {number} and what it says of it." for number in range(9000))
    view = show(text)
    place = span_of(text, "Paragraph 4321 ")
    view.select(place)
    view.set_zoom(160)
    assert view.zoom == 160
    assert view.selected_span() == Span(place.start, place.end - 1)
    boxes = view.visible_boxes(place)
    assert boxes
    view.set_zoom(10_000)
    assert view.zoom == 300
    view.set_zoom(1)
    assert view.zoom == 50


def test_what_is_asked_for_comes_into_view(show: Show) -> None:
    text = "\n".join(f"Paragraph {number} and what it says of it." for number in range(9000))
    view = show(text)
    far = span_of(text, "Paragraph 4321")
    view.reveal(far)
    assert view.viewport().geometry().contains(view.visible_boxes(far)[0])
    last = span_of(text, "Paragraph 8999")
    assert view.visible_boxes(last) == []
    view.reveal(last)
    box = view.visible_boxes(last)[0]
    assert view.viewport().geometry().contains(box)
    before = view.verticalScrollBar().value()
    view.reveal(last)
    assert view.verticalScrollBar().value() == before


def test_a_bar_that_has_nothing_to_scroll_is_not_seen(show: Show) -> None:
    assert not show("").verticalScrollBar().isVisible()
    assert not show(PLAIN).verticalScrollBar().isVisible()
    assert show(f"{PLAIN}\n" * 90).verticalScrollBar().isVisible()


def test_what_is_asked_for_before_the_first_painting_comes_into_view_after_it(
    qtbot: QtBot,
) -> None:
    text = "\n".join(f"Paragraph {number} and what it says of it." for number in range(300))
    view = ReaderView(load(False))
    qtbot.addWidget(view)
    view.resize(830, 600)
    view.show_text(text, False, ())
    view.reveal(span_of(text, "Paragraph 250"))
    assert view.verticalScrollBar().value() == 0
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: bool(view.visible_boxes(span_of(text, "Paragraph 250"))))


def test_another_text_leaves_nothing_of_the_first(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor", A)])
    view.select(span_of(PLAIN, "mayor"))
    view.set_current(ClaimId("mayor"))
    view.set_matches([span_of(PLAIN, "bridge")], None)
    with qtbot.waitSignals([view.text_shown, view.selection_changed]):
        view.show_text("Other", False, ())
    assert view.text() == view.toPlainText() == "Other"
    assert view.selected_span() is None
    assert view.caret() == 0
    assert view.claims_at(1) == []
    with pytest.raises(LookupError):
        view.move_end("end", 1, "word")
    view.clear()
    assert view.text() == view.toPlainText() == ""


def test_ends_of_the_current_claim_are_worked_out_and_not_moved(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    view.set_current(ClaimId("mayor said"))
    start, end = view.move_end("start", -1, "word")
    assert PLAIN[start:end] == "The mayor said"
    start, end = view.move_end("end", -1, "character")
    assert PLAIN[start:end] == "mayor sai"
    assert view.claims_at(start)[0].span == span_of(PLAIN, "mayor said")


def test_the_caret_says_where_it_is(qtbot: QtBot, show: Show) -> None:
    view = show(MIXED)
    view.put_caret(len(MIXED) - 5)
    with qtbot.waitSignal(view.caret_moved) as moved:
        press(view, Qt.Key.Key_Right)
    assert moved.args == [len(MIXED) - 4]


def test_the_column_is_about_66_characters_and_does_not_move_the_text(show: Show) -> None:
    words = "It said on Monday that the bridge over the river had been closed for a week. " * 40
    view = show(words)
    layout = view.document().begin().layout()
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert 62 <= sum(lengths) / len(lengths) <= 70
    before, width = view.text_column(), view.document().textWidth()
    view.resize(1100, 600)
    assert view.document().textWidth() == width
    assert view.text_column().width() == before.width()
    assert view.text_column().left() > before.left()
