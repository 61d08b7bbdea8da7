"""Tell a gutter between two columns from the space between two words of a stretched line.

A gutter, or the space between two cells of a table, goes on through the lines above and below.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from annotator.exchange.readers.pdf.word import Word

ALWAYS_JOINED = 0.45
"""In type sizes: a gap so narrow is the space between two words."""
SAME_HEIGHT = 0.35
"""How far the baselines of one line may differ (raised figures), in type sizes."""
_FARTHEST = 2.6
"""From one line to the next that a strip goes on through, in type sizes."""
_NARROWEST_COLUMN = 8
_EVEN = 0.2
_SAME_GAP = 0.1
_MOSTLY = 0.7
_FILLED = 0.55


@dataclass(slots=True)
class Fragment:
    """Words beside each other, with no wide gap between them."""

    words: list[Word]
    left: float
    right: float
    base: float
    size: float
    cells: bool = False

    @property
    def order(self) -> int:
        """The first of its words in the file."""
        return min(word.order for word in self.words)


class Strip:
    """The empty strip between two fragments of a row, as far up and down as it goes."""

    def __init__(self, first: Fragment, second: Fragment, fragments: list[Fragment]) -> None:
        self._size = min(first.size, second.size)
        self._left, self._right = first.right, second.left
        self._before, self._after = [first], [second]
        at = bisect_left(fragments, -first.base, key=lambda fragment: -fragment.base)
        row = SAME_HEIGHT * self._size
        self._row = [f for f in fragments if abs(f.base - first.base) <= row]
        self._walk(first.base, (f for f in reversed(fragments[:at]) if f.base > first.base + row))
        self._walk(first.base, (f for f in fragments[at:] if f.base < first.base - row))

    def _walk(self, base: float, fragments: Iterable[Fragment]) -> None:
        for fragment in fragments:
            if abs(fragment.base - base) > _FARTHEST * self._size:
                return
            left, right = self._left, self._right
            if fragment.left >= (left + right) / 2:
                right = min(right, fragment.left)
                beside = self._after
            elif fragment.right <= (left + right) / 2:
                left = max(left, fragment.right)
                beside = self._before
            else:
                return
            if right - left < ALWAYS_JOINED * self._size:
                return
            self._left, self._right = left, right
            if _overlap(beside[0], fragment):
                beside.append(fragment)
                base = fragment.base

    def is_open(self) -> bool:
        """Whether it goes through three lines and more on both sides.

        What follows it begins at one place, line after line; the gaps in stretched lines do not.
        """
        several = all(
            len({round(fragment.base / self._size * 2) for fragment in side}) > 2
            for side in (self._before, self._after)
        )
        return several and self._is_even()

    def _is_even(self) -> bool:
        near = [f.left for f in self._after if f.left < self._right + self._size]
        level = [left for left in near if left - self._right < _EVEN * self._size]
        return len(level) > max(1, _MOSTLY * len(near))

    def is_stretched(self) -> bool:
        """Whether its line has another gap as wide, as a line has that is stretched to its end."""
        first, second = self._before[0], self._after[0]
        width = second.left - first.right
        edges = [(word.left, word.right) for f in (first, second) for word in f.words]
        after = [(f.left, f.right) for f in self._row if f.left >= second.right]
        places = sorted([*edges, *after])
        gaps = [two[0] - one[1] for one, two in pairwise(places) if two[0] != second.left]
        return any(abs(gap - width) < _SAME_GAP * width for gap in gaps)

    def is_flush(self) -> bool:
        """Whether what stands after it ends at one place, as words do that are set to a width."""
        rights = [fragment.right for fragment in self._after]
        figures = any(fragment.words[-1].text[-1:].isdigit() for fragment in self._after)
        return max(rights) - min(rights) < _EVEN * self._size and not figures

    def is_table(self) -> bool:
        """Whether what stands beside it is too short to be a column of text."""
        return _is_sparse(self._before) or _is_sparse(self._after)


def _overlap(one: Fragment, other: Fragment) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _is_sparse(fragments: list[Fragment]) -> bool:
    width = max(f.right for f in fragments) - min(f.left for f in fragments)
    typical = median(f.right - f.left for f in fragments)
    return typical < _NARROWEST_COLUMN * fragments[0].size or typical < _FILLED * width
