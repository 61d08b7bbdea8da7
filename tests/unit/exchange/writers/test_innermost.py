"""Words look as the claim that began last on them, and each claim starts and ends once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotator.exchange.writers.innermost import Piece, pieces
from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.text import paragraphs
from tests.unit.exchange.writers.works import article, claim, snares

TEXT = "One two three.\n\n  \nFour five six."


def cut(*spans: tuple[int, int], text: str = TEXT) -> list[list[Piece]]:
    of = article(1, text)
    made = [claim(n, of, text, text[0]) for n in range(len(spans))]
    claims = [_moved(one, span) for one, span in zip(made, spans, strict=True)]
    return [found for _paragraph, found in pieces(text, paragraphs(text), claims)]


def _moved(one: Claim, span: tuple[int, int]) -> Claim:
    return replace(one, span=Span(*span))


def test_words_without_a_claim_are_one_piece() -> None:
    assert cut() == [[Piece("One two three.", 0)], [Piece("Four five six.", 0)]]


def test_what_lies_inside_is_shown_and_the_outer_goes_on() -> None:
    assert cut((0, 13), (4, 7))[0] == [
        Piece("One ", 1, (1,)),
        Piece("two", 2, (2,), (2,), nested=True),
        Piece(" three", 1, (), (1,)),
        Piece(".", 0),
    ]


def test_of_two_that_begin_together_the_shorter_is_inside() -> None:
    found = cut((0, 3), (0, 7))[0]
    assert [(piece.words, piece.inner) for piece in found[:2]] == [("One", 1), (" two", 2)]
    assert not found[0].nested


def test_a_claim_goes_over_empty_lines() -> None:
    first, second = cut((8, 23))
    assert first[-1] == Piece("three.", 1, (1,), ())
    assert second[0] == Piece("Four", 1, (), (1,))


def test_what_begins_in_an_empty_line_begins_with_the_next_words() -> None:
    first, second = cut((15, 23))
    assert first == [Piece("One two three.", 0)]
    assert second[0] == Piece("Four", 1, (1,), (1,))


@pytest.mark.parametrize("span", [(14, 15), (15, 19), (16, 18)])
def test_a_claim_on_empty_lines_alone_has_a_place_without_words(span: tuple[int, int]) -> None:
    first, _second = cut(span)
    assert first == [Piece("One two three.", 0), Piece("", 0, (1,), (1,))]


def test_a_claim_before_the_first_words_stands_there() -> None:
    (found,) = cut((0, 1), text="\n \nWords")
    assert found == [Piece("", 0, (1,), (1,)), Piece("Words", 0)]


SPANS = some.lists(
    some.tuples(some.integers(0, 32), some.integers(1, 8)).map(
        lambda one: (one[0], min(one[0] + one[1], len(TEXT)))
    ),
    max_size=8,
).map(sorted)


@given(SPANS)
def test_every_claim_starts_once_and_ends_once_after_it(spans: list[tuple[int, int]]) -> None:
    found = cut(*spans)
    for line, whole in zip(found, paragraphs(TEXT), strict=True):
        assert "".join(piece.words for piece in line) == TEXT[slice(*whole.span)]
    in_order = [piece for line in found for piece in line]
    starts = [number for piece in in_order for number in piece.starts]
    ends = [number for piece in in_order for number in piece.ends]
    assert sorted(starts) == sorted(ends) == list(range(1, len(spans) + 1))
    open_: set[int] = set()
    for piece in in_order:
        open_ |= set(piece.starts)
        assert piece.inner in open_ or (piece.inner == 0 and (not open_ or not piece.words))
        assert set(piece.ends) <= open_
        open_ -= set(piece.ends)


@given(SPANS)
def test_the_innermost_is_the_one_that_began_last(spans: list[tuple[int, int]]) -> None:
    for line, whole in zip(cut(*spans), paragraphs(TEXT), strict=True):
        at = whole.span.start
        for piece in line:
            lying = [
                (-start, end, number)
                for number, (start, end) in enumerate(spans, 1)
                if piece.words and start <= at < end
            ]
            if lying and all(-start >= whole.span.start for start, _end, _number in lying):
                assert piece.inner == min(lying)[2]
            assert bool(lying) == bool(piece.inner)
            at += len(piece.words)


def test_a_work_full_of_snares_is_cut_without_losing_a_word() -> None:
    work = snares()
    numbered = paragraphs(work.text)
    for one, found in pieces(work.text, numbered, work.claims):
        assert "".join(piece.words for piece in found) == work.text[slice(*one.span)]
