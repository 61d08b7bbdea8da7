"""Many articles at once: which of them are there already, asked in a few statements.

One by one, a thousand files would take thousands of statements, each dearer than its file.
"""

from collections.abc import Iterable

from sqlalchemy import select

from annotator.model.article import Article
from annotator.model.ids import ArticleId
from annotator.storage import articles
from annotator.storage.rows import ARTICLE
from annotator.storage.step import AT_ONCE, Reading


def of_hashes(reading: Reading, hashes: Iterable[str]) -> dict[str, Article]:
    """The articles with one of those canonical texts, by the text's SHA-256."""
    wanted = list(dict.fromkeys(hashes))
    found: dict[str, Article] = {}
    for first in range(0, len(wanted), AT_ONCE):
        some = ARTICLE.c.sha256.in_(wanted[first : first + AT_ONCE])
        ids = reading.connection.execute(select(ARTICLE.c.id).where(some)).scalars()
        there = articles.some_of(reading, list(map(ArticleId, ids)))
        found |= {one.sha256: one for one in there.values()}
    return found
