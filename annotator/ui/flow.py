"""A layout that sets its widgets like words: side by side, on the next line when there is no room.

Chips with counts fit on one line at 100 % and need two at 200 %.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem

_ACROSS = Qt.Orientation(0)


class Flow(QLayout):
    """Widgets like words, in the direction of the layout."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, down: int = 4) -> None:
        super().__init__(parent)
        self._down = down
        self._items: list[QLayoutItem] = []
        self._one_line: dict[QLabel, tuple[str, int]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._items.append(item)

    def add(self, widget: QWidget) -> None:
        """Take a widget in at the end."""
        self.addChildWidget(widget)
        self._items.append(QWidgetItem(widget))
        self.invalidate()

    def clear(self) -> None:
        """Let go of all widgets."""
        for item in self._items:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items = []
        self._one_line = {}

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of that number, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of the item of that number."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return _ACROSS

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is that wide."""
        around = self.contentsMargins()
        inner = QRect(0, 0, width - around.left() - around.right(), 0)
        return self._place(inner, really=False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into a rectangle."""
        super().setGeometry(rect)
        self._place(self.contentsRect(), really=True)

    def sizeHint(self) -> QSize:
        """The widest widget, and all lines at that width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, really: bool) -> int:
        y = -self._down
        for line in self._lines(rect.width()):
            y += self._down
            height = max(size.height() for _item, _x, size in line)
            for item, x, size in line if really else ():
                corner = self._corner(rect, x, y + (height - size.height()) // 2, size)
                item.setGeometry(QRect(corner, size))
            y += height
        return max(y, 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """The items that stand side by side, each with where it begins and its size."""
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, width)
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, x, size))
            x += size.width() + self.spacing()
        return lines

    def _corner(self, rect: QRect, x: int, y: int, size: QSize) -> QPoint:
        parent = self.parentWidget()
        if parent and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPoint(rect.right() + 1 - x - size.width(), rect.top() + y)
        return QPoint(rect.left() + x, rect.top() + y)

    def _size(self, item: QLayoutItem, room: int) -> QSize:
        """What an item likes, but no wider than there is room: a label that is too long wraps."""
        label = item.widget()
        if isinstance(label, QLabel):
            wraps = self._width_of_one_line(label) > room
            if wraps != label.wordWrap():
                label.setWordWrap(wraps)
            if wraps:
                return QSize(room, label.heightForWidth(room))
        return item.sizeHint()

    def _width_of_one_line(self, label: QLabel) -> int:
        """How wide a label is that does not wrap; reckoned once for each of its texts and fonts.

        Whoever tells a label whether it wraps is asked for another layout, even when it is told
        nothing new: reckoned in each layout, there would be no end of them.
        """
        shown = label.text() + label.font().key()
        known = self._one_line.get(label)
        if known is None or known[0] != shown:
            label.setWordWrap(False)
            known = self._one_line[label] = shown, label.sizeHint().width()
        return known[1]
