"""A step remembers each row it touched, as it was and as it is, and is on disk whole or not."""

import pytest

from annotator.model.change import RowChange
from annotator.storage.failures import Conflict
from annotator.storage.library import Library
from annotator.storage.step import AT_ONCE, Draft, Step
from tests.unit.storage.filled import NOON, step, steps_after


def person(id_: str, name: str = "Ana") -> dict[str, str | int | None]:
    return {"id": id_, "name": name, "origin": "local"}


def names(library: Library) -> dict[str, object]:
    with library.reading() as reading:
        found = reading.rows("person", [("a",), ("b",), ("c",)])
    return {str(key[0]): row["name"] for key, row in found.items()}


def changes(library: Library) -> list[tuple[RowChange, ...]]:
    return [change.rows for change in steps_after(library, 0)]


def test_what_a_step_did_is_remembered_row_by_row(library: Library) -> None:
    with step(library) as running:
        running.insert("person", person("a"))
        running.insert("person", person("b"))
    with step(library) as running:
        before = running.row("person", ("a",))
        assert before == person("a")
        assert running.update("person", before, name="Ann") == person("a", "Ann")
        running.delete("person", [person("b")])
    assert names(library) == {"a": "Ann"}
    assert changes(library) == [
        (
            RowChange("person", ("a",), None, person("a")),
            RowChange("person", ("b",), None, person("b")),
        ),
        (
            RowChange("person", ("a",), person("a"), person("a", "Ann")),
            RowChange("person", ("b",), person("b"), None),
        ),
    ]


def test_a_row_that_is_touched_twice_is_remembered_once(library: Library) -> None:
    with step(library) as running:
        running.insert("person", person("a"))
        running.update("person", person("a"), name="Ann")
        running.insert("person", person("b"))
        running.delete("person", [person("b")])
    assert changes(library) == [(RowChange("person", ("a",), None, person("a", "Ann")),)]
    with step(library) as running:
        running.delete("person", [person("a", "Ann")])
        running.insert("person", person("a"))
    assert changes(library)[1] == (RowChange("person", ("a",), person("a", "Ann"), person("a")),)


def test_a_step_that_changes_nothing_leaves_no_trace(library: Library) -> None:
    draft = Draft("w", "test", NOON)
    with library.changing(draft) as running:
        running.insert("person", person("a"))
        assert running.update("person", person("a"), name="Ana") == person("a")
        running.delete("person", [])
        running.delete("person", [person("a")])
    assert draft.number is None
    assert changes(library) == []


def test_what_waits_is_seen_by_the_next_look(library: Library) -> None:
    with step(library) as running:
        running.insert("person", person("a"))
        assert running.row("person", ("a",)) == person("a")
        assert running.row("person", ("b",)) is None


def test_many_rows_are_read_some_at_a_time(library: Library) -> None:
    many = [(str(number),) for number in range(2 * AT_ONCE + 1)]
    with step(library) as running:
        for key in many:
            running.insert("person", person(*key))
            running.insert("dismissal", {"claim": "c", "hint": key[0]})
        assert set(running.rows("person", [*many, ("none",)])) == set(many)
        pairs = [("c", hint) for (hint,) in many]
        assert set(running.rows("dismissal", [*pairs, ("d", "1")])) == set(pairs)
        running.delete("dismissal", list(running.rows("dismissal", pairs).values()))


def test_a_step_that_raises_is_as_if_it_had_not_been(library: Library) -> None:
    with pytest.raises(ZeroDivisionError), step(library) as running:
        running.insert("person", person("a"))
        assert running.row("person", ("a",))
        raise ZeroDivisionError
    assert (names(library), changes(library)) == ({}, [])


def test_a_step_that_contradicts_the_library_is_a_conflict(library: Library) -> None:
    with step(library) as running:
        running.insert("person", person("a"))
    with pytest.raises(Conflict), step(library) as running:
        running.insert("person", person("b"))
        running.insert("person", person("a"))
    with pytest.raises(Conflict), step(library) as running:
        running.insert("dismissal", {"claim": "nobody's", "hint": "h"})
    assert names(library) == {"a": "Ana"}
    with step(library) as running:  # the connection can still be used
        running.insert("person", person("c"))
    assert names(library) == {"a": "Ana", "c": "Ana"}


def test_a_part_of_a_step_can_be_taken_back_alone(library: Library) -> None:
    def failing(running: Step) -> None:
        with running.savepoint():
            running.insert("person", person("b"))
            assert running.row("person", ("b",))
            running.insert("person", person("c"))
            raise ZeroDivisionError

    with step(library) as running:
        running.insert("person", person("a"))
        with pytest.raises(ZeroDivisionError):
            failing(running)
        with running.savepoint():
            running.insert("person", person("c", "Cem"))
    assert names(library) == {"a": "Ana", "c": "Cem"}
    assert [one.key for one in changes(library)[0]] == [("a",), ("c",)]


def test_a_step_knows_what_it_will_be_remembered_as(library: Library) -> None:
    with step(library) as running:
        running.draft.label = "something else"
        running.insert("person", person("a"))
    (change,) = steps_after(library, 0)
    assert (change.label, change.window, change.time) == ("something else", "w", NOON)
    assert running.draft.number == change.number == 1
