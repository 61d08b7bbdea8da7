"""Which claims are shown, and in what order: chips with counts, words, a small menu."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.passages import Tally
from annotator.model.register import SourceKey
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.badges import badge_icon
from annotator.ui.claims.entries import Order
from annotator.ui.claims.look import Look
from annotator.ui.claims.wanted import EVERYTHING, State, Wanted
from annotator.ui.flow import Flow
from annotator.ui.icons import icon
from annotator.words import N_, _, ngettext

PAUSE = 150
"""So many milliseconds after the last key the words are looked for."""

_ORDERS = {Order.POSITION: N_("In the order of the article"), Order.TIME: N_("As they were made")}
_STATES = {
    State.ANY: N_("All claims"),
    State.UNFINISHED: N_("Only those that still need something"),
    State.COMPLETE: N_("Only those that are complete"),
}


class Filters(QWidget):
    """`changed` when something else is wanted; read `wanted` and `order`."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = EVERYTHING
        self.order = Order.POSITION
        self._chips: dict[Tag | None, QPushButton] = {tag: _chip() for tag in MEANINGS}
        self._unfinished = _chip()
        self._source = _chip()
        self._source.hide()
        self._words = QLineEdit()
        self._menu_button = QToolButton()
        self._menu_button.setProperty("look", "small")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._states: dict[State, QAction] = {}
        self._arrange()
        self._connect()
        self.set_look(look)
        self.count(Tally())

    def set_look(self, look: Look) -> None:
        """Paint in these colours and sizes."""
        for tag, chip in self._chips.items():
            chip.setIcon(badge_icon(tag, look.palette, look.badge))
        self._source.setIcon(icon("close", look.palette, look.palette.soft))
        self._menu_button.setIcon(icon("order", look.palette, look.palette.soft))

    def count(self, tally: Tally) -> None:
        """Show how many claims each chip stands for."""
        for tag, chip in self._chips.items():
            number = tally.open if tag is None else tally.tags[tag]
            chip.setText(f"\u200a{number}")
            name = ngettext("{tag}: {number} claim", "{tag}: {number} claims", number)
            chip.setAccessibleName(name.format(tag=_(MEANINGS[tag].name), number=number))
            chip.setToolTip(_(MEANINGS[tag].name))
        number = tally.unfinished
        words = ngettext("{number} still needs something", "{number} still need something", number)
        self._unfinished.setText(words.format(number=number))
        self._unfinished.setAccessibleName(words.format(number=number))
        wanted = self.wanted.state is State.UNFINISHED
        self._unfinished.setVisible(bool(number) or wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the words that are looked for."""
        if event.key() == Qt.Key.Key_Escape and self._words.text():
            self._words.clear()
            self._want_words()
            return
        super().keyPressEvent(event)

    def only_source(self, key: SourceKey | None, name: str) -> None:
        """Show only the claims that hang on a source; None shows those of all again."""
        self._source.setText(name)
        self._source.setAccessibleName(_("Only claims from {name}").format(name=name))
        self._source.setChecked(key is not None)
        self._source.setVisible(key is not None)
        self._want(replace(self.wanted, source=key))

    def show_all(self) -> None:
        """Want everything again."""
        self._words.clear()
        for chip in self._chips.values():
            chip.setChecked(False)
        self._source.hide()
        self._want(EVERYTHING)

    def _arrange(self) -> None:
        self._words.setPlaceholderText(_("Find in claims"))
        self._words.setAccessibleName(_("Find in claims"))
        self._words.setClearButtonEnabled(True)
        self._menu_button.setAccessibleName(_("Order and selection of claims"))
        self._menu_button.setToolTip(_("Order and selection"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setMenu(self._menu())
        chips = QWidget()
        flow = Flow(chips)
        for chip in (*self._chips.values(), self._unfinished, self._source):
            flow.add(chip)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(chips)
        column.addLayout(row)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        orders, states = QActionGroup(menu), QActionGroup(menu)
        for order, words in _ORDERS.items():
            action = _choice(menu, orders, _(words), order is self.order)
            action.triggered.connect(partial(self._arrange_by, order))
        menu.addSeparator()
        for state, words in _STATES.items():
            self._states[state] = _choice(menu, states, _(words), state is State.ANY)
            self._states[state].triggered.connect(partial(self._want_state, state))
        return menu

    def _connect(self) -> None:
        for tag, chip in self._chips.items():
            chip.toggled.connect(partial(self._want_tag, tag))
        # Not `clicked`: assistive technology toggles a chip without clicking it.
        self._unfinished.toggled.connect(
            lambda on: self._want_state(State.UNFINISHED if on else State.ANY)
        )
        self._source.toggled.connect(lambda on: None if on else self.only_source(None, ""))
        self._words.textChanged.connect(lambda _text: self._pause.start())
        self._words.returnPressed.connect(self._want_words)
        self._pause.timeout.connect(self._want_words)

    def _want_tag(self, tag: Tag | None, on: bool) -> None:
        others = self.wanted.tags - {tag}
        self._want(replace(self.wanted, tags=others | {tag} if on else others))

    def _want_state(self, state: State, _checked: bool = True) -> None:
        self._want(replace(self.wanted, state=state))

    def _want_words(self) -> None:
        self._pause.stop()
        self._want(replace(self.wanted, words=self._words.text().strip()))

    def _arrange_by(self, order: Order, _checked: bool = True) -> None:
        if order is not self.order:
            self.order = order
            self.changed.emit()

    def _want(self, wanted: Wanted) -> None:
        before, self.wanted = self.wanted, wanted
        self._unfinished.setChecked(wanted.state is State.UNFINISHED)
        self._states[wanted.state].setChecked(True)
        if wanted != before:
            self.changed.emit()


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    chip.setProperty("look", "chip")
    return chip


def _choice(menu: QMenu, group: QActionGroup, words: str, checked: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(checked)
    group.addAction(action)
    return action
