"""Spans are half-open: touching is not overlapping, and an empty span is nobody's claim."""

import pytest

from annotator.model.span import Span


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 5), Span(5, 9), False),
        (Span(0, 6), Span(5, 9), True),
        (Span(0, 9), Span(3, 4), True),
        (Span(7, 9), Span(0, 7), False),
        (Span(2, 3), Span(2, 3), True),
    ],
)
def test_overlap(one: Span, other: Span, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("span", "claimable"),
    [
        (Span(0, 10), True),
        (Span(9, 10), True),
        (Span(0, 0), False),
        (Span(5, 4), False),
        (Span(-1, 4), False),
        (Span(0, 11), False),
    ],
)
def test_claimable(span: Span, claimable: bool) -> None:
    assert span.within(10) is claimable
