"""Scripts that run from right to left, in the order in which they are read.

A PDF places their letters where they are seen, in whatever order, and PDFium's guess at the order
often fails. What counts is the place of each sign: they are read from the right, then numbers and
foreign words among them are turned back, by the rules of Unicode (UAX 9) read backwards.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

Sign = tuple[float, float, str]
"""Its left and its right edge, and what it is."""

_LETTERS = frozenset({"L", "R", "AL"})
_FIGURES = frozenset({"EN", "AN"})
_TURNED = frozenset({"L", "EN", "AN"})
_NEUTRAL = frozenset({"WS", "ON", "ES", "CS", "ET"})
_APART, _APART_IN_A_WORD = 0.15, 0.24
"""In type sizes: from here on a gap between two signs is a space, though the file has none."""
_SWAPPED = re.compile("[اأإآٱ]ل$|ه.?لل")
"""Ligatures whose letters PDFium gives the wrong way round: lam-alef, and the name of God."""
_STRETCH = re.compile(r"(?<=[\u0620-\u065f\u066e-\u06ef])\$+(?=[\u0620-\u06ef])")
"""What LibreOffice calls the strokes by which it stretches Arabic words to a line's width."""
_PAIRS = ("()", "[]", "{}", "«»", "‹›", "“”", "‘’")
_OPENING = {sign: pair[0] for pair in _PAIRS for sign in pair}
_CLOSING = {sign: pair[1] for pair in _PAIRS for sign in pair}
_BEFORE_OPENING = frozenset(" \t\"'-–—־/") | frozenset(_OPENING.values())
_AFTER_CLOSING = frozenset(" \t.,;:!?،؛؟")


def script_of(text: str) -> str:
    """Of text from the right, its kind: "AL" for mostly Arabic letters, else "R"; "" of other."""
    if text.isascii():
        return ""
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    arabic, other = kinds.count("AL"), kinds.count("R")
    if arabic + other <= kinds.count("L"):
        return ""
    return "AL" if arabic > other else "R"


def is_right_to_left(text: str) -> bool:
    """Whether most of its letters run from right to left."""
    return bool(script_of(text))


def has_left_to_right(text: str) -> bool:
    """Whether one of its letters runs from left to right."""
    return any(unicodedata.bidirectional(sign) == "L" for sign in text)


def from_the_right(words: Iterable[Iterable[Sign]], size: float, script: str) -> str:
    """The text of one line, of what the file takes for words; `script` is the page's."""
    placed = [(sign, number) for number, word in enumerate(words) for sign in word]
    seen = _as_seen(sorted(placed, key=lambda one: -_middle(one[0])), size)
    turned = _turned(seen, script)
    runs = groupby(zip(turned, seen, strict=True), key=lambda mark: mark[0])
    text = ""
    for turn, group in runs:
        run = "".join(sign for _turn, sign in group)
        text += run[::-1] if turn else run
    return _STRETCH.sub("", _shaped(text.strip()))


def _middle(sign: Sign) -> float:
    return (sign[0] + sign[1]) / 2


def _as_seen(placed: list[tuple[Sign, int]], size: float) -> str:
    """The signs in this order; those of one ligature stand at one place, lam before alef."""
    text: list[str] = []
    edge, before = 0.0, -1
    for _place, group in groupby(placed, key=lambda one: round(_middle(one[0]), 1)):
        these = list(group)
        word = these[0][1]
        apart = _APART_IN_A_WORD if word == before else _APART
        if text and edge - max(right for (_left, right, _sign), _word in these) > apart * size:
            text.append(" ")
        left = min(left for (left, _right, _sign), _word in these)
        edge, before = min(edge, left) if text else left, word
        one = "".join(sign for (*_sides, sign), _word in these)
        text.append(one[::-1] if _SWAPPED.match(one) else one)
    return "".join(text)


def _turned(text: str, script: str) -> list[bool]:
    """Which signs of a line, in the order in which they are seen from the right, to turn back."""
    kinds = _kinds(text, script)
    turned = [kind in _TURNED for kind in kinds]
    for at in range(1, len(kinds) - 1):
        if not turned[at] and kinds[at] in _NEUTRAL:
            turned[at] = turned[at - 1] and _joins(kinds, at)
    for at, sign in enumerate(text):
        if sign in "()[]" and not turned[at]:
            turned[at] = _is_half(text, turned, at)
    return turned


def _kinds(text: str, script: str) -> list[str]:
    """Of each sign its kind: figures after Arabic letters are others than after Hebrew ones."""
    kinds, last = [unicodedata.bidirectional(sign) for sign in text], script
    for at, kind in enumerate(kinds):
        if kind in _LETTERS:
            last = kind
        elif kind == "EN" and last == "AL":
            kinds[at] = "AN"
    for at in range(1, len(kinds) - 1):
        figures = kinds[at - 1] if kinds[at - 1] == kinds[at + 1] else ""
        if (kinds[at] == "CS" and figures in _FIGURES) or (kinds[at] == "ES" and figures == "EN"):
            kinds[at] = figures
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for at in order:
            beside = kinds[at - order.step]
            kinds[at] = "EN" if kinds[at] == "ET" and beside == "EN" else kinds[at]
    return kinds


def _joins(kinds: list[str], at: int) -> bool:
    """Whether a sign that has no direction belongs to what is turned back before it."""
    following = next((kind for kind in kinds[at:] if kind in _LETTERS | _FIGURES), "")
    return following == "L" or (following in _FIGURES and kinds[at - 1] == "L")


def _is_half(text: str, turned: list[bool], at: int) -> bool:
    """Whether a bracket stands at the end of foreign words that hold the other one of its pair."""
    if turned[at + 1 : at + 2] != [True]:
        return False
    end = turned.index(False, at + 1) if False in turned[at + 1 :] else len(turned)
    run = text[at + 1 : end]
    return sum(sign in _OPENING and _OPENING[sign] == _OPENING[text[at]] for sign in run) % 2 == 1


def _shaped(text: str) -> str:
    """Brackets and quotation marks as they are read.

    Some programs note them so and some as they are drawn, and PDFium changes some of either: each
    is made to open or to close by what it stands between.
    """
    shaped: list[str] = []
    opened: list[str] = []
    for at, sign in enumerate(text):
        if sign in _OPENING:
            opens = _opens(shaped[-1:], text[at + 1 : at + 2], sign, _OPENING[sign] in opened)
            sign = _OPENING[sign] if opens else _CLOSING[sign]
            if opens:
                opened.append(sign)
            elif _OPENING[sign] in opened:
                opened.remove(_OPENING[sign])
        shaped.append(sign)
    return "".join(shaped)


def _opens(before: list[str], after: str, sign: str, is_open: bool) -> bool:
    begins = not before or before[0] in _BEFORE_OPENING
    ends = not after or after in _AFTER_CLOSING
    if begins != ends:
        return begins
    return not is_open and sign not in "“”‘’"
