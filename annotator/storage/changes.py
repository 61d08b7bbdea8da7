"""The table of changes: written with each step, read by undo and by the other windows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row as SqlRow
from sqlalchemy import func, insert, select

from annotator.model.change import Change, RowChange
from annotator.model.ids import ArticleId, PersonId
from annotator.storage.rows import ChangeRow
from annotator.storage.step import Reading, Step
from annotator.storage.times import from_cell, to_cell

_TABLE = ChangeRow.__table__


@dataclass(slots=True)
class Draft:
    """What a running step will be remembered as; `number` is there once it is on disk."""

    window: str
    label: str
    time: datetime
    person: PersonId | None = None
    article: ArticleId | None = None
    undoes: int | None = None
    number: int | None = None


def write(step: Step, draft: Draft) -> int | None:
    """Remember what the step did; None when it did nothing."""
    rows = step.changes()
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
    query = insert(ChangeRow).returning(ChangeRow.number)
    return step.connection.execute(query, values).scalar_one()


def since(reading: Reading, number: int) -> list[Change]:
    """The changes after that number, in order."""
    query = select(_TABLE).where(_TABLE.c.number > number).order_by(_TABLE.c.number)
    return [_change(row) for row in reading.connection.execute(query)]


def one(reading: Reading, number: int) -> Change:
    """The change of that number, which must be there."""
    query = select(_TABLE).where(_TABLE.c.number == number)
    return _change(reading.connection.execute(query).one())


def last_number(reading: Reading) -> int:
    """The number of the newest change; 0 when there is none."""
    return reading.connection.execute(select(func.max(ChangeRow.number))).scalar() or 0


def last_person(reading: Reading) -> PersonId | None:
    """Who made the newest change that somebody made as an annotator."""
    query = (
        select(ChangeRow.person)
        .where(ChangeRow.person.is_not(None))
        .order_by(ChangeRow.number.desc())
        .limit(1)
    )
    found = reading.connection.execute(query).scalar()
    return PersonId(found) if found else None


def _change(row: SqlRow[Any]) -> Change:
    return Change(
        number=row.number,
        window=row.window,
        person=PersonId(row.person) if row.person else None,
        article=ArticleId(row.article) if row.article else None,
        time=from_cell(row.time),
        label=row.label,
        undoes=row.undoes,
        rows=msgspec.json.decode(row.rows, type=tuple[RowChange, ...]),
    )
