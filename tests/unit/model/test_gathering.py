"""Gathering claims into passages, beside the rule said in the plainest way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import gathering
from annotator.model.claim import Claim
from annotator.model.gathering import gathered
from annotator.model.handin import Annotator
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import ranges, units
from tests.unit.model.annotators import annotator, by_words
from tests.unit.model.claims import claim

TEXT = "“The bridge is safe,” the mayor said. Engineers disagree: it is not. … ?!"


def quotes(annotators: list[Annotator], text: str = TEXT) -> list[str]:
    return [text[slice(*one.span)] for one in gathered(text, annotators).passages]


def test_signs_and_blanks_at_the_ends_make_no_difference() -> None:
    classroom = [
        by_words(TEXT, "Ana", [("“The bridge is safe,” ", "A")]),
        by_words(TEXT, "Ben", [("The bridge is safe", "A")]),
        by_words(TEXT, "Coy", [("he bridge is saf", "A")]),
    ]
    (passage,) = gathered(TEXT, classroom).passages
    assert TEXT[slice(*passage.span)] == "The bridge is safe"
    assert passage.units == range(1, 5)
    assert passage.marked == passage.of == 3


def test_what_most_claim_exactly_founds_then_what_is_longer_then_what_is_earlier() -> None:
    two = [by_words(TEXT, name, [("bridge is safe", "")]) for name in ("Ana", "Ben")]
    one = by_words(TEXT, "Coy", [("The bridge is safe,” the mayor said", "")])
    assert quotes([one, *two]) == ["bridge is safe"]
    assert quotes([*two[:1], one]) == ["The bridge is safe,” the mayor said"]
    equal = [by_words(TEXT, "A", [("mayor said", "")]), by_words(TEXT, "B", [("the mayor", "")])]
    assert quotes(equal) == ["the mayor"]


def test_a_person_who_claims_the_same_words_twice_counts_once() -> None:
    once = by_words(TEXT, "Ana", [("bridge is safe", "")])
    twice = by_words(TEXT, "Ben", [("the mayor said", "A"), ("the mayor said.", "C")])
    longer = by_words(TEXT, "Coy", [("the mayor said. Engineers", "")])
    passages = gathered(TEXT, [once, twice, longer]).passages
    founded = next(one for one in passages if one.span.start == TEXT.index("the mayor"))
    assert TEXT[slice(*founded.span)] == "the mayor said. Engineers"
    (first, _longer) = founded.answers
    assert [one.id for one in first.claims] == ["Ben-0", "Ben-1"]
    assert first.tags == {Tag.ATTRIBUTED, Tag.CONTESTED}


def test_a_claim_over_two_passages_belongs_to_both_also_to_the_one_found_later() -> None:
    short = [by_words(TEXT, f"S{n}", [("bridge is safe", "A")]) for n in range(3)]
    whole = [by_words(TEXT, f"W{n}", [("The bridge is safe,” the mayor said", "C")]) for n in "ab"]
    late = by_words(TEXT, "Zoe", [("mayor said", "V")])
    found = {TEXT[slice(*one.span)]: one for one in gathered(TEXT, [*short, *whole, late]).passages}
    assert {quote: one.marked for quote, one in found.items()} == {
        "bridge is safe": 5,
        "mayor said": 3,
    }


def test_less_than_half_of_the_shorter_is_another_passage() -> None:
    one = by_words(TEXT, "Ana", [("bridge is safe", "")])
    other = by_words(TEXT, "Ben", [("safe,” the mayor said", "")])
    assert len(quotes([one, other])) == 2


def test_signs_alone_stand_for_themselves_and_less_than_half_of_a_word_is_left_out() -> None:
    signs = by_words(TEXT, "Ana", [("?!", "")])
    part = by_words(TEXT, "Ben", [("Eng", "")])
    found = gathered(TEXT, [signs, part])
    assert [TEXT[slice(*one.span)] for one in found.passages] == ["?!"]
    assert [one.id for one in found.left_out] == ["Ben-0"]


def test_nobody_and_no_text() -> None:
    assert gathered(TEXT, []).passages == ()
    nothing = gathered(" ", [annotator("Ana", [claim(span=Span(0, 1))])])
    assert (nothing.passages, len(nothing.left_out)) == ((), 1)


def test_what_is_worth_most_comes_first_then_what_stands_first() -> None:
    alike = [("The bridge", "A"), ("mayor said", "A")]
    classroom = [
        by_words(TEXT, "Ana", [*alike, ("Engineers disagree", "A")]),
        by_words(TEXT, "Ben", [*alike, ("Engineers disagree", "C")]),
    ]
    assert quotes(classroom) == ["Engineers disagree", "The bridge", "mayor said"]


WORDS = "ab cd. ef, gh ij - kl mn"
SPANS = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda pair: pair[0] < pair[1])


def test_a_claim_on_the_whole_text_looks_at_the_passages_at_its_ends_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = [f"word{number}" for number in range(200)]
    text, each = " ".join(words), [(word, "A") for word in words]
    classroom = [by_words(text, name, each) for name in ("Ana", "Ben")]
    looked: list[tuple[int, int]] = []
    is_near = gathering._Shelf._is_near

    def look(shelf: gathering._Shelf, place: int, first: int, last: int) -> bool:
        looked.append((first, last))
        return is_near(shelf, place, first, last)

    monkeypatch.setattr(gathering._Shelf, "_is_near", look)
    whole = [by_words(text, f"Coy {n}", [(" ".join(words[: 200 - n]), "C")]) for n in range(20)]
    found = gathered(text, [*classroom, *whole]).passages
    assert len(found) == 200
    assert max(one.marked for one in found) == 22
    assert len(looked) < 4 * 2 * 220


@given(st.lists(st.lists(SPANS, max_size=4, unique=True), max_size=5))
def test_the_rule_said_plainly_gives_the_same(classroom: list[list[tuple[int, int]]]) -> None:
    annotators = [
        annotator(
            f"p{n}", [claim(f"{n}-{k}", span=Span(*one)) for k, one in enumerate(sorted(some))]
        )
        for n, some in enumerate(classroom)
    ]
    found = gathered(WORDS, annotators)
    ours = {
        tuple(one.units): {
            answer.annotator.name: [claim.id for claim in answer.claims] for answer in one.answers
        }
        for one in found.passages
    }
    assert ours == plainly(annotators)
    assert {one.id for one in found.left_out} == {
        each.id for one in annotators for each in one.claims if not words_of(each)
    }


def words_of(one: Claim) -> tuple[int, ...]:
    """The units of a claim without the signs at its ends; with them where it has nothing else."""
    found = units(WORDS)
    whole = [unit for some in ranges(found, [one.span]) for unit in some]
    words = [unit for unit in whole if found.words[unit]]
    return tuple(range(words[0], words[-1] + 1)) if words else tuple(whole)


def plainly(annotators: list[Annotator]) -> dict[tuple[int, ...], dict[str, list[str]]]:
    """By the units of each passage: whose claims belong to it."""
    claimed: dict[tuple[int, ...], set[str]] = {}
    for one in annotators:
        for each in one.claims:
            claimed.setdefault(words_of(each), set()).add(one.name)
    claimed.pop((), None)
    ranked = sorted(claimed, key=lambda words: (-len(claimed[words]), -len(words), words))
    passages: list[tuple[int, ...]] = []
    for words in ranked:
        if not any(share_half(words, other) for other in passages):
            passages.append(words)
    belonging: dict[tuple[int, ...], dict[str, list[str]]] = {words: {} for words in passages}
    for one in annotators:
        for each in one.claims:
            for words in passages:
                if share_half(words_of(each), words):
                    belonging[words].setdefault(one.name, []).append(each.id)
    return belonging


def share_half(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    shared = len({*one} & {*other})
    return shared > 0 and 2 * shared >= min(len(one), len(other))
