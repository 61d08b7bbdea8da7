"""Each hint by examples: when it asks, and when it keeps quiet."""

from typing import Any

import pytest

from annotator.model.article import Metadata
from annotator.model.claim import (
    Claim,
    Evidence,
    Link,
    LinkRole,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.hints import HINTS, Hint, HintContext, hints_for
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.claims import claim, said_by

STORY = HintContext(article=Metadata(address="https://www.example.org/story"))


def asked(of: Claim, context: HintContext = STORY) -> list[str]:
    return [hint.id for hint in hints_for(of, context)]


def with_evidence(where: str, **fields: Any) -> Claim:
    evidence = Evidence(where, where.startswith("http"), **{"found": "It says so.", **fields})
    return claim(tags=[Tag.VERIFIED], evidence=(evidence,))


def test_a_plain_claim_raises_no_question() -> None:
    of = claim(tags=[Tag.ATTRIBUTED], attributions=(said_by("Ali Nazary"),))
    assert hints_for(of, STORY) == ()


def test_evidence_that_is_the_article() -> None:
    of = with_evidence("http://example.org/story/?utm_source=mail#top")
    assert hints_for(of, STORY) == (
        Hint(
            "own-article",
            "This is the address of the article itself.",
            "Who else, outside it, shows the same?",
        ),
    )


def test_an_article_without_address_is_nobodys_evidence() -> None:
    assert asked(with_evidence("https://example.org/story"), HintContext()) == []
    assert asked(with_evidence("https://other.org/story")) == []
    assert asked(with_evidence("www.example.org/story")) == []


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("Ali Nazary", "an interview with Ali  Nazary on the radio"),
        ("U.N.", "https://www.un.org/report"),
        ("a U.N. report", "https://un.org/report"),
        ("Ali Nazary, head of foreign relations for the NRF", "https://nrf.org/"),
        ("Human Rights Watch", "https://www.hrw.org/world-report"),
        ("Human Rights Watch", "https://humanrightswatch.org/"),
    ],
)
def test_evidence_from_the_claims_own_source(source: str, where: str) -> None:
    of = with_evidence(where)
    of = claim(attributions=(said_by(source),), evidence=of.evidence)
    (hint,) = hints_for(of, STORY)
    assert hint.id == "own-source"
    assert hint.bold == f"This evidence seems to come from {source} too."


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("Ali", "an interview with Alison"),
        ("", "the radio"),
        ("Ali Nazary", "https://an.org/x"),
        ("Human Rights Watch", "https://www.amnesty.org/"),
        ("Ali", ""),
    ],
)
def test_evidence_from_elsewhere(source: str, where: str) -> None:
    of = claim(attributions=(said_by(source),), evidence=(Evidence(where, found="x"),))
    assert asked(of) == []


def test_a_place_without_what_was_found_there() -> None:
    assert asked(with_evidence("https://other.org", found=" ")) == ["nothing-said"]
    assert asked(with_evidence("the library", found="")) == ["nothing-said"]
    assert asked(with_evidence("", found="")) == []


def test_a_search_page_leads_somewhere() -> None:
    (hint,) = hints_for(with_evidence("https://www.google.com/search?q=nrf"), STORY)
    assert hint == Hint("search-page", "This is a search page.", "Which page did it lead you to?")


def test_a_chatbot_leads_somewhere() -> None:
    (hint,) = hints_for(with_evidence("https://chatgpt.com/share/1"), STORY)
    assert (hint.id, hint.text) == (
        "chatbot",
        "Which page did it lead you to, and does it say so there?",
    )


def test_a_counter_source_that_is_the_source() -> None:
    of = claim(
        tags=[Tag.ATTRIBUTED, Tag.CONTESTED],
        attributions=(said_by("The Taliban"), said_by("the taliban", SourceRole.COUNTER)),
    )
    (hint,) = hints_for(of, STORY)
    assert hint.id == "same-counter-source"
    assert hint.bold == "the taliban says so and also disagrees."


def test_a_linked_claim_of_the_same_source() -> None:
    other = claim("b", attributions=(said_by("The Taliban"),))
    known = HintContext(claims={other.id: other})
    for role, hints in ((LinkRole.DISAGREES, ["same-counter-source"]), (LinkRole.RELATED, [])):
        of = claim(attributions=(said_by("The Taliban"),), links=(Link(other.id, role),))
        assert asked(of, known) == hints
        assert asked(of, HintContext()) == []


def test_two_sides_are_no_question() -> None:
    of = claim(attributions=(said_by("The Taliban"), said_by("The U.N.", SourceRole.COUNTER)))
    assert asked(of) == []


@pytest.mark.parametrize(
    ("span", "asks"),
    [
        (Span(0, 10), True),
        (Span(0, 5), False),
        (Span(12, 30), True),
        (Span(13, 30), False),
        (Span(5, 30), True),
        (Span(5, 29), False),
        (Span(31, 40), False),
    ],
)
def test_a_claim_over_a_whole_paragraph(span: Span, asks: bool) -> None:
    context = HintContext(paragraphs=(Span(0, 10), Span(12, 30)))
    assert asked(claim(span=span), context) == (["whole-paragraph"] if asks else [])


@pytest.mark.parametrize("role", SourceRole)
def test_an_unnamed_source(role: SourceRole) -> None:
    of = claim(attributions=(said_by("", role, kind=SourceKind.UNNAMED),))
    (hint,) = hints_for(of, STORY)
    assert hint.id == "unnamed-source"
    assert hint.text == "What does it tell you about them, and why might that be?"


def test_a_source_with_a_stake() -> None:
    of = claim(attributions=(said_by("Ali Nazary", stake=Stake.OWN),))
    assert hints_for(of, STORY) == (
        Hint("own-interest", "Ali Nazary has a stake in it.", "Who outside could confirm it?"),
    )


def test_an_unnamed_source_with_a_stake() -> None:
    of = claim(attributions=(said_by("", kind=SourceKind.UNNAMED, stake=Stake.OWN),))
    assert [hint.bold for hint in hints_for(of, STORY)] == [
        "The article does not name this source.",
        "This source has a stake in it.",
    ]


def test_a_stake_is_no_question_once_somebody_looked_outside() -> None:
    of = claim(
        attributions=(said_by("Ali Nazary", stake=Stake.OWN),),
        evidence=(Evidence("the library", found="The same."),),
    )
    assert asked(of) == []


@pytest.mark.parametrize("stake", [Stake.INDEPENDENT, Stake.UNKNOWN, None])
def test_no_stake_no_question(stake: Stake | None) -> None:
    assert asked(claim(attributions=(said_by("Fatemeh Aman", stake=stake),))) == []


def test_what_was_put_away_stays_away() -> None:
    of = with_evidence("https://www.google.com/search?q=nrf", found="")
    assert asked(of) == ["search-page", "nothing-said"]
    left = hints_for(of, STORY, frozenset({"search-page"}))
    assert [hint.id for hint in left] == ["nothing-said"]


def test_the_ids_are_kept_in_libraries() -> None:
    assert list(HINTS) == [
        "own-article",
        "own-source",
        "search-page",
        "chatbot",
        "nothing-said",
        "same-counter-source",
        "unnamed-source",
        "own-interest",
        "whole-paragraph",
    ]


def test_an_unknown_linked_claim_is_passed_over() -> None:
    of = claim(attributions=(said_by("A. B."),), links=(Link(ClaimId("gone"), LinkRole.DISAGREES),))
    assert asked(of) == []
