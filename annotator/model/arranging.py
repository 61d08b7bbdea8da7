"""In which order articles are listed, and which of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.model.article import Article, TagCounts
from annotator.model.folding import folded
from annotator.model.ids import ArticleId
from annotator.words import N_

Row = tuple[Article, TagCounts]
"""What a list knows of an article: how much is marked on it besides what it is."""


class Order(StrEnum):
    """By what articles are sorted; those that are alike stay as they were added."""

    ADDED = "added"
    TITLE = "title"
    DATE = "date"
    """The latest first; what has no date comes last."""
    CLAIMS = "claims"
    """The most first."""
    AUTHOR = "author"
    """By name; what has no author comes last."""


ORDER_NAMES = {
    Order.ADDED: N_("As they were added"),
    Order.TITLE: N_("By title"),
    Order.DATE: N_("Latest date first"),
    Order.CLAIMS: N_("Most marked first"),
    Order.AUTHOR: N_("By author"),
}
"""Message ids."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles are listed: all that fit in every respect; None and "" leave one open.

    `within` are the articles of a collection, `incomplete` those on which claims lack something.
    """

    within: Collection[ArticleId] | None = None
    marked: bool | None = None
    incomplete: Collection[ArticleId] | None = None
    language: str = ""

    def fits(self, row: Row) -> bool:
        """Whether an article is listed."""
        article, tags = row
        return (
            (self.within is None or article.id in self.within)
            and (self.incomplete is None or article.id in self.incomplete)
            and (self.marked is None or bool(tags.claims) is self.marked)
            and self.language in ("", language_of(article))
        )


def arranged(rows: Iterable[Row], order: Order, choice: Choice) -> list[Row]:
    """The rows that fit, sorted; they come in the order in which they were added.

    A newer version stands right after the one before it, where that is listed too.
    """
    chosen = [row for row in rows if choice.fits(row)]
    return _versions_together(chosen if order is Order.ADDED else sorted(chosen, key=_KEYS[order]))


def languages(rows: Iterable[Row]) -> list[str]:
    """The languages of the articles, as they are named in them, without their countries."""
    return sorted({language_of(article) for article, _tags in rows} - {""})


def language_of(article: Article) -> str:
    """The language without its country: `en` for `en-GB`."""
    return article.metadata.language.replace("_", "-").partition("-")[0].strip().lower()


def _versions_together(rows: list[Row]) -> list[Row]:
    listed = {article.id for article, _tags in rows}
    newer: defaultdict[ArticleId, list[Row]] = defaultdict(list)
    waiting: list[Row] = []
    for row in reversed(rows):
        of = row[0].version_of
        (newer[of] if of in listed and of is not None else waiting).append(row)
    if not newer:
        return rows
    together: list[Row] = []
    while waiting:
        row = waiting.pop()
        together.append(row)
        waiting += newer.pop(row[0].id, [])
    # A damaged library may say of two that each is a version of the other.
    return together + [row for rest in newer.values() for row in rest]


def _by_date(row: Row) -> tuple[int, ...]:
    return *(-ord(letter) for letter in row[0].metadata.date), 1


def _by_author(row: Row) -> tuple[bool, str]:
    author = folded(row[0].metadata.author).strip()
    return not author, author


_KEYS: dict[Order, Callable[[Row], Any]] = {
    Order.TITLE: lambda row: folded(row[0].metadata.title).strip(),
    Order.DATE: _by_date,
    Order.CLAIMS: lambda row: -row[1].claims,
    Order.AUTHOR: _by_author,
}
