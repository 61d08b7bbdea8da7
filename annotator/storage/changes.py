"""The table of changes: written with each step, read by undo and by the other windows."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row as SqlRow
from sqlalchemy import bindparam, func, insert, select

from annotator.model.change import Change, RowChange
from annotator.model.ids import ArticleId, PersonId
from annotator.storage import failures
from annotator.storage.rows import CHANGE, PERSON
from annotator.storage.step import Reading, Step
from annotator.storage.times import from_cell, to_cell

_TABLE = CHANGE
_INSERT = insert(_TABLE)
_SINCE = select(_TABLE).where(_TABLE.c.number > bindparam("after")).order_by(_TABLE.c.number)
_ROWS = msgspec.json.Decoder(tuple[RowChange, ...])
_LAST = select(func.max(_TABLE.c.number))


def write(step: Step) -> int | None:
    """Remember what the step did; None when it did nothing."""
    rows, draft = step.changes(), step.draft
    if not rows:
        return None
    values = {
        "window": draft.window,
        "person": draft.person,
        "article": draft.article,
        "time": to_cell(draft.time),
        "label": draft.label,
        "undoes": draft.undoes,
        "rows": msgspec.json.encode(rows).decode(),
    }
    key = step.connection.execute(_INSERT, values).inserted_primary_key
    assert key is not None
    return int(key[0])


def since(reading: Reading, number: int) -> list[Change]:
    """The changes after that number, in order."""
    return [_change(row) for row in reading.connection.execute(_SINCE, {"after": number})]


def of_numbers(reading: Reading, numbers: Sequence[int]) -> list[Change]:
    """The changes of those numbers, in order."""
    query = select(_TABLE).where(_TABLE.c.number.in_(numbers)).order_by(_TABLE.c.number)
    return [_change(row) for row in reading.connection.execute(query)]


def last_number(reading: Reading) -> int:
    """The number of the newest change; 0 when there is none."""
    return reading.connection.execute(_LAST).scalar() or 0


def last_person(reading: Reading) -> PersonId | None:
    """Who made the newest change that an annotator made, of those who are still there."""
    query = (
        select(_TABLE.c.person)
        .join(PERSON, PERSON.c.id == _TABLE.c.person)
        .order_by(_TABLE.c.number.desc())
        .limit(1)
    )
    found = reading.connection.execute(query).scalar()
    return PersonId(found) if found else None


def _change(row: SqlRow[Any]) -> Change:
    with failures.as_written():
        return Change(
            number=row.number,
            window=row.window,
            person=PersonId(row.person) if row.person else None,
            article=ArticleId(row.article) if row.article else None,
            time=from_cell(row.time),
            label=row.label,
            undoes=row.undoes,
            rows=_ROWS.decode(row.rows),
        )
