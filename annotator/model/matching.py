"""Which members of two sequences are the same, in order, in bounded time.

What is equal at both ends is taken off; a short rest is compared by difflib, a long one is cut at
members that occur once on both sides (as patience diff does), and so on. What is left without such
a member counts as different: two texts of a megabyte that have nothing in common take no longer
than two that are the same.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

SMALL = 22_500
"""So many pairs of members at most are compared by difflib, whose time grows with them."""

Pair = tuple[int, int]
_Range = tuple[int, int, int, int]


def matches(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The places (in old, in new) of equal members; both rise."""
    found: list[Pair] = []
    waiting: list[_Range] = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, begin, end = waiting.pop()
        while first < last and begin < end and old[first] == new[begin]:
            found.append((first, begin))
            first, begin = first + 1, begin + 1
        while first < last and begin < end and old[last - 1] == new[end - 1]:
            last, end = last - 1, end - 1
            found.append((last, end))
        if first == last or begin == end:
            continue
        if (last - first) * (end - begin) <= SMALL:
            found += _by_difflib(old[first:last], new[begin:end], first, begin)
        else:
            anchors = _anchors(old[first:last], new[begin:end], first, begin)
            found += anchors
            waiting += _between(anchors, (first, last, begin, end))
    return sorted(found)


def _by_difflib(old: Sequence[str], new: Sequence[str], first: int, begin: int) -> list[Pair]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(first + one.a + at, begin + one.b + at) for one in blocks for at in range(one.size)]


def _anchors(old: Sequence[str], new: Sequence[str], first: int, begin: int) -> list[Pair]:
    """The longest rising run of members that occur once in each."""
    here = {member for member, times in Counter(old).items() if times == 1}
    there = {member for member, times in Counter(new).items() if times == 1}
    places = {member: at for at, member in enumerate(new) if member in here & there}
    pairs = [(at, places[member]) for at, member in enumerate(old) if member in places]
    return [(first + at, begin + other) for at, other in _longest_rising(pairs)]


def _longest_rising(pairs: list[Pair]) -> list[Pair]:
    """The longest part of the pairs whose second numbers rise too (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_at, other) in enumerate(pairs):
        pile = bisect_left(tops, other)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [other]
        ends[pile : pile + 1] = [number]
    rising: list[Pair] = []
    last = ends[-1] if ends else -1
    while last >= 0:
        rising.append(pairs[last])
        last = before[last]
    return rising[::-1]


def _between(anchors: list[Pair], whole: _Range) -> list[_Range]:
    """What lies before, between and after the anchors; nothing where there are none."""
    if not anchors:
        return []
    first, last, begin, end = whole
    starts = [(first, begin), *((at + 1, other + 1) for at, other in anchors)]
    ends = [*anchors, (last, end)]
    return [(a, b, c, d) for (a, c), (b, d) in zip(starts, ends, strict=True)]
