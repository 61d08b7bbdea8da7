"""The table of changes: written with each step, read by undo and by the other windows."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Row as SqlRow
from sqlalchemy import bindparam, func, insert, select, update

from annotator.model.change import Change, RowChange, Value
from annotator.model.ids import ArticleId, PersonId
from annotator.storage import failures
from annotator.storage.lean import lean
from annotator.storage.rows import CHANGE, PERSON
from annotator.storage.step import Reading, Step, without_cells
from annotator.storage.times import from_cell, to_cell

_TABLE = CHANGE
_INSERT = insert(_TABLE)
_SINCE = select(_TABLE).where(_TABLE.c.number > bindparam("after")).order_by(_TABLE.c.number)
_ROWS = msgspec.json.Decoder(tuple[RowChange, ...])
_LAST = select(func.max(_TABLE.c.number))


class Touched(msgspec.Struct):
    """Of a row that was changed only which it is: its cells, perhaps megabytes, stay closed."""

    table: str
    key: tuple[Value, ...]


touched_rows = msgspec.json.Decoder(list[Touched]).decode


def write(step: Step) -> int | None:
    """Remember what the step did; None when it did nothing."""
    rows, draft = lean(step.changes()), step.draft
    if not rows:
        return None
    if step.forgotten:
        draft.forgot = frozenset(_forget(step))
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


def _forget(step: Step) -> Iterator[int]:
    """Take the cells of forgotten rows out of the earlier steps; the numbers of those that had any.

    Each step keeps its number, and which rows it touched: what follows it must still make sense.
    """
    for number in step.connection.execute(select(_TABLE.c.number)).scalars().all():
        is_it = _TABLE.c.number == number
        rows = step.connection.execute(select(_TABLE.c.rows).where(is_it)).scalar_one()
        if step.forgotten.isdisjoint((one.table, one.key) for one in touched_rows(rows)):
            continue
        left = [
            without_cells(one) if (one.table, one.key) in step.forgotten else one
            for one in decoded(rows)
        ]
        values = {"rows": msgspec.json.encode(left).decode()}
        step.connection.execute(update(_TABLE).where(is_it).values(values))
        yield number


def decoded(rows: str) -> tuple[RowChange, ...]:
    """The rows that a step touched, from its cell."""
    with failures.as_written():
        return _ROWS.decode(rows)


def since(reading: Reading, number: int) -> list[Change]:
    """The changes after that number, in order."""
    return [_change(row) for row in reading.connection.execute(_SINCE, {"after": number})]


def of_numbers(reading: Reading, numbers: Sequence[int]) -> list[Change]:
    """The changes of those numbers, in order."""
    query = select(_TABLE).where(_TABLE.c.number.in_(numbers)).order_by(_TABLE.c.number)
    return [_change(row) for row in reading.connection.execute(query)]


def taken_back(step: Step) -> tuple[RowChange, ...]:
    """What was done when the step that this one does again was taken back."""
    query = select(_TABLE.c.rows).where(_TABLE.c.undoes == step.draft.undoes)
    rows = step.connection.execute(query.order_by(_TABLE.c.number.desc()).limit(1)).scalar()
    with failures.as_written():
        return () if rows is None else _ROWS.decode(rows)


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
