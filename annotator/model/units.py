"""What claims are compared by: words and signs, so that a blank more or less does not count.

Two people rarely mark the very same characters. Who compares claims (agreement, heat map, passages,
key) compares the units that they carry, and what carrying means stands here alone: spans carry a
unit when, taken together, they cover at least half of its characters.

A set of units is an int whose bit n stands for unit n: what a whole class carries is then joined,
cut and counted for all units at once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.span import Span

_UNIT = re.compile(r"(\w+)|[^\w\s]")
_RUN = re.compile("1+")


Piece = tuple[int, int, int]
"""A unit, and the code points from and to which a span covers less than half of it."""


class Cover(NamedTuple):
    """What spans cover: the units of which one of them has half, and pieces of further ones.

    Pieces matter only together, and rarely: most spans end between words.
    """

    bits: int
    pieces: list[Piece]


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of a text, by position. `starts` and `ends` are its code points, half-open.

    `words` says of each whether it is a word (1) or a sign (0).
    """

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[int]
    _firsts: list[int]
    """By code point: the first unit with at least half of its characters from there on."""
    _lasts: list[int]
    """By code point: how many units have at least half of their characters before it."""

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int | None:
        """The unit that holds a code point; None between units."""
        unit = bisect_right(self.starts, position) - 1
        return unit if unit >= 0 and position < self.ends[unit] else None

    def span(self, units: range) -> Span:
        """From the start of the first of these units to the end of the last."""
        return Span(self.starts[units[0]], self.ends[units[-1]])

    def reached(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """For each span the units (first, and the one after the last) that it alone carries.

        Where it carries none the two are equal.
        """
        firsts, lasts, starts, ends = self._firsts, self._lasts, self.starts, self.ends
        for start, end in spans:
            first, last = firsts[start], lasts[end]
            if last - first == 1:  # perhaps it holds the middle, and not half of the unit
                there = min(end, ends[first]) - max(start, starts[first])
                if 2 * there < ends[first] - starts[first]:
                    last = first
            yield first, last

    def cover(self, spans: Iterable[tuple[int, int]]) -> Cover:
        """What these spans cover."""
        spans = list(spans)
        starts, ends, count = self.starts, self.ends, len(self.starts)
        bits = 0
        pieces: list[Piece] = []
        for (start, end), (first, last) in zip(spans, self.reached(spans), strict=True):
            if last > first:
                bits |= (1 << last) - (1 << first)
            if first and ends[first - 1] > start:
                pieces.append((first - 1, start, min(end, ends[first - 1])))
            if last < count and starts[last] < end:
                pieces.append((last, max(start, starts[last]), end))
        return Cover(bits, pieces)

    def carried(self, covers: Iterable[Cover]) -> int:
        """The set of units that these covers carry together."""
        bits = 0
        pieces: list[Piece] = []
        for cover in covers:
            bits |= cover.bits
            pieces += cover.pieces
        if len({piece[0] for piece in pieces}) < len(pieces):
            bits |= self._pieced(pieces)
        return bits

    def _pieced(self, pieces: list[Piece]) -> int:
        """The set of units of which there is half when pieces are laid together."""
        bits = covered = reach = 0
        unit = -1
        for here, start, end in sorted(pieces):
            if here != unit:
                unit, reach, covered = here, start, 0
            if end > reach:
                covered += end - max(reach, start)
                reach = end
            if 2 * covered >= self.ends[unit] - self.starts[unit]:
                bits |= 1 << unit
        return bits


def units(text: str) -> Units:
    """The units of a canonical text: each word, and each sign by itself."""
    found = list(_UNIT.finditer(text))
    starts, ends = [one.start() for one in found], [one.end() for one in found]
    words = bytes(one.lastindex or 0 for one in found)
    doubled = [start + end for start, end in zip(starts, ends, strict=True)]
    firsts = _up_to([middle // 2 + 1 for middle in doubled], len(text) + 1)
    lasts = _up_to([(middle + 1) // 2 for middle in doubled], len(text) + 1)
    return Units(starts, ends, words, firsts, lasts)


def _up_to(bounds: list[int], length: int) -> list[int]:
    """For each number below `length`, how many of the rising bounds are not above it."""
    # A table, as it is asked twice for each claim of a class: searching took most of the time.
    numbers: list[int] = []
    for passed, bound in enumerate(bounds):
        numbers += [passed] * (bound - len(numbers))
    return numbers + [len(bounds)] * (length - len(numbers))


def ranges(of: Units, spans: Iterable[tuple[int, int]]) -> list[range]:
    """The units that spans (in code points) carry together, as ranges that do not touch."""
    return runs(of.carried([of.cover(spans)]))


def runs(bits: int) -> list[range]:
    """The units of a set, as ranges that do not touch."""
    # Read as digits, lowest first: a regular expression finds runs in one go, whatever the size.
    return [range(*one.span()) for one in _RUN.finditer(bin(bits)[:1:-1])]
