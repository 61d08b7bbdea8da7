"""My best check: the one claim that somebody starred, which leads the report."""

from collections.abc import Iterable

from annotator.model.claim import Claim


def best_of(claims: Iterable[Claim]) -> Claim | None:
    """The starred one of one person's claims on one article; None where none is.

    Of several, as two computers may have starred one each, the one that was modified last, then
    the one with the smaller id.
    """
    starred = sorted((claim for claim in claims if claim.best), key=lambda claim: claim.id)
    return max(starred, key=lambda claim: claim.modified, default=None)
