"""What a search has found, as a list model: each article, and below it the places in it."""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.model.article import Article
from annotator.model.excerpts import Hit, Kind
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.services.searching import Found, Results

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

KIND_NAMES = {
    Kind.TITLE: N_("Title"),
    Kind.ABOUT: N_("Details"),
    Kind.TEXT: "",
    Kind.QUOTE: N_("Marked"),
    Kind.NOTE: N_("Note"),
    Kind.EVIDENCE: N_("Evidence"),
}
"""Message ids: what stands before the words; the text itself needs no name."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: an article (`heading`, with its marked title where words stand in it), or a hit."""

    article: Article
    hit: Hit | None
    heading: bool


class ResultsModel(QAbstractListModel):
    """Rows in the order of the results. More come when somebody scrolls to the end."""

    more_asked = Signal(int)
    """So many articles are here already."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._articles = 0
        self._is_all = True
        self._is_asked = False

    def show(self, results: "Results") -> None:
        """Show these, the first page."""
        self.beginResetModel()
        self._lines = [line for one in results.found for line in _lines(one)]
        self._articles, self._is_all = len(results.found), results.is_all
        self._is_asked = False
        self.endResetModel()

    def add(self, results: "Results") -> None:
        """Show the next page as well."""
        more = [line for one in results.found for line in _lines(one)]
        self._is_asked = False
        self._articles += len(results.found)
        # What is gone meanwhile must not be asked for again and again.
        self._is_all = results.is_all or not more
        if more:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._lines += more
            self.endInsertRows()

    def at(self, index: Index) -> Line | None:
        """What stands in a row."""
        return self._lines[index.row()] if index.isValid() else None

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there are results that are not here yet."""
        return not self._is_all and not self._is_asked

    def fetchMore(self, _parent: Index) -> None:
        """Ask for the next page."""
        self._is_asked = True
        self.more_asked.emit(self._articles)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words; and what a screen reader says."""
        line = self.at(index)
        if line is None:
            return None
        words = line.hit.words if line.hit else line.article.metadata.title
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = "" if line.heading or not line.hit else _(KIND_NAMES[line.hit.kind] or "")
            return _("{kind}: {words}").format(kind=kind, words=words) if kind else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(words)}</p>"
        return None


def _lines(found: "Found") -> list[Line]:
    title = next((hit for hit in found.hits if hit.kind is Kind.TITLE), None)
    others = [hit for hit in found.hits if hit is not title]
    heading = Line(found.article, title, heading=True)
    return [heading, *(Line(found.article, hit, heading=False) for hit in others)]
