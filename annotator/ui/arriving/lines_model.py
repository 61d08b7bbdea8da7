"""The paragraphs of a draft as a list model: a tick on each that stays."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.services.drafting import Draft
from annotator.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = 2_000
"""Characters of a paragraph that are shown; nobody reads more of one before it is stored."""


class LinesModel(QAbstractListModel):
    """Rows are paragraphs in the order of the document, those that were left out as well."""

    changed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def keep(self, rows: Collection[int], kept: bool) -> None:
        """Let these paragraphs stay, or drop them."""
        numbers = frozenset(rows)
        self.draft = self.draft.with_kept(
            self.draft.kept | numbers if kept else self.draft.kept - numbers
        )
        for row in numbers:
            index = self.index(row)
            self.dataChanged.emit(index, index)
        self.changed.emit()

    def is_kept(self, row: int) -> bool:
        """Whether a paragraph stays."""
        return row in self.draft.kept

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.draft.lines)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The paragraph, its tick, and why it is not part of the text."""
        if not index.isValid():
            return None
        line = self.draft.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_kept(index.row()) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.reason(index.row())
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a paragraph, or take the tick off."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.keep({index.row()}, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def reason(self, row: int) -> str:
        """Why a paragraph is not part of the text, or that somebody took it back."""
        line, kept = self.draft.lines[row], self.is_kept(row)
        if kept:
            return "" if line.found else _("Taken back by you")
        return _("Dropped by you") if line.found else _("Left out: not part of the article")
