"""The bar at the selection: beside the words, without the focus, and it does what the keys do."""

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.palette import load
from annotator.ui.reader.bar import DELAY, SelectionBar
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.conftest import Show
from tests.ui.reader.making import PLAIN, span_of

NAMES = ["Attributed", "Contested", "Verified", "Open"]
LONG = "\n".join(f"Paragraph {number} and what it says of it." for number in range(200))


def bar_for(view: ReaderView) -> tuple[SelectionBar, list[QAction]]:
    actions = [QAction(name, view) for name in NAMES]
    return SelectionBar(view, actions, load(False)), actions


def buttons(bar: SelectionBar) -> list[QToolButton]:
    return bar.findChildren(QToolButton)


def test_it_appears_when_a_selection_rests_and_goes_with_it(qtbot: QtBot, show: Show) -> None:
    view = show()
    bar, _actions = bar_for(view)
    view.select(span_of(PLAIN, "mayor said"))
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible, timeout=DELAY * 5)
    assert view.hasFocus()
    view.put_caret(0)
    assert not bar.isVisible()
    qtbot.wait(DELAY + 50)
    assert not bar.isVisible()


def test_it_goes_with_the_tag_and_comes_for_another_selection(qtbot: QtBot, show: Show) -> None:
    view = show()
    bar, actions = bar_for(view)
    view.select(span_of(PLAIN, "mayor said"))
    qtbot.waitUntil(bar.isVisible, timeout=DELAY * 5)
    actions[1].trigger()
    view.column_moved.emit()
    qtbot.wait(DELAY + 50)
    assert not bar.isVisible()
    view.select(span_of(PLAIN, "Council"))
    qtbot.waitUntil(bar.isVisible, timeout=DELAY * 5)


@pytest.mark.parametrize("quote", ["mayor said", "Council", "A second one."])
def test_it_never_covers_the_selected_words(show: Show, quote: str) -> None:
    view = show()
    bar, _actions = bar_for(view)
    view.select(span_of(PLAIN, quote))
    bar.appear()
    assert bar.isVisible()
    for box in view.visible_boxes(span_of(PLAIN, quote)):
        assert not bar.geometry().intersects(box)
    assert view.rect().contains(bar.geometry())


def test_at_the_foot_of_the_window_it_stands_above(show: Show) -> None:
    view = show(LONG)
    bar, _actions = bar_for(view)
    span = span_of(LONG, "Paragraph 90")
    view.select(span)
    scroll = view.verticalScrollBar()
    scroll.setValue(scroll.value() + view.visible_boxes(span)[0].bottom() - view.height() + 5)
    bar.appear()
    box = view.visible_boxes(span)[0]
    assert bar.isVisible()
    assert bar.geometry().bottom() < box.top()


def test_a_selection_that_fills_the_window_has_no_bar(show: Show) -> None:
    view = show(LONG)
    bar, _actions = bar_for(view)
    view.selectAll()
    bar.appear()
    assert not bar.isVisible()


def test_buttons_have_names_and_trigger_the_actions_of_the_window(qtbot: QtBot, show: Show) -> None:
    view = show()
    bar, actions = bar_for(view)
    names = [QAccessible.queryAccessibleInterface(one) for one in buttons(bar)]
    assert [one.text(QAccessible.Text.Name) for one in names] == NAMES
    for button, action in zip(buttons(bar), actions, strict=True):
        with qtbot.waitSignal(action.triggered):
            button.click()
    actions[0].setEnabled(False)
    assert not buttons(bar)[0].isEnabled()
    assert view.hasFocus()


@pytest.mark.parametrize("width", [280, 330, 427, 480, 640])
def test_in_a_narrow_reader_it_is_whole_and_beside_the_words(show: Show, width: int) -> None:
    view = show(LONG)
    bar, _actions = bar_for(view)
    view.resize(width, 400)
    view.grab()
    span = span_of(LONG, "says of it")
    view.select(span)
    bar.appear()
    assert bar.isVisible()
    assert bar.geometry().left() >= 0
    side = view.verticalScrollBar().parentWidget()
    assert side is not None
    assert bar.geometry().right() < side.geometry().left()
    assert not any(bar.geometry().intersects(box) for box in view.visible_boxes(span))


def test_names_give_way_to_badges_and_come_back(show: Show) -> None:
    view = show(LONG)
    bar, _actions = bar_for(view)
    view.select(span_of(LONG, "says of it"))
    bar.appear()
    full = bar.width()
    view.resize(full - 20, 400)
    view.grab()
    bar.appear()
    assert bar.isVisible()
    assert bar.width() < full / 2
    assert "Contested" in buttons(bar)[1].toolTip()
    view.resize(830, 600)
    view.grab()
    bar.appear()
    assert bar.width() == full
