"""Which letters and which languages run from right to left."""

import re

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_MARKS = "\u200f\u202a-\u202e\u2066-\u2069"
_LETTER = re.compile(f"[{_LETTERS}]")
_TURNING = re.compile(f"[{_LETTERS}{_MARKS}]")
_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})


def has_right_to_left(text: str) -> bool:
    """Whether a letter in it runs from right to left."""
    return not text.isascii() and _LETTER.search(text) is not None


def may_turn(text: str) -> bool:
    """Whether a letter in it, or a mark that nobody sees, may turn the direction of words."""
    return not text.isascii() and _TURNING.search(text) is not None


def is_right_to_left_language(tag: str) -> bool:
    """Whether a language, given by its tag such as "ar" or "fa-IR", is read from the right."""
    return tag.replace("_", "-").partition("-")[0].casefold() in _LANGUAGES
