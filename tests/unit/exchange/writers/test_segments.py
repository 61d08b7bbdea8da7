"""Overlapping claims cut into pieces: nothing is lost, and each piece knows what lies on it."""

from hypothesis import given
from hypothesis import strategies as some

from annotator.exchange.writers.segments import BITS, OPEN, Segment, marks_of, segments
from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import paragraphs
from tests.unit.model.claims import claim

A, C, V = BITS[Tag.ATTRIBUTED], BITS[Tag.CONTESTED], BITS[Tag.VERIFIED]


def cut(text: str, *claims: Claim) -> list[list[Segment]]:
    return [found for _paragraph, found in segments(text, paragraphs(text), claims)]


def on(start: int, end: int, *tags: Tag) -> Claim:
    return claim(f"{start}-{end}", tags, span=Span(start, end))


def test_words_without_claims_are_one_piece() -> None:
    assert cut("One line\nand two") == [
        [Segment("One line", 0, False, ())],
        [Segment("and two", 0, False, ())],
    ]


def test_claims_that_overlap_share_a_piece() -> None:
    assert cut("abcdef", on(0, 4, Tag.ATTRIBUTED), on(2, 6, Tag.CONTESTED)) == [
        [
            Segment("ab", A, False, ()),
            Segment("cd", A | C, True, (1,)),
            Segment("ef", C, False, (2,)),
        ]
    ]


def test_claims_that_touch_need_no_sign_between_them() -> None:
    assert cut("abcd", on(0, 2), on(2, 4)) == [
        [Segment("ab", OPEN, False, (1,)), Segment("cd", OPEN, False, (2,))]
    ]


def test_a_claim_over_paragraphs_is_numbered_where_it_ends() -> None:
    assert cut("ab\n\ncd", on(1, 5, Tag.VERIFIED)) == [
        [Segment("a", 0, False, ()), Segment("b", V, False, ())],
        [Segment("c", V, False, (1,)), Segment("d", 0, False, ())],
    ]


def test_a_claim_that_ends_in_empty_lines_is_numbered_after_the_words() -> None:
    assert cut("ab\n\n\ncd", on(1, 4))[0][-1] == Segment("b", OPEN, False, (1,))


def test_a_claim_on_nothing_visible_is_numbered_all_the_same() -> None:
    assert cut("ab\n\n\ncd", on(3, 4)) == [
        [Segment("ab", 0, False, (1,))],
        [Segment("cd", 0, False, ())],
    ]
    assert cut(" \n\nab", on(0, 2)) == [[Segment("", 0, False, (1,)), Segment("ab", 0, False, ())]]


def test_a_text_of_nothing_visible_has_no_pieces() -> None:
    assert cut(" \n ") == []


@some.composite
def marked_texts(draw: some.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(some.text("ab 😀\n", min_size=1, max_size=30).filter(str.strip))
    ends = some.tuples(some.integers(0, len(text)), some.integers(0, len(text)))
    spans = draw(some.lists(ends.filter(lambda pair: pair[0] < pair[1]), unique=True, max_size=9))
    tags = some.frozensets(some.sampled_from(Tag))
    return text, [claim(str(span), draw(tags), span=Span(*span)) for span in sorted(spans)]


@given(marked_texts())
def test_every_character_has_the_marks_of_the_claims_on_it(given: tuple[str, list[Claim]]) -> None:
    text, claims = given
    numbers: list[int] = []
    for paragraph, found in segments(text, paragraphs(text), claims):
        at = paragraph.span.start
        for piece in found:
            for position in range(at, at + len(piece.words)):
                expected = 0
                for one in claims:
                    if one.span.start <= position < one.span.end:
                        expected |= marks_of(one.tags)
                assert piece.marks == expected
            at += len(piece.words)
            numbers += piece.ends
        assert "".join(piece.words for piece in found) == text[slice(*paragraph.span)]
    assert sorted(numbers) == list(range(1, len(claims) + 1))
