"""What was handed in, as it was collected: a small row each, and the work itself in one cell.

The work stays as it came, until the text it is on is removed and a newer one is there. No change
remembers it: a class is many megabytes, collecting is not taken back, and what is purged has to be
gone.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

import msgspec
from sqlalchemy import Row as SqlRow
from sqlalchemy import Select, bindparam, delete, insert, select

from annotator.model.article import Metadata
from annotator.model.change import Row
from annotator.model.claim import Claim
from annotator.model.handin import HandIn, Member, Platform
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.model.text import sha256_of
from annotator.storage import failures
from annotator.storage.class_rows import HAND_IN, HANDED_WORK
from annotator.storage.garbage import not_searched
from annotator.storage.step import AT_ONCE, Reading, Step
from annotator.storage.times import from_cell, to_cell

_TABLE = HAND_IN
_IN_ORDER = select(_TABLE).order_by(_TABLE.c.received, _TABLE.c.id)
_FORGET = delete(HANDED_WORK).where(HANDED_WORK.c.hand_in == bindparam("gone"))
_JSON = msgspec.json.Encoder()
_CLAIMS = msgspec.json.Decoder(tuple[Claim, ...])


def who_cell(people: Iterable[PersonId]) -> str:
    """The ids of those who work together, the same in any order."""
    return " ".join(sorted(people))


def packed(claims: tuple[Claim, ...]) -> str:
    """The claims of a hand-in as they are kept."""
    return _JSON.encode(claims).decode()


def insert_bare(step: Step, hand_in: HandIn) -> None:
    """Add a hand-in whose work `insert_work` adds with that of others: a class comes in at once."""
    step.insert("hand_in", _cells(hand_in))


def insert_work(step: Step, work: Mapping[HandInId, str]) -> None:
    """Add the `packed` work of hand-ins that are there."""
    cells = [
        {"hand_in": hand_in, "sha256": sha256_of(claims), "claims": claims}
        for hand_in, claims in work.items()
    ]
    if cells:
        step.connection.execute(insert(HANDED_WORK), cells)


def rewrite_work(step: Step, hand_in: HandInId, work: str) -> None:
    """Put `packed` work in place of what a hand-in holds."""
    step.connection.execute(_FORGET, {"gone": hand_in})
    insert_work(step, {hand_in: work})


def update(step: Step, hand_in: HandIn) -> None:
    """Write what is known about a hand-in that is there; its work stays as it is."""
    before = step.row("hand_in", (hand_in.id,))
    if before:
        step.update("hand_in", before, **_cells(hand_in))


def remove(step: Step, gone: Collection[HandInId]) -> None:
    """Remove hand-ins with their work; no change remembers who handed in."""
    rows = step.rows("hand_in", [(one,) for one in gone]).values()
    step.connection.execute(_FORGET, [{"gone": one} for one in gone])
    with step.forgetting():
        step.delete("hand_in", rows)


def of_article(reading: Reading, article: ArticleId) -> list[HandIn]:
    """Everything that was handed in on an article, in the order in which it came."""
    return _read(reading, _IN_ORDER.where(_TABLE.c.article == article))


def of_assignment(reading: Reading, assignment: AssignmentId) -> list[HandIn]:
    """Everything that was handed in for an assignment, in the order in which it came."""
    return _read(reading, _IN_ORDER.where(_TABLE.c.assignment == assignment))


def all_of(reading: Reading) -> list[HandIn]:
    """Everything that was handed in."""
    return _read(reading, _IN_ORDER)


def work_of(reading: Reading, wanted: Collection[HandInId]) -> dict[HandInId, tuple[Claim, ...]]:
    """The claims of hand-ins, by position."""
    found: dict[HandInId, tuple[Claim, ...]] = {}
    ids = list(wanted)
    with not_searched(), failures.as_written():
        for first in range(0, len(ids), AT_ONCE):
            some = HANDED_WORK.c.hand_in.in_(ids[first : first + AT_ONCE])
            query = select(HANDED_WORK.c.hand_in, HANDED_WORK.c.claims).where(some)
            for hand_in, claims in reading.connection.execute(query):
                found[HandInId(hand_in)] = _CLAIMS.decode(claims)
    return found


def _cells(one: HandIn) -> Row:
    return {
        "id": one.id,
        "article": one.article,
        "assignment": one.assignment,
        "revision": one.revision,
        "who": who_cell(one.who),
        "number": one.number,
        "made": to_cell(one.made),
        "sha256": one.sha256,
        "received": to_cell(one.received),
        "people": _JSON.encode(one.people).decode(),
        "anyway": one.anyway,
        "program": one.program,
        "details": _JSON.encode(asdict(one.details)).decode(),
        "moved": one.moved,
        "lost": one.lost,
        "chosen": int(one.chosen),
        "platforms": _JSON.encode(one.platforms).decode(),
    }


def _read(reading: Reading, query: Select[Any]) -> list[HandIn]:
    with failures.as_written():
        return [_hand_in(row) for row in reading.connection.execute(query)]


def _hand_in(row: SqlRow[Any]) -> HandIn:
    return HandIn(
        id=HandInId(row.id),
        article=ArticleId(row.article),
        assignment=AssignmentId(row.assignment) if row.assignment else None,
        revision=row.revision,
        people=msgspec.json.decode(row.people, type=tuple[Member, ...]),
        number=row.number,
        made=from_cell(row.made),
        sha256=row.sha256,
        received=from_cell(row.received),
        anyway=row.anyway,
        program=row.program,
        details=msgspec.json.decode(row.details, type=Metadata),
        moved=row.moved,
        lost=row.lost,
        chosen=bool(row.chosen),
        platforms=msgspec.json.decode(row.platforms, type=tuple[Platform, ...]),
    )
