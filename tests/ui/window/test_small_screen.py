"""On a small screen the article has most of the room, and everything else is near at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.ui.article.fold import FoldButton
from annotator.ui.style import apply_style
from annotator.ui.window import MainWindow
from tests.ui.window.conftest import Hands, rest, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Hands]:
    """A first start on a screen of 800 x 800, the one there is without a screen."""
    application()
    window: MainWindow = open_window(WindowOptions(tmp_path / "library", None, None))
    window.show()
    until(lambda: window.room and window.room.is_furnished)
    hands = Hands(window)
    hands.settle()
    yield hands
    window.close()
    window.deleteLater()


def test_at_a_first_start_the_article_is_the_widest(first: Hands) -> None:
    # The screen is 800 x 800, and the frame wants to be on it as well.
    assert (first.window.width(), first.window.height()) == (792, 752)
    articles, page, claims = first.window.sides.sizes()
    assert articles == 0
    assert 248 <= claims <= 0.34 * 800
    assert page > 1.9 * claims


def test_lists_that_are_opened_leave_the_article_the_widest(first: Hands) -> None:
    first.window.resize(1024, 700)
    first.do("articles_panel")
    rest(50)
    articles, page, claims = first.window.sides.sizes()
    assert 180 <= articles <= 250
    assert page > claims >= 248
    assert page >= 400


def test_with_large_letters_a_narrow_window_scrolls_and_cuts_nothing(first: Hands) -> None:
    apply_style(application(), first.window.looks.palette, 2.0)
    try:
        first.room.set_palette(first.window.looks.palette)
        first.window.resize(800, 600)
        rest(50)
        sides = first.window.sides
        assert sides.width() >= sides.minimumSizeHint().width() > 800
        field = first.room.claims.page.filters.findChildren(QLineEdit)[0]
        field.setFocus()
        rest(50)
        area = first.window.centralWidget()
        assert isinstance(area, QScrollArea)
        area.ensureWidgetVisible(field)
        right = field.mapTo(first.window, field.rect().topRight()).x()
        assert right < first.window.width()
    finally:
        apply_style(application(), first.window.looks.palette)


def test_all_three_panels_have_room_on_the_smallest_usual_screen(first: Hands) -> None:
    first.window.resize(800, 600)
    first.do("articles_panel")
    rest(50)
    sides = first.window.sides
    assert sides.minimumSizeHint().width() <= sides.width() == 800
    assert sides.sizes()[2] >= 248


def test_where_all_panels_have_no_room_one_is_closed_and_that_is_said(first: Hands) -> None:
    first.do("articles_panel")
    first.window.resize(700, 600)
    rest(50)
    articles, claims = (
        first.window.actions_by_id[f"{one}_panel"] for one in ("articles", "claims")
    )
    assert (articles.isChecked(), claims.isChecked()) == (False, True)
    assert "“Articles” was closed" in first.window.status.summary.text()
    first.do("articles_panel")
    rest(50)
    assert (articles.isChecked(), claims.isChecked()) == (True, False)
    assert first.window.sides.sizes()[0] >= 180 > first.window.sides.sizes()[2] == 0


@pytest.fixture
def low(first: Hands) -> Hands:
    """The first start in a window of 800 x 600."""
    first.window.resize(800, 600)
    rest(100)
    return first


def fold_of(hands: Hands) -> FoldButton:
    return hands.room.page.head.findChildren(FoldButton)[0]


def outlet_of(hands: Hands) -> QLineEdit:
    return hands.room.page.head.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("size", [(800, 600), (1024, 700), (800, 480), (1280, 720)])
def test_the_text_has_half_of_the_height_beside_the_first_hint(
    first: Hands, size: tuple[int, int]
) -> None:
    first.window.resize(*size)
    rest(100)
    assert first.room.page.hint.text()
    share = first.room.page.reader.height() / size[1]
    assert share >= (0.5 if size[1] >= 600 else 0.35)


def test_details_that_take_too_much_are_one_line(low: Hands) -> None:
    fold = fold_of(low)
    assert fold.isVisible()
    assert fold.text() == "Outlet · Author · Date · Address — unknown: find out"
    assert not outlet_of(low).isVisible()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert outlet_of(low).isVisible()
    assert fold.text() == "Fold these details"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert not outlet_of(low).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_they_open_by_key_and_tab_leads_into_them(low: Hands, key: Qt.Key) -> None:
    fold = fold_of(low)
    fold.setFocus()
    QTest.keyClick(fold, key)
    assert outlet_of(low).isVisible()
    QTest.keyClick(fold, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is outlet_of(low)


def test_the_line_says_what_is_known(low: Hands) -> None:
    fold = fold_of(low)
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    QTest.keyClicks(outlet_of(low), "A & B")
    low.room.page.reader.setFocus()
    low.settle()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert fold.accessibleName() == "A & B — still unknown: Author · Date · Address"
    assert fold.text().startswith("A && B")


def test_with_room_for_all_the_fields_are_there(low: Hands) -> None:
    low.window.resize(1024, 700)
    rest(100)
    assert not fold_of(low).isVisible()
    assert outlet_of(low).isVisible()
    low.window.resize(800, 600)
    rest(100)
    assert fold_of(low).isVisible()
    close = low.room.page.hint.findChildren(QPushButton)[0]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    rest(50)
    assert outlet_of(low).isVisible() != fold_of(low).isVisible()
    assert low.room.page.reader.height() >= 300


def test_whoever_is_in_a_field_keeps_it(first: Hands) -> None:
    first.window.resize(1024, 700)
    rest(100)
    field = outlet_of(first)
    field.setFocus()
    QTest.keyClicks(field, "Dig")
    first.window.resize(800, 600)
    rest(100)
    assert field.isVisible()
    assert field.hasFocus()
    assert fold_of(first).text() == "Fold these details"
