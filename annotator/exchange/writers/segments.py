"""An article cut where claims begin and end, so that overlapping claims can be set as plain text.

Markup cannot overlap; claims do. Each piece knows which tags lie on it, whatever claims they come
from: the work grows with the number of ends, never with how many claims lie on one another.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from annotator.model.claim import Claim
from annotator.model.tags import Tag
from annotator.model.text import Paragraph

OPEN = 8
"""The bit of an open claim, after those of the tags."""

BITS: dict[Tag | None, int] = {
    Tag.ATTRIBUTED: 1,
    Tag.CONTESTED: 2,
    Tag.VERIFIED: 4,
    None: OPEN,
}
"""What each tag is in `Segment.marks`; None is the open claim."""


_WIDTH = 32
_PLACES = [(bit, ((1 << _WIDTH) - 1) << _WIDTH * place) for place, bit in enumerate(BITS.values())]
"""Each tag's bit, and its digit in a number that counts the claims of every tag at once."""

_NOWHERE = (1 << 62, 0)
"""Beyond every text: there are always more claims to come, but none to reach."""


class Segment(NamedTuple):
    """A run of words with the same tags on all of it.

    `marks` is a sum of BITS, 0 where no claim lies. `begins` says that a claim begins here while
    another goes on: without a sign nobody would see where. `ends` are the claims that end here.
    """

    words: str
    marks: int
    begins: bool
    ends: tuple[int, ...]


def segments(
    text: str, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]
) -> Iterator[tuple[Paragraph, list[Segment]]]:
    """Each paragraph with its segments; a claim's number is its place in `claims`, from 1.

    Every number stands exactly once, also when its claim ends in an empty line. The claims are in
    the order of their starts.
    """
    sweep = _Sweep(paragraphs, claims)
    for paragraph in paragraphs:
        yield paragraph, sweep.through(text, *paragraph.span)


class _Sweep:
    """Walks over a text once, from place to place where claims begin and end."""

    def __init__(self, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]) -> None:
        starts = [paragraph.span.start for paragraph in paragraphs]
        begin, end = [_NOWHERE], [(_NOWHERE[0], 0, 0)]
        for number, claim in enumerate(claims if paragraphs else (), 1):
            one = _DIGITS[claim.tags]
            start, stop = claim.span
            last = paragraphs[max(bisect_left(starts, stop) - 1, 0)].span
            # What ends in empty lines ends for the eye where the words before them end.
            stop = max(min(stop, last.end), last.start)
            if start < stop:
                begin.append((start, one))
            end.append((stop, number, one if start < stop else 0))
        self._begin = sorted(begin, reverse=True)
        self._end = sorted(end, reverse=True)
        self._lying = 0

    def through(self, text: str, at: int, last: int) -> list[Segment]:
        """The segments of the next paragraph, which reaches from `at` to `last`."""
        found: list[Segment] = []
        begins = False
        while (place := min(self._begin[-1][0], self._end[-1][0])) <= last:
            marks = _marks(self._lying)
            ends = self._close(place) if self._end[-1][0] == place else ()
            if place > at:
                found.append(Segment(text[at:place], marks, begins, ends))
                at = place
            elif ends:
                found.append(Segment("", 0, False, ends))
            begins = self._lying > 0 and self._begin[-1][0] == place
            while self._begin[-1][0] == place:
                self._lying += self._begin.pop()[1]
        if at < last:
            found.append(Segment(text[at:last], _marks(self._lying), begins, ()))
        return found

    def _close(self, place: int) -> tuple[int, ...]:
        numbers: tuple[int, ...] = ()
        while self._end[-1][0] == place:
            _place, number, one = self._end.pop()
            self._lying -= one
            numbers += (number,)
        return numbers


@lru_cache(maxsize=1024)
def _marks(lying: int) -> int:
    # Few numbers of claims lie on one another, and each of these sums is asked for many times.
    return sum(bit for bit, digit in _PLACES if lying & digit)


def marks_of(tags: frozenset[Tag]) -> int:
    """The bits of a claim's tags, or of the open claim."""
    return sum(BITS[tag] for tag in tags) or OPEN


_DIGITS = {
    tags: sum(
        1 << _WIDTH * place for place, bit in enumerate(BITS.values()) if marks_of(tags) & bit
    )
    for size in range(len(Tag) + 1)
    for tags in map(frozenset, combinations(Tag, size))
}
"""A claim with these tags, as it is counted."""
