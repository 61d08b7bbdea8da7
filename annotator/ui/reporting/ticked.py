"""A list of names to tick: one row or ten thousand, for articles and for people."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 8
"""So many rows are found without looking for words."""
_HEIGHT = 132


class TickModel(QAbstractListModel):
    """Rows are an id and its name."""

    ticks_changed = Signal()

    def __init__(self, rows: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._ticked = set(ticked)

    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the rows."""
        return tuple(one for one, _name in self._rows if one in self._ticked)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Each row can be ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The name, and whether it is ticked."""
        if not index.isValid():
            return None
        one, name = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(name.split())
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if one in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a row, or take the tick off."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        one = self._rows[index.row()][0]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(one)
        else:
            self._ticked.discard(one)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()
        return True


class TickList(QWidget):
    """The list, and above a long one a field for words to find rows by."""

    ticks_changed = Signal()

    def __init__(self, name: str, rows: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        super().__init__()
        self._model = TickModel(rows, ticked)
        self._model.ticks_changed.connect(self.ticks_changed)
        shown = QSortFilterProxyModel(self)
        shown.setSourceModel(self._model)
        shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._words = words = QLineEdit()
        words.setPlaceholderText(_("Find in the list"))
        words.setAccessibleName(_("Find in the list: {name}").format(name=name))
        words.setClearButtonEnabled(True)
        words.textChanged.connect(shown.setFilterFixedString)
        words.setVisible(len(rows) > _FEW)
        self.view = QListView()
        self.view.setProperty("look", "ticks")
        self.view.setAccessibleName(name)
        self.view.setModel(shown)
        self.view.setUniformItemSizes(True)
        self.view.setFixedHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words)
        column.addWidget(self.view)

    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        return self._model.ticked()
