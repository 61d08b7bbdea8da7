"""Passages: what a class marked, gathered so that nearly the same words are one thing to discuss.

The rule, with an example, stands in docs/comparing.md. In short: the words that most people claimed
exactly found a passage; a claim belongs to each passage with which it shares at least half of the
units of the shorter of the two. No two passages share that much, so no unit is in more than two.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.claim import Claim
from annotator.model.handin import Annotator
from annotator.model.passage import Passage
from annotator.model.units import Units, units

_Stretch = tuple[int, int]
"""Units from the first up to, not including, the last."""

_Candidates = dict[_Stretch, list[int]]
"""By what is claimed exactly: the numbers of the claims, counted through the whole class.

Numbers, and not claims with their annotators: of a class of thousands these would be so many small
objects that Python's garbage collector took longer than everything else.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Gathering:
    """What some annotators marked in a text.

    `passages` by how much they are worth talking about, then by position. `left_out` are claims
    that hold less than half of any word or sign, so that they belong to no passage.
    """

    passages: tuple[Passage, ...]
    left_out: tuple[Claim, ...]


def gathered(text: str, annotators: Sequence[Annotator]) -> Gathering:
    """The claims of annotators on a canonical text, gathered into passages."""
    of, people = units(text), tuple(annotators)
    claims = [claim for one in people for claim in one.claims]
    whose = [place for place, one in enumerate(people) for _claim in one.claims]
    candidates = _candidates(of, claims)
    left_out = candidates.pop((0, 0), [])
    shelf = _founded(candidates, whose)
    belonging: list[list[int]] = [[] for _passage in shelf.firsts]
    for (first, last), claimed in candidates.items():
        for place in shelf.near(first, last):
            belonging[place] += claimed
    passages = []
    for stretch, some in zip(map(range, shelf.firsts, shelf.lasts), belonging, strict=True):
        some.sort()  # by annotator, then by position
        of_whom, which = [whose[number] for number in some], [claims[number] for number in some]
        passages.append(Passage(of.span(stretch), stretch, people, of_whom, which))
    passages.sort(key=lambda one: -one.worth)  # they stand by position already
    return Gathering(tuple(passages), tuple(claims[number] for number in left_out))


def _candidates(of: Units, claims: Sequence[Claim]) -> _Candidates:
    """Who claims exactly what, without the signs at both ends; under (0, 0) who claims no unit."""
    found: defaultdict[_Stretch, list[int]] = defaultdict(list)
    after, before = _next_words(of), _last_words(of)
    for number, reached in enumerate(of.reached(claim.span for claim in claims)):
        first, last = after[reached[0]], before[reached[1]]
        if first < last:
            found[first, last].append(number)
        elif reached[0] < reached[1]:  # nothing but signs: they stand for themselves
            found[reached].append(number)
        else:
            found[0, 0].append(number)
    return found


def _next_words(of: Units) -> list[int]:
    """For each unit, and for the end, the first word from there on; the end where none is."""
    found = [len(of)]
    for unit in range(len(of) - 1, -1, -1):
        found.append(unit if of.words[unit] else found[-1])
    return found[::-1]


def _last_words(of: Units) -> list[int]:
    """For each unit, and for the end, the place behind the last word before it."""
    found = [0]
    for unit, is_word in enumerate(of.words, 1):
        found.append(unit if is_word else found[-1])
    return found


class _Shelf:
    """The passages so far, by position.

    None holds another, as they would share half of the shorter: so what stands further on by its
    first unit does so by its last too, and what overlaps a stretch stands side by side.
    """

    def __init__(self) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []

    def add(self, first: int, last: int) -> None:
        """Found a passage."""
        place = bisect_left(self.firsts, first)
        self.firsts.insert(place, first)
        self.lasts.insert(place, last)

    def near(self, first: int, last: int) -> range:
        """The places of those that share at least half of the shorter with a stretch.

        Those that lie within it do. So only those at its two ends, at most two at each, need a
        look, and what spans a whole text costs no more than a word.
        """
        begin, end = bisect_right(self.lasts, first), bisect_left(self.firsts, last)
        while begin < end and not self._is_near(begin, first, last):
            begin += 1
        while begin < end and not self._is_near(end - 1, first, last):
            end -= 1
        return range(begin, end)

    def _is_near(self, place: int, first: int, last: int) -> bool:
        begin, end = self.firsts[place], self.lasts[place]
        shared = (end if end < last else last) - (begin if begin > first else first)
        return 2 * shared >= last - first or 2 * shared >= end - begin


def _founded(candidates: _Candidates, whose: Sequence[int]) -> _Shelf:
    """The passages: what most people claim comes first, then what is longer, then earlier."""
    ranked = [
        (-_different(claimed, whose), first - last, first, last)
        for (first, last), claimed in candidates.items()
    ]
    shelf = _Shelf()
    for _people, _length, first, last in sorted(ranked):
        if not shelf.near(first, last):
            shelf.add(first, last)
    return shelf


def _different(claimed: Sequence[int], whose: Sequence[int]) -> int:
    """How many people these claims are of."""
    return len({whose[number] for number in claimed}) if len(claimed) > 1 else 1
