"""How far the annotators of an article agree, in one figure that allows for chance.

Defined so that anybody can count it again: the units of the text (`units`), each with the set of
tags that an annotator's claims carry there, none being a value like another, and Krippendorff's
alpha, nominal, with nothing missing. By tag: a unit carries the tag or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from annotator.model.alpha import Interval, Tally, alpha, interval
from annotator.model.carried import carried
from annotator.model.counts import Counts
from annotator.model.handin import Annotator
from annotator.model.tags import Tag
from annotator.model.units import units
from annotator.words import _, ngettext

ALL = "all"
"""The agreement on the whole set of tags, beside those on each tag."""

_RELIABLE, _TENTATIVE, _SOME = 0.8, 0.667, 0.2
_FEW_ANNOTATORS, _FEW_CLAIMS = 5, 20


class Pair(NamedTuple):
    """How far two of them agree on the whole set of tags; None where that is not defined."""

    a: Annotator
    b: Annotator
    alpha: float | None


@dataclass(frozen=True, eq=False)
class Agreement:
    """How far some annotators agree on a text of so many units.

    `alpha` has a figure for "all" and for each tag: 1 is full agreement, 0 what chance would give,
    less is worse than chance. None where it is not defined: fewer than two annotators, no unit, or
    one single value everywhere.
    """

    annotators: tuple[Annotator, ...]
    units: int
    alpha: dict[str, float | None]
    _values: list[tuple[int, ...]]
    """Of each annotator, by value of "all", the units that have it."""
    _columns: dict[str, list[Counts]]

    @property
    def claims(self) -> int:
        """How many claims were compared."""
        return sum(len(one.claims) for one in self.annotators)

    @cached_property
    def pairs(self) -> list[Pair]:
        """Each two of them once, in their order. Counted when it is first asked for."""
        known = [
            (one, values, [bits.bit_count() for bits in values])
            for one, values in zip(self.annotators, self._values, strict=True)
        ]
        return [Pair(a[0], b[0], self._pair(a[1:], b[1:])) for a, b in combinations(known, 2)]

    def interval(self, of: str = ALL) -> Interval | None:
        """Where the figure of "all" or of a tag lies in 95 of 100 draws of units; None like it.

        Words that stand together are claimed together, so it is rather too narrow than too wide.
        """
        counts = zip(*(one.each(self.units) for one in self._columns[of]), strict=True)
        return interval(len(self.annotators), list(counts))

    def _pair(
        self, a: tuple[tuple[int, ...], list[int]], b: tuple[tuple[int, ...], list[int]]
    ) -> float | None:
        alike = sum((one & other).bit_count() for one, other in zip(a[0], b[0], strict=True))
        totals = [one + other for one, other in zip(a[1], b[1], strict=True)]
        return alpha([Tally(2, 2 * (self.units - alike), totals)])


def agreement(text: str, annotators: Sequence[Annotator]) -> Agreement:
    """How far the annotators agree on a canonical text."""
    of = units(text)
    everywhere = (1 << len(of)) - 1
    columns: dict[str, list[Counts]] = {tag: [Counts(), Counts()] for tag in Tag}
    columns[ALL] = [Counts() for _number in range(1 << len(Tag))]
    values = []
    for one in annotators:
        by_tag = carried(of, one.claims).by_tag
        for tag in Tag:
            _count(columns[tag], (everywhere & ~by_tag[tag], by_tag[tag]))
        values.append(_sets([by_tag[tag] for tag in Tag], everywhere))
        _count(columns[ALL], values[-1])
    raters = len(annotators)
    figures = {which: alpha([_tally(raters, some, len(of))]) for which, some in columns.items()}
    in_order = {which: figures[which] for which in (ALL, *(tag.value for tag in Tag))}
    return Agreement(tuple(annotators), len(of), in_order, values, columns)


def judged(figure: float | None, annotators: int, claims: int) -> list[str]:
    """What a figure means, in plain sentences, and whether there is too little to rely on it.

    `claims` are those of all the annotators together.
    """
    if annotators < 2:
        return [_("Agreement needs the work of two people or more.")]
    if not claims:
        return [_("Nobody has marked anything yet, so there is nothing to compare.")]
    if figure is None:
        return [_("Everybody gave every word the same tags, so there is nothing to compare.")]
    return [_meaning(figure), *_warnings(annotators, claims)]


def _meaning(figure: float) -> str:
    if figure >= _RELIABLE:
        return _("They agree well: they mark the same words with the same tags.")
    if figure >= _TENTATIVE:
        return _("They agree on much, but not enough to rely on it without looking closer.")
    if figure >= _SOME:
        return _(
            "They agree on some of it. What they mark, or which tags they give it, differs often: "
            "look at the passages together."
        )
    if figure >= -_SOME:
        return _(
            "They agree hardly more than chance would have it. Talk about what the tags mean, and "
            "about where a claim begins and ends."
        )
    return _(
        "They agree less than chance would have it: they seem to follow different rules. Talk "
        "about what the tags mean."
    )


def _warnings(annotators: int, claims: int) -> list[str]:
    warnings = []
    if annotators < _FEW_ANNOTATORS:
        warnings.append(
            ngettext(
                "Only {number} person: one more could change the figure much.",
                "Only {number} people: one more or one less could change the figure much.",
                annotators,
            ).format(number=annotators)
        )
    if claims < _FEW_CLAIMS:
        warnings.append(
            ngettext(
                "Only {number} claim: a few more could change the figure much.",
                "Only {number} claims: a few more could change the figure much.",
                claims,
            ).format(number=claims)
        )
    return warnings


def _sets(tags: Sequence[int], everywhere: int) -> tuple[int, ...]:
    """The units by the exact set of tags that they carry, the empty set first."""
    parts = [everywhere]
    for bits in tags:
        parts = [*(part & ~bits for part in parts), *(part & bits for part in parts)]
    return tuple(parts)


def _count(columns: list[Counts], values: Sequence[int]) -> None:
    for column, bits in zip(columns, values, strict=True):
        column.add(bits)


def _tally(raters: int, columns: list[Counts], units: int) -> Tally:
    alike = sum(column.squares() for column in columns)
    return Tally(raters, units * raters * raters - alike, [column.sum() for column in columns])
