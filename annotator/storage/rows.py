"""The tables of the library: the only place where a column is named.

Cells hold text and whole numbers only (STRICT), so that a row travels to a change's JSON and back
unchanged. Foreign keys are checked when a step ends and never cascade: what goes, goes by a
recorded deletion, and undo may put rows back in any order.

Typed tables and no mapped classes: rows are read as tuples, and importing the mapper and mapping
eleven classes would be a sixth of the time to the first article (docs/decisions/0005).
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
    text,
)

from annotator.storage.sqlite import TABLE_OPTIONS, only_where

_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def to(target: str) -> ForeignKey:
    """A reference that is checked when the step ends."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def one_of(column: str, *values: str) -> CheckConstraint:
    """The values that a cell may have."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


METADATA = MetaData(naming_convention=_NAMES)
"""Every table; each constraint has a name, so that a migration can find it."""


class ArticleColumns(TypedColumns):
    """A canonical text, never edited, and what is known about it.

    `binned` is when it was put into the bin. The text is the last cell: what comes after a long
    one is found only by going through all its pages.
    """

    id: Named[str] = Column(Text, primary_key=True)
    title: Named[str] = Column(Text)
    outlet: Named[str] = Column(Text)
    author: Named[str] = Column(Text)
    date: Named[str] = Column(Text)
    address: Named[str] = Column(Text)
    language: Named[str] = Column(Text)
    characters: Named[int] = Column(Integer)
    sha256: Named[str] = Column(Text)
    added: Named[str] = Column(Text)
    origin: Named[str] = Column(Text)
    binned: Named[str | None] = Column(Text)
    version_of: Named[str | None] = Column(Text, to("article.id"))
    text: Named[str] = Column(Text)


ARTICLE = Table(
    "article",
    METADATA,
    ArticleColumns,
    UniqueConstraint("sha256"),
    Index("ix_article_binned", "binned", **only_where("binned IS NOT NULL")),
    Index("ix_article_version_of", "version_of", **only_where("version_of IS NOT NULL")),
    **TABLE_OPTIONS,
)


class PersonColumns(TypedColumns):
    """Somebody with claims."""

    id: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)
    origin: Named[str] = Column(Text)


PERSON = Table(
    "person",
    METADATA,
    PersonColumns,
    one_of("origin", "local", "imported", "named"),
    **TABLE_OPTIONS,
)


class SourceColumns(TypedColumns):
    """A source of one person in one article, kept once with its kind and stake.

    One without a name is never shared, so there may be many alike.
    """

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[str] = Column(Text, to("article.id"), index=True)
    person: Named[str] = Column(Text, to("person.id"))
    name: Named[str] = Column(Text)
    kind: Named[str | None] = Column(Text)
    stake: Named[str | None] = Column(Text)


SOURCE = Table(
    "source",
    METADATA,
    SourceColumns,
    one_of("kind", "person", "organisation", "document", "unnamed"),
    one_of("stake", "own interest", "independent", "unknown"),
    Index(
        "uq_source_value",
        "article",
        "person",
        "name",
        text("coalesce(kind, '')"),
        text("coalesce(stake, '')"),
        unique=True,
        **only_where("name != ''"),
    ),
    **TABLE_OPTIONS,
)


class ClaimColumns(TypedColumns):
    """A claimed span. `quote` repeats the text's words, so that damage to either is noticed.

    `best` is the star on what somebody thinks their best check.
    """

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[str] = Column(Text, to("article.id"))
    person: Named[str] = Column(Text, to("person.id"))
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    attributed: Named[int] = Column(Integer)
    contested: Named[int] = Column(Integer)
    verified: Named[int] = Column(Integer)
    note: Named[str] = Column(Text)
    quote: Named[str] = Column(Text)
    created: Named[str] = Column(Text)
    modified: Named[str] = Column(Text)
    best: Named[int] = Column(Integer, server_default=text("0"))


CLAIM = Table(
    "claim",
    METADATA,
    ClaimColumns,
    UniqueConstraint("article", "person", "start", "end"),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
    **TABLE_OPTIONS,
)


class AttributionColumns(TypedColumns):
    """A source of a claim, in the order given."""

    claim: Named[str] = Column(Text, to("claim.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    source: Named[str] = Column(Text, to("source.id"), index=True)
    role: Named[str] = Column(Text)
    cue: Named[str] = Column(Text)
    via: Named[str] = Column(Text)


ATTRIBUTION = Table(
    "attribution",
    METADATA,
    AttributionColumns,
    one_of("role", "source", "counter-source"),
    **TABLE_OPTIONS,
)


class EvidenceColumns(TypedColumns):
    """A look outside the article."""

    claim: Named[str] = Column(Text, to("claim.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    place: Named[str] = Column(Text)
    is_address: Named[int] = Column(Integer)
    outcome: Named[str | None] = Column(Text)
    checked: Named[str | None] = Column(Text)
    found: Named[str] = Column(Text)


EVIDENCE = Table(
    "evidence",
    METADATA,
    EvidenceColumns,
    one_of("outcome", "supports", "against", "nothing"),
    **TABLE_OPTIONS,
)


class LinkColumns(TypedColumns):
    """Another claim that bears on this one; it may be one that this library does not hold."""

    claim: Named[str] = Column(Text, to("claim.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    target: Named[str] = Column(Text, index=True)
    role: Named[str] = Column(Text)


LINK = Table("link", METADATA, LinkColumns, one_of("role", "disagrees", "related"), **TABLE_OPTIONS)


class FormerIdColumns(TypedColumns):
    """The id of a claim that was joined into another: files may still name it."""

    id: Named[str] = Column(Text, primary_key=True)
    claim: Named[str] = Column(Text, to("claim.id"), index=True)


FORMER_ID = Table("former_id", METADATA, FormerIdColumns, **TABLE_OPTIONS)


class DismissalColumns(TypedColumns):
    """A hint that a person has read and put away; `hint` is its id in model/hints.py."""

    claim: Named[str] = Column(Text, to("claim.id"), primary_key=True)
    hint: Named[str] = Column(Text, primary_key=True)


DISMISSAL = Table("dismissal", METADATA, DismissalColumns, **TABLE_OPTIONS)


class CollectionColumns(TypedColumns):
    """Articles that belong together, under a name; `position` is its place among the others."""

    id: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)
    position: Named[int] = Column(Integer)


COLLECTION = Table(
    "collection", METADATA, CollectionColumns, UniqueConstraint("name"), **TABLE_OPTIONS
)


class FiledColumns(TypedColumns):
    """An article that stands in a collection; it may stand in several."""

    collection: Named[str] = Column(Text, to("collection.id"), primary_key=True)
    article: Named[str] = Column(Text, to("article.id"), primary_key=True, index=True)


FILED = Table("filed", METADATA, FiledColumns, **TABLE_OPTIONS)


class ChangeColumns(TypedColumns):
    """One step of somebody's work; `rows` is JSON (storage/changes.py)."""

    number: Named[int] = Column(Integer, primary_key=True)
    window: Named[str] = Column(Text)
    person: Named[str | None] = Column(Text)
    article: Named[str | None] = Column(Text)
    time: Named[str] = Column(Text)
    label: Named[str] = Column(Text)
    undoes: Named[int | None] = Column(Integer)
    rows: Named[str] = Column(Text)


CHANGE = Table("change", METADATA, ChangeColumns, sqlite_autoincrement=True, **TABLE_OPTIONS)


TABLES = METADATA.tables
"""Every table by name, those of classes (storage/class_rows.py) too.

Those of the search index (storage/words) are not among them: they hold nothing new.
"""
