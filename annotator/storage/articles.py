"""Articles in the library: a text goes in once and is never written again."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import Select, func, select

from annotator.model.article import Article, Metadata, TagCounts
from annotator.model.change import Row
from annotator.model.ids import ArticleId
from annotator.storage import failures
from annotator.storage.classes import remove_class
from annotator.storage.forgetting import forget_all
from annotator.storage.rows import ARTICLE, CLAIM, FILED, TABLES
from annotator.storage.step import Reading, Step
from annotator.storage.times import from_cell, to_cell

_TABLE = ARTICLE
_LISTED = [column for column in _TABLE.c if column.name != "text"]
_DETAILS = ("title", "outlet", "author", "date", "address", "language")


def insert(step: Step, article: Article, text: str) -> None:
    """Add an article with its canonical text."""
    details = {name: getattr(article.metadata, name) for name in _DETAILS}
    step.insert(
        "article",
        {
            "id": article.id,
            **details,
            "characters": article.characters,
            "sha256": article.sha256,
            "added": to_cell(article.added),
            "origin": article.origin,
            "binned": to_cell(article.binned) if article.binned else None,
            "version_of": article.version_of,
            "text": text,
        },
    )


def describe(step: Step, article: ArticleId, metadata: Metadata) -> None:
    """Write what is known about an article that is there."""
    before = step.row("article", (article,))
    if before:
        step.update("article", before, **{name: getattr(metadata, name) for name in _DETAILS})


def bin_(step: Step, article: ArticleId, time: datetime | None) -> None:
    """Put an article into the bin, or take it out (None), with everything on it."""
    before = step.row("article", (article,))
    if before:
        step.update("article", before, binned=to_cell(time) if time else None)


def make_version(step: Step, article: ArticleId, of: ArticleId) -> None:
    """Say of an article that is there that it is a later version of another."""
    before = step.row("article", (article,))
    if before:
        step.update("article", before, version_of=of)


def remove(step: Step, article: ArticleId) -> None:
    """Remove an article with everything on it; who links to its claims is the caller's care.

    Its later versions stay, as versions of nothing. No step remembers a word of what was removed,
    neither this one nor those before it.
    """
    for row in _rows_of(step, select(_TABLE).where(_TABLE.c.version_of == article)):
        step.update("article", row, version_of=None)
    forget_all(step, article)
    with step.forgetting():
        remove_class(step, article)
        _delete_all(step, "filed", select(FILED).where(FILED.c.article == article))
        for table in ("attribution", "evidence", "link", "dismissal", "former_id"):
            parts = TABLES[table]
            on_it = select(CLAIM.c.id).where(CLAIM.c.article == article)
            _delete_all(step, table, select(parts).where(parts.c.claim.in_(on_it)))
        for table in ("claim", "source"):
            chosen = TABLES[table]
            _delete_all(step, table, select(chosen).where(chosen.c.article == article))
        _delete_all(step, "article", select(_TABLE).where(_TABLE.c.id == article))


def all_of(reading: Reading) -> list[Article]:
    """Every article without its text, in the order they were added; none from the bin."""
    query = select(*_LISTED).where(_TABLE.c.binned.is_(None))
    return _listed(reading, query.order_by(_TABLE.c.added, _TABLE.c.id))


def first(reading: Reading) -> Article | None:
    """The article that was added first; none from the bin."""
    query = select(*_LISTED).where(_TABLE.c.binned.is_(None))
    found = _listed(reading, query.order_by(_TABLE.c.added, _TABLE.c.id).limit(1))
    return found[0] if found else None


def binned(reading: Reading) -> list[Article]:
    """The articles in the bin, those that were put there last first."""
    query = select(*_LISTED).where(_TABLE.c.binned.is_not(None))
    return _listed(reading, query.order_by(_TABLE.c.binned.desc(), _TABLE.c.id))


def one(reading: Reading, article: ArticleId) -> Article | None:
    """The article of that id."""
    row = reading.connection.execute(select(*_LISTED).where(_TABLE.c.id == article)).first()
    return _article(row) if row else None


def some_of(reading: Reading, some: Collection[ArticleId]) -> dict[ArticleId, Article]:
    """Those of a few articles that are there."""
    return {one.id: one for one in _listed(reading, select(*_LISTED).where(_TABLE.c.id.in_(some)))}


def versions(reading: Reading, article: ArticleId) -> list[ArticleId]:
    """An article, those of which it is a newer version, and the newer versions of each."""
    pairs = reading.connection.execute(
        select(_TABLE.c.id, _TABLE.c.version_of).where(_TABLE.c.version_of.is_not(None))
    ).all()
    found, waiting = [article], [article]
    while waiting:
        one = waiting.pop()
        beside = [ArticleId(old) for new, old in pairs if new == one and old]
        beside += [ArticleId(new) for new, old in pairs if old == one]
        more = [other for other in beside if other not in found]
        found += more
        waiting += more
    return found


def of_hash(reading: Reading, sha256: str) -> Article | None:
    """The article with that canonical text."""
    row = reading.connection.execute(select(*_LISTED).where(_TABLE.c.sha256 == sha256)).first()
    return _article(row) if row else None


def text_of(reading: Reading, article: ArticleId) -> str | None:
    """The canonical text of an article; None when it is not there."""
    query = select(_TABLE.c.text).where(_TABLE.c.id == article)
    text = reading.connection.execute(query).scalar()
    if text is not None:
        reading.texts.clear()  # one is enough: people work on one article at a time
        reading.texts[article] = text
    return text


def texts_of(reading: Reading, some: Collection[ArticleId]) -> dict[ArticleId, str]:
    """The canonical texts of a few articles."""
    query = select(_TABLE.c.id, _TABLE.c.text).where(_TABLE.c.id.in_(some))
    return {ArticleId(row[0]): row[1] for row in reading.connection.execute(query)}


def frozen_text(reading: Reading, article: ArticleId) -> str | None:
    """The text of an article that was there when it was read last: a text never changes."""
    return reading.texts.get(article) or text_of(reading, article)


def tag_counts(reading: Reading) -> dict[ArticleId, TagCounts]:
    """How often each tag stands, by article; an article without claims is not in it."""
    claim = CLAIM.c
    tagged = claim.attributed + claim.contested + claim.verified
    query = select(
        claim.article,
        func.count(),
        func.sum(claim.attributed),
        func.sum(claim.contested),
        func.sum(claim.verified),
        func.count().filter(tagged == 0),
    ).group_by(claim.article)
    rows = reading.connection.execute(query)
    return {ArticleId(row[0]): TagCounts(*row[1:]) for row in rows}


def _delete_all(step: Step, table: str, query: Select[Any]) -> None:
    step.delete(table, _rows_of(step, query))


def _rows_of(step: Step, query: Select[Any]) -> list[Row]:
    return [dict(row) for row in step.connection.execute(query).mappings()]


def _listed(reading: Reading, query: Select[Any]) -> list[Article]:
    return [_article(row) for row in reading.connection.execute(query)]


def _article(row: SqlRow[Any]) -> Article:
    with failures.as_written():
        return Article(
            id=ArticleId(row.id),
            metadata=Metadata(*(getattr(row, name) for name in _DETAILS)),
            characters=row.characters,
            sha256=row.sha256,
            added=from_cell(row.added),
            origin=row.origin,
            binned=from_cell(row.binned) if row.binned else None,
            version_of=ArticleId(row.version_of) if row.version_of else None,
        )
