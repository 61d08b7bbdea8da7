"""Edit distances and alignments, against the table that everybody knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.alignment import Alignment, alignments, distances

SHORT = st.text(st.sampled_from("abc😀"), max_size=12)


def by_the_table(pattern: str, window: str, *, anywhere: bool) -> list[int]:
    above = [0 if anywhere else column for column in range(len(window) + 1)]
    for row, wanted in enumerate(pattern, 1):
        line = [row]
        for column, character in enumerate(window, 1):
            swapped = above[column - 1] + (character != wanted)
            line.append(min(above[column] + 1, line[-1] + 1, swapped))
        above = line
    return above


@given(SHORT.filter(bool), SHORT, st.booleans())
def test_the_distances_are_those_of_the_table(pattern: str, window: str, anywhere: bool) -> None:
    expected = by_the_table(pattern, window, anywhere=anywhere)
    assert distances(pattern, window, anywhere=anywhere) == expected


@given(SHORT.filter(bool), SHORT, st.integers(0, 6))
def test_each_part_is_as_near_as_it_says(passage: str, window: str, most_errors: int) -> None:
    for errors, start, end in alignments(passage, window, most_errors):
        assert by_the_table(passage, window[start:end], anywhere=False)[-1] == errors
        assert errors <= most_errors


@given(SHORT.filter(bool), SHORT)
def test_the_first_part_is_the_nearest(passage: str, window: str) -> None:
    fewest = min(by_the_table(passage, window, anywhere=True))
    assert alignments(passage, window, fewest)[0].errors == fewest
    assert alignments(passage, window, fewest - 1) == []


@pytest.mark.parametrize(
    ("passage", "window", "most_errors", "found"),
    [
        ("two", "one two three", 1, [Alignment(0, 4, 7)]),
        ("two", "one tow three", 1, [Alignment(1, 4, 6)]),
        ("two", "", 1, []),
        ("two", "two tw", 1, [Alignment(0, 0, 3), Alignment(1, 4, 6)]),
        ("abab", "ababab", 0, [Alignment(0, 2, 6), Alignment(0, 0, 4)]),
    ],
)
def test_alignments(passage: str, window: str, most_errors: int, found: list[Alignment]) -> None:
    assert alignments(passage, window, most_errors) == found
