"""Find articles by their words and by the notes on them, the best first."""

import json
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection

from annotator.model.ids import ArticleId, ClaimId
from annotator.model.wanted import Part, Wanted

_FROM = """
FROM words CROSS JOIN passage ON passage.number = words.rowid
WHERE words MATCH :words
AND passage.article NOT IN (SELECT id FROM article WHERE binned IS NOT NULL)
AND (:within IS NULL OR passage.article IN (SELECT value FROM json_each(:within)))
"""
_BEST = f"""
SELECT passage.article {_FROM} AND rank MATCH 'bm25(8.0, 1.0, 1.0)' ORDER BY rank
"""
"""Rows are looked up one by one in the order of their rank, so who stops early pays for few."""
_OF_THESE = f"SELECT passage.article, passage.claim {_FROM}"
_NOTES = """
SELECT EXISTS (SELECT 1 FROM passage
WHERE article IN (SELECT value FROM json_each(:some)) AND claim IS NOT NULL)
"""
_COUNT = f"SELECT count(DISTINCT passage.article) {_FROM}"


class Match(NamedTuple):
    """An article in which the words stand: in itself, and in the notes of some claims on it."""

    article: ArticleId
    in_itself: bool
    claims: tuple[ClaimId, ...]


def find(
    connection: Connection,
    wanted: Wanted,
    within: Collection[ArticleId] | None,
    most: int,
    after: int = 0,
) -> list[Match]:
    """At most so many of the matching articles, after the best `after`; none from the bin."""
    best = connection.exec_driver_sql(_BEST, _values(wanted, within))
    some = list(islice(_different(best), after, after + most))
    best.close()
    listed = json.dumps(some)
    if not connection.exec_driver_sql(_NOTES, {"some": listed}).scalar_one():
        return [Match(one, True, ()) for one in some]
    in_itself: set[str] = set()
    claims: dict[str, list[ClaimId]] = {}
    for article, claim in connection.exec_driver_sql(_OF_THESE, _values(wanted, some)):
        if claim is None:
            in_itself.add(article)
        else:
            claims.setdefault(article, []).append(ClaimId(claim))
    return [Match(one, one in in_itself, tuple(claims.get(one, ()))) for one in some]


def count(connection: Connection, wanted: Wanted, within: Collection[ArticleId] | None) -> int:
    """How many articles match."""
    found = connection.exec_driver_sql(_COUNT, _values(wanted, within))
    return int(found.scalar_one())


def _different(rows: Any) -> Iterator[ArticleId]:  # noqa: ANN401 - the driver's rows
    """Each article once, where it comes first."""
    known: set[str] = set()
    for (article,) in rows:
        if article not in known:
            known.add(article)
            yield ArticleId(article)


def _values(wanted: Wanted, within: Collection[ArticleId] | None) -> dict[str, str | None]:
    return {
        "words": " ".join(map(_expression, wanted.parts)),
        "within": None if within is None else json.dumps(sorted(within)),
    }


def _expression(part: Part) -> str:
    """The part in FTS5's language; folded words hold no quotation mark."""
    phrase = '"{}"'.format(" ".join(part.words))
    return f"{phrase} *" if part.unfinished else phrase
