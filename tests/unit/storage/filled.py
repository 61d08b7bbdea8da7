"""A library with a row in every table, for tests of what happens to rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment, Minimums, RosterRow
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
from annotator.model.handin import HandIn, Member, Platform
from annotator.model.ids import (
    ArticleId,
    AssignmentId,
    ClaimId,
    CollectionId,
    HandInId,
    PersonId,
)
from annotator.model.person import Origin, Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import sha256_of
from annotator.storage import (
    articles,
    assignments,
    changes,
    choices,
    claims,
    collections,
    dismissals,
    handed_in,
    handins,
    people,
)
from annotator.storage.library import Library
from annotator.storage.rows import TABLES
from annotator.storage.step import Draft, Step

TEXT = "One 😀 two\nثلاثة 𠀀 four\n"
NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
ARTICLE = ArticleId("article-1")
ANA = PersonId("person-ana")
BEN = PersonId("person-ben")
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
        best=True,
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
        fill_class(running)


def assignment(id_: str = "assignment-1", **fields: Any) -> Assignment:
    """An assignment with every field."""
    full = Assignment(
        AssignmentId(id_),
        ARTICLE,
        "Find the claims",
        2,
        "Read 😀 it.",
        date(2026, 3, 2),
        Minimums(4, {Tag.ATTRIBUTED: 3, Tag.VERIFIED: 1}),
        require_complete=True,
        roster=(RosterRow(BEN, "Ben"), RosterRow(PersonId("person-cem"), "Cem")),
        maker=ANA,
        released=True,
    )
    return replace(full, **fields)


def hand_in(id_: str = "hand-in-1", **fields: Any) -> HandIn:
    """A hand-in of a pair with every field."""
    full = HandIn(
        HandInId(id_),
        ARTICLE,
        AssignmentId("assignment-1"),
        revision=2,
        people=(Member(PersonId("person-cem"), "Cem"), Member(BEN, "Ben")),
        number=3,
        made=NOON,
        sha256="ab",
        received=NOON,
        anyway="no time",
        program="0.1",
        details=Metadata(outlet="The Paper 😀"),
        moved=1,
        lost=2,
        chosen=True,
        platforms=(Platform("Ben_17_assignsubmission_file", "17", "Ben"),),
    )
    return replace(full, **fields)


def insert_hand_in(running: Step, one: HandIn, *work: Claim) -> None:
    """Add a hand-in with its work."""
    handins.insert_bare(running, one)
    handins.insert_work(running, {one.id: handins.packed(work)})


def fill_class(running: Step) -> None:
    """Write rows into every table of a class on the article."""
    assignments.put(running, assignment(), NOON)
    insert_hand_in(running, hand_in(), full_claim())
    handed_in.remember(running, (ARTICLE, None, [ANA, BEN]), 1, NOON)
    handed_in.pair(running, ARTICLE, ANA, Member(BEN, "Ben"))
    choices.pick(running, ARTICLE, [Span(4, 5), Span(0, 3)])
    choices.mark(running, ARTICLE, choices.Mark.OPTIONAL, "claim-1", on=True)
    choices.spell(running, ARTICLE, "the UN", "U.N.")
    choices.join(running, PersonId("person-dee"), BEN)


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
