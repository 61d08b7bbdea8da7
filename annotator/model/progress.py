"""How far somebody's work is against what an assignment asks for. It is shown, and never blocks.

Passages are counted, not claims: own claims that overlap are one passage. For *verified* a passage
counts when a check is recorded on it, whatever came of it: who looked and found nothing has done
the work, too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.model.assignment import Minimums
from annotator.model.claim import Claim
from annotator.model.tags import Tag


@dataclass(frozen=True, slots=True)
class Progress:
    """How many passages there are, in all and by tag, and how many are asked for."""

    passages: int
    by_tag: Mapping[Tag, int]
    minimums: Minimums

    @property
    def is_met(self) -> bool:
        """Whether there is as much as is asked for."""
        return not self.lacking and self.passages >= self.minimums.at_least

    @property
    def lacking(self) -> dict[Tag, int]:
        """How many more of each tag are asked for, where any are."""
        asked = self.minimums.by_tag
        more = {tag: asked.get(tag, 0) - self.by_tag[tag] for tag in Tag}
        return {tag: number for tag, number in more.items() if number > 0}


def progress(claims: Iterable[Claim], minimums: Minimums) -> Progress:
    """How far one person's claims on one article are."""
    every = sorted(claims, key=lambda claim: claim.span)
    by_tag = {tag: _passages(one for one in every if _counts_for(one, tag)) for tag in Tag}
    return Progress(_passages(every), by_tag, minimums)


def is_checked(claim: Claim) -> bool:
    """Whether somebody recorded what came of a look outside the article."""
    return any(one.outcome is not None for one in claim.evidence)


def _counts_for(claim: Claim, tag: Tag) -> bool:
    return is_checked(claim) if tag is Tag.VERIFIED else tag in claim.tags


def _passages(claims: Iterable[Claim]) -> int:
    """How many stretches some claims, by position, cover without a gap between them."""
    number, end = 0, -1
    for claim in claims:
        if claim.span.start >= end:
            number += 1
        end = max(end, claim.span.end)
    return number
