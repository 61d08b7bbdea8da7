"""The articles as a list model: titles, and how much is marked on each."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.model.article import Article, TagCounts
from annotator.model.ids import ArticleId
from annotator.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows are articles; the words typed above the list choose which are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[tuple[Article, TagCounts], ...] = ()
        self._shown: list[tuple[Article, TagCounts]] = []
        self._words: list[str] = []

    def show(self, listed: Sequence[tuple[Article, TagCounts]]) -> None:
        """Show other articles."""
        self._all = tuple(listed)
        self._choose()

    def filter(self, words: str) -> None:
        """Show only articles in whose title, outlet or author all the words stand."""
        self._words = words.casefold().split()
        self._choose()

    def count(self, article: ArticleId, tags: TagCounts) -> None:
        """Give one article other counts."""
        self._all = tuple((one, tags if one.id == article else old) for one, old in self._all)
        for row, (one, _old) in enumerate(self._shown):
            if one.id == article:
                self._shown[row] = (one, tags)
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, article: ArticleId) -> QModelIndex:
        """Where an article stands; an invalid index when it is not shown."""
        for row, (one, _tags) in enumerate(self._shown):
            if one.id == article:
                return self.index(row)
        return QModelIndex()

    def at(self, index: Index) -> tuple[Article, TagCounts] | None:
        """The article of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def total(self) -> int:
        """How many articles there are, shown or not."""
        return len(self._all)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The title; and what a screen reader says."""
        found = self.at(index)
        if found is None:
            return None
        article, tags = found
        if role == Qt.ItemDataRole.DisplayRole:
            return article.metadata.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{title}, {work}").format(title=article.metadata.title, work=work_done(tags))
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt guesses whether a tooltip is markup: as escaped markup a title is only words.
            return f"<p>{escape(article.metadata.title)}</p>"
        return None

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._all if self._fits(one[0])]
        self.endResetModel()

    def _fits(self, article: Article) -> bool:
        known = article.metadata
        text = f"{known.title} {known.outlet} {known.author}".casefold()
        return all(word in text for word in self._words)


def work_done(tags: TagCounts) -> str:
    """How much is marked, in words."""
    if not tags.claims:
        return _("not started")
    return ngettext("{number} passage", "{number} passages", tags.claims).format(number=tags.claims)
