"""What a teacher chooses about a class is kept, and undo takes it back."""

from pathlib import Path

import pytest

from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.services import choosing, collecting, undoing
from annotator.services.comparing import Classroom, classroom
from tests.unit.services.desk import Desk, desk

FIRST, SECOND = Span(0, 5), Span(6, 9)


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def room(here: Desk) -> Classroom:
    return classroom(here.workspace, here.article)


def test_passages_are_picked_in_an_order_and_each_once(here: Desk) -> None:
    choosing.pick(here.workspace, here.article, (FIRST, SECOND, FIRST))
    choosing.pick(here.workspace, here.article, (SECOND, FIRST))
    assert room(here).picked == (SECOND, FIRST)
    undoing.undo(here.workspace)
    assert room(here).picked == (FIRST, SECOND)
    undoing.undo(here.workspace)
    assert room(here).picked == ()


def test_people_are_hidden_together_and_shown_one_by_one(here: Desk) -> None:
    eva, finn = PersonId("eva"), PersonId("finn")
    choosing.hide_people(here.workspace, here.article, (eva, finn), on=True)
    choosing.hide_people(here.workspace, here.article, (eva,), on=False)
    assert room(here).hidden_people == {finn}
    undoing.undo(here.workspace)
    undoing.undo(here.workspace)
    assert room(here).hidden_people == frozenset()


def test_who_is_hidden_stays_so_under_the_id_they_are_joined_to(here: Desk) -> None:
    eva, again, finn = PersonId("eva"), PersonId("again"), PersonId("finn")
    choosing.hide_people(here.workspace, here.article, (eva, finn), on=True)
    collecting.join(here.workspace, eva, again)
    assert room(here).hidden_people == {again, finn}
    choosing.hide_people(here.workspace, here.article, (again,), on=False)
    assert room(here).hidden_people == {finn}
    collecting.join(here.workspace, eva, None)
    assert room(here).hidden_people == {finn}


def test_those_who_are_one_already_are_joined_no_further(here: Desk) -> None:
    eva, again = PersonId("eva"), PersonId("again")
    collecting.join(here.workspace, eva, again)
    collecting.join(here.workspace, again, eva)
    assert room(here).joined == {eva: again}


def test_answers_and_optional_claims_are_marked_apart(here: Desk) -> None:
    one, other = ClaimId("one"), ClaimId("other")
    choosing.hide_answers(here.workspace, here.article, (one,), on=True)
    choosing.make_optional(here.workspace, here.article, other, on=True)
    assert room(here).hidden_answers == {one}
    assert room(here).optional == {other}
    choosing.make_optional(here.workspace, here.article, other, on=False)
    assert room(here).hidden_answers == {one}
    assert not room(here).optional


def test_spellings_are_joined_and_parted(here: Desk) -> None:
    choosing.join_spellings(here.workspace, here.article, ("Mayor", "the mayor"), "the mayor")
    assert room(here).spellings == {"Mayor": "the mayor"}
    choosing.join_spellings(here.workspace, here.article, ("Mayor",), None)
    assert room(here).spellings == {}
