"""Rows are put back into a state they had, all of them or none."""

import pytest

from annotator.model.change import Row, RowChange
from annotator.storage.failures import Conflict
from annotator.storage.library import Library
from annotator.storage.restoring import put_back
from tests.unit.storage.filled import rows, step, steps_after


def changed(table: str, before: Row | None, after: Row | None) -> RowChange:
    key = (before or after or {})["id"]
    return RowChange(table, (key,), before, after)


def cells(library: Library, table: str, id_: str) -> Row:
    with library.reading() as reading:
        found = reading.row(table, (id_,))
    assert found
    return found


def test_rows_are_changed_made_and_removed(filled: Library) -> None:
    ana = cells(filled, "person", "person-ana")
    former = cells(filled, "former_id", "claim-0")
    made: Row = {"id": "new", "name": "New", "origin": "local"}
    with step(filled) as running:
        put_back(
            running,
            [
                changed("person", ana, ana | {"name": "Ann"}),
                changed("person", None, made),
                changed("former_id", former, None),
            ],
        )
    assert cells(filled, "person", "person-ana") == ana | {"name": "Ann"}
    assert cells(filled, "person", "new") == made
    assert rows(filled)["former_id"] == []
    assert {row.key for row in steps_after(filled, 1)[0].rows} == {
        ("person-ana",),
        ("new",),
        ("claim-0",),
    }


def test_two_rows_can_exchange_what_must_be_unique(filled: Library) -> None:
    one, other = (cells(filled, "claim", id_) for id_ in ("claim-1", "claim-2"))
    ends = {"start", "end"}
    swapped = [
        changed("claim", old, old | {name: new[name] for name in ends})
        for old, new in ((one, other), (other, one))
    ]
    with step(filled) as running:
        put_back(running, swapped)
    assert cells(filled, "claim", "claim-1")["start"] == other["start"]


def test_a_row_that_is_not_as_it_was_is_a_conflict(filled: Library) -> None:
    ana = cells(filled, "person", "person-ana")
    before = rows(filled)
    for wrong in (ana | {"name": "Ann"}, None):
        with pytest.raises(Conflict), step(filled) as running:
            put_back(running, [changed("person", wrong, ana | {"name": "X"})])
    with pytest.raises(Conflict), step(filled) as running:
        put_back(running, [changed("person", ana | {"id": "gone"}, None)])
    assert rows(filled) == before


def test_a_row_that_others_depend_on_is_a_conflict(filled: Library) -> None:
    before = rows(filled)
    with pytest.raises(Conflict), step(filled) as running:
        put_back(running, [changed("person", cells(filled, "person", "person-ana"), None)])
    assert rows(filled) == before
