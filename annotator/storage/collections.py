"""Collections in the library, and which articles are filed in them."""

from collections.abc import Collection as Several
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select

from annotator.model.collection import Collection
from annotator.model.ids import ArticleId, CollectionId
from annotator.storage import failures
from annotator.storage.rows import COLLECTION, FILED
from annotator.storage.step import Reading, Step

_TABLE = COLLECTION


def insert(step: Step, collection: Collection) -> None:
    """Add a collection."""
    step.insert(
        "collection",
        {"id": collection.id, "name": collection.name, "position": collection.position},
    )


def rename(step: Step, collection: CollectionId, name: str) -> None:
    """Give a collection that is there another name."""
    before = step.row("collection", (collection,))
    if before:
        step.update("collection", before, name=name)


def remove(step: Step, collection: CollectionId) -> None:
    """Remove a collection; the articles in it stay."""
    query = select(FILED).where(FILED.c.collection == collection)
    step.delete("filed", [dict(row) for row in step.connection.execute(query).mappings()])
    before = step.row("collection", (collection,))
    step.delete("collection", [before] if before else [])


def file(step: Step, collection: CollectionId, articles: Several[ArticleId]) -> None:
    """Put articles into a collection; those that are in it stay."""
    there = step.rows("filed", [(collection, article) for article in articles])
    for article in dict.fromkeys(articles):
        if (collection, article) not in there:
            step.insert("filed", {"collection": collection, "article": article})


def take_out(step: Step, collection: CollectionId, articles: Several[ArticleId]) -> None:
    """Take articles out of a collection."""
    there = step.rows("filed", [(collection, article) for article in articles])
    step.delete("filed", there.values())


def all_of(reading: Reading) -> list[Collection]:
    """Every collection, in the order in which they are shown."""
    query = select(_TABLE).order_by(_TABLE.c.position, _TABLE.c.name, _TABLE.c.id)
    return [_collection(row) for row in reading.connection.execute(query)]


def one(reading: Reading, collection: CollectionId) -> Collection | None:
    """The collection of that id."""
    query = select(_TABLE).where(_TABLE.c.id == collection)
    row = reading.connection.execute(query).first()
    return _collection(row) if row else None


def named(reading: Reading, name: str) -> Collection | None:
    """The collection of exactly that name."""
    row = reading.connection.execute(select(_TABLE).where(_TABLE.c.name == name)).first()
    return _collection(row) if row else None


def next_position(reading: Reading) -> int:
    """A place after all others."""
    last = reading.connection.execute(select(func.max(_TABLE.c.position))).scalar()
    return 0 if last is None else last + 1


def filed(reading: Reading) -> dict[CollectionId, frozenset[ArticleId]]:
    """The articles of each collection that has any, those in the bin as well."""
    found: dict[CollectionId, set[ArticleId]] = {}
    for collection, article in reading.connection.execute(
        select(FILED.c.collection, FILED.c.article)
    ):
        found.setdefault(CollectionId(collection), set()).add(ArticleId(article))
    return {collection: frozenset(articles) for collection, articles in found.items()}


def _collection(row: SqlRow[Any]) -> Collection:
    with failures.as_written():
        return Collection(CollectionId(row.id), row.name, row.position)
