"""What counts towards what an assignment asks for."""

from dataclasses import replace

import pytest

from annotator.model.assignment import Minimums
from annotator.model.claim import Claim, Evidence, Outcome
from annotator.model.progress import progress
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.claims import claim as any_claim

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED


def on(start: int, end: int, *tags: Tag, outcome: Outcome | None = None) -> Claim:
    """A claim on that span, with a check if there is an outcome."""
    evidence = (Evidence("somewhere", outcome=outcome),) if outcome else ()
    return replace(any_claim(), span=Span(start, end), tags=frozenset(tags), evidence=evidence)


def test_overlapping_claims_of_ones_own_are_one_passage() -> None:
    claims = [on(20, 30, A), on(0, 10, A), on(5, 20, C), on(9, 12, A), on(40, 41)]
    found = progress(claims, Minimums())
    assert found.passages == 3
    assert found.by_tag == {A: 2, C: 1, V: 0}


def test_claims_side_by_side_are_two() -> None:
    assert progress([on(0, 5), on(5, 9)], Minimums()).passages == 2


@pytest.mark.parametrize("outcome", Outcome)
def test_a_recorded_check_counts_as_verified_whatever_came_of_it(outcome: Outcome) -> None:
    assert progress([on(0, 5, A, outcome=outcome)], Minimums()).by_tag[V] == 1


def test_the_tag_alone_and_a_place_alone_are_no_check() -> None:
    looked = replace(on(8, 9), evidence=(Evidence("somewhere"),))
    assert progress([on(0, 5, V), looked], Minimums()).by_tag[V] == 0


def test_what_is_lacking_is_said_by_tag() -> None:
    asked = Minimums(3, {A: 1, C: 2})
    claims = [on(0, 5, A), on(6, 7, A)]
    found = progress(claims, asked)
    assert found.lacking == {C: 2}
    assert not found.is_met
    claims += [on(8, 9, C), on(10, 11, C)]
    assert progress(claims, asked).is_met
    assert not progress(claims[1:3], Minimums(3)).is_met
    assert progress([], Minimums()).is_met
