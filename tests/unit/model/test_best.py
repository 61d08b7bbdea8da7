"""One claim at most leads the work of one person on one article."""

from datetime import timedelta
from itertools import permutations

from annotator.model.best import best_of
from tests.unit.model.claims import NOON, claim

LATER = NOON + timedelta(microseconds=1)


def test_nothing_is_best_where_nothing_is_starred() -> None:
    assert best_of([]) is None
    assert best_of([claim("a"), claim("b")]) is None


def test_the_star_that_was_set_last_counts_then_the_smaller_id() -> None:
    claims = [
        claim("a", best=True),
        claim("b", best=True, modified=LATER),
        claim("c", best=True, modified=LATER),
        claim("d", modified=LATER + timedelta(days=1)),
    ]
    assert {found.id for one in permutations(claims) if (found := best_of(one))} == {"b"}
    assert best_of(iter(claims[:1])) == claims[0]
