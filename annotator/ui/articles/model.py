"""The articles as a list model: titles, and how much is marked on each."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.model.arranging import Choice, Order, Row, arranged
from annotator.model.article import TagCounts
from annotator.model.ids import ArticleId
from annotator.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows are articles; an order and a choice say which are shown. Ten thousand are usual."""

    def __init__(self) -> None:
        super().__init__()
        self.order = Order.ADDED
        self.choice = Choice()
        self._given: tuple[Row, ...] = ()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._rows: dict[ArticleId, int] = {}

    def show(self, listed: Sequence[Row]) -> None:
        """Show other articles; the same ones again keep the counts that they have by now."""
        given = tuple(listed)
        if given != self._given:
            self._given, self._all = given, list(given)
            self._arrange()

    def arrange(self, order: Order, choice: Choice) -> None:
        """Show what fits, in that order."""
        if (order, choice) != (self.order, self.choice):
            self.order, self.choice = order, choice
            self._arrange()

    def count(self, article: ArticleId, tags: TagCounts) -> None:
        """Give one article other counts; it stays where it stands."""
        row = self._rows.get(article)
        if row is None or self._shown[row][1] == tags:
            return
        before = self._shown[row]
        self._shown[row] = (before[0], tags)
        self._all[self._all.index(before)] = self._shown[row]
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, article: ArticleId) -> QModelIndex:
        """Where an article stands; an invalid index when it is not shown."""
        return self.index(self._rows[article]) if article in self._rows else QModelIndex()

    def at(self, index: Index) -> Row | None:
        """The article of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def shown(self) -> list[Row]:
        """The articles that fit."""
        return self._shown

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
        article = found[0]
        if role == Qt.ItemDataRole.DisplayRole:
            return article.metadata.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{title}, {work}").format(title=article.metadata.title, work=said_of(found))
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt guesses whether a tooltip is markup: as escaped markup a title is only words.
            return f"<p>{escape(article.metadata.title)}</p>"
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = arranged(self._all, self.order, self.choice)
        self._rows = {row[0].id: number for number, row in enumerate(self._shown)}
        self.endResetModel()


def said_of(row: Row) -> str:
    """How much is marked, and whether it is a newer version."""
    article, tags = row
    if article.version_of is None:
        return work_done(tags)
    return _("newer version, {work}").format(work=work_done(tags))


def work_done(tags: TagCounts) -> str:
    """How much is marked, in words."""
    if not tags.claims:
        return _("not started")
    return ngettext("{number} passage", "{number} passages", tags.claims).format(number=tags.claims)
