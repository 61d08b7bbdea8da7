"""A table over plain values: sorted by a click or a key on its head, ticked by Space."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Value = TypeVar("_Value")
_WIDEST, _NARROWEST = 320, 22
_AROUND = 0.9
"""The room above and below the words of a row, in lines."""
_MEASURED = 12
"""So many rows say how wide a column is; to measure all of a large class takes a second."""
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Column(Generic[_Value]):
    """A column: its name, what it says of a row, by what it is sorted.

    `tick` says whether a row is ticked; a `wide` column takes the room that the others leave. What
    is `short` stands at its head, where the name would make it wider than its numbers.
    """

    name: str
    text: Callable[[_Value], str]
    order: Callable[[_Value], Any] | None = None
    is_number: bool = False
    tick: Callable[[_Value], bool] | None = None
    hint: str = ""
    wide: bool = False
    short: str = ""


class TableModel(QAbstractTableModel, Generic[_Value]):
    """Rows are values as they come; the columns say what of them is shown."""

    ticked = Signal(object, bool)
    """A row's value, and whether it is to be ticked; nothing is ticked before it is shown anew."""

    def __init__(self, columns: Sequence[Column[_Value]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[_Value] = []
        self._by, self._down = 0, Qt.SortOrder.AscendingOrder

    def show(self, rows: Sequence[_Value]) -> None:
        """Show other rows, in the order that was chosen last."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def value(self, row: int) -> _Value:
        """What a row is about."""
        return self._rows[row]

    def values(self) -> list[_Value]:
        """All rows in the order in which they stand."""
        return self._rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        self.layoutAboutToBeChanged.emit()
        there = self.persistentIndexList()
        meant = [self._rows[index.row()] for index in there]
        self._by, self._down = column, order
        self._arrange()
        places = {id(value): row for row, value in enumerate(self._rows)}
        moved = [
            self.index(places[id(value)], index.column())
            for index, value in zip(there, meant, strict=True)
        ]
        self.changePersistentIndexList(there, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked, can be."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].tick:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column says of a row."""
        if not 0 <= index.row() < len(self._rows):
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _isolated(column.text(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(column.text(row)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = column.text(row)
            return f"{column.name}: {said}" if said else column.name
        if role == Qt.ItemDataRole.CheckStateRole and column.tick:
            return Qt.CheckState.Checked if column.tick(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Ask for a tick, or for no tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self._rows[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns, and what they mean."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.short or column.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or (column.name if column.short else None)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _arrange(self) -> None:
        column = self.columns[self._by]
        by = column.order or column.text
        self._rows.sort(key=by, reverse=self._down == Qt.SortOrder.DescendingOrder)


class Table(QTableView):
    """Shows a table model, in rows of so many lines; Enter opens a row, Space ticks it."""

    opened = Signal(object)
    """A row's value: it is to be shown whole."""
    chosen = Signal(object)
    """A row's value: it is the current one now."""

    def __init__(self, name: str, model: TableModel[Any], lines: int = 1) -> None:
        super().__init__()
        self.rows = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(lines > 1)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() * (lines + _AROUND)
        self.verticalHeader().setDefaultSectionSize(round(height))
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.value(index.row())))
        self.selectionModel().currentRowChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the place in them stays."""
        row, column = self.currentIndex().row(), max(self.currentIndex().column(), 0)
        first, shown = self.rows.rowCount() == 0, self.verticalScrollBar().value()
        self.rows.show(rows)
        if first:
            self._fit()
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, column))
            self.verticalScrollBar().setValue(shown)

    def chosen_rows(self) -> list[Any]:
        """The values of the selected rows."""
        return [self.rows.value(index.row()) for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; Space ticks it wherever in the row one is."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.rows.value(index.row()))
        elif event.key() == Qt.Key.Key_Space and index.isValid() and self._tick(index.row()):
            pass
        else:
            super().keyPressEvent(event)

    def _tick(self, row: int) -> bool:
        value = self.rows.value(row)
        tick = next((one.tick for one in self.rows.columns if one.tick), None)
        if tick:
            self.rows.ticked.emit(value, not tick(value))
        return tick is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wide column takes what is left."""
        super().resizeEvent(event)
        self._widen()

    def _fit(self) -> None:
        """As wide as the words, but for long ones."""
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for column in range(self.rows.columnCount()):
            header.resizeSection(column, min(header.sectionSize(column) + 4, _WIDEST))
        self._widen()

    def _widen(self) -> None:
        wide = [number for number, one in enumerate(self.rows.columns) if one.wide]
        header = self.horizontalHeader()
        if wide and self.rows.rowCount():
            others = header.length() - header.sectionSize(wide[0])
            least = _NARROWEST * self.fontMetrics().averageCharWidth()
            header.resizeSection(wide[0], max(self.viewport().width() - others, least))

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.rows.value(now.row()))


def _isolated(words: str) -> str:
    """In a window from right to left, words that run on in their own direction."""
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"{_ISOLATE}{words}{_END}" if mirrored and words else words
