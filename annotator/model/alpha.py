"""Krippendorff's alpha for values without an order, and how far chance could move it.

Everything is counted in whole numbers and divided once at the end, so that the figure does not
depend on the order in which anything was added.
"""

from collections.abc import Iterable, Sequence
from math import ceil, floor
from random import Random
from typing import NamedTuple

_TIMES = 1_000
_PLACES = 2_000
"""So many units are drawn one by one; of a longer text neighbours are drawn together."""
_SEED = 1_970


class Tally(NamedTuple):
    """Units to which `raters` each gave a value, counted together.

    `disagreeing` counts, over the units, the ordered pairs of raters who gave different values;
    `totals` how often each value was given.
    """

    raters: int
    disagreeing: int
    totals: Sequence[int]


class Interval(NamedTuple):
    """From where to where a figure lies in 95 of 100 cases."""

    low: float
    high: float


def tally(raters: int, counts: Sequence[int]) -> Tally:
    """One unit, by how many of its raters gave each value."""
    return Tally(raters, raters * raters - sum(count * count for count in counts), counts)


def alpha(tallies: Iterable[Tally]) -> float | None:
    """Krippendorff's alpha, nominal: 1 where all agree, 0 where it is as good as chance.

    Units may have different numbers of raters (some values are missing); those with fewer than two
    do not count. None where it is not defined: nothing to compare, or one single value everywhere.
    """
    pairable = [one for one in tallies if one.raters > 1]
    totals: list[int] = [
        sum(column) for column in zip(*(one.totals for one in pairable), strict=True)
    ]
    given = sum(totals)
    expected = given * given - sum(total * total for total in totals)
    if not expected:
        return None
    seen: dict[int, int] = {}
    for one in pairable:
        seen[one.raters] = seen.get(one.raters, 0) + one.disagreeing
    observed: float = sum(pairs / (raters - 1) for raters, pairs in sorted(seen.items()))
    return 1 - (given - 1) * observed / expected


def interval(raters: int, units: Sequence[Sequence[int]]) -> Interval | None:
    """Where 95 of 100 figures lie when the units are drawn anew from those that there are.

    `units` says of each by how many of the `raters` each value was given. The draws are the same
    each time; of more than 2,000 units neighbours are drawn together. None where no draw gives a
    figure.
    """
    if raters < 2 or not units:
        return None
    together = ceil(len(units) / _PLACES)
    width = ((len(units) + together) * raters * raters).bit_length()
    packed = [_packed(tally(raters, counts), width) for counts in units]
    packed = [sum(packed[first : first + together]) for first in range(0, len(packed), together)]
    values, size = len(units[0]), len(packed)
    dice = Random(_SEED)  # noqa: S311 - drawn for a figure, not for a secret
    figures: list[float] = []
    for _time in range(_TIMES):
        drawn = alpha([_unpacked(raters, sum(dice.choices(packed, k=size)), values, width)])
        if drawn is not None:
            figures.append(drawn)
    figures.sort()
    if not figures:
        return None
    return Interval(_percentile(figures, 0.025), _percentile(figures, 0.975))


def _packed(one: Tally, width: int) -> int:
    """All figures of a unit side by side in one number: adding two numbers adds them all."""
    packed = 0
    for figure in (*one.totals, one.disagreeing):
        packed = packed << width | figure
    return packed


def _unpacked(raters: int, packed: int, values: int, width: int) -> Tally:
    mask = (1 << width) - 1
    totals = [packed >> width * place & mask for place in range(1, values + 1)]
    return Tally(raters, packed & mask, totals)


def _percentile(rising: Sequence[float], share: float) -> float:
    """Between the two nearest figures, by how near each is."""
    place = share * (len(rising) - 1)
    below = floor(place)
    above = min(below + 1, len(rising) - 1)
    return rising[below] + (rising[above] - rising[below]) * (place - below)
