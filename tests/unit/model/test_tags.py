"""The three tags and the open claim, as every view names them."""

from itertools import chain, combinations

import pytest

from annotator.model.tags import MEANINGS, Tag, in_order


def test_the_values_are_those_of_the_files() -> None:
    assert [str(tag) for tag in Tag] == ["attributed", "contested", "verified"]


def test_each_has_a_name_a_letter_and_a_question() -> None:
    assert set(MEANINGS) == {*Tag, None}
    assert [one.letter for one in MEANINGS.values()] == ["A", "C", "V", "?"]
    assert [one.name for one in MEANINGS.values()] == [
        "Attributed",
        "Contested",
        "Verified",
        "Open",
    ]
    assert [one.question for one in MEANINGS.values()] == [
        "Who says so?",
        "Who disagrees?",
        "What shows it?",
        "Nobody named, not checked yet.",
    ]


@pytest.mark.parametrize(
    "tags", [frozenset(s) for s in chain.from_iterable(combinations(Tag, n) for n in range(4))]
)
def test_they_are_always_shown_in_one_order(tags: frozenset[Tag]) -> None:
    shown = in_order(tags)
    assert frozenset(shown) == tags
    assert list(shown) == [tag for tag in Tag if tag in tags]
