"""The mouse: resting on claims, clicking them, taking their ends along, dropping files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.reader.margin import badges
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.conftest import Show
from tests.ui.reader.hands import LEFT, NOTHING, click, drag, drop, hover, press
from tests.ui.reader.making import MIXED, PLAIN, A, C, V, on, span_of


def middle_of(view: ReaderView, quote: str) -> QPoint:
    """The middle of some words of one line, in the viewport."""
    box = view.visible_boxes(span_of(view.text(), quote))[0]
    return box.center() - view.viewport().pos()


def after(view: ReaderView, quote: str) -> QPoint:
    """Just behind some words that run from left to right, in the viewport."""
    box = view.visible_boxes(span_of(view.text(), quote))[-1]
    return QPoint(box.right() + 1, box.center().y()) - view.viewport().pos()


def test_a_click_chooses_the_innermost_claim(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "The mayor said the", A), on(PLAIN, "mayor said", C)])
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        click(view, middle_of(view, "mayor said"))
    assert clicked.args == ["mayor said"]
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        click(view, middle_of(view, "The"))
    assert clicked.args == ["The mayor said the"]


def test_a_second_click_on_the_spot_chooses_the_claim_around(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "The mayor said the", A), on(PLAIN, "mayor said", C)])
    spot = middle_of(view, "mayor said")
    chosen: list[str] = []
    view.claim_clicked.connect(chosen.append)
    view.claim_clicked.connect(view.set_current)
    for _ in range(3):
        click(view, spot)
        qtbot.wait(QApplication.doubleClickInterval() + 20)
    assert chosen == ["mayor said", "The mayor said the", "mayor said"]


def test_a_click_beside_all_claims_chooses_none(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", C)])
    with qtbot.assertNotEmitted(view.claim_clicked):
        click(view, middle_of(view, "Others doubt"))


def test_a_badge_stands_for_its_claim(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", C, V)])
    line = next(badges(view._page, view._in_view()))
    assert [spot.tag for spot in line.spots] == [C, V]
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        click(view, line.spots[1].place.center().toPoint())
    assert clicked.args == ["mayor said"]


@pytest.mark.parametrize(("text", "word"), [(PLAIN, "mayor"), (MIXED, "מבצעים")])
def test_double_click_selects_a_word(show: Show, text: str, word: str) -> None:
    view = show(text)
    QTest.mouseDClick(view.viewport(), LEFT, NOTHING, middle_of(view, word))
    assert view.selected_span() == span_of(text, word)


@pytest.mark.parametrize("said", ["“closed”", "«closed»", "(closed)", "„closed“", '"closed"'])
def test_double_click_leaves_quotation_marks_out(show: Show, said: str) -> None:
    text = f"They call it {said} today."
    view = show(text)
    spot = middle_of(view, "closed")
    QTest.mouseDClick(view.viewport(), LEFT, NOTHING, spot)
    assert view.selected_span() == span_of(text, "closed")
    # A hand that slips makes Qt select once more.
    drag(view, spot, spot + QPoint(3, 0))
    QTest.mouseDClick(view.viewport(), LEFT, NOTHING, spot)
    drop(view, spot)
    assert view.selected_span() == span_of(text, "closed")


def test_triple_click_selects_a_paragraph(show: Show) -> None:
    view = show()
    at = middle_of(view, "mayor")
    QTest.mouseDClick(view.viewport(), LEFT, NOTHING, at)
    click(view, at)
    assert view.selected_span() == span_of(PLAIN, PLAIN.split("\n")[1])


def test_selecting_over_paragraphs(show: Show) -> None:
    view = show()
    drag(view, after(view, "the bridge"), after(view, "A second"))
    span = view.selected_span()
    assert span
    assert PLAIN[span.start : span.end] == "was safe. Others doubt it.\n\nA second"


def test_the_end_of_the_current_claim_goes_with_the_mouse(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    view.set_current(ClaimId("mayor said"))
    with qtbot.waitSignal(view.ends_moved) as moved:
        drag(view, after(view, "mayor said"), after(view, "the bridge"))
        drop(view, after(view, "the bridge"))
    assert moved.args == ["mayor said", span_of(PLAIN, "mayor said the bridge")]
    assert view.selected_span() is None


def test_its_start_too_in_a_line_from_right_to_left(qtbot: QtBot, show: Show) -> None:
    claim = on(MIXED, "ביצעה 200", A)
    view = show(MIXED, [claim])
    view.set_current(claim.id)
    box = view.visible_boxes(claim.span)[-1].translated(-view.viewport().pos())
    target = view.visible_boxes(span_of(MIXED, "אמר"))[0].translated(-view.viewport().pos())
    start, before_word = QPoint(box.right() + 1, box.center().y()), target.topRight() + QPoint(1, 9)
    with qtbot.waitSignal(view.ends_moved) as moved:
        drag(view, start, before_word)
        drop(view, before_word)
    assert moved.args == [claim.id, span_of(MIXED, "אמר כי NRF ביצעה 200")]


def test_escape_puts_an_end_back(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    view.set_current(ClaimId("mayor said"))
    with qtbot.assertNotEmitted(view.ends_moved):
        drag(view, after(view, "mayor said"), after(view, "the bridge"))
        assert view._shown.current == span_of(PLAIN, "mayor said the bridge")
        press(view, Qt.Key.Key_Escape)
        assert view._shown.current == span_of(PLAIN, "mayor said")
        drop(view, after(view, "the bridge"))


def test_only_the_current_claim_has_ends_to_take(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    with qtbot.assertNotEmitted(view.ends_moved):
        drag(view, after(view, "mayor said"), after(view, "the bridge"))
        drop(view, after(view, "the bridge"))
    assert view.selected_span() == span_of(PLAIN, "the bridge")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_pointer_tells_which_claim_it_is_on(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A, source="<b>Anna</b>")])
    spot = middle_of(view, "mayor said")
    with qtbot.waitSignal(view.hovered) as hovered:
        hover(view, spot)
    assert hovered.args == ["mayor said"]
    on_screen = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, on_screen))
    assert QToolTip.text() == (
        "<qt>“mayor said”<br>Attributed<br>Source: &lt;b&gt;Anna&lt;/b&gt;</qt>"
    )
    with qtbot.waitSignal(view.hovered) as hovered:
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert hovered.args == [None]
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_count_of_further_badges_names_all_claims_of_the_line(show: Show) -> None:
    text = "A title\nThe <b>mayor</b> said & the bridge was safe."
    claims = [on(text, "The <b>mayor</b>", A, C, V), on(text, "said & the", C)]
    view = show(text, [*claims, on(text, "A title", A)])
    line = next(one for one in badges(view._page, view._in_view()) if one.more)
    assert line.more == 1
    spot = (line.rest + QPointF(4, -4)).toPoint()
    on_screen = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, on_screen))
    assert QToolTip.text() == ("<qt>“The &lt;b&gt;mayor&lt;/b&gt;”<br>“said &amp; the”</qt>")
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_zooming_hides_what_the_pointer_was_told(qtbot: QtBot, show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    spot = middle_of(view, "mayor said")
    on_screen = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, on_screen))
    assert QToolTip.isVisible()
    view.set_zoom(150)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=1500)


def wheel(view: ReaderView, turned: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(100, 100)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, modifiers, phase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_asks_for_zoom_and_changes_none(show: Show) -> None:
    view = show()
    asked: list[int] = []
    view.zoom_asked.connect(asked.append)
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, 120, Qt.KeyboardModifier.NoModifier)
    assert asked == [1, -1]
    assert view.zoom == 100


def drop_files(view: ReaderView, urls: list[QUrl]) -> QDropEvent:
    data = QMimeData()
    data.setUrls(urls)
    how = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(view.viewport(), entering)
    dropping = QDropEvent(QPointF(50, 50), *how)
    QApplication.sendEvent(view.viewport(), dropping)
    assert entering.isAccepted() == dropping.isAccepted()
    return dropping


def test_local_files_are_handed_on(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    view, file = show(), tmp_path / "an article.txt"
    with qtbot.waitSignal(view.files_dropped) as dropped:
        drop_files(view, [QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x")])
    assert dropped.args == [[str(file)]]


def test_what_is_no_local_file_is_not_taken(qtbot: QtBot, show: Show) -> None:
    view = show()
    with qtbot.assertNotEmitted(view.files_dropped):
        assert not drop_files(view, [QUrl("https://example.org/x")]).isAccepted()


def ask_menu(view: ReaderView, spot: QPoint, reason: QContextMenuEvent.Reason) -> None:
    on_screen = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, spot, on_screen))


def test_a_menu_is_asked_for_where_the_mouse_is(qtbot: QtBot, show: Show) -> None:
    view = show()
    view.select(span_of(PLAIN, "mayor said"))
    with qtbot.waitSignal(view.menu_asked) as asked:
        ask_menu(view, middle_of(view, "mayor said"), QContextMenuEvent.Reason.Mouse)
    assert asked.args == [view.viewport().mapToGlobal(middle_of(view, "mayor said"))]
    assert view.selected_span() == span_of(PLAIN, "mayor said")
    ask_menu(view, middle_of(view, "Others"), QContextMenuEvent.Reason.Mouse)
    assert view.selected_span() is None
    assert Span(*span_of(PLAIN, "Others")).overlaps(Span(view.caret(), view.caret() + 1))


def test_a_menu_by_key_opens_at_the_caret(qtbot: QtBot, show: Show) -> None:
    view = show()
    view.put_caret(PLAIN.index("bridge"))
    with qtbot.waitSignal(view.menu_asked) as asked:
        ask_menu(view, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    at = view.viewport().mapFromGlobal(asked.args[0])
    assert abs(at.x() - view.cursorRect().x()) < 3
