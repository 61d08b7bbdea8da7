"""The list of cards answers Qt and the person as a list should, whatever stands open."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from annotator.ui import palette
from annotator.ui.claims.card import State
from annotator.ui.claims.cards import CardList
from annotator.ui.claims.look import Look

LOOK = 100
"""The height of a closed card here."""

Cards = tuple[CardList, list[tuple[int, State]]]


@pytest.fixture
def cards(qtbot: QtBot, styled: palette.Palette) -> Cards:
    """A list of 1,000 rows with room for about four, and what it painted."""
    painted: list[tuple[int, State]] = []

    def paint(_painter: QPainter, _rect: QRect, row: int, state: State) -> None:
        painted.append((row, state))

    view = CardList(Look(styled), paint, lambda _look: LOOK)
    qtbot.addWidget(view)
    view.setModel(QStringListModel([f"row {n}" for n in range(1000)], view))
    view.setAccessibleName("Cards")
    view.resize(300, 440)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view, painted


def places(view: CardList) -> list[tuple[int, int]]:
    return [(rect.top(), rect.height()) for rect in map(view.card_rect, range(4))]


def test_cards_stand_below_each_other(cards: Cards) -> None:
    view, _ = cards
    assert places(view) == [(8, 100), (116, 100), (224, 100), (332, 100)]
    view.open(1, 250)
    assert places(view) == [(8, 100), (116, 250), (374, 100), (482, 100)]
    view.open(-1, 0)
    assert places(view)[2] == (224, 100)


@pytest.mark.parametrize("open_row", [-1, 0, 2, 999])
@pytest.mark.parametrize("scrolled", [0, 1, 77, 50_000, 10**9])
def test_the_row_at_a_place_is_the_row_of_that_place(
    cards: Cards, open_row: int, scrolled: int
) -> None:
    view, _ = cards
    view.open(open_row, 260)
    view.verticalScrollBar().setValue(scrolled)
    hit = {view.indexAt(QPoint(150, y)).row() for y in range(view.viewport().height())}
    for row in hit - {-1}:
        rect = view.visualRect(view.model().index(row, 0))
        assert view.indexAt(rect.center()).row() == row
        assert view.indexAt(rect.topLeft()).row() == row
        assert view.indexAt(rect.bottomRight() + QPoint(0, 1)).row() == -1
    assert len(hit) > 2
    assert view.indexAt(QPoint(2, 50)).row() == -1
    assert not view.indexAt(QPoint(150, -10_000_000)).isValid()


def test_only_what_is_in_view_is_painted(cards: Cards) -> None:
    view, painted = cards
    view.verticalScrollBar().setValue(108 * 500)
    view.open(501, 150)
    painted.clear()
    view.grab()
    assert {row for row, _state in painted} == {500, 502, 503}


def test_keys_move_and_say_so(cards: Cards) -> None:
    view, _ = cards
    picked: list[int] = []
    view.picked.connect(picked.append)
    keys = (
        *(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home),
    )
    view.show_row(0)
    for key in keys:
        QTest.keyClick(view, key)
    assert picked == [1, 2, 1, 5, 1, 999, 0]
    assert view.verticalOffset() == 0


def test_the_first_key_goes_to_the_first_row(cards: Cards) -> None:
    view, _ = cards
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 0


def test_a_click_picks(cards: Cards, qtbot: QtBot) -> None:
    view, _ = cards
    with qtbot.waitSignal(view.picked) as caught:
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.card_rect(2).center(),
        )
    assert caught.args == [2]
    assert [index.row() for index in view.selectedIndexes()] == [2]


def test_the_program_does_not_pick(cards: Cards, qtbot: QtBot) -> None:
    view, _ = cards
    with qtbot.assertNotEmitted(view.picked):
        view.show_row(7)
        view.show_row(-1)
    assert not view.currentIndex().isValid()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_go_inside(cards: Cards, qtbot: QtBot, key: Qt.Key) -> None:
    view, _ = cards
    with qtbot.assertNotEmitted(view.entered):
        QTest.keyClick(view, key)
    view.show_row(3)
    with qtbot.waitSignal(view.entered):
        QTest.keyClick(view, key)


def test_letters_do_not_search(cards: Cards) -> None:
    view, _ = cards
    view.show_row(3)
    QTest.keyClick(view, Qt.Key.Key_R)
    assert view.currentIndex().row() == 3


HINTS = QAbstractItemView.ScrollHint


@pytest.mark.parametrize(
    ("hint", "top"),
    [
        (HINTS.EnsureVisible, 332),
        (HINTS.PositionAtTop, 8),
        (HINTS.PositionAtBottom, 332),
        (HINTS.PositionAtCenter, 170),
    ],
)
def test_a_row_comes_into_view(cards: Cards, hint: HINTS, top: int) -> None:
    view, _ = cards
    view.scrollTo(view.model().index(600, 0), hint)
    assert view.card_rect(600).top() == top


def test_a_card_that_is_higher_than_the_view_shows_its_beginning(cards: Cards) -> None:
    view, _ = cards
    view.open(600, 900)
    view.scrollTo(view.model().index(600, 0))
    assert view.card_rect(600).top() == 8


def test_the_open_row_stays_the_same_when_rows_come_above_it(cards: Cards) -> None:
    view, _ = cards
    view.open(5, 300)
    view.model().insertRows(0, 3)
    assert view.open_row() == 8
    view.model().removeRows(8, 1)
    assert view.open_row() == -1


def test_assistive_technology_sees_a_list(cards: Cards) -> None:
    view, _ = cards
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.role() == QAccessible.Role.List
    assert seen.text(QAccessible.Text.Name) == "Cards"
    assert seen.childCount() == 1000
    item = seen.child(2)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "row 2"
    assert item.rect().height() == LOOK


def test_selecting_through_assistive_technology_picks(cards: Cards, qtbot: QtBot) -> None:
    view, _ = cards
    with qtbot.waitSignal(view.picked) as caught:
        view.selectionModel().select(
            view.model().index(4, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
    assert caught.args == [4]
    assert view.currentIndex().row() == 4


def test_the_chosen_card_knows_that_it_is_and_has_the_focus(cards: Cards) -> None:
    view, painted = cards
    view.show_row(1)
    painted.clear()
    view.grab()
    assert dict(painted)[1].chosen
    assert not dict(painted)[0].chosen


def test_assistive_technology_hears_of_the_current_card_without_complaint(cards: Cards) -> None:
    view, _ = cards
    QAccessible.setActive(True)
    try:
        view.show_row(3)
        QTest.keyClick(view, Qt.Key.Key_Down)
        item = QAccessible.queryAccessibleInterface(view).child(4)
        assert bool(item.state().focused)
        assert bool(item.state().selected)
    finally:
        QAccessible.setActive(False)
