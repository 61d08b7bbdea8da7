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

_Claimed = tuple[int, Claim]
"""Whose claim (by their place in the class), and the claim."""


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
    candidates, left_out = _candidates(of, people)
    shelf = _Shelf()
    for _people, _length, first, last in sorted(map(_ranked, candidates.items())):
        if not shelf.near(first, last):
            shelf.add(first, last)
    belonging: list[defaultdict[int, list[Claim]]] = [defaultdict(list) for _one in shelf.firsts]
    for (first, last), claimed in candidates.items():
        for place in shelf.near(first, last):
            claims = belonging[place]
            for number, claim in claimed:
                claims[number].append(claim)
    stretches = map(range, shelf.firsts, shelf.lasts)
    passages = [
        Passage(of.span(stretch), stretch, people, claims)
        for stretch, claims in zip(stretches, belonging, strict=True)
    ]
    passages.sort(key=lambda one: -one.worth)  # they stand by position already
    return Gathering(tuple(passages), tuple(left_out))


def _candidates(
    of: Units, annotators: Sequence[Annotator]
) -> tuple[dict[_Stretch, list[_Claimed]], list[Claim]]:
    """Who claims exactly what, without the signs at both ends; and the claims that hold no unit."""
    found: defaultdict[_Stretch, list[_Claimed]] = defaultdict(list)
    left_out = []
    after, before = _next_words(of), _last_words(of)
    for number, annotator in enumerate(annotators):
        claims = annotator.claims
        for claim, reached in zip(claims, of.reached([one.span for one in claims]), strict=True):
            first, last = after[reached[0]], before[reached[1]]
            if first < last:
                found[first, last].append((number, claim))
            elif reached[0] < reached[1]:  # nothing but signs: they stand for themselves
                found[reached].append((number, claim))
            else:
                left_out.append(claim)
    return found, left_out


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


def _ranked(candidate: tuple[_Stretch, list[_Claimed]]) -> tuple[int, int, int, int]:
    """What most people claim comes first, then what is longer, then what stands earlier."""
    (first, last), claimed = candidate
    people = len({number for number, _claim in claimed}) if len(claimed) > 1 else 1
    return -people, first - last, first, last


class _Shelf:
    """The passages so far, by position.

    None holds another, as they would share half of the shorter: so what stands further on by its
    first unit does so by its last too, and what overlaps a stretch stands side by side.
    """

    def __init__(self) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []

    def add(self, first: int, last: int) -> None:
        place = bisect_left(self.firsts, first)
        self.firsts.insert(place, first)
        self.lasts.insert(place, last)

    def near(self, first: int, last: int) -> list[int]:
        """The places of those that share at least half of the shorter with a stretch."""
        near = []
        for place in range(bisect_right(self.lasts, first), bisect_left(self.firsts, last)):
            begin, end = self.firsts[place], self.lasts[place]
            shared = (end if end < last else last) - (begin if begin > first else first)
            if 2 * shared >= last - first or 2 * shared >= end - begin:
                near.append(place)
        return near
