"""What becomes of a file is found by what is asked for, as looking through all would find it."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.handin import Collected, HandIn, Member, Platform
from annotator.model.ids import HandInId, PersonId
from annotator.services.collecting_reading import Ready
from annotator.services.collecting_shelf import Shelf
from annotator.services.comparing import ids_of
from annotator.storage import handins
from annotator.storage.step import Step
from tests.unit.services.desk import Desk

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
ANA, BEN = Member(PersonId("ana"), "Ana"), Member(PersonId("ben"), "Ben")


class _NeverMindError(Exception):
    """Takes a step back."""


@contextmanager
def try_step(desk: Desk) -> Iterator[Step]:
    """A step of which nothing stays."""
    try:
        with desk.workspace.step("try", undoable=False) as step:
            yield step
            raise _NeverMindError
    except _NeverMindError:
        pass


def place(id_: str) -> Platform:
    return Platform(f"Ana_{id_}_assignsubmission_file_", id_, "Ana")


def came(desk: Desk, at: int, number: int, content: str, ids: str, pair: bool = False) -> HandIn:
    return HandIn(
        id=HandInId(f"{at:05}"),
        article=desk.article,
        assignment=None,
        revision=1,
        people=(ANA, BEN) if pair else (ANA,),
        number=number,
        made=NOON,
        sha256=content,
        received=NOON,
        platforms=tuple(map(place, ids)),
    )


def put(shelf: Shelf, one: HandIn) -> Collected:
    return shelf.put(Ready("", one, "[]", ""))[0]


def looked_through(there: list[HandIn], new: HandIn) -> Collected:
    """What the shelf decides, by comparing the new one with each that is there."""
    people = len(new.people)
    akin = [one for one in there if len(ids_of([one, new])) <= people]
    for one in akin:
        if (one.number, one.sha256) == (new.number, new.sha256):
            there[there.index(one)] = _also_at(one, new)
            return Collected.SAME
    highest = max((one.number for one in akin), default=0)
    if new.number < highest:
        newest = [one for one in akin if one.number == highest]
        if not any(one.platforms for one in newest):
            there[there.index(newest[0])] = _also_at(newest[0], new)
        return Collected.OLDER
    is_open = len(ids_of(there)) > people
    older = [
        one
        for one in akin
        if one.number < new.number and (not is_open or ids_of([one]) == ids_of([new]))
    ]
    is_conflict = len(akin) < len(there) or any(one.number == new.number for one in akin)
    there[:] = [one for one in there if one not in older]
    there.append(new if new.platforms else _also_at(new, *older))
    if is_conflict:
        return Collected.CONFLICT
    return Collected.NEWER if older else Collected.NEW


def _also_at(one: HandIn, *others: HandIn) -> HandIn:
    places = [*one.platforms, *(where for other in others for where in other.platforms)]
    return replace(one, platforms=tuple(dict.fromkeys(places)))


def plain(some: Iterable[HandIn]) -> dict[str, tuple[int, str, frozenset[Platform]]]:
    return {one.id: (one.number, one.sha256, frozenset(one.platforms)) for one in some}


FILES = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from("xy"), st.sampled_from(["", *"abc"])),
    min_size=1,
    max_size=12,
)


@given(FILES, st.booleans(), st.integers(0, 12))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_decides_what_looking_through_all_of_them_decides(
    desk: Desk, files: list[tuple[int, str, str]], pair: bool, before: int
) -> None:
    all_of_them = [came(desk, at, *file, pair) for at, file in enumerate(files)]
    there: list[HandIn] = []
    with try_step(desk) as step:
        for some in (all_of_them[:before], all_of_them[before:]):
            shelf = Shelf(step)
            for one in some:
                assert put(shelf, one) == looked_through(there, one)
            shelf.close()
            assert plain(handins.all_of(step)) == plain(there)
            assert handins.work_of(step, [one.id for one in there]).keys() == {
                one.id for one in there
            }


@pytest.mark.parametrize("ids", [False, True])
@pytest.mark.parametrize("number", [1, 0])
def test_thousands_of_copies_cost_what_thousands_of_hand_ins_cost(
    desk: Desk, ids: bool, number: int
) -> None:
    """Looking through all of them for each took minutes, and a hundred times as long for ten."""
    files = [
        replace(
            came(desk, at, number or at + 1, f"{at}", ""),
            platforms=(place(str(at)),) if ids else (),
        )
        for at in range(4_000)
    ]
    with try_step(desk) as step:
        shelf = Shelf(step)
        start = time.process_time()
        found = {put(shelf, one) for one in files}
        shelf.close()
        assert time.process_time() - start < 5
        kept = 1 if not (ids or number) else len(files)
        assert len(handins.all_of(step)) == kept
    assert found == {Collected.NEW, Collected.NEWER if kept == 1 else Collected.CONFLICT}
