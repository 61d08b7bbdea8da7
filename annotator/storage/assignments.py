"""Assignments in the library, with their rosters; those made here and those opened from files."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import Select, select

from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.change import Row
from annotator.model.ids import ArticleId, AssignmentId, PersonId
from annotator.model.tags import Tag
from annotator.storage import failures
from annotator.storage.class_rows import ASSIGNMENT, ROSTER
from annotator.storage.step import Reading, Step
from annotator.storage.times import to_cell

_TABLE = ASSIGNMENT
_IN_ORDER = select(_TABLE).order_by(_TABLE.c.made, _TABLE.c.id)


def put(step: Step, assignment: Assignment, made: datetime) -> None:
    """Write an assignment in place of the one of its id, if there is one; `made` is kept then."""
    before = step.row("assignment", (assignment.id,))
    if before is None:
        step.insert("assignment", _cells(assignment) | {"made": to_cell(made)})
    else:
        step.update("assignment", before, **_cells(assignment))
    _put_roster(step, assignment)


def one(reading: Reading, assignment: AssignmentId) -> Assignment | None:
    """The assignment of that id."""
    found = _read(reading, _IN_ORDER.where(_TABLE.c.id == assignment))
    return found[0] if found else None


def all_of(reading: Reading) -> list[Assignment]:
    """Every assignment, in the order in which they came to be."""
    return _read(reading, _IN_ORDER)


def of_article(reading: Reading, article: ArticleId) -> list[Assignment]:
    """The assignments on an article, in the order in which they came to be."""
    return _read(reading, _IN_ORDER.where(_TABLE.c.article == article))


def roster_ids(reading: Reading) -> dict[str, list[PersonId]]:
    """Which ids this library's rosters gave each name: the first of a name first."""
    query = (
        select(ROSTER.c.name, ROSTER.c.person)
        .join(_TABLE, _TABLE.c.id == ROSTER.c.assignment)
        .order_by(_TABLE.c.made, _TABLE.c.id, ROSTER.c.position)
    )
    found: defaultdict[str, dict[PersonId, None]] = defaultdict(dict)
    for name, person in reading.connection.execute(query):
        found[name][PersonId(person)] = None
    return {name: list(ids) for name, ids in found.items()}


def _cells(assignment: Assignment) -> Row:
    by_tag = assignment.minimums.by_tag
    return {
        "id": assignment.id,
        "article": assignment.article,
        "revision": assignment.revision,
        "title": assignment.title,
        "instructions": assignment.instructions,
        "due": assignment.due.isoformat() if assignment.due else None,
        "at_least": assignment.minimums.at_least,
        **{str(tag): by_tag.get(tag, 0) for tag in Tag},
        "require_complete": int(assignment.require_complete),
        "is_mine": int(assignment.is_mine),
        "maker": assignment.maker,
        "released": int(assignment.released),
    }


def _put_roster(step: Step, assignment: Assignment) -> None:
    query = select(ROSTER).where(ROSTER.c.assignment == assignment.id)
    there = {row["position"]: dict(row) for row in step.connection.execute(query).mappings()}
    for position, row in enumerate(assignment.roster):
        before = there.pop(position, None)
        if before:
            step.update("roster", before, person=row.id, name=row.name)
            continue
        cells: Row = {"assignment": assignment.id, "position": position}
        step.insert("roster", cells | {"person": row.id, "name": row.name})
    step.delete("roster", there.values())


def _read(reading: Reading, query: Select[Any]) -> list[Assignment]:
    rows = reading.connection.execute(query).all()
    rosters = _rosters(reading, [row.id for row in rows])
    with failures.as_written():
        return [_assignment(row, tuple(rosters[row.id])) for row in rows]


def _rosters(reading: Reading, ids: list[str]) -> defaultdict[str, list[RosterRow]]:
    query = select(ROSTER.c.assignment, ROSTER.c.person, ROSTER.c.name)
    query = query.where(ROSTER.c.assignment.in_(ids)).order_by(ROSTER.c.position)
    found: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for assignment, person, name in reading.connection.execute(query):
        found[assignment].append(RosterRow(PersonId(person), name))
    return found


def _assignment(row: SqlRow[Any], roster: tuple[RosterRow, ...]) -> Assignment:
    numbers = {tag: getattr(row, tag) for tag in Tag}
    return Assignment(
        id=AssignmentId(row.id),
        article=ArticleId(row.article),
        title=row.title,
        revision=row.revision,
        instructions=row.instructions,
        due=date.fromisoformat(row.due) if row.due else None,
        minimums=Minimums(row.at_least, {tag: least for tag, least in numbers.items() if least}),
        require_complete=bool(row.require_complete),
        roster=roster,
        is_mine=bool(row.is_mine),
        maker=PersonId(row.maker) if row.maker else None,
        released=bool(row.released),
    )
