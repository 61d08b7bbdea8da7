"""A class's work without names: Student 1, Student 2 ... in the order of the names.

Neither a name nor an id of a person may be in what is given away, and what was given away may not
lead back to a person by an id seen elsewhere. So the ids that stand in for people come from claims
that are in the report anyway: two classes' first students never become one person on import.
"""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.model.report import Work
from annotator.words import _


def without_names(works: Sequence[Work]) -> list[Work]:
    """The same work, each person a numbered student in every article.

    What people wrote themselves (notes, sources, evidence) stays as they wrote it.
    """
    everybody = {person for work in works for person in work.people}
    people = sorted(everybody, key=lambda one: (one.name, one.id))
    students = {
        person.id: Person(
            _stand_in(works, person, number), _("Student {number}").format(number=number)
        )
        for number, person in enumerate(people, 1)
    }
    return [
        replace(
            work,
            people=[students[person.id] for person in people if person in work.people],
            claims=[replace(claim, person=students[claim.person].id) for claim in work.claims],
        )
        for work in works
    ]


def _stand_in(works: Sequence[Work], person: Person, number: int) -> PersonId:
    mine = [claim.id for work in works for claim in work.claims if claim.person == person.id]
    known = min(mine, default=f"{works[0].article.id}/{number}")
    return PersonId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:annotator:student:{known}")))
