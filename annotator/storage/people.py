"""People in the library."""

from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import select

from annotator.model.ids import PersonId
from annotator.model.person import Origin, Person
from annotator.storage import failures
from annotator.storage.class_rows import ASSIGNMENT, PARTNER
from annotator.storage.rows import CLAIM, PERSON, SOURCE
from annotator.storage.step import Reading, Step

_TABLE = PERSON


def insert(step: Step, person: Person) -> None:
    """Add a person."""
    step.insert("person", {"id": person.id, "name": person.name, "origin": person.origin})


def update(step: Step, person: Person) -> None:
    """Write the name and origin of a person who is there."""
    before = step.row("person", (person.id,))
    if before:
        step.update("person", before, name=person.name, origin=str(person.origin))


def all_of(reading: Reading) -> list[Person]:
    """Everybody, by name, then id."""
    query = select(_TABLE).order_by(_TABLE.c.name, _TABLE.c.id)
    return [_person(row) for row in reading.connection.execute(query)]


def one(reading: Reading, person: PersonId) -> Person | None:
    """The person of that id."""
    row = reading.connection.execute(select(_TABLE).where(_TABLE.c.id == person)).first()
    return _person(row) if row else None


def named(reading: Reading, name: str, *origins: Origin) -> list[Person]:
    """Everybody of exactly that (tidy) name, by id; of one of those origins, if any is named."""
    query = select(_TABLE).where(_TABLE.c.name == name)
    if origins:
        query = query.where(_TABLE.c.origin.in_(origins))
    rows = reading.connection.execute(query.order_by(_TABLE.c.id))
    return [_person(row) for row in rows]


def is_needed(reading: Reading, person: PersonId) -> bool:
    """Whether anything in the library hangs on a person."""
    return any(
        reading.connection.execute(select(column).where(column == person).limit(1)).first()
        for column in (CLAIM.c.person, SOURCE.c.person, PARTNER.c.person, ASSIGNMENT.c.maker)
    )


def _person(row: SqlRow[Any]) -> Person:
    with failures.as_written():
        return Person(PersonId(row.id), row.name, Origin(row.origin))
