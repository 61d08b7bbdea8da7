"""The list with the open card on top of its row.

The card cannot be a child of the list: assistive technology is shown the items of a list and
nothing else that lies in it. So it lies beside the list, in a window that is as large as the
part of its row that is in view.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.ui.claims.cards import CardList
from annotator.ui.claims.look import GAP, Look


class Area(QWidget):
    """A list of cards, and a widget that takes the place of one of them."""

    opened = Signal()
    """The card stands in its place now."""

    def __init__(self, look: Look, list_: CardList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = list_
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._look = look
        self._card: QWidget | None = None
        self._needed: Callable[[int], int] = lambda _width: 0
        self._window = _Window(self.list, self)
        self._window.hide()
        self.list.moved.connect(self._place)
        self.list.viewport().installEventFilter(self)

    def hold(self, card: QWidget, needed: Callable[[int], int]) -> None:
        """Use this as the card that opens; `needed` says how high it has to be at a width."""
        self._card, self._needed = card, needed
        card.setParent(self._window)

    def set_look(self, look: Look) -> None:
        """Paint with these colours and sizes."""
        self._look = look
        self.list.set_look(look)
        self.fit()

    def open(self, row: int) -> None:
        """Let the card stand in that row; -1 puts it away."""
        if row < 0 or self._card is None:
            self.list.open(-1, 0)
            self._window.hide()
            return
        self._window.show()
        self._card.show()
        self.list.open(row, self._needed(self._width()))
        self._place()
        self.opened.emit()

    def card_has_focus(self) -> bool:
        """Whether the person is in a control of the card."""
        now = QApplication.focusWidget()
        return bool(self._card and now and self._card.isAncestorOf(now))

    def fit(self) -> None:
        """Give the card the height that it needs now."""
        row = self.list.open_row()
        if row >= 0:
            self.list.open(row, self._needed(self._width()))
            self._place()

    def show_control(self, control: QWidget) -> None:
        """Scroll until a control of the card is in view, with its label above it."""
        row = self.list.open_row()
        if row < 0 or self._card is None:
            return
        above = self._look.px(28)
        at = control.mapTo(self._card, QPoint(0, 0)).y()
        top = self.list.card_rect(row).top() + self.list.verticalOffset() + at
        self.list.show_part(top - above, top + control.height() + self._look.px(GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list's viewport was sized: the card has another width."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card has another width."""
        super().resizeEvent(event)
        self.fit()

    def _width(self) -> int:
        return self.list.viewport().width() - 2 * self._look.px(GAP)

    def _place(self) -> None:
        row = self.list.open_row()
        if row < 0 or self._card is None:
            self._window.hide()
            return
        viewport = self.list.viewport()
        rect = self.list.card_rect(row)
        seen = rect & viewport.rect()
        corner = viewport.mapTo(self, QPoint(0, 0))
        # Out of view it stays shown, without height: hiding would take the focus out of a field.
        if not seen.isValid():
            seen = QRect(rect.left(), 0, rect.width(), 0)
        self._window.setGeometry(seen.translated(corner))
        self._card.setGeometry(QRect(rect.topLeft() - seen.topLeft(), rect.size()))
        self._window.raise_()


class _Window(QWidget):
    """Shows the part of the card that is in view, and hands the wheel to the list."""

    def __init__(self, list_: CardList, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = list_

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._list.viewport(), event)
