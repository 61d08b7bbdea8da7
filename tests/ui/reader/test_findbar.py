"""Find: what is typed is searched, counted and gone through; what is found can be tagged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.model.span import Span
from annotator.ui.reader.findbar import FindBar
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.conftest import Show
from tests.ui.reader.hands import press
from tests.ui.reader.making import span_of

TEXT = "The bridge and the theatre.\nThe end.\nThe rest."

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(show: Show) -> ReaderView:
    return show(TEXT)


@pytest.fixture
def bar(qtbot: QtBot, view: ReaderView) -> FindBar:
    made = FindBar(view)
    qtbot.addWidget(made)
    made.open()
    return made


def field_of(bar: FindBar) -> QLineEdit:
    field = bar.findChild(QLineEdit)
    assert field
    return field


def type_in(bar: FindBar, words: str) -> None:
    field_of(bar).clear()
    QTest.keyClicks(field_of(bar), words)
    bar.search()


def said(bar: FindBar) -> str:
    label = bar.findChild(QLabel)
    assert label
    return label.text()


def check(bar: FindBar, name: str) -> None:
    next(one for one in bar.findChildren(QCheckBox) if one.text() == name).click()


def test_words_are_found_while_they_are_typed(qtbot: QtBot, bar: FindBar) -> None:
    QTest.keyClicks(field_of(bar), "the")
    qtbot.waitUntil(lambda: said(bar) == "1 of 5")


def test_enter_goes_on_and_shift_enter_back_around_the_end(view: ReaderView, bar: FindBar) -> None:
    type_in(bar, "the")
    field = field_of(bar)
    seen = []
    for _ in range(5):
        press(field, Qt.Key.Key_Return)
        seen.append(view.selected_span())
    assert [span.start for span in seen if span] == [15, 19, 28, 37, 0]
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == Span(37, 40)
    assert said(bar) == "5 of 5"


def test_case_and_whole_words(bar: FindBar) -> None:
    type_in(bar, "The")
    check(bar, "Whole words")
    assert said(bar).endswith("of 4")
    check(bar, "Match case")
    assert said(bar).endswith("of 3")


def test_what_is_not_there_is_said(view: ReaderView, bar: FindBar) -> None:
    type_in(bar, "tower")
    assert said(bar) == "Not found"
    bar.next()
    assert view.selected_span() is None
    type_in(bar, " ")
    assert said(bar) == ""


def test_typing_on_stays_where_the_match_is(view: ReaderView, bar: FindBar) -> None:
    type_in(bar, "th")
    bar.next()
    bar.next()
    QTest.keyClicks(field_of(bar), "eat")
    bar.search()
    assert view.selected_span() == Span(19, 24)


def test_escape_closes_and_leaves_the_match_selected(
    qtbot: QtBot, view: ReaderView, bar: FindBar
) -> None:
    type_in(bar, "theatre")
    with qtbot.waitSignal(bar.closed):
        press(field_of(bar), Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert view.selected_span() == span_of(TEXT, "theatre")
    assert not view._shown.found.spans


def test_the_selection_is_looked_for(view: ReaderView, bar: FindBar) -> None:
    bar.close_bar()
    view.select(Span(28, 31))
    bar.open()
    assert field_of(bar).text() == "The"
    assert said(bar) == "4 of 5" or said(bar) == "3 of 5"
    assert view.selected_span() == Span(28, 31)


def test_next_opens_the_bar_where_it_is_closed(bar: FindBar) -> None:
    bar.close_bar()
    bar.next()
    assert bar.isVisible()


def test_another_text_is_searched_for_the_same_words(
    qtbot: QtBot, view: ReaderView, bar: FindBar
) -> None:
    type_in(bar, "the")
    view.show_text("then", False, ())
    qtbot.waitUntil(lambda: said(bar) == "1 of 1")


def test_every_control_has_a_name(bar: FindBar) -> None:
    controls = [field_of(bar), *bar.findChildren(QAbstractButton)]
    names = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls
    ]
    assert "Find in the article" in names
    assert all(names)
