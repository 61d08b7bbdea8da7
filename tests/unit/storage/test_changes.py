"""The table of changes tells what was done, by whom, and in which order."""

from datetime import timedelta

from annotator.model.change import Change, RowChange
from annotator.model.ids import ArticleId, PersonId
from annotator.model.person import Person
from annotator.storage import changes, people
from annotator.storage.library import Library
from annotator.storage.step import Draft
from tests.unit.storage.filled import NOON, step, steps_after


def write(library: Library, id_: str, person: str | None = None) -> Draft:
    draft = Draft(
        "w", "name", NOON + timedelta(microseconds=1), PersonId(person) if person else None
    )
    with library.changing(draft) as running:
        people.insert(running, Person(PersonId(id_), "قال 😀\n"))
    return draft


def test_a_change_comes_back_as_it_was_written(library: Library) -> None:
    draft = Draft("w", "a label", NOON, PersonId("p"), ArticleId("a"), undoes=7)
    row = {"id": "p", "name": "قال 😀\n", "origin": "local"}
    with library.changing(draft) as running:
        running.insert("person", row)
    assert steps_after(library, 0) == [
        Change(
            1,
            "w",
            PersonId("p"),
            ArticleId("a"),
            NOON,
            "a label",
            7,
            (RowChange("person", ("p",), None, dict(row)),),
        )
    ]


def test_numbers_rise_and_are_never_given_again(library: Library) -> None:
    with library.reading() as reading:
        assert changes.last_number(reading) == 0
    assert [write(library, id_).number for id_ in "abc"] == [1, 2, 3]
    with library.reading() as reading:
        assert changes.last_number(reading) == 3
        assert [one.number for one in changes.since(reading, 1)] == [2, 3]
        assert [one.number for one in changes.of_numbers(reading, (3, 1, 9))] == [1, 3]
    assert steps_after(library, 3) == []
    with step(library) as running:
        running.connection.exec_driver_sql("DELETE FROM change")
        running.insert("person", {"id": "d", "name": "d", "origin": "local"})
    assert running.draft.number == 4


def test_who_annotated_last_and_is_still_there(library: Library) -> None:
    def last() -> str | None:
        with library.reading() as reading:
            return changes.last_person(reading)

    write(library, "a")
    assert last() is None
    write(library, "b", "a")
    write(library, "c", "b")
    write(library, "d")
    assert last() == "b"
    with step(library) as running:
        gone = running.row("person", ("b",))
        assert gone
        running.delete("person", [gone])
    assert last() == "a"
