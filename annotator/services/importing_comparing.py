"""Whether two claims say the same, and what two of them say together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.joining import join
from annotator.services.rewriting import later


def relinked(claim: Claim, become: Mapping[ClaimId, ClaimId]) -> Claim:
    """The claim, its links following claims that were joined; none to itself, none twice."""
    named = {one.claim for one in claim.links}
    if claim.id not in named and named.isdisjoint(become) and len(named) == len(claim.links):
        return claim
    links = (replace(one, claim=become.get(one.claim, one.claim)) for one in claim.links)
    kept = dict.fromkeys(one for one in links if one.claim != claim.id)
    return replace(claim, links=tuple(kept))


def relinked_later(claim: Claim, become: Mapping[ClaimId, ClaimId]) -> Claim:
    """The same of a claim that stands here: that it was changed must be seen by the next library.

    It gets the next moment and no later one, so that two libraries come to the same.
    """
    after = relinked(claim, become)
    return (
        claim if after == claim else replace(after, modified=later(claim.modified, claim.modified))
    )


def joined(one: Claim, other: Claim) -> Claim:
    """Two claims as one, the older first."""
    return join(one, other)[0]


def says_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same words, whenever that was."""
    return replace(other, id=one.id, created=one.created, modified=one.modified) == one


def adds(there: Claim, given: Claim) -> bool:
    """Whether a claim says anything that is not there, or says it of other words."""
    if there.span != given.span:
        return True
    given = replace(like(there, given), created=there.created)
    return not says_the_same(there, joined(there, given))


def as_one(there: Claim, given: Sequence[Claim]) -> Claim:
    """Claims that are all that one claim shall be, the oldest first."""
    return like(there, reduce(joined, given))


def like(there: Claim, given: Claim) -> Claim:
    """What is given, under the id of a claim that is there, with its rows for the same sources."""
    known = {one: one for one in there.attributions}
    kept = tuple(known.get(one, one) for one in given.attributions)
    if given.id != there.id or kept:
        given = replace(given, id=there.id, attributions=kept)
    return relinked(given, {})
