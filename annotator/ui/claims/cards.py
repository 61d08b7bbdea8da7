"""A list of painted cards, one of which may stand open: as quick with 100,000 as with ten.

QListView measures every row and remembers where it is. Here all closed cards have one height, so
where a row is can be reckoned; everything of QListView that asks for a place is answered by that.
It stays a QListView because assistive technology knows it as a list of items.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from annotator.ui.claims.card import State, paint_ring
from annotator.ui.claims.column import Column
from annotator.ui.claims.look import GAP, Look

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class CardList(QListView):
    """The list. `paint` paints the closed card of a row into a rectangle of the viewport."""

    picked = Signal(int)
    """The person chose this row, by mouse, by key or through assistive technology."""
    entered = Signal()
    """Enter or Space on the current row: open it and go inside."""
    moved = Signal()
    """Cards stand elsewhere now: it was scrolled, laid out or sized."""

    def __init__(
        self,
        look: Look,
        paint: Callable[[QPainter, QRect, int, State], None],
        closed: Callable[[Look], int],
        parent: QWidget | None = None,
    ) -> None:
        """`closed` says how high a closed card is."""
        super().__init__(parent)
        self._look = look
        self._paint = paint
        self._closed = closed
        self._open = QPersistentModelIndex()
        self._open_height = 0
        self._pointed = -1
        self._quiet = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def set_look(self, look: Look) -> None:
        """Paint with these colours and sizes from now on."""
        self._look = look
        self.doItemsLayout()

    # -- what stands open

    def open_row(self) -> int:
        """The row that stands open, or -1."""
        return self._open.row() if self._open.isValid() else -1

    def open(self, row: int, height: int) -> None:
        """Let a row stand open, `height` px high; -1 closes."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        if row == self.open_row() and (row < 0 or height == self._open_height):
            return
        self._open = QPersistentModelIndex(index)
        self._open_height = height
        self.doItemsLayout()

    def card_rect(self, row: int) -> QRect:
        """A row's card in the viewport's px; it may lie outside."""
        column, side = self._column(), self._look.px(GAP)
        top = column.top(row) - self.verticalOffset()
        return QRect(side, top, self.viewport().width() - 2 * side, column.size(row))

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """While this lasts, a change of the current row is the program's, not the person's."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    def show_row(self, row: int) -> None:
        """Make a row the current one without saying that the person picked it; -1 for none."""
        with self.quietly():
            index = self.model().index(row, 0) if row >= 0 else QModelIndex()
            if index.isValid():
                self.setCurrentIndex(index)
            else:
                self.selectionModel().clear()

    def show_part(self, top: int, bottom: int) -> None:
        """Scroll until these px of the column are in view, the upper ones before the lower."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        value = bar.value()
        if bottom > value + room:
            value = bottom - room
        bar.setValue(min(value, top))

    # -- QListView's questions, answered by arithmetic

    def visualRect(self, index: Index) -> QRect:
        """A row's card in the viewport."""
        return self.card_rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row whose card is at a point of the viewport."""
        row = self._column().row_at(point.y() + self.verticalOffset())
        inside = row >= 0 and self.card_rect(row).contains(point)
        return self.model().index(row, 0) if inside else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view."""
        if not index.isValid():
            return
        column, row = self._column(), index.row()
        top, bottom = column.top(row), column.top(row) + column.size(row)
        if hint == QAbstractItemView.ScrollHint.EnsureVisible:
            self.show_part(top - column.gap, bottom + column.gap)
        elif hint == QAbstractItemView.ScrollHint.PositionAtTop:
            self.verticalScrollBar().setValue(top - column.gap)
        elif hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            self.verticalScrollBar().setValue(bottom + column.gap - self.viewport().height())
        else:
            self.verticalScrollBar().setValue((top + bottom - self.viewport().height()) // 2)

    def verticalOffset(self) -> int:
        """How far the column is scrolled, in px."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """None: cards are as wide as the viewport."""
        return 0

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        model = self.model()
        last = model.rowCount() - 1
        now = self.currentIndex().row()
        page = max(self.viewport().height() // (self._closed(self._look) + self._look.px(GAP)), 1)
        steps = {
            _Move.MoveUp: -1,
            _Move.MovePrevious: -1,
            _Move.MoveDown: 1,
            _Move.MoveNext: 1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -last,
            _Move.MoveEnd: last,
        }
        if now < 0:
            return model.index(0, 0)
        return model.index(min(max(now + steps.get(action, 0), 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that a rectangle of the viewport touches."""
        offset = self.verticalOffset()
        rows = self._column().between(
            rect.normalized().top() + offset, rect.normalized().bottom() + 1 + offset
        )
        selection = QItemSelection()
        if rows:
            model = self.model()
            selection.select(model.index(rows[0], 0), model.index(rows[-1], 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where selected cards are in view."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region & self.viewport().rect()

    # -- laying out, scrolling, painting

    def doItemsLayout(self) -> None:
        """Nothing is laid out; only the scroll bar has to know."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the column."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._column().height - room, 0))
        bar.setPageStep(room)
        bar.setSingleStep(self._look.px(40))
        QAbstractItemView.updateGeometries(self)
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the painted cards along."""
        self.viewport().scroll(dx, dy)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the closed cards that are in view."""
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        chosen = self.currentIndex().row()
        for row in self._column().between(area.top() + offset, area.bottom() + 1 + offset):
            if row != self.open_row():
                focused = row == chosen and self.hasFocus()
                state = State(row == chosen, focused, row == self._pointed)
                self._paint(painter, self.card_rect(row), row, state)
            elif self.hasFocus():
                paint_ring(painter, self.card_rect(row), self._look)
        painter.end()

    # -- the person's hand

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To get the focus is not to choose the first row, which QListView does."""
        nothing = not self.currentIndex().isValid()
        with self.quietly():
            super().focusInEvent(event)
            if nothing:
                self.selectionModel().clear()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go inside."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: looking through every name would take a while."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which card the mouse points at."""
        self._point_at(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget where the mouse was when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    # -- what is current, and who hears of it

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say who is current now, to assistive technology and to the panel."""
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if not current.isValid():
            return
        if self.hasFocus():
            self._tell(QAccessible.Event.Focus, current.row())
        if not self._quiet:
            self.picked.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Let what is selected be what is current."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        rows = [index.row() for index in selected.indexes()]
        if not rows:
            return
        self._tell(QAccessible.Event.Selection, rows[0])
        if rows[0] != self.currentIndex().row():
            # Assistive technology selects without moving the current row.
            self.setCurrentIndex(self.model().index(rows[0], 0))

    def _tell(self, what: QAccessible.Event, row: int) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self, what)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def _column(self) -> Column:
        model = self.model()
        rows = model.rowCount() if model else 0
        look = self._look
        return Column(rows, self._closed(look), look.px(GAP), self.open_row(), self._open_height)
