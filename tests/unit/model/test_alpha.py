"""The figure of agreement is the one that the krippendorff package gives."""

from math import nan

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.alpha import Interval, Tally, alpha, interval, tally

_ = nan
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
"""Four observers of twelve units, some missing: Krippendorff, Computing Krippendorff's
Alpha-Reliability (2011), section C."""


def ours(matrix: list[list[float]]) -> float | None:
    """Our figure of a matrix with a row for each rater; nan is missing."""
    values = sorted({value for row in matrix for value in row if value == value})
    columns = [
        [value for value in column if value == value] for column in zip(*matrix, strict=True)
    ]
    return alpha(tally(len(one), [one.count(value) for value in values]) for one in columns)


def test_the_published_example_with_its_missing_values() -> None:
    found = ours(PUBLISHED)
    assert found == pytest.approx(0.743, abs=5e-4)
    assert found == pytest.approx(
        krippendorff.alpha(PUBLISHED, level_of_measurement="nominal"), abs=1e-9
    )


@given(
    st.integers(2, 6).flatmap(
        lambda units: st.lists(
            st.lists(st.sampled_from([0, 1, 2, nan]), min_size=units, max_size=units),
            min_size=2,
            max_size=5,
        )
    )
)
def test_any_matrix_with_values_missing_gives_what_the_package_gives(
    matrix: list[list[float]],
) -> None:
    found = ours(matrix)
    if found is not None:
        there = krippendorff.alpha(matrix, level_of_measurement="nominal")
        assert found == pytest.approx(there, abs=1e-9)
    else:
        pairable = [
            [value for value in column if value == value] for column in zip(*matrix, strict=True)
        ]
        assert len({value for one in pairable if len(one) > 1 for value in one}) < 2


def test_units_counted_together_or_one_by_one_are_the_same() -> None:
    apart = [tally(3, counts) for counts in ([3, 0], [2, 1], [0, 3])]
    together = Tally(3, sum(one.disagreeing for one in apart), [5, 4])
    assert alpha([together]) == alpha(apart) != 1


def test_full_agreement_is_one_and_one_value_everywhere_is_nothing() -> None:
    assert alpha([tally(2, [2, 0]), tally(2, [0, 2])]) == 1
    assert alpha([tally(2, [2, 0]), tally(2, [2, 0])]) is None
    assert alpha([tally(1, [1, 0]), tally(1, [0, 1])]) is None
    assert alpha([]) is None


def test_an_interval_is_the_same_each_time_and_holds_the_figure() -> None:
    units = [[4, 0], [3, 1], [0, 4], [1, 3], [2, 2]] * 20
    found = interval(4, units)
    figure = alpha(tally(4, counts) for counts in units)
    assert found is not None
    assert figure is not None
    assert found == interval(4, units)
    assert found.low < figure < found.high
    assert found.high - found.low < 0.4


def test_more_units_move_less() -> None:
    few, many = (interval(4, [[4, 0], [3, 1], [0, 4], [2, 2]] * times) for times in (3, 300))
    assert few is not None
    assert many is not None
    assert many.high - many.low < (few.high - few.low) / 5


def test_neighbours_of_a_long_text_are_drawn_together() -> None:
    """A whole pattern in each draw, so that no draw differs from another."""
    pattern = [[4, 0], [3, 1], [0, 4]]
    figure = alpha(tally(4, counts) for counts in pattern * 2_000)
    found = interval(4, pattern * 2_000)
    assert found is not None
    assert found.low == found.high == figure


def test_where_all_agree_no_draw_gives_less_and_without_a_figure_there_is_no_interval() -> None:
    assert interval(3, [[3, 0], [0, 3]] * 9) == Interval(1, 1)
    assert interval(2, [[2, 0]] * 5) is None
    assert interval(1, [[1, 0], [0, 1]]) is None
    assert interval(2, []) is None
