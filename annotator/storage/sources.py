"""Sources in the library: each value of name, kind and stake once per person and article."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy import Row as SqlRow

from annotator.model.claim import Source, SourceKind, Stake
from annotator.model.ids import ArticleId, ClaimId, PersonId, SourceId, new_id
from annotator.storage.rows import AttributionRow, SourceRow
from annotator.storage.step import Reading, Step

_TABLE = SourceRow.__table__


def keep(step: Step, article: ArticleId, person: PersonId, source: Source) -> SourceId:
    """The row of a source with that value, made if need be.

    A source without a name is never shared: naming it on one claim must not name it on others.
    One that comes with the id of a row of that name is that row: its kind and stake are changed
    by `update` alone, so that a form that was filled earlier does not set them back.
    """
    there = step.row("source", (source.id,)) if source.id else None
    if there and (there["article"], there["person"], there["name"]) == (
        article,
        person,
        source.name,
    ):
        return source.id
    if source.name:
        found = step.connection.execute(
            select(_TABLE.c.id).where(_owned(article, person), _equals(source)).limit(1)
        ).scalar()
        if found:
            return SourceId(found)
    made = SourceId(new_id())
    step.insert(
        "source",
        {
            "id": made,
            "article": article,
            "person": person,
            "name": source.name,
            "kind": source.kind,
            "stake": source.stake,
        },
    )
    return made


def named(reading: Reading, article: ArticleId, person: PersonId, name: str) -> Source | None:
    """The person's source of that name in that article; the most used one if there are several."""
    uses = (
        select(func.count()).where(AttributionRow.source == _TABLE.c.id).correlate(_TABLE)
    ).scalar_subquery()
    query = (
        select(_TABLE)
        .where(_owned(article, person), _TABLE.c.name == name)
        .order_by(uses.desc(), _TABLE.c.id)
    )
    row = reading.connection.execute(query).first()
    return from_row(row) if row else None


def one(reading: Reading, source: SourceId) -> tuple[ArticleId, PersonId, Source] | None:
    """A source and whose it is."""
    row = reading.connection.execute(select(_TABLE).where(_TABLE.c.id == source)).first()
    return (ArticleId(row.article), PersonId(row.person), from_row(row)) if row else None


def update(step: Step, source: SourceId, value: Source) -> None:
    """Write name, kind and stake of a source that is there."""
    before = step.row("source", (source,))
    if before:
        step.update("source", before, name=value.name, kind=value.kind, stake=value.stake)


def same_value(step: Step, source: SourceId, value: Source) -> SourceId | None:
    """Another row of the same owner that has that value already."""
    owner = step.row("source", (source,))
    if not owner or not value.name:
        return None
    query = select(_TABLE.c.id).where(
        _TABLE.c.article == owner["article"],
        _TABLE.c.person == owner["person"],
        _equals(value),
        _TABLE.c.id != source,
    )
    found = step.connection.execute(query.limit(1)).scalar()
    return SourceId(found) if found else None


def users(reading: Reading, source: SourceId) -> list[ClaimId]:
    """The claims that hang on a source."""
    query = select(AttributionRow.claim).where(AttributionRow.source == source).distinct()
    return [ClaimId(one) for one in reading.connection.execute(query).scalars()]


def sweep(step: Step, article: ArticleId, person: PersonId) -> None:
    """Remove the person's sources in the article on which no claim hangs any more."""
    used = select(AttributionRow.source).where(AttributionRow.source == _TABLE.c.id).exists()
    query = select(_TABLE).where(_owned(article, person), ~used)
    step.delete("source", [dict(row) for row in step.connection.execute(query).mappings()])


def from_row(row: SqlRow[Any]) -> Source:
    """The source of a row of the table."""
    return Source(
        row.name,
        SourceKind(row.kind) if row.kind else None,
        Stake(row.stake) if row.stake else None,
        SourceId(row.id),
    )


def _owned(article: ArticleId, person: PersonId) -> ColumnElement[bool]:
    return and_(_TABLE.c.article == article, _TABLE.c.person == person)


def _equals(source: Source) -> ColumnElement[bool]:
    return and_(
        _TABLE.c.name == source.name,
        _TABLE.c.kind.is_not_distinct_from(source.kind),
        _TABLE.c.stake.is_not_distinct_from(source.stake),
    )
