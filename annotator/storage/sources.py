"""Sources in the library: each value of name, kind and stake once per person and article."""

from sqlalchemy import ColumnElement, and_, bindparam, func, select

from annotator.model.claim import Source
from annotator.model.ids import ArticleId, ClaimId, PersonId, SourceId, new_id
from annotator.storage import cells, failures, loading
from annotator.storage.rows import TABLES
from annotator.storage.step import Reading, Step

_SOURCE = TABLES["source"].c
_USE = TABLES["attribution"].c

_OWNED = and_(_SOURCE.article == bindparam("article"), _SOURCE.person == bindparam("person"))
_CELLS = select(_SOURCE.id, _SOURCE.name, _SOURCE.kind, _SOURCE.stake)
_USES = (
    select(func.count(_USE.claim.distinct()))
    .where(_USE.source == _SOURCE.id)
    .correlate(TABLES["source"])
    .scalar_subquery()
)
_UNUSED = select(TABLES["source"]).where(
    _OWNED, ~select(_USE.source).where(_USE.source == _SOURCE.id).exists()
)


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
    same = _of_value(step, article, person, source)
    return same or _insert(step, article, person, source)


def named(reading: Reading, article: ArticleId, person: PersonId, name: str) -> Source | None:
    """The person's source of that name in that article; the most used one if there are several."""
    query = _CELLS.where(_OWNED, _SOURCE.name == name).order_by(_USES.desc(), _SOURCE.id)
    row = reading.connection.execute(query, {"article": article, "person": person}).first()
    with failures.as_written():
        return loading.source(row) if row else None


def one(reading: Reading, source: SourceId) -> tuple[ArticleId, PersonId, Source] | None:
    """A source and whose it is."""
    owner = (_SOURCE.article, _SOURCE.person)
    query = _CELLS.add_columns(*owner).where(_SOURCE.id == source)
    row = reading.connection.execute(query).first()
    if row is None:
        return None
    *cells, article, person = row
    with failures.as_written():
        return ArticleId(article), PersonId(person), loading.source(cells)


def of_article(reading: Reading, article: ArticleId, person: PersonId) -> list[tuple[Source, int]]:
    """The person's sources in an article, by name, and how many claims hang on each."""
    query = (
        _CELLS.add_columns(_USES)
        .where(_OWNED)
        .order_by(_SOURCE.name == "", _SOURCE.name, _SOURCE.id)
    )
    rows = reading.connection.execute(query, {"article": article, "person": person})
    with failures.as_written():
        return [(loading.source(cells), int(uses)) for *cells, uses in rows]


def update(step: Step, source: SourceId, value: Source) -> None:
    """Write name, kind and stake of a source that is there."""
    before = step.row("source", (source,))
    if before:
        step.update("source", before, name=value.name, kind=value.kind, stake=value.stake)


def same_value(step: Step, source: SourceId, value: Source) -> SourceId | None:
    """Another row of the same owner that has that value already."""
    owner = step.row("source", (source,))
    if owner is None:
        return None
    article, person = ArticleId(str(owner["article"])), PersonId(str(owner["person"]))
    found = _of_value(step, article, person, value)
    return found if found != source else None


def users(reading: Reading, source: SourceId) -> list[ClaimId]:
    """The claims that hang on a source."""
    query = select(_USE.claim).where(_USE.source == source).distinct()
    return [ClaimId(one) for one in reading.connection.execute(query).scalars()]


def sweep(step: Step, article: ArticleId, person: PersonId) -> None:
    """Remove the person's sources in the article on which no claim hangs any more."""
    rows = step.connection.execute(_UNUSED, {"article": article, "person": person})
    step.delete("source", [dict(row) for row in rows.mappings()])


def _of_value(step: Step, article: ArticleId, person: PersonId, source: Source) -> SourceId | None:
    if not source.name:
        return None
    query = select(_SOURCE.id).where(_OWNED, _equals(source)).limit(1)
    found = step.connection.execute(query, {"article": article, "person": person}).scalar()
    return SourceId(found) if found else None


def _insert(step: Step, article: ArticleId, person: PersonId, source: Source) -> SourceId:
    made = SourceId(new_id())
    step.insert("source", cells.of_source(made, article, person, source))
    return made


def _equals(source: Source) -> ColumnElement[bool]:
    return and_(
        _SOURCE.name == source.name,
        _SOURCE.kind.is_not_distinct_from(source.kind),
        _SOURCE.stake.is_not_distinct_from(source.stake),
    )
