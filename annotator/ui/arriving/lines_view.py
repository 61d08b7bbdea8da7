"""The list of paragraphs: whole paragraphs, however many; Space and Delete work on those selected.

Heights depend on words and width; they are reckoned in small batches and kept, so that a document
of ten thousand paragraphs is there at once and scrolls.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.arriving.lines_model import LinesModel
from annotator.ui.fonts import INTERFACE, SMALL, sans, serif
from annotator.ui.palette import Palette
from annotator.words import _

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _BOX, _GAP = 10, 6, 18, 10
"""In px at 100 %; the box grows with the letters."""
_SIZE = 14.5
_LEADING = 1.35
_BATCH = 25


class LinesView(QListView):
    """Paragraphs with a box each."""

    def __init__(self, model: LinesModel, palette: Palette) -> None:
        super().__init__()
        self._lines = model
        self.setProperty("look", "lines")
        self.setAccessibleName(_("Paragraphs"))
        self.setAccessibleDescription(
            _("Space drops a paragraph or takes it back, Delete drops it")
        )
        self._delegate = _Delegate(palette)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setTabKeyNavigation(False)
        # Last: before the batches are known, Qt would reckon every height at once.
        self.setModel(model)

    def begin_at(self, row: int) -> None:
        """Show the list from that row on, which is the current one, when it has been laid out."""
        self.setCurrentIndex(self._lines.index(row))
        if row:
            self._is_going = True
            # Behind the layout that tells of it: to scroll in the midst of one ends the program.
            bar = self.verticalScrollBar()
            bar.rangeChanged.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    _is_going = False

    def _go_on(self) -> None:
        if not self._is_going:
            return
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
        last = self._lines.rowCount() - 1
        laid = self.visualRect(self._lines.index(last)).isValid()
        self._is_going = not laid and self.visualRect(self.currentIndex()).top() != 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space drops what is selected or takes it back, Delete drops it."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            current = self.currentIndex()
            if current.isValid():
                self._lines.keep(self._chosen(), not self._lines.is_kept(current.row()))
        elif event.key() == Qt.Key.Key_Delete:
            self._lines.keep(self._chosen(), kept=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paragraphs break anew at another width."""
        super().resizeEvent(event)
        if self._delegate.set_width(self.viewport().width()):
            self.scheduleDelayedItemsLayout()

    def _chosen(self) -> set[int]:
        rows = {index.row() for index in self.selectedIndexes()}
        current = self.currentIndex()
        return rows or ({current.row()} if current.isValid() else set())


class _Delegate(QStyledItemDelegate):
    """Paints one paragraph beside its box."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._width = 0
        self._heights: dict[int, float] = {}

    def set_width(self, width: int) -> bool:
        """Break paragraphs for that width; whether it is another one."""
        if width == self._width:
            return False
        self._width, self._heights = width, {}
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the paragraph is, and the line that says why it is not part of the text."""
        row = index.row()
        if row not in self._heights:
            self._heights[row] = _laid(str(index.data()), option, self._room(option)).height
        small = QFontMetricsF(_small(option)).height()
        return QSize(max(self._width, 80), round(self._heights[row] + small + 2 * _TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row as it is now."""
        model = index.model()
        if not isinstance(model, LinesModel):
            return
        painter.save()
        self._ground(painter, option)
        self._box(painter, option, model.is_kept(index.row()))
        right = option.direction == Qt.LayoutDirection.RightToLeft
        left = option.rect.left() + _SIDE + (0 if right else _box(option) + _GAP)
        kept = model.is_kept(index.row())
        painter.setPen(self._palette.ink if kept else self._palette.soft)
        laid = _laid(str(index.data()), option, self._room(option), struck=not kept)
        laid.layout.draw(painter, QPointF(left, option.rect.top() + _TOP))
        painter.setPen(self._palette.soft)
        painter.setFont(_small(option))
        below = QRect(
            left,
            round(option.rect.top() + _TOP + laid.height),
            round(self._room(option)),
            _box(option),
        )
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignTop
            | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft),
            model.reason(index.row()),
        )
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box drops the paragraph or takes it back."""
        if not isinstance(event, QMouseEvent) or not isinstance(model, LinesModel):
            return False
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and self._around_box(option).contains(event.position().toPoint()):
            model.keep({index.row()}, not model.is_kept(index.row()))
            return True
        return False

    def _room(self, option: QStyleOptionViewItem) -> float:
        return max(float(self._width - 2 * _SIDE - _box(option) - _GAP), 40.0)

    def _around_box(self, option: QStyleOptionViewItem) -> QRect:
        """Where a click means the box; as high as the paragraph, because the box is small."""
        width = _SIDE + _box(option) + _GAP
        right = option.direction == Qt.LayoutDirection.RightToLeft
        left = option.rect.right() - width if right else option.rect.left()
        return QRect(left, option.rect.top(), width, option.rect.height())

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = QStyle.StateFlag
        if option.state & state.State_Selected:
            painter.fillRect(option.rect, self._palette.selection)
        if option.state & state.State_HasFocus:
            painter.setPen(self._palette.accent)
            painter.drawRect(option.rect.adjusted(1, 0, -2, -1))

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, kept: bool) -> None:
        around, state = self._around_box(option), QStyle.StateFlag
        right = option.direction == Qt.LayoutDirection.RightToLeft
        left = around.left() + _GAP if right else around.left() + _SIDE
        box, size = QStyleOptionViewItem(option), _box(option)
        box.rect = QRect(left, around.top() + _TOP + 2, size, size)
        box.state = (state.State_On if kept else state.State_Off) | state.State_Enabled
        widget = option.widget
        if isinstance(widget, QWidget):
            element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
            widget.style().drawPrimitive(element, box, painter, widget)


class _Laid:
    """A paragraph broken into lines."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self.layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        distance = QFontMetricsF(font).height() * _LEADING / 1.2
        self.height = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += distance
        self.layout.endLayout()


def _laid(text: str, option: QStyleOptionViewItem, width: float, struck: bool = False) -> _Laid:
    font = serif(_SIZE * _scale(option))
    font.setStrikeOut(struck)
    return _Laid(text, font, width)


def _small(option: QStyleOptionViewItem) -> QFont:
    return sans((SMALL - 1) * _scale(option))


def _box(option: QStyleOptionViewItem) -> int:
    return round(_BOX * _scale(option))


def _scale(option: QStyleOptionViewItem) -> float:
    """How much larger than usual the interface is set."""
    usual = sans(INTERFACE).pointSizeF()
    now: float = option.font.pointSizeF()
    return now / usual if now > 0 else 1.0
