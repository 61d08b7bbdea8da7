"""Agreement of annotators, from their claims to the figure, beside the krippendorff package."""

from itertools import combinations

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.agreement import ALL, agreement, judged
from annotator.model.handin import Annotator
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import units
from tests.unit.model.annotators import annotator, by_words
from tests.unit.model.claims import claim

MATRICES = st.integers(1, 8).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(0, 7), min_size=count, max_size=count), min_size=2, max_size=6
    )
)
"""A row for each annotator, a number for each unit: 1 attributed, 2 contested, 4 verified."""


def text_of(count: int) -> str:
    return " ".join(f"word{number}" for number in range(count))


def class_of(matrix: list[list[int]]) -> list[Annotator]:
    """Annotators whose claims give each word of the text the tags of the matrix."""
    found = units(text_of(len(matrix[0])))
    return [
        annotator(
            f"p{row}",
            [
                claim(
                    f"{row}-{unit}",
                    [tag for place, tag in enumerate(Tag) if value >> place & 1],
                    span=found.span(range(unit, unit + 1)),
                )
                for unit, value in enumerate(values)
            ],
        )
        for row, values in enumerate(matrix)
    ]


def by_package(matrix: list[list[int]]) -> float | None:
    """What the package says; it refuses a matrix with one single value."""
    if len({value for row in matrix for value in row}) < 2:
        with pytest.raises(ValueError, match="more than one value"):
            krippendorff.alpha(matrix, level_of_measurement="nominal")
        return None
    return float(krippendorff.alpha(matrix, level_of_measurement="nominal"))


def expected(matrix: list[list[int]]) -> dict[str, float | None]:
    by_tag = {
        tag.value: by_package([[value >> place & 1 for value in row] for row in matrix])
        for place, tag in enumerate(Tag)
    }
    return {ALL: by_package(matrix), **by_tag}


@given(MATRICES)
def test_each_figure_is_the_package_s(matrix: list[list[int]]) -> None:
    found = agreement(text_of(len(matrix[0])), class_of(matrix))
    assert found.units == len(matrix[0])
    assert found.alpha == pytest.approx(expected(matrix), abs=1e-9)
    assert list(found.alpha) == ["all", "attributed", "contested", "verified"]
    assert [pair.alpha for pair in found.pairs] == pytest.approx(
        [by_package(list(two)) for two in combinations(matrix, 2)], abs=1e-9
    )


def test_pairs_name_each_two_once_in_their_order() -> None:
    found = agreement(text_of(2), class_of([[0, 1], [1, 1], [2, 1]]))
    assert [(pair.a.name, pair.b.name) for pair in found.pairs] == [
        ("p0", "p1"),
        ("p0", "p2"),
        ("p1", "p2"),
    ]
    assert found.pairs is found.pairs
    assert found.claims == 6


def test_what_is_complete_of_the_published_example() -> None:
    """Claims leave no value missing: the three observers who judged each of the first nine units.

    Whole, with what is missing, it stands with `alpha` itself.
    """
    matrix = [[1, 2, 3, 3, 2, 1, 4, 1, 2], [1, 2, 3, 3, 2, 2, 4, 1, 2], [1, 2, 3, 3, 2, 4, 4, 1, 2]]
    found = agreement(text_of(9), class_of(matrix)).alpha[ALL]
    assert found == pytest.approx(by_package(matrix), abs=1e-9)
    assert found == pytest.approx(0.852, abs=5e-4)


TEXT = "The mayor said rain is near. Nobody else said so."


@pytest.mark.parametrize(
    ("text", "annotators"),
    [
        (TEXT, []),
        (TEXT, [by_words(TEXT, "Ana", [("rain is near", "A")])]),
        (TEXT, [by_words(TEXT, name, []) for name in ("Ana", "Ben")]),
        (TEXT, [by_words(TEXT, name, [(TEXT, "AV")]) for name in ("Ana", "Ben")]),
        (
            TEXT,
            [by_words(TEXT, name, [(words, "")]) for name, words in (("A", "The"), ("B", "is"))],
        ),
        (" \n", [annotator(name, [claim(span=Span(0, 1))]) for name in ("Ana", "Ben")]),
    ],
    ids=["nobody", "one", "nothing marked", "one value", "only open", "no unit"],
)
def test_there_is_no_figure_where_it_is_not_defined(text: str, annotators: list[Annotator]) -> None:
    found = agreement(text, annotators)
    assert set(found.alpha.values()) == {None}
    assert {pair.alpha for pair in found.pairs} <= {None}
    assert found.interval() is None


def test_an_empty_hand_in_counts_and_overlapping_claims_are_one() -> None:
    twice = by_words(TEXT, "Ana", [("mayor said", "A"), ("said rain", "A"), ("rain", "C")])
    once = by_words(TEXT, "Ana", [("mayor said", "A"), ("rain", "AC")])
    empty = by_words(TEXT, "Ben", [])
    assert agreement(TEXT, [twice, empty]).alpha == agreement(TEXT, [once, empty]).alpha
    assert agreement(TEXT, [twice, empty]).alpha["verified"] is None
    both = agreement(TEXT, [twice, once])
    assert both.alpha == {"all": 1, "attributed": 1, "contested": 1, "verified": None}


def test_an_interval_holds_the_figure_of_all_and_of_a_tag() -> None:
    rows = [
        [1, 1, 0, 0, 2, 2, 0, 0, 1, 3],
        [1, 1, 1, 0, 2, 0, 0, 0, 1, 1],
        [0, 1, 0, 0, 2, 2, 0, 1, 1, 3],
    ]
    found = agreement(text_of(30), class_of([row * 3 for row in rows]))
    for which in (ALL, Tag.ATTRIBUTED, "contested"):
        figure, around = found.alpha[which], found.interval(which)
        assert figure is not None
        assert around is not None
        assert around.low < figure < around.high
    assert found.interval("verified") is None


@pytest.mark.parametrize(
    ("figure", "begins"),
    [
        (1.0, "They agree well"),
        (0.8, "They agree well"),
        (0.7, "They agree on much, but"),
        (0.5, "They agree on some of it."),
        (0.0, "They agree hardly more than chance"),
        (-0.1, "They agree hardly more than chance"),
        (-0.5, "They agree less than chance"),
    ],
)
def test_a_figure_is_said_in_plain_words(figure: float, begins: str) -> None:
    (sentence,) = judged(figure, 24, 600)
    assert sentence.startswith(begins)


def test_too_little_to_rely_on_is_said() -> None:
    assert judged(0.9, 4, 19)[1:] == [
        "Only 4 people: one more or one less could change the figure much.",
        "Only 19 claims: a few more could change the figure much.",
    ]
    assert len(judged(0.9, 5, 20)) == 1


def test_why_there_is_no_figure_is_said() -> None:
    assert judged(None, 1, 9) == ["Agreement needs the work of two people or more."]
    assert judged(None, 2, 0) == ["Nobody has marked anything yet, so there is nothing to compare."]
    assert judged(None, 2, 9) == [
        "Everybody gave every word the same tags, so there is nothing to compare."
    ]
