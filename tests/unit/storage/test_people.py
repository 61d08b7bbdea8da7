"""People: names need not be unique."""

from annotator.model.ids import PersonId
from annotator.model.person import Origin, Person
from annotator.storage import people
from annotator.storage.library import Library
from tests.unit.storage.filled import step

ANA = Person(PersonId("b"), "Ana")
OTHER = Person(PersonId("a"), "Ana", Origin.IMPORTED)
BEN = Person(PersonId("c"), "Ben", Origin.NAMED)


def test_people_are_found_by_id_and_by_name(library: Library) -> None:
    with step(library) as running:
        for person in (BEN, ANA, OTHER):
            people.insert(running, person)
    with library.reading() as reading:
        assert people.all_of(reading) == [OTHER, ANA, BEN]
        assert people.one(reading, ANA.id) == ANA
        assert people.one(reading, PersonId("none")) is None
        assert people.named(reading, "Ana") == [OTHER, ANA]
        assert people.named(reading, "Ana", Origin.LOCAL) == [ANA]
        assert people.named(reading, "Ana", Origin.LOCAL, Origin.IMPORTED) == [OTHER, ANA]
        assert people.named(reading, "ana") == []


def test_a_person_can_be_written_anew(library: Library) -> None:
    with step(library) as running:
        people.insert(running, ANA)
    renamed = Person(ANA.id, "Anna", Origin.IMPORTED)
    with step(library) as running:
        people.update(running, renamed)
        people.update(running, BEN)
    with library.reading() as reading:
        assert people.all_of(reading) == [renamed]


def test_a_person_is_needed_while_anything_hangs_on_them(filled: Library) -> None:
    with step(filled) as running:
        people.insert(running, Person(PersonId("idle"), "Idle"))
        assert people.is_needed(running, PersonId("person-ana"))
        assert not people.is_needed(running, PersonId("idle"))
