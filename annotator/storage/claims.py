"""Claims in the library: read whole by Core selects, written row by row through a step."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, select, true

from annotator.model.change import Row
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    SourceRole,
)
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.storage import sources
from annotator.storage.rows import (
    TABLES,
    AttributionRow,
    ClaimRow,
    EvidenceRow,
    FormerIdRow,
    LinkRow,
    SourceRow,
)
from annotator.storage.step import Reading, Step
from annotator.storage.times import from_cell, to_cell

_Part = TypeVar("_Part")

_TABLE = ClaimRow.__table__
_AT_ONCE = 500
"""How many ids one query names: engines limit the variables of a statement."""


def of_article(reading: Reading, article: ArticleId, person: PersonId | None = None) -> list[Claim]:
    """The claims on an article, one person's or everyone's, by position."""
    mine = _TABLE.c.person == person if person else true()
    return _load(reading, and_(_TABLE.c.article == article, mine))


def by_id(reading: Reading, ids: Collection[ClaimId]) -> list[Claim]:
    """Those of the claims that are there, by position."""
    wanted = list(ids)
    found: list[Claim] = []
    for first in range(0, len(wanted), _AT_ONCE):
        found += _load(reading, _TABLE.c.id.in_(wanted[first : first + _AT_ONCE]))
    return found


def one(reading: Reading, claim: ClaimId) -> Claim | None:
    """The claim of that id."""
    return next(iter(_load(reading, _TABLE.c.id == claim)), None)


def on_span(reading: Reading, article: ArticleId, person: PersonId, span: Span) -> Claim | None:
    """The person's claim on exactly that span."""
    where = and_(
        _TABLE.c.article == article,
        _TABLE.c.person == person,
        _TABLE.c.start == span.start,
        _TABLE.c.end == span.end,
    )
    return next(iter(_load(reading, where)), None)


def current_id(reading: Reading, claim: ClaimId) -> ClaimId:
    """The id that a claim has now, if it was joined into another; else the same."""
    query = select(FormerIdRow.claim).where(FormerIdRow.id == claim)
    found = reading.connection.execute(query).scalar()
    return current_id(reading, ClaimId(found)) if found else claim


def former_ids(reading: Reading, article: ArticleId) -> dict[ClaimId, ClaimId]:
    """Ids that were joined into others, by former id, for the claims of an article."""
    query = (
        select(FormerIdRow.id, FormerIdRow.claim)
        .join(ClaimRow, ClaimRow.id == FormerIdRow.claim)
        .where(ClaimRow.article == article)
    )
    return {ClaimId(row[0]): ClaimId(row[1]) for row in reading.connection.execute(query)}


def linking_to(reading: Reading, claim: ClaimId) -> list[Claim]:
    """The claims that link to a claim."""
    query = select(LinkRow.claim).where(LinkRow.target == claim).distinct()
    return by_id(reading, [ClaimId(one) for one in reading.connection.execute(query).scalars()])


def put(step: Step, claim: Claim, before: Claim | None, quote: str | None = None) -> None:
    """Write a claim in place of `before` (None: it is new).

    `quote` are its words in the text, which must be given when the span is new.

    Sources are found or made by their value; those left without a claim are swept by the caller.
    """
    if before is None:
        step.insert("claim", _row(claim, quote or ""))
    else:
        there = _row_there(step, claim.id)
        step.update("claim", there, **_row(claim, quote or str(there["quote"])))
    if before is None or before.attributions != claim.attributions:
        _replace(step, "attribution", claim.id, before, _attribution_rows(step, claim))
    if before is None or before.evidence != claim.evidence:
        _replace(step, "evidence", claim.id, before, _evidence_rows(claim))
    if before is None or before.links != claim.links:
        _replace(step, "link", claim.id, before, _link_rows(claim))


def remove(step: Step, claim: Claim) -> None:
    """Remove a claim with its fields; who links to it is the caller's care."""
    for table in ("attribution", "evidence", "link", "dismissal", "former_id"):
        step.delete(table, _parts(step, table, claim.id))
    step.delete("claim", [_row_there(step, claim.id)])


def remember(step: Step, former: ClaimId, claim: ClaimId) -> None:
    """Keep the id of a claim that was joined into another, and of those joined into it before."""
    earlier = select(FormerIdRow.__table__).where(FormerIdRow.claim == former)
    for row in step.connection.execute(earlier).mappings().all():
        step.update("former_id", dict(row), claim=claim)
    step.insert("former_id", {"id": former, "claim": claim})


def _replace(step: Step, table: str, claim: ClaimId, before: Claim | None, rows: list[Row]) -> None:
    there = _parts(step, table, claim) if before else []
    for old, new in zip(there, rows, strict=False):
        step.update(table, old, **new)
    step.delete(table, there[len(rows) :])
    for row in rows[len(there) :]:
        step.insert(table, row)


def _parts(step: Step, table: str, claim: ClaimId) -> list[Row]:
    chosen = TABLES[table]
    query = select(chosen).where(chosen.c.claim == claim).order_by(*chosen.primary_key.columns)
    return [dict(row) for row in step.connection.execute(query).mappings()]


def _row_there(step: Step, claim: ClaimId) -> Row:
    row = step.row("claim", (claim,))
    if row is None:
        raise LookupError(claim)
    return row


def _row(claim: Claim, quote: str) -> Row:
    return {
        "id": claim.id,
        "article": claim.article,
        "person": claim.person,
        "start": claim.span.start,
        "end": claim.span.end,
        "attributed": int(Tag.ATTRIBUTED in claim.tags),
        "contested": int(Tag.CONTESTED in claim.tags),
        "verified": int(Tag.VERIFIED in claim.tags),
        "note": claim.note,
        "quote": quote,
        "created": to_cell(claim.created),
        "modified": to_cell(claim.modified),
    }


def _attribution_rows(step: Step, claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id,
            "position": position,
            "source": one.source.id or sources.keep(step, claim.article, claim.person, one.source),
            "role": one.role,
            "cue": one.cue,
            "via": one.via,
        }
        for position, one in enumerate(claim.attributions)
    ]


def _evidence_rows(claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id,
            "position": position,
            "place": one.where,
            "is_address": int(one.is_address),
            "outcome": one.outcome,
            "checked": one.checked.isoformat() if one.checked else None,
            "found": one.found,
        }
        for position, one in enumerate(claim.evidence)
    ]


def _link_rows(claim: Claim) -> list[Row]:
    return [
        {"claim": claim.id, "position": position, "target": one.claim, "role": one.role}
        for position, one in enumerate(claim.links)
    ]


def _load(reading: Reading, where: ColumnElement[bool]) -> list[Claim]:
    query = select(_TABLE).where(where).order_by(_TABLE.c.start, _TABLE.c.end, _TABLE.c.id)
    rows = reading.connection.execute(query).all()
    if not rows:
        return []
    attributions = _attributions(reading, where)
    evidence = _evidence(reading, where)
    links = _links(reading, where)
    return [
        Claim(
            id=ClaimId(row.id),
            article=ArticleId(row.article),
            person=PersonId(row.person),
            span=Span(row.start, row.end),
            created=from_cell(row.created),
            modified=from_cell(row.modified),
            tags=_TAGS[row.attributed, row.contested, row.verified],
            note=row.note,
            attributions=attributions.get(row.id, ()),
            evidence=evidence.get(row.id, ()),
            links=links.get(row.id, ()),
        )
        for row in rows
    ]


_TAGS = {
    (a, c, v): frozenset(tag for tag, on in zip(Tag, (a, c, v), strict=True) if on)
    for a in (0, 1)
    for c in (0, 1)
    for v in (0, 1)
}


def _attributions(
    reading: Reading, where: ColumnElement[bool]
) -> dict[str, tuple[Attribution, ...]]:
    parts = AttributionRow.__table__
    query = (
        select(parts, SourceRow.__table__)
        .select_from(parts)
        .join(SourceRow, SourceRow.id == parts.c.source)
        .join(ClaimRow, ClaimRow.id == parts.c.claim)
        .where(where)
        .order_by(parts.c.claim, parts.c.position)
    )
    return _gathered(
        (row.claim, Attribution(sources.from_row(row), SourceRole(row.role), row.cue, row.via))
        for row in reading.connection.execute(query)
    )


def _evidence(reading: Reading, where: ColumnElement[bool]) -> dict[str, tuple[Evidence, ...]]:
    parts = EvidenceRow.__table__
    query = (
        select(parts)
        .join(ClaimRow, ClaimRow.id == parts.c.claim)
        .where(where)
        .order_by(parts.c.claim, parts.c.position)
    )
    return _gathered(
        (
            row.claim,
            Evidence(
                row.place,
                bool(row.is_address),
                Outcome(row.outcome) if row.outcome else None,
                date.fromisoformat(row.checked) if row.checked else None,
                row.found,
            ),
        )
        for row in reading.connection.execute(query)
    )


def _links(reading: Reading, where: ColumnElement[bool]) -> dict[str, tuple[Link, ...]]:
    parts = LinkRow.__table__
    query = (
        select(parts)
        .join(ClaimRow, ClaimRow.id == parts.c.claim)
        .where(where)
        .order_by(parts.c.claim, parts.c.position)
    )
    return _gathered(
        (row.claim, Link(ClaimId(row.target), LinkRole(row.role)))
        for row in reading.connection.execute(query)
    )


def _gathered(pairs: Iterable[tuple[str, _Part]]) -> dict[str, tuple[_Part, ...]]:
    found: defaultdict[str, list[_Part]] = defaultdict(list)
    for claim, part in pairs:
        found[claim].append(part)
    return {claim: tuple(parts) for claim, parts in found.items()}
