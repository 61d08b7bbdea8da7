"""The text of a line: which words touch, which stand apart, and figures raised above it."""

import re
from itertools import groupby, pairwise

from annotator.exchange.readers.pdf.bidi import (
    Sign,
    from_the_right,
    has_left_to_right,
    is_right_to_left,
    script_of,
)
from annotator.exchange.readers.pdf.word import Word

WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
"""Scripts that put no spaces between words; Korean does."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STOPS = ".,;:!?"
_TOUCHING = 0.12
"""In type sizes: words nearer than this are parts of one word."""
_NO_SPACE = 0.05
"""The same for words that the file itself parts."""


def in_reading_order(words: list[Word], base: float, size: float, script: str) -> str:
    """The text of a line whose words are given from left to right.

    `script` is not "" when the page reads from right to left: there a line that holds one word of
    its script does, however much of it is foreign, and so does one of figures alone.
    """
    if script and _is_of_the_page(words):
        return _from_the_right(words, size, script)
    parts: list[str] = []
    before: Word | None = None
    for foreign, group in groupby(words, key=_is_foreign):
        run = list(group)
        if before and not _touch(before, run[0], size):
            parts.append(" ")
        if foreign:
            own = script_of("".join(word.text for word in run))
            parts.append(_from_the_right(run, size, own))
        else:
            parts.append(_from_the_left(run, base, size))
        before = run[-1]
    return "".join(parts).strip()


def _is_of_the_page(words: list[Word]) -> bool:
    if any(_is_foreign(word) for word in words):
        return True
    # Foreign words alone run from the left, but the sign after them stands before them then.
    return words[0].text[0] in _STOPS or not any(has_left_to_right(word.text) for word in words)


def _is_foreign(word: Word) -> bool:
    return bool(word.letters) and is_right_to_left(word.text)


def _from_the_left(words: list[Word], base: float, size: float) -> str:
    parts = [_raised(words[0], base, size)]
    for before, word in pairwise(words):
        if not _touch(before, word, size):
            parts.append(" ")
        parts.append(_raised(word, base, size))
    return "".join(parts)


def _raised(word: Word, base: float, size: float) -> str:
    if word.text.isdecimal() and word.size < 0.8 * size and word.base > base + 0.2 * size:
        return word.text.translate(_RAISED)
    return word.text


def _touch(before: Word, word: Word, size: float) -> bool:
    gap = word.left - before.right
    if WITHOUT_SPACES.match(word.text) and WITHOUT_SPACES.match(before.text[-1]):
        return gap < 1.2 * size
    if word.spaced and word.order == before.order + 1:
        return False
    follows = word.order == before.order + 1
    small = min(word.size, before.size) < 0.8 * size
    return gap < (_NO_SPACE if follows and not small else _TOUCHING) * size


def _from_the_right(words: list[Word], size: float, script: str) -> str:
    return from_the_right(map(_placed, words), size, script)


def _placed(word: Word) -> list[Sign]:
    if word.letters:
        return list(word.letters)
    step = (word.right - word.left) / len(word.text)
    return [
        (word.left + at * step, word.left + (at + 1) * step, sign)
        for at, sign in enumerate(word.text)
    ]
