"""Read whole claims: the claims of a selection, then their parts, one statement each.

An article with 10,000 claims is opened in little more time than its rows take, so rows are
unpacked by position, equal values are made once, and statements are built once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, bindparam, select

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
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.storage import failures
from annotator.storage.garbage import not_searched
from annotator.storage.rows import TABLES
from annotator.storage.step import AT_ONCE, Reading
from annotator.storage.times import from_cell

_Part = TypeVar("_Part")
_Rows = Iterable[Any]
_Parts = dict[str, tuple[_Part, ...]]

_CLAIM = TABLES["claim"].c
_ATTRIBUTION = TABLES["attribution"].c
_EVIDENCE = TABLES["evidence"].c
_LINK = TABLES["link"].c
_SOURCE = TABLES["source"].c

_OF_IDS = select(_SOURCE.id, _SOURCE.name, _SOURCE.kind, _SOURCE.stake).where(
    _SOURCE.id.in_(bindparam("ids", expanding=True))
)

_TAGS = {
    (a, c, v): frozenset(tag for tag, on in zip(Tag, (a, c, v), strict=True) if on)
    for a in (0, 1)
    for c in (0, 1)
    for v in (0, 1)
}


class Selection:
    """Which claims to read: a condition on the table of claims, with named parameters."""

    def __init__(self, where: ColumnElement[bool]) -> None:
        self._claims = (
            select(
                *(_CLAIM.id, _CLAIM.article, _CLAIM.person, _CLAIM.start, _CLAIM.end),
                *(_CLAIM.attributed, _CLAIM.contested, _CLAIM.verified),
                *(_CLAIM.note, _CLAIM.created, _CLAIM.modified, _CLAIM.best),
            )
            .where(where)
            .order_by(_CLAIM.start, _CLAIM.end, _CLAIM.id)
        )
        self._attributions = _parts(
            where,
            *(_ATTRIBUTION.claim, _ATTRIBUTION.source),
            *(_ATTRIBUTION.role, _ATTRIBUTION.cue, _ATTRIBUTION.via),
        )
        self._evidence = _parts(
            where,
            *(_EVIDENCE.claim, _EVIDENCE.place, _EVIDENCE.is_address),
            *(_EVIDENCE.outcome, _EVIDENCE.checked, _EVIDENCE.found),
        )
        self._links = _parts(where, _LINK.claim, _LINK.target, _LINK.role)

    def load(self, reading: Reading, **values: object) -> list[Claim]:
        """The claims for these values of the parameters, by position."""
        with not_searched():
            return self._load(reading.connection, values)

    def _load(self, connection: Connection, values: dict[str, object]) -> list[Claim]:
        rows = connection.execute(self._claims, values).all()
        if not rows:
            return []
        attributions = connection.execute(self._attributions, values).all()
        with failures.as_written():
            return _claims(
                rows,
                _attributions(attributions, _sources(connection, attributions)),
                _pieces_of_evidence(connection.execute(self._evidence, values)),
                _links(connection.execute(self._links, values)),
            )


def _parts(where: ColumnElement[bool], *columns: Column[Any]) -> Select[Any]:
    table = columns[0].table
    return (
        select(*columns)
        .select_from(table)
        .join(TABLES["claim"], _CLAIM.id == table.c.claim)
        .where(where)
        # As the claims are read: an index has that order already.
        .order_by(_CLAIM.start, _CLAIM.end, table.c.claim, table.c.position)
    )


def _claims(
    rows: _Rows,
    attributions: _Parts[Attribution],
    evidence: _Parts[Evidence],
    links: _Parts[Link],
) -> list[Claim]:
    claims = []
    for id_, article, person, start, end, a, c, v, note, created, modified, best in rows:
        made = from_cell(created)
        claims.append(
            # By position, in the order of the class: names would cost a fifth of the time.
            Claim(
                id_,
                article,
                person,
                Span(start, end),
                made,
                made if modified == created else from_cell(modified),
                _TAGS[a, c, v],
                note,
                attributions.get(id_, ()),
                evidence.get(id_, ()),
                links.get(id_, ()),
                best == 1,
            )
        )
    return claims


def _sources(connection: Connection, attributions: _Rows) -> dict[str, Source]:
    """The sources of attributions by their ids: few have many, so they are not joined to each."""
    ids = list({row[1] for row in attributions})
    found: dict[str, Source] = {}
    for first in range(0, len(ids), AT_ONCE):
        some = connection.execute(_OF_IDS, {"ids": ids[first : first + AT_ONCE]})
        found.update((cells[0], source(cells)) for cells in some)
    return found


def _attributions(rows: _Rows, sources: dict[str, Source]) -> _Parts[Attribution]:
    found = defaultdict(list)
    roles = {str(role): role for role in SourceRole}
    for claim, source_id, role, cue, via in rows:
        found[claim].append(Attribution(sources[source_id], roles[role], cue, via))
    return _in_tuples(found)


def source(cells: Sequence[Any]) -> Source:
    """The source of an id, a name, a kind and a stake."""
    id_, name, kind, stake = cells
    return Source(name, SourceKind(kind) if kind else None, Stake(stake) if stake else None, id_)


def _pieces_of_evidence(rows: _Rows) -> _Parts[Evidence]:
    found = defaultdict(list)
    outcomes: dict[str | None, Outcome | None] = {None: None}
    outcomes |= {str(one): one for one in Outcome}
    for claim, place, is_address, outcome, checked, what in rows:
        day = date.fromisoformat(checked) if checked else None
        found[claim].append(Evidence(place, bool(is_address), outcomes[outcome], day, what))
    return _in_tuples(found)


def _links(rows: _Rows) -> _Parts[Link]:
    found = defaultdict(list)
    for claim, target, role in rows:
        found[claim].append(Link(target, LinkRole(role)))
    return _in_tuples(found)


def _in_tuples(found: dict[str, list[_Part]]) -> _Parts[_Part]:
    return {claim: tuple(parts) for claim, parts in found.items()}
