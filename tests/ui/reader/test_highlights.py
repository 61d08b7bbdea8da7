"""The index of claims after any changes is the index built anew."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.ui.reader.highlights import Highlights
from annotator.ui.reader.stretches import Stretches
from tests.ui.reader.making import A, C, claim

TEXT = "one two\n\nthree four five\nsix\n"
STRETCHES = Stretches(TEXT)

CLAIMS = st.builds(
    lambda name, start, length, tag: claim(name, (start, min(start + length, len(TEXT))), tag),
    st.sampled_from("abcde"),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, len(TEXT)),
    st.sampled_from([A, C]),
)
CHANGES = st.lists(st.tuples(st.lists(CLAIMS, max_size=2), st.sets(st.sampled_from("abcde"))))


def stretches_of(claims: list[Claim]) -> set[int]:
    return {stretch for one in claims for stretch in STRETCHES.of(one.span)}


@given(CHANGES)
def test_changes_give_what_a_new_index_gives(changes: list[tuple[list[Claim], set[str]]]) -> None:
    kept: dict[ClaimId, Claim] = {}
    index = Highlights(STRETCHES)
    for changed, gone in changes:
        for stretch in range(len(STRETCHES)):
            index.flat(stretch)  # so that what is kept from before is what is tested
        index.apply(changed, {ClaimId(one) for one in gone})
        for one in gone:
            kept.pop(ClaimId(one), None)
        kept.update((one.id, one) for one in changed)
    anew = Highlights(STRETCHES, kept.values())
    assert len(index) == len(anew) == len(kept)
    for stretch in range(len(STRETCHES)):
        assert index.flat(stretch) == anew.flat(stretch)
    for position in range(len(TEXT)):
        assert index.at(position) == anew.at(position)


@given(CLAIMS, CLAIMS)
def test_touched_are_the_stretches_of_before_and_after(before: Claim, after: Claim) -> None:
    index = Highlights(STRETCHES, [before])
    touched = index.apply([after], [before.id])
    assert touched == stretches_of([before, after])


@given(st.lists(CLAIMS), st.integers(0, len(TEXT) - 1))
def test_claims_over_a_code_point_are_those_that_cover_it(claims: list[Claim], at: int) -> None:
    each = {one.id: one for one in claims}
    over = Highlights(STRETCHES, each.values()).over(at)
    covering = [one for one in each.values() if one.span.start <= at < one.span.end]
    assert {one.id for one in over} == {one.id for one in covering}
    lengths = [one.span.end - one.span.start for one in over]
    assert lengths == sorted(lengths)


def test_a_caret_at_the_end_of_a_claim_is_at_the_claim() -> None:
    index = Highlights(STRETCHES, [claim("one", (0, 3), A), claim("around", (0, 7), C)])
    assert [one.id for one in index.at(2)] == ["one", "around"]
    assert [one.id for one in index.at(3)] == ["around"]
    assert [one.id for one in index.at(7)] == ["around"]
    assert index.at(8) == []
    assert index.at(len(TEXT)) == []


def test_of_two_claims_that_touch_the_caret_means_the_one_after_it() -> None:
    index = Highlights(STRETCHES, [claim("one", (0, 3), A), claim("two", (3, 7), A)])
    assert [one.id for one in index.at(3)] == ["two"]


def test_what_was_never_there_is_gone_without_a_trace() -> None:
    index = Highlights(STRETCHES, [claim("one", (0, 3), A)])
    assert index.apply([], [ClaimId("other")]) == set()
    assert index.claim(ClaimId("one")) is not None
    assert index.claim(ClaimId("other")) is None
