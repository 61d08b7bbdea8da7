"""What the claims of one annotator carry, by tag."""

from annotator.model.carried import carried
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import units
from tests.unit.model.claims import claim

WORDS = units("one two three four")


def test_a_claim_counts_under_each_of_its_tags_and_an_open_one_apart() -> None:
    found = carried(
        WORDS,
        [
            claim("a", [Tag.ATTRIBUTED, Tag.CONTESTED], span=Span(0, 7)),
            claim("b", [Tag.CONTESTED], span=Span(4, 13)),
            claim("c", span=Span(0, 3)),
        ],
    )
    assert found.any == 0b0111
    assert found.by_tag == {
        Tag.ATTRIBUTED: 0b0011,
        Tag.CONTESTED: 0b0111,
        Tag.VERIFIED: 0,
        None: 0b0001,
    }


def test_two_claims_with_a_tag_carry_together_a_word_that_neither_carries() -> None:
    parts = [
        claim("a", [Tag.ATTRIBUTED], span=Span(8, 10)),
        claim("b", [Tag.ATTRIBUTED, Tag.VERIFIED], span=Span(10, 11)),
    ]
    found = carried(WORDS, parts)
    assert found.any == found.by_tag[Tag.ATTRIBUTED] == 0b0100
    assert found.by_tag[Tag.VERIFIED] == 0


def test_no_claim_carries_nothing() -> None:
    assert carried(WORDS, []).any == 0
    assert set(carried(WORDS, []).by_tag.values()) == {0}
