"""The claimed passages of articles, without what hangs on them.

Apart from the claims, because a window that opens does without what a search needs.
"""

from collections.abc import Collection

from sqlalchemy import select

from annotator.model.excerpts import Marked
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.span import Span
from annotator.storage.rows import CLAIM
from annotator.storage.step import Reading


def of_articles(reading: Reading, articles: Collection[ArticleId]) -> dict[ArticleId, list[Marked]]:
    """The passages that anybody has claimed in a few articles."""
    query = select(CLAIM.c.article, CLAIM.c.start, CLAIM.c.end, CLAIM.c.id)
    rows = reading.connection.execute(query.where(CLAIM.c.article.in_(articles)))
    found: dict[ArticleId, list[Marked]] = {}
    for article, start, end, claim in rows:
        found.setdefault(ArticleId(article), []).append(Marked(Span(start, end), ClaimId(claim)))
    return found
