"""An article cut where claims begin and end, so that overlapping claims can be set as plain text.

Markup cannot overlap; claims do. Each piece knows which tags lie on it, whatever claims they come
from: the work grows with the number of ends, never with how many claims lie on one another.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
_DIGIT = {bit: (1 << _WIDTH) - 1 << _WIDTH * place for place, bit in enumerate(BITS.values())}
_DIGITS = [
    sum(1 << _WIDTH * place for place, bit in enumerate(BITS.values()) if marks & bit)
    for marks in range(sum(BITS.values()) + 1)
]


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

    Every number stands exactly once, also when its claim ends in an empty line.
    """
    sweep = _Sweep(paragraphs, claims)
    for paragraph in paragraphs:
        yield paragraph, sweep.through(text, paragraph)


class _Sweep:
    """Walks over a text once, knowing how many claims of each tag lie where it stands.

    The four counts are digits of one number, so that a claim comes in by one addition.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]) -> None:
        self._opened: defaultdict[int, int] = defaultdict(int)
        self._closed: defaultdict[int, int] = defaultdict(int)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)
        starts = [paragraph.span.start for paragraph in paragraphs]
        for number, claim in enumerate(claims, 1):
            start, end = claim.span
            self._opened[start] += (one := _DIGITS[marks_of(claim.tags)])
            self._closed[end] += one
            last = paragraphs[max(bisect_left(starts, end) - 1, 0)].span
            # What ends in empty lines ends for the eye where the words before them end.
            self._ends[max(min(end, last.end), last.start)].append(number)
        turns = self._opened.keys() | self._closed.keys() | self._ends.keys()
        self._waiting = sorted(turns, reverse=True)
        self._lying = 0

    def through(self, text: str, paragraph: Paragraph) -> list[Segment]:
        """The segments of the next paragraph."""
        at, end = paragraph.span
        found: list[Segment] = []
        begins = self._turn_until(at)
        if at in self._ends:
            found.append(Segment("", 0, begins=False, ends=tuple(self._ends[at])))
        while at < end:
            cut = min(self._waiting[-1], end) if self._waiting else end
            ends = tuple(self._ends[cut]) if cut in self._ends else ()
            found.append(Segment(text[at:cut], self._marks(), begins, ends))
            begins = self._turn_until(cut)
            at = cut
        return found

    def _turn_until(self, position: int) -> bool:
        begins = False
        while self._waiting and self._waiting[-1] <= position:
            at = self._waiting.pop()
            self._lying -= self._closed.get(at, 0)
            opened = self._opened.get(at, 0)
            begins = opened > 0 and self._lying > 0
            self._lying += opened
        return begins

    def _marks(self) -> int:
        lying = self._lying
        return sum(bit for bit, digit in _DIGIT.items() if lying & digit) if lying else 0


def marks_of(tags: frozenset[Tag]) -> int:
    """The bits of a claim's tags, or of the open claim."""
    return sum(BITS[tag] for tag in tags) or OPEN
