"""The tables of a class: what is handed out, what is handed in, and what the teacher chose.

What was handed in is nobody's own work here, so its claims are no rows among the own ones: they
are kept whole, as they came, in one cell beside the SHA-256 of it.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Named, Table, Text, TypedColumns

from annotator.storage.rows import METADATA, one_of, to
from annotator.storage.sqlite import TABLE_OPTIONS


class AssignmentColumns(TypedColumns):
    """An article handed out, made here or opened from a file. A minimum of 0 asks for nothing."""

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[str] = Column(Text, to("article.id"), index=True)
    revision: Named[int] = Column(Integer)
    title: Named[str] = Column(Text)
    instructions: Named[str] = Column(Text)
    due: Named[str | None] = Column(Text)
    at_least: Named[int] = Column(Integer)
    attributed: Named[int] = Column(Integer)
    contested: Named[int] = Column(Integer)
    verified: Named[int] = Column(Integer)
    require_complete: Named[int] = Column(Integer)
    is_mine: Named[int] = Column(Integer)
    maker: Named[str | None] = Column(Text, to("person.id"))
    released: Named[int] = Column(Integer)
    made: Named[str] = Column(Text)


ASSIGNMENT = Table("assignment", METADATA, AssignmentColumns, **TABLE_OPTIONS)


class RosterColumns(TypedColumns):
    """Somebody of the class; no row of `person` before they annotate here."""

    assignment: Named[str] = Column(Text, to("assignment.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    person: Named[str] = Column(Text, index=True)
    name: Named[str] = Column(Text)


ROSTER = Table("roster", METADATA, RosterColumns, **TABLE_OPTIONS)


class HandedInColumns(TypedColumns):
    """The number of what was handed in last from this library; `who` are sorted ids.

    `assignment` is "" where the article was handed in without one.
    """

    article: Named[str] = Column(Text, to("article.id"), primary_key=True)
    assignment: Named[str] = Column(Text, primary_key=True)
    who: Named[str] = Column(Text, primary_key=True)
    number: Named[int] = Column(Integer)
    made: Named[str] = Column(Text)


HANDED_IN = Table("handed_in", METADATA, HandedInColumns, **TABLE_OPTIONS)


class PartnerColumns(TypedColumns):
    """With whom somebody works on an article as a pair."""

    article: Named[str] = Column(Text, to("article.id"), primary_key=True)
    person: Named[str] = Column(Text, to("person.id"), primary_key=True)
    partner: Named[str] = Column(Text)
    name: Named[str] = Column(Text)


PARTNER = Table("partner", METADATA, PartnerColumns, **TABLE_OPTIONS)


class HandInColumns(TypedColumns):
    """A collected hand-in but for its claims.

    `who` are the sorted ids of its people; `people`, `details` and `platforms` are JSON.
    """

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[str] = Column(Text, to("article.id"))
    assignment: Named[str | None] = Column(Text, to("assignment.id"), index=True)
    revision: Named[int] = Column(Integer)
    who: Named[str] = Column(Text)
    number: Named[int] = Column(Integer)
    made: Named[str] = Column(Text)
    sha256: Named[str] = Column(Text)
    received: Named[str] = Column(Text)
    people: Named[str] = Column(Text)
    anyway: Named[str] = Column(Text)
    program: Named[str] = Column(Text)
    details: Named[str] = Column(Text)
    moved: Named[int] = Column(Integer)
    lost: Named[int] = Column(Integer)
    chosen: Named[int] = Column(Integer)
    platforms: Named[str] = Column(Text)


HAND_IN = Table(
    "hand_in",
    METADATA,
    HandInColumns,
    Index("ix_hand_in_article_who", "article", "who"),
    **TABLE_OPTIONS,
)


class HandedWorkColumns(TypedColumns):
    """The claims of a hand-in as JSON (storage/handins.py). No change remembers them."""

    hand_in: Named[str] = Column(Text, to("hand_in.id"), primary_key=True)
    sha256: Named[str] = Column(Text)
    claims: Named[str] = Column(Text)


HANDED_WORK = Table("handed_work", METADATA, HandedWorkColumns, **TABLE_OPTIONS)


class PickedColumns(TypedColumns):
    """A passage that the teacher wants to talk about, in the order of talking."""

    article: Named[str] = Column(Text, to("article.id"), primary_key=True)
    start: Named[int] = Column(Integer, primary_key=True)
    end: Named[int] = Column(Integer, primary_key=True)
    position: Named[int] = Column(Integer)


PICKED = Table(
    "picked",
    METADATA,
    PickedColumns,
    CheckConstraint('0 <= start AND start < "end"', name="span"),
    **TABLE_OPTIONS,
)


class MarkColumns(TypedColumns):
    """Something of an article's class that the teacher put a mark on: hidden, or optional."""

    article: Named[str] = Column(Text, to("article.id"), primary_key=True)
    kind: Named[str] = Column(Text, primary_key=True)
    id: Named[str] = Column(Text, primary_key=True)


MARK = Table(
    "mark",
    METADATA,
    MarkColumns,
    one_of("kind", "hidden person", "hidden answer", "optional claim"),
    **TABLE_OPTIONS,
)


class SpellingColumns(TypedColumns):
    """How a source's name that the class spelled in many ways is to be read."""

    article: Named[str] = Column(Text, to("article.id"), primary_key=True)
    spelling: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)


SPELLING = Table("spelling", METADATA, SpellingColumns, **TABLE_OPTIONS)


class SamePersonColumns(TypedColumns):
    """An id under which somebody handed in who is known under another.

    One that is known as itself is said to be nobody else of that name.
    """

    person: Named[str] = Column(Text, primary_key=True)
    known_as: Named[str] = Column(Text)


SAME_PERSON = Table("same_person", METADATA, SamePersonColumns, **TABLE_OPTIONS)


EVERY_TABLE = METADATA
"""What a new library consists of, the search index apart."""
