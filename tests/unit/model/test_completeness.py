"""What each tag asks for, by the table in the architecture, and what ends the asking."""

from itertools import chain, combinations

import pytest

from annotator.model.claim import (
    Attribution,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
)
from annotator.model.completeness import (
    WHAT_TO_DO,
    Missing,
    checked_still_open,
    is_given,
    missing,
)
from annotator.model.ids import ClaimId
from annotator.model.tags import Tag
from tests.unit.model.claims import claim, said_by

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED


def test_an_open_claim_asks_for_nothing() -> None:
    assert missing(claim()) == ()


def test_everything_missing_in_the_order_of_the_tags() -> None:
    assert missing(claim("a", [V, C, A])) == (
        Missing.SOURCE,
        Missing.COUNTER_SOURCE,
        Missing.EVIDENCE,
    )


def test_each_has_words_that_say_what_to_do() -> None:
    assert set(WHAT_TO_DO) == set(Missing)
    assert WHAT_TO_DO[Missing.FOUND] == "say what you found there"


@pytest.mark.parametrize(
    ("source", "given"),
    [
        (Source("Aman"), True),
        (Source("", SourceKind.UNNAMED), True),
        (Source(" "), False),
        (Source("", SourceKind.PERSON), False),
    ],
)
def test_who_says_so(source: Source, given: bool) -> None:
    assert is_given(source) is given
    of = claim("a", [A], attributions=(Attribution(source),))
    assert missing(of) == (() if given else (Missing.SOURCE,))


def test_a_counter_source_does_not_say_so() -> None:
    counter = (said_by("Taliban", SourceRole.COUNTER),)
    assert missing(claim("a", [A], attributions=counter)) == (Missing.SOURCE,)
    assert missing(claim("a", [C], attributions=counter)) == ()
    assert missing(claim("a", [C], attributions=(said_by("Aman"),))) == (Missing.COUNTER_SOURCE,)


def test_a_link_is_enough_when_it_disagrees() -> None:
    for role, asked in ((LinkRole.DISAGREES, ()), (LinkRole.RELATED, (Missing.COUNTER_SOURCE,))):
        assert missing(claim("a", [C], links=(Link(ClaimId("b"), role),))) == asked


@pytest.mark.parametrize(
    ("evidence", "asked"),
    [
        ([Evidence("x", outcome=Outcome.SUPPORTS, found="It does.")], ()),
        ([Evidence("x", outcome=Outcome.SUPPORTS, found=" ")], (Missing.FOUND,)),
        ([Evidence("x", found="It does.")], (Missing.OUTCOME,)),
        ([Evidence("x", outcome=Outcome.NOTHING)], (Missing.EVIDENCE,)),
        ([Evidence("x", outcome=Outcome.AGAINST, found="Not so.")], (Missing.EVIDENCE,)),
        (
            [
                Evidence("x", outcome=Outcome.SUPPORTS),
                Evidence("y", outcome=Outcome.SUPPORTS, found="It does."),
            ],
            (),
        ),
    ],
)
def test_what_shows_it(evidence: list[Evidence], asked: tuple[Missing, ...]) -> None:
    assert missing(claim("a", [V], evidence=tuple(evidence))) == asked


def test_evidence_on_another_tag_is_never_asked_for() -> None:
    assert (
        missing(claim("a", [A], attributions=(said_by("Aman"),), evidence=(Evidence("x"),))) == ()
    )


@pytest.mark.parametrize(
    "outcomes", list(chain.from_iterable(combinations([*Outcome, None], n) for n in range(5)))
)
def test_checked_and_still_open(outcomes: tuple[Outcome | None, ...]) -> None:
    of = claim(evidence=tuple(Evidence("x", outcome=one) for one in outcomes))
    fruitless = {Outcome.AGAINST, Outcome.NOTHING}
    assert checked_still_open(of) is (bool(outcomes) and set(outcomes) <= fruitless)
