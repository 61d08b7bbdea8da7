"""The left side: what of a class can be looked at, and who has not handed in yet."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.claims.look import Look, interface_scale
from annotator.ui.palette import Palette
from annotator.words import N_, _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

HEAT, PASSAGES, STUDENTS, KEY = "heat", "passages", "students", "key"
SOURCES, AGREEMENT = "sources", "agreement"
PLACES: dict[str, str] = {
    HEAT: N_("Heat map"),
    PASSAGES: N_("Passages"),
    STUDENTS: N_("Students"),
    KEY: N_("Key"),
    SOURCES: N_("Sources"),
    AGREEMENT: N_("Agreement"),
}
"""What can be looked at, by id; the names are message ids."""


class Row(NamedTuple):
    """A line of a list: what it is, how many there are of it."""

    name: str
    number: str = ""


class RowModel(QAbstractListModel):
    """Lines as they are given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these lines; as many as before are only changed, and the choice stays."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """A line."""
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; with its number for a screen reader."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.number}" if row.number else row.name
        return None


class Navigation(QWidget):
    """The class's name and count, the places to look at, and who is missing."""

    chosen = Signal(str)
    """One of PLACES is wanted."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = _heading()
        self._model, self._missing_model = RowModel(), RowModel()
        self._delegates = [_RowDelegate(palette, large=True), _RowDelegate(palette, large=False)]
        self.places = _list(_("What of the class"), self._model, self._delegates[0])
        self.places.selectionModel().currentChanged.connect(self._changed)
        self._not_in = _heading()
        self.missing = _list(_("Not in yet"), self._missing_model, self._delegates[1])
        self.missing.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._model.show([Row(_(name)) for name in PLACES.values()])
        self._size_places()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.places)
        column.addSpacing(8)
        column.addWidget(self._not_in)
        column.addWidget(self.missing, 1)
        column.addStretch(0)

    def show_class(self, heading: str, numbers: Sequence[str], missing: Sequence[str]) -> None:
        """Show how many there are of everything, in the order of PLACES, and who is missing."""
        self._heading.setText(heading)
        self._size_places()
        names = PLACES.values()
        self._model.show(
            [Row(_(name), number) for name, number in zip(names, numbers, strict=True)]
        )
        self._missing_model.show([Row(name) for name in missing])
        self._not_in.setText(_("Not in yet: {number}").format(number=len(missing)))
        for part in (self._not_in, self.missing):
            part.setVisible(bool(missing))

    def choose(self, place: str) -> None:
        """Go to one of PLACES."""
        self.places.setCurrentIndex(self._model.index(list(PLACES).index(place)))

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        for delegate in self._delegates:
            delegate.take(palette)
        for view in (self.places, self.missing):
            view.viewport().update()

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(list(PLACES)[now.row()])

    def _size_places(self) -> None:
        height = sum(self.places.sizeHintForRow(row) for row in range(len(PLACES)))
        self.places.setFixedHeight(height + 4)


class _RowDelegate(QStyledItemDelegate):
    """Paints a line; the one that is looked at lies on paper."""

    def __init__(self, palette: Palette, *, large: bool) -> None:
        super().__init__()
        self._large = large
        self.take(palette)

    def take(self, palette: Palette) -> None:
        self._look = Look(palette, interface_scale())

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        height = QFontMetricsF(option.font).height()
        return QSize(120, round(height + self._look.px(18 if self._large else 8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowModel)
        row, look = model.row(index.row()), self._look
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8.5, 1.5, -8.5, -1.5)
        self._ground(painter, box, option, chosen)
        inner = box.adjusted(look.px(10), 0, -look.px(10), 0)
        painter.setFont(look.title if chosen and self._large else option.font)
        painter.setPen(look.palette.ink if self._large else look.palette.soft)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            begin, end = end, begin
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        numbers = QFontMetricsF(look.small).horizontalAdvance(row.number)
        metrics = QFontMetricsF(painter.font())
        room = inner.width() - numbers - look.px(6)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(begin | middle), name)
        painter.setFont(look.small)
        painter.setPen(look.palette.soft)
        painter.drawText(inner, int(end | middle), row.number)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        palette = self._look.palette
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen and self._large:
            painter.setPen(palette.hairline)
            painter.setBrush(self._look.colours["raised"])
            painter.drawRoundedRect(box, 10, 10)
        elif option.state & QStyle.StateFlag.State_MouseOver and self._large:
            painter.setBrush(palette.ground)
            painter.drawRoundedRect(box, 10, 10)
        focus = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if (option.state & focus) == focus:
            painter.setPen(palette.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 10, 10)


def _heading() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "strong")
    label.setContentsMargins(16, 0, 16, 4)
    label.setWordWrap(True)
    return label


def _list(name: str, model: RowModel, delegate: _RowDelegate) -> QListView:
    view = QListView()
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return view
