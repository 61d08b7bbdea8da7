"""Which row below the line each underline takes, where more tags meet than there are rows.

Each claim comes before any claim's further tags, and a tag that finds no row for all of its words
is drawn where one is free: a short claim inside hides nothing of the long one beside itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.model.span import Span
from annotator.model.tags import Tag

ROWS = 3
"""So many underlines find room between two lines of text."""

Looks = tuple[Tag | None, ...]
"""What a claim shows, in the order of the tags; never empty."""


class Line(NamedTuple):
    """A tag's underline below some code points."""

    span: Span
    row: int
    tag: Tag | None


def lines(shown: Sequence[tuple[Span, Looks]]) -> list[list[Line]]:
    """The underlines of each claim, given by its place and its looks, the outer ones first."""
    together = _together(shown)
    if together is not None:
        return together
    found: list[list[Line]] = []
    for group in _connected(shown):
        found.extend(_together(group) or _one_each(group))
    return found


def _connected(shown: Iterable[tuple[Span, Looks]]) -> Iterator[list[tuple[Span, Looks]]]:
    """Parted where no claim runs through."""
    group: list[tuple[Span, Looks]] = []
    end = 0
    for one in shown:
        if group and one[0].start >= end:
            yield group
            group = []
        group.append(one)
        end = max(end, one[0].end)
    if group:
        yield group


def _together(shown: Iterable[tuple[Span, Looks]]) -> list[list[Line]] | None:
    """A row for each tag, a claim's rows next to each other; None where that finds no room."""
    free_from = [0] * ROWS
    found: list[list[Line]] = []
    for span, looks in shown:
        first = _room(free_from, span.start, len(looks))
        if first is None:
            return None
        found.append([Line(span, row, tag) for row, tag in enumerate(looks, first)])
        free_from[first : first + len(looks)] = [span.end] * len(looks)
    return found


def _room(free_from: list[int], start: int, wanted: int) -> int | None:
    for first in range(ROWS - wanted + 1):
        if all(end <= start for end in free_from[first : first + wanted]):
            return first
    return None


def _one_each(shown: Sequence[tuple[Span, Looks]]) -> list[list[Line]]:
    """A row for as many claims as can be, then what is left for the others and further tags."""
    taken = [_Row() for _ in range(ROWS)]
    found: list[list[Line]] = [[] for _ in shown]
    for (span, looks), own in zip(shown, found, strict=True):
        own.extend(_all_along(taken, span, looks[0]))
    for (span, looks), own in zip(shown, found, strict=True):
        if not own:
            own.extend(_where_free(taken, span, looks[0]))
    for (span, looks), own in zip(shown, found, strict=True):
        for tag in looks[1:] if own else ():
            own.extend(_all_along(taken, span, tag) or _where_free(taken, span, tag))
    return found


class _Row:
    """What is taken of one row: spans in order, none of which overlap.

    Starts and ends are kept apart: numbers are searched in a fraction of the time of spans.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> None:
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def free_until(self, position: int, end: int) -> int:
        """How far the row is free from a position on, `end` at most; not at all: the position."""
        after = bisect_right(self._starts, position)
        if after and self._ends[after - 1] > position:
            return position
        return min(self._starts[after], end) if after < len(self._starts) else end

    def taken_until(self, position: int) -> int:
        """The end of what is taken at a position."""
        after = bisect_right(self._starts, position)
        return max(self._ends[after - 1], position) if after else position


def _all_along(taken: list[_Row], span: Span, tag: Tag | None) -> list[Line]:
    for number, row in enumerate(taken):
        if row.free_until(span.start, span.end) == span.end:
            row.take(*span)
            return [Line(span, number, tag)]
    return []


def _where_free(taken: list[_Row], span: Span, tag: Tag | None) -> list[Line]:
    """In each part the row that stays free the longest, so that the line seldom changes rows."""
    found: list[Line] = []
    position = span.start
    while position < span.end:
        ends = [row.free_until(position, span.end) for row in taken]
        end = max(ends)
        if end > position:
            number = ends.index(end)
            found.append(Line(Span(position, end), number, tag))
            taken[number].take(position, end)
        else:
            end = min([row.taken_until(position) for row in taken])
        position = end
    return found
