"""Which words run from right to left, and that what is turned is turned back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotator.exchange.writers.directions import closed, is_right_to_left, turned


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", False),
        ("mayor שלום", False),
        ("12 (שלום) mayor", True),
        ("العربية", True),
        ("123 …", False),
        ("\u202eabc", False),
        ("𞤀𞤁", True),
    ],
)
def test_the_first_letter_turns_a_line(words: str, expected: bool) -> None:
    assert is_right_to_left(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain words", []),
        ("say שלום עולם now", [(4, 13)]),
        ("שלום 12 said (yes).", [(0, 8), (17, 19)]),
        ("שלום, עולם!", [(0, 11)]),
        ("a ש", [(2, 3)]),
    ],
)
def test_blanks_and_signs_go_with_what_is_around_them(
    words: str, expected: list[tuple[int, int]]
) -> None:
    assert turned(words) == expected


@given(some.text(some.sampled_from("aב 1.ع(\u202e"), max_size=12))
def test_every_letter_is_in_a_run_of_its_own_direction(words: str) -> None:
    backwards = {at for start, end in turned(words) for at in range(start, end)}
    for at, character in enumerate(words):
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            assert (at in backwards) == (kind != "L")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain", "plain"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u202eabc\u202c", "\u202eabc\u202c"),
        ("\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069"),
        ("\u202c\u2069a", "\u202c\u2069a"),
    ],
)
def test_a_turn_is_closed_where_the_words_end(words: str, expected: str) -> None:
    assert closed(words) == expected
