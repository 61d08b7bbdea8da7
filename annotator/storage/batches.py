"""Many claims at once: what an import needs to know of a library, and how it writes.

Claim by claim, ten thousand items would take a hundred thousand statements. Here each table is
read and written a few hundred rows at a time, and what comes out of it is the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from annotator.model.change import Row
from annotator.model.claim import Claim, Source
from annotator.model.ids import ArticleId, ClaimId, PersonId, SourceId, new_id
from annotator.model.span import Span
from annotator.storage import cells, claims, sources
from annotator.storage.rows import TABLES
from annotator.storage.step import AT_ONCE, Key, Reading, Step

_CLAIM = TABLES["claim"].c
_FORMER = TABLES["former_id"].c
_LINK = TABLES["link"].c
_FIELDS = ("attribution", "evidence", "link")

Owner = tuple[ArticleId, PersonId]

_Rows = dict[str, dict[Key, Row]]
"""Rows by table and key."""


class Written(NamedTuple):
    """A claim as it shall be, and its words in the text."""

    claim: Claim
    quote: str


def former_ids(reading: Reading) -> dict[ClaimId, ClaimId]:
    """Every id that was joined into another, with the id under which it goes on."""
    rows = reading.connection.execute(select(_FORMER.id, _FORMER.claim))
    return {ClaimId(former): ClaimId(claim) for former, claim in rows}


def spans(reading: Reading, article: ArticleId, person: PersonId) -> dict[Span, ClaimId]:
    """Where the person's claims on an article stand."""
    query = select(_CLAIM.start, _CLAIM.end, _CLAIM.id)
    query = query.where(_CLAIM.article == article, _CLAIM.person == person)
    rows = reading.connection.execute(query)
    return {Span(start, end): ClaimId(claim) for start, end, claim in rows}


def linking_to(reading: Reading, targets: Iterable[ClaimId]) -> list[Claim]:
    """The claims that link to any of these."""
    found: dict[ClaimId, None] = {}
    for some in _portions(targets):
        query = select(_LINK.claim).where(_LINK.target.in_(some))
        found |= dict.fromkeys(map(ClaimId, reading.connection.execute(query).scalars()))
    return claims.by_id(reading, list(found))


def write(
    step: Step,
    written: Sequence[Written],
    gone: Collection[ClaimId],
    become: Mapping[ClaimId, ClaimId],
) -> None:
    """Put claims in place of what is there under their ids, and take away those that are gone.

    `become` says under which id a claim goes on that was joined into another; the ids are kept.
    What goes or changes is taken out first and then put in, so that two claims which exchange
    their spans never collide.
    """
    there = _rows_there(step, [*gone, *(one.claim.id for one in written)])
    owners = {_owner(row) for row in there["claim"].values()}
    wanted = _rows_wanted(step, written)
    for table, rows in there.items():
        step.delete(table, [row for key, row in rows.items() if wanted[table].get(key) != row])
    _move_hints(step, gone, become)
    for table, rows in wanted.items():
        for key, row in rows.items():
            if there[table].get(key) != row:
                step.insert(table, row)
    _remember(step, become)
    for article, person in sorted(owners):
        sources.sweep(step, article, person)


def _rows_there(step: Step, ids: Collection[ClaimId]) -> _Rows:
    found = step.rows("claim", [(id_,) for id_ in ids])
    known = [ClaimId(str(row["id"])) for row in found.values()]
    fields = {table: _by_position(_parts(step, table, known)) for table in _FIELDS}
    return {"claim": found, **fields}


def _rows_wanted(step: Step, written: Sequence[Written]) -> _Rows:
    registers: dict[Owner, _Register] = {}
    wanted: _Rows = {"claim": {}, **{table: {} for table in _FIELDS}}
    for claim, quote in written:
        kept: list[SourceId] = []
        if claim.attributions:
            owner = (claim.article, claim.person)
            if owner not in registers:
                registers[owner] = _Register(step, *owner)
            kept = [registers[owner].keep(one.source) for one in claim.attributions]
        wanted["claim"][claim.id,] = cells.of_claim(claim, quote)
        wanted["attribution"] |= _by_position(cells.of_attributions(claim, kept))
        wanted["evidence"] |= _by_position(cells.of_evidence(claim))
        wanted["link"] |= _by_position(cells.of_links(claim))
    return wanted


def _by_position(rows: Iterable[Row]) -> dict[Key, Row]:
    return {(row["claim"], row["position"]): row for row in rows}


def _owner(row: Row) -> Owner:
    return ArticleId(str(row["article"])), PersonId(str(row["person"]))


class _Register:
    """The sources of one person in one article, so that each is looked up without a statement."""

    def __init__(self, step: Step, article: ArticleId, person: PersonId) -> None:
        self._step = step
        self._owner = (article, person)
        known = [source for source, _uses in sources.of_article(step, article, person)]
        self._names = {source.id: source.name for source in known}
        self._ids = {source: source.id for source in known if source.name}

    def keep(self, source: Source) -> SourceId:
        """The row of a source, by the rules of `sources.keep`."""
        if self._names.get(source.id) == source.name:
            return source.id
        return self._ids.get(source) or self._made(source)

    def _made(self, source: Source) -> SourceId:
        made = SourceId(new_id())
        self._step.insert("source", cells.of_source(made, *self._owner, source))
        self._names[made] = source.name
        if source.name:
            self._ids[source] = made
        return made


def _move_hints(step: Step, gone: Collection[ClaimId], become: Mapping[ClaimId, ClaimId]) -> None:
    """Hints that were put away on a claim are put away on the one that it goes on as."""
    rows = _parts(step, "dismissal", gone)
    step.delete("dismissal", rows)
    moved = {(become[ClaimId(str(row["claim"]))], row["hint"]) for row in rows}
    there = step.rows("dismissal", moved)
    for claim, hint in sorted(moved - there.keys()):
        step.insert("dismissal", {"claim": claim, "hint": hint})


def _remember(step: Step, become: Mapping[ClaimId, ClaimId]) -> None:
    now = dict(become)
    earlier = _parts(step, "former_id", become)
    for row in earlier:
        now[ClaimId(str(row["id"]))] = become[ClaimId(str(row["claim"]))]
    step.delete("former_id", [*step.rows("former_id", [(id_,) for id_ in now]).values()])
    for former, claim in now.items():
        step.insert("former_id", {"id": former, "claim": claim})


def _parts(step: Step, table: str, ids: Iterable[ClaimId]) -> list[Row]:
    chosen = TABLES[table]
    return [
        dict(row)
        for some in _portions(ids)
        for row in step.connection.execute(
            select(chosen).where(chosen.c.claim.in_(some))
        ).mappings()
    ]


def _portions(ids: Iterable[ClaimId]) -> Iterator[list[ClaimId]]:
    every = list(ids)
    for first in range(0, len(every), AT_ONCE):
        yield every[first : first + AT_ONCE]
