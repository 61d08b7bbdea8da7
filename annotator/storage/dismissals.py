"""Hints that were read and put away, by claim."""

from collections import defaultdict

from sqlalchemy import select

from annotator.model.ids import ArticleId, ClaimId
from annotator.storage.rows import CLAIM, DISMISSAL
from annotator.storage.step import Reading, Step


def insert(step: Step, claim: ClaimId, hint: str) -> None:
    """Put a hint away; once is enough."""
    if step.row("dismissal", (claim, hint)) is None:
        step.insert("dismissal", {"claim": claim, "hint": hint})


def of_claim(reading: Reading, claim: ClaimId) -> list[str]:
    """The hints put away on one claim."""
    query = select(DISMISSAL.c.hint).where(DISMISSAL.c.claim == claim)
    return list(reading.connection.execute(query.order_by(DISMISSAL.c.hint)).scalars())


def of_article(reading: Reading, article: ArticleId) -> dict[ClaimId, frozenset[str]]:
    """The hints put away, by claim."""
    query = (
        select(DISMISSAL.c.claim, DISMISSAL.c.hint)
        .join(CLAIM, CLAIM.c.id == DISMISSAL.c.claim)
        .where(CLAIM.c.article == article)
    )
    found: defaultdict[ClaimId, set[str]] = defaultdict(set)
    for claim, hint in reading.connection.execute(query):
        found[ClaimId(claim)].add(hint)
    return {claim: frozenset(hints) for claim, hints in found.items()}
