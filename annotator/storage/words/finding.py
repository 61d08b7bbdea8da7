"""Find articles by their words and by the notes on them, the best first."""

import json
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection

from annotator.model.ids import ArticleId, ClaimId
from annotator.model.wanted import Part, Wanted

_FIND = """
WITH hit AS MATERIALIZED (
    SELECT rowid AS number, bm25(words, 8.0, 1.0, 2.0) AS score FROM words WHERE words MATCH :words
)
SELECT passage.article, count(passage.claim) < count(*),
    group_concat(passage.claim), count(*) OVER ()
FROM hit CROSS JOIN passage ON passage.number = hit.number
WHERE passage.article NOT IN (SELECT id FROM article WHERE binned IS NOT NULL)
AND (:within IS NULL OR passage.article IN (SELECT value FROM json_each(:within)))
GROUP BY passage.article ORDER BY min(hit.score), passage.article LIMIT :most OFFSET :after
"""


class Match(NamedTuple):
    """An article in which the words stand: in itself, and in the notes of some claims on it."""

    article: ArticleId
    in_itself: bool
    claims: tuple[ClaimId, ...]


class Matches(NamedTuple):
    """Some of the articles that match, the best first, and how many match at all."""

    some: tuple[Match, ...]
    total: int


def find(
    connection: Connection,
    wanted: Wanted,
    within: Collection[ArticleId] | None,
    most: int,
    after: int = 0,
) -> Matches:
    """At most so many of the matching articles, after the best `after`; none from the bin."""
    values = {
        "words": " ".join(map(_expression, wanted.parts)),
        "within": None if within is None else json.dumps(sorted(within)),
        "most": most,
        "after": after,
    }
    rows = connection.exec_driver_sql(_FIND, values).all()
    some = [
        Match(
            ArticleId(article),
            bool(itself),
            tuple(map(ClaimId, (claims or "").split(","))) if claims else (),
        )
        for article, itself, claims, _total in rows
    ]
    return Matches(tuple(some), rows[0][3] if rows else 0)


def _claims(listed: str | None) -> tuple[ClaimId, ...]:
    return tuple(map(ClaimId, listed.split(","))) if listed else ()


def _expression(part: Part) -> str:
    """The part in FTS5's language; folded words hold no quotation mark."""
    phrase = '"{}"'.format(" ".join(part.words))
    return f"{phrase} *" if part.unfinished else phrase
