"""The heat map: how many of a class marked each word of an article, and who.

Counted by unit (see `units`), so that a blank or a full stop more does not count; painted by runs
of units that the same number marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from annotator.model.carried import carried
from annotator.model.claim import Claim
from annotator.model.counts import Counts
from annotator.model.handin import Annotator
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import Units, units

ANY = "any"
"""The layer of whatever is marked, beside those of each tag and (None) of open claims."""

Layer = Tag | str | None
"""ANY, a tag, or None for open claims."""


class Run(NamedTuple):
    """Some text (in code points), each unit of which so many annotators marked."""

    span: Span
    marked: int


class Mark(NamedTuple):
    """One annotator who marked a unit, and the claims that touch it, by position."""

    annotator: Annotator
    claims: tuple[Claim, ...]


@dataclass(frozen=True, eq=False)
class Heat:
    """How many of some annotators marked each unit of a text, by layer.

    An annotator counts once in a layer, however many own claims lie over one another.
    """

    units: Units
    annotators: tuple[Annotator, ...]
    counts: dict[Layer, list[int]]
    """By layer, for each unit in order."""
    _marked: tuple[int, ...]
    """Of each annotator, the units that any claim carries."""

    def most(self, layer: Layer = ANY) -> int:
        """The highest count of a layer: what the strongest tint stands for."""
        return max(self.counts[layer], default=0)

    def runs(self, layer: Layer = ANY) -> list[Run]:
        """What to paint: neighbouring units of one count, blanks between them too; zeros left out.

        In the order of the text, none overlapping another.
        """
        found, first = [], 0
        for count, some in groupby(self.counts[layer]):
            last = first + sum(1 for _unit in some)
            if count:
                found.append(Run(self.units.span(range(first, last)), count))
            first = last
        return found

    def at(self, position: int) -> dict[Layer, int] | None:
        """The counts of the unit that holds a code point, by layer; None between units."""
        unit = self.units.at(position)
        return None if unit is None else {layer: some[unit] for layer, some in self.counts.items()}

    def marks(self, position: int) -> list[Mark]:
        """Who marked the unit that holds a code point, with which claims; as many as were counted.

        A claim that covers less than half of the unit is among them where others of the same
        annotator bring it to half.
        """
        unit = self.units.at(position)
        if unit is None:
            return []
        whole = self.units.span(range(unit, unit + 1))
        return [
            Mark(one, tuple(claim for claim in one.claims if claim.span.overlaps(whole)))
            for one, bits in zip(self.annotators, self._marked, strict=True)
            if bits >> unit & 1
        ]


def heat(text: str, annotators: Sequence[Annotator]) -> Heat:
    """The heat map of annotators' claims on a canonical text."""
    of = units(text)
    each = [carried(of, one.claims) for one in annotators]
    counts: dict[Layer, list[int]] = {ANY: Counts(one.any for one in each).each(len(of))}
    for layer in (*Tag, None):
        counts[layer] = Counts(one.by_tag[layer] for one in each).each(len(of))
    return Heat(of, tuple(annotators), counts, tuple(one.any for one in each))
