"""A library with a row in every table, for tests of what happens to rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from annotator.model.article import Article, Metadata
from annotator.model.change import Change
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.collection import Collection
from annotator.model.ids import ArticleId, ClaimId, CollectionId, PersonId
from annotator.model.person import Origin, Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import sha256_of
from annotator.storage import articles, changes, claims, collections, dismissals, people
from annotator.storage.library import Library
from annotator.storage.rows import TABLES
from annotator.storage.step import Draft, Step

TEXT = "One 😀 two\nثلاثة 𠀀 four\n"
NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
ARTICLE = ArticleId("article-1")
ANA = PersonId("person-ana")
COLLECTION = CollectionId("collection-1")

ROWS = dict[str, list[dict[str, object]]]


@contextmanager
def step(library: Library, label: str = "test") -> Iterator[Step]:
    """A step of a window called "w"."""
    with library.changing(Draft("w", label, NOON)) as running:
        yield running


def article(id_: ArticleId = ARTICLE, text: str = TEXT) -> Article:
    """An article with every detail known."""
    details = Metadata("One", "The Paper", "A. Author", "2024-09-02", "https://x.example", "en")
    return Article(id_, details, len(text), sha256_of(text), NOON, "story.txt")


def claim(id_: str = "claim-1", start: int = 0, end: int = 3, **fields: object) -> Claim:
    """A claim of Ana's."""
    bare = Claim(ClaimId(id_), ARTICLE, ANA, Span(start, end), NOON, NOON)
    for name, value in fields.items():
        object.__setattr__(bare, name, value)
    return bare


def full_claim() -> Claim:
    """A claim with every field."""
    return claim(
        tags=frozenset({Tag.ATTRIBUTED, Tag.VERIFIED}),
        note="a note\n\nقال 😀",
        attributions=(
            Attribution(
                Source("Ben", SourceKind.PERSON, Stake.OWN), SourceRole.SOURCE, "said", "Cem"
            ),
            Attribution(Source("", SourceKind.UNNAMED), SourceRole.COUNTER),
        ),
        evidence=(
            Evidence("https://y.example", True, Outcome.SUPPORTS, date(2024, 9, 1), "the number"),
            Evidence("a book"),
        ),
        links=(
            Link(ClaimId("claim-2"), LinkRole.RELATED),
            Link(ClaimId("elsewhere"), LinkRole.DISAGREES),
        ),
    )


def put(running: Step, *given: Claim) -> None:
    """Write new claims with their words."""
    for one in given:
        claims.put(running, one, None, TEXT[one.span.start : one.span.end])


def fill(library: Library) -> None:
    """Write rows into every table."""
    with step(library) as running:
        articles.insert(running, article(), TEXT)
        people.insert(running, Person(ANA, "Ana", Origin.LOCAL))
        put(running, full_claim(), claim("claim-2", 4, 5))
        claims.remember(running, ClaimId("claim-0"), ClaimId("claim-1"))
        dismissals.insert(running, ClaimId("claim-1"), "whole paragraph")
        collections.insert(running, Collection(COLLECTION, "Bridges", 0))
        collections.file(running, COLLECTION, [ARTICLE])


def rows(library: Library) -> ROWS:
    """Every row by table, in the order of their keys."""
    with library.reading() as reading:
        return {
            name: [
                dict(row)
                for row in reading.connection.execute(
                    table.select().order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for name, table in TABLES.items()
        }


def steps_after(library: Library, number: int) -> list[Change]:
    """What was done since, in order."""
    with library.reading() as reading:
        return changes.since(reading, number)


def open_library(folder: Path) -> Library:
    """The library of a folder, which does not wait long for others."""
    return Library(folder, patience=0.2)
