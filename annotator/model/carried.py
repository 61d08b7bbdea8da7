"""Which units one annotator's claims carry: in all, by tag, and where nothing is said yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import Cover, Units


@dataclass(frozen=True, slots=True)
class Carried:
    """Sets of units (see `units`): those that any claim carries, and those by tag.

    Under None stand those of the open claims. A unit can be in several of them, as claims of one
    person overlap freely.
    """

    any: int
    by_tag: dict[Tag | None, int]


def carried(units: Units, claims: Iterable[Claim]) -> Carried:
    """What the claims of one annotator carry."""
    spans: defaultdict[frozenset[Tag], list[Span]] = defaultdict(list)
    for claim in claims:
        spans[claim.tags].append(claim.span)
    covers = {tags: units.cover(some) for tags, some in spans.items()}
    of: dict[Tag | None, list[Cover]] = {which: [] for which in (*Tag, None)}
    for tags, cover in covers.items():
        for which in tags or (None,):
            of[which].append(cover)
    by_tag = {which: units.carried(some) for which, some in of.items()}
    return Carried(units.carried(covers.values()), by_tag)
