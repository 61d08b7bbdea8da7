"""Counts of all units at once are what counting one by one gives."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.counts import Counts

UNITS = 9


@given(st.lists(st.integers(0, 2**UNITS - 1), max_size=40))
def test_each_count_their_sum_and_the_sum_of_their_squares(sets: list[int]) -> None:
    counts = Counts(sets)
    plain = [sum(bits >> unit & 1 for bits in sets) for unit in range(UNITS)]
    assert counts.each(UNITS) == plain
    assert counts.sum() == sum(plain)
    assert counts.squares() == sum(count * count for count in plain)


def test_nothing_counted_and_no_unit() -> None:
    assert Counts().each(3) == [0, 0, 0]
    assert Counts([0]).each(0) == []
