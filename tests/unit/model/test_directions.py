"""Letters, marks and languages that run from right to left."""

import pytest

from annotator.model.directions import has_right_to_left, is_right_to_left_language, may_turn


@pytest.mark.parametrize(
    ("text", "letters", "turns"),
    [
        ("plain", False, False),
        ("Größe 🙂", False, False),
        ("ab\u202ecd", False, True),
        ("הגשר", True, True),
        ("a جسر", True, True),
        ("\U00010900", True, True),
        ("\ufeff", False, False),
    ],
)
def test_letters_and_marks(text: str, letters: bool, turns: bool) -> None:
    assert (has_right_to_left(text), may_turn(text)) == (letters, turns)


@pytest.mark.parametrize(
    ("tag", "is_one"),
    [("ar", True), ("fa-IR", True), ("he_IL", True), ("UR", True), ("arn", False), ("", False)],
)
def test_languages_by_their_first_part(tag: str, is_one: bool) -> None:
    assert is_right_to_left_language(tag) == is_one
