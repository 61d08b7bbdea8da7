"""A report's pages before it is written: a list of pictures, painted only where somebody looks.

The letters are set and the pictures painted on the worker's thread, which alone may touch them: a
report of a hundred pages does not hold up the window.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.report import Report
from annotator.ui.palette import Palette
from annotator.words import _

if TYPE_CHECKING:
    from annotator.exchange.writers.paged.booklet import Booklet

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEPT = 24
"""Pictures of pages that are kept."""
_AROUND = 8


class Pages:
    """The pages of one report, worksheet or article; made and used on the worker's thread."""

    def __init__(self, report: Report, kind: str, tick: Callable[[int], None]) -> None:
        from annotator.exchange.writers.paged.on_printer import KINDS

        # A format without pages of its own is looked at as the report that it holds.
        self._booklet: Booklet = KINDS.get(kind, KINDS["report"])(report, tick)
        self.count = self._booklet.count
        width, height = self._booklet.sheet.size
        self.ratio = height / width

    def picture(self, number: int, width: int) -> QImage:
        """The page of that number, from 1, so many dots wide."""
        image = QImage(width, round(width * self.ratio), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        try:
            scale = width / self._booklet.sheet.size[0]
            painter.scale(scale, scale)
            self._booklet.paint(painter, number)
        finally:
            painter.end()
        return image


class PagesModel(QAbstractListModel):
    """Rows are pages; a picture that is not there yet is asked for."""

    picture_asked = Signal(int, int)
    """The number of a page, and how many dots wide its picture shall be."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._pictures: dict[tuple[int, int], QImage | None] = {}

    def show(self, count: int) -> None:
        """Show another report of so many pages."""
        self.beginResetModel()
        self._count, self._pictures = count, {}
        self.endResetModel()

    def picture(self, number: int, width: int) -> QImage | None:
        """The picture of a page, if it is there."""
        wanted = (number, width)
        if wanted not in self._pictures:
            self._pictures[wanted] = None
            self.picture_asked.emit(number, width)
        return self._pictures[wanted]

    def put(self, number: int, width: int, image: QImage) -> None:
        """Take a picture in, and forget the one that was asked for first when there are many."""
        self._pictures[number, width] = image
        while len(self._pictures) > _KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        index = self.index(number - 1)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many pages there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a page is called."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = _("Page {number} of {count}")
            return said.format(number=index.row() + 1, count=self._count)
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a page as a white sheet, in the dark as well: paper is white."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.size = QSize(100, 141)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all pages."""
        return self.size + QSize(2 * _AROUND, 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The page, or a white sheet until its picture is there."""
        corner = option.rect.topLeft()
        left = corner.x() + (option.rect.width() - self.size.width()) // 2
        box = QRect(QPoint(left, corner.y() + _AROUND), self.size)
        painter.fillRect(box, Qt.GlobalColor.white)
        model, ratio = index.model(), painter.device().devicePixelRatio()
        if isinstance(model, PagesModel):
            image = model.picture(index.row() + 1, round(box.width() * ratio))
            if image is not None:
                painter.drawImage(box, image)
        state = QStyle.StateFlag
        focused = bool(option.state & state.State_HasFocus)
        painter.setPen(self._palette.accent if focused else QColor(self._palette.hairline))
        painter.drawRect(box.adjusted(0, 0, -1, -1))


class PagesView(QListView):
    """The pages below each other, as wide as there is room."""

    def __init__(self, model: PagesModel, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "pages")
        self.setAccessibleName(_("Preview"))
        self._ratio = 2**0.5
        self._delegate = _Delegate(palette)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_ratio(self, ratio: float) -> None:
        """How high a page is when it is 1 wide."""
        self._ratio = ratio
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.viewport().width() - 2 * _AROUND, 60)
        self._delegate.size = QSize(width, round(width * self._ratio))
        self.scheduleDelayedItemsLayout()
