"""An article cut where claims begin and end, each piece in the look of its innermost claim.

A word processor's run of text has one shading and one underline. Mixing those of all claims on a
word says nothing; the claim that began last (of several, the shorter) is the one a reader asks
about, and what it lies in goes on after it. `segments` serves pages that can set several marks.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.text import Paragraph


class Piece(NamedTuple):
    """A run of words with the same innermost claim; numbers are places in the claims, from 1.

    `inner` is 0 where no claim lies. `starts` begin right before the words and `ends` end right
    after them; `nested` says that they start where another goes on.
    """

    words: str
    inner: int
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    nested: bool = False


def pieces(
    text: str, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]
) -> Iterator[tuple[Paragraph, list[Piece]]]:
    """Each paragraph with its pieces; every claim starts once and ends once, not before it starts.

    What begins or ends in empty lines does so for the eye where the next words begin or the last
    ones end. A claim on empty lines alone has a piece without words, its start and end in one.
    """
    cut = _Cut(paragraphs, claims)
    for paragraph in paragraphs:
        yield paragraph, cut.through(text, *paragraph.span)


class _Cut:
    """Walks over a text once, from place to place; the innermost claim lies on top of a heap."""

    def __init__(self, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]) -> None:
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)
        self._empty: defaultdict[int, list[int]] = defaultdict(list)
        first = [paragraph.span.start for paragraph in paragraphs]
        self._spans = [_shown(one.span, paragraphs, first) for one in claims] if first else []
        for number, (start, end) in enumerate(self._spans, 1):
            if start == end:
                self._empty[start].append(number)
            else:
                self._starts[start].append(number)
                self._ends[end].append(number)
        self._places = sorted({*self._starts, *self._ends, *self._empty})
        self._lying: list[tuple[int, int, int]] = []

    def through(self, text: str, at: int, last: int) -> list[Piece]:
        """The pieces of the paragraph that reaches from `at` to `last`."""
        inside = self._places[bisect_right(self._places, at) : bisect_left(self._places, last)]
        found: list[Piece] = []
        for place, stop in zip([at, *inside], [*inside, last], strict=True):
            self._add_empty(found, place)
            lying = self._innermost(place)
            starts = tuple(self._starts.get(place, ()))
            for number in starts:
                start, end = self._spans[number - 1]
                heappush(self._lying, (-start, end, number))
            nested = bool(starts) and lying > 0
            ends = tuple(self._ends.get(stop, ()))
            found.append(Piece(text[place:stop], self._innermost(place), starts, ends, nested))
        self._add_empty(found, last)
        return found

    def _add_empty(self, found: list[Piece], place: int) -> None:
        if there := tuple(self._empty.get(place, ())):
            found.append(Piece("", 0, there, there))

    def _innermost(self, place: int) -> int:
        while self._lying and self._lying[0][1] <= place:
            heappop(self._lying)
        return self._lying[0][2] if self._lying else 0


def _shown(span: Span, paragraphs: Sequence[Paragraph], first: Sequence[int]) -> tuple[int, int]:
    """Where the claim begins and ends for the eye; both are one where it has no visible words."""
    begins = max(bisect_right(first, span.start) - 1, 0)
    start = max(span.start, first[begins])
    if start >= paragraphs[begins].span.end:
        behind = begins + 1 < len(first) and first[begins + 1] < span.end
        start = first[begins + 1] if behind else paragraphs[begins].span.end
    last = paragraphs[max(bisect_left(first, span.end) - 1, 0)].span
    return start, max(min(span.end, last.end), start)
