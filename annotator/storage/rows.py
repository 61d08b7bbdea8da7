"""The tables of the library: the only place where a column is named.

Cells hold text and whole numbers only (STRICT), so that a row travels to a change's JSON and back
unchanged. Foreign keys are checked when a step ends and never cascade: what goes, goes by a
recorded deletion, and undo may put rows back in any order.
"""

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from annotator.storage.sqlite import TABLE_OPTIONS, only_where

_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def _to(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Base(DeclarativeBase):
    """Names every constraint, so that a migration can find it."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {str: Text(), int: Integer()}  # noqa: RUF012 - SQLAlchemy's own form


class ArticleRow(Base):
    """A canonical text, never edited, and what is known about it."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("sha256"), TABLE_OPTIONS)

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    outlet: Mapped[str]
    author: Mapped[str]
    date: Mapped[str]
    address: Mapped[str]
    language: Mapped[str]
    characters: Mapped[int]
    sha256: Mapped[str]
    added: Mapped[str]
    origin: Mapped[str]
    text: Mapped[str]


class PersonRow(Base):
    """Somebody with claims."""

    __tablename__ = "person"
    __table_args__ = (_one_of("origin", "local", "imported", "named"), TABLE_OPTIONS)

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    origin: Mapped[str]


class SourceRow(Base):
    """A source of one person in one article, kept once with its kind and stake.

    One without a name is never shared, so there may be many alike.
    """

    __tablename__ = "source"
    __table_args__ = (
        _one_of("kind", "person", "organisation", "document", "unnamed"),
        _one_of("stake", "own interest", "independent", "unknown"),
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
        TABLE_OPTIONS,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(_to("article.id"), index=True)
    person: Mapped[str] = mapped_column(_to("person.id"))
    name: Mapped[str]
    kind: Mapped[str | None]
    stake: Mapped[str | None]


class ClaimRow(Base):
    """A claimed span. `quote` repeats the text's words, so that damage to either is noticed."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("article", "person", "start", "end"),
        CheckConstraint('0 <= start AND start < "end"', name="span"),
        TABLE_OPTIONS,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(_to("article.id"))
    person: Mapped[str] = mapped_column(_to("person.id"))
    start: Mapped[int]
    end: Mapped[int]
    attributed: Mapped[int]
    contested: Mapped[int]
    verified: Mapped[int]
    note: Mapped[str]
    quote: Mapped[str]
    created: Mapped[str]
    modified: Mapped[str]


class AttributionRow(Base):
    """A source of a claim, in the order given."""

    __tablename__ = "attribution"
    __table_args__ = (_one_of("role", "source", "counter-source"), TABLE_OPTIONS)

    claim: Mapped[str] = mapped_column(_to("claim.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(_to("source.id"), index=True)
    role: Mapped[str]
    cue: Mapped[str]
    via: Mapped[str]


class EvidenceRow(Base):
    """A look outside the article."""

    __tablename__ = "evidence"
    __table_args__ = (_one_of("outcome", "supports", "against", "nothing"), TABLE_OPTIONS)

    claim: Mapped[str] = mapped_column(_to("claim.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str]
    is_address: Mapped[int]
    outcome: Mapped[str | None]
    checked: Mapped[str | None]
    found: Mapped[str]


class LinkRow(Base):
    """Another claim that bears on this one; it may be one that this library does not hold."""

    __tablename__ = "link"
    __table_args__ = (_one_of("role", "disagrees", "related"), TABLE_OPTIONS)

    claim: Mapped[str] = mapped_column(_to("claim.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]


class FormerIdRow(Base):
    """The id of a claim that was joined into another: files may still name it."""

    __tablename__ = "former_id"
    __table_args__ = (TABLE_OPTIONS,)

    id: Mapped[str] = mapped_column(primary_key=True)
    claim: Mapped[str] = mapped_column(_to("claim.id"), index=True)


class DismissalRow(Base):
    """A hint that a person has read and put away; `hint` is its id in model/hints.py."""

    __tablename__ = "dismissal"
    __table_args__ = (TABLE_OPTIONS,)

    claim: Mapped[str] = mapped_column(_to("claim.id"), primary_key=True)
    hint: Mapped[str] = mapped_column(primary_key=True)


class ChangeRow(Base):
    """One step of somebody's work; `rows` is JSON (storage/changes.py)."""

    __tablename__ = "change"
    __table_args__ = (TABLE_OPTIONS | {"sqlite_autoincrement": True},)

    number: Mapped[int] = mapped_column(primary_key=True)
    window: Mapped[str]
    person: Mapped[str | None]
    article: Mapped[str | None]
    time: Mapped[str]
    label: Mapped[str]
    undoes: Mapped[int | None]
    rows: Mapped[str]


TABLES = Base.metadata.tables
"""Every table by name."""
