"""Scripts that run from right to left, in the order in which they are read.

A PDF places their letters where they are seen, in whatever order, and PDFium's guess at the order
often fails. What counts is the place of each sign: they are read from the right, then numbers and
foreign words among them are turned back.
"""

import re
import unicodedata
from itertools import groupby

_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
_STRONG = frozenset({"L", "EN", "AN", "R", "AL"})
_FIGURES = frozenset({"EN", "AN"})
_BETWEEN_FIGURES = frozenset({"ES", "CS", "ET"})
_NEUTRAL = frozenset({"WS", "ON"}) | _BETWEEN_FIGURES
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")
_SWAPPED = re.compile("[اأإآٱ]ل$|ه.?لل")
"""Ligatures whose letters PDFium gives the wrong way round: lam-alef, and the name of God."""


def is_right_to_left(text: str) -> bool:
    """Whether most of its letters run from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    return sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")


def from_the_right(placed: list[tuple[float, str]]) -> str:
    """The text of signs of one line, each with its distance from the left edge of the page."""
    runs = _runs(_ligatures(sorted(placed, key=lambda sign: -sign[0])))
    text = "".join(run[::-1] if turned else run for turned, run in runs)
    return _bracketed(text.strip())


def _bracketed(text: str) -> str:
    """Some programs note a bracket as it is read, some as it is drawn: whichever fits the words."""
    right = len(re.findall(r"(?:^|\s)[(\[{«]|[)\]}»](?:$|[\s.,;:!?،؛؟])", text))
    wrong = len(re.findall(r"(?:^|\s)[)\]}»]|[(\[{«](?:$|[\s.,;:!?،؛؟])", text))
    return text.translate(_MIRRORED) if wrong > right else text


def _ligatures(signs: list[tuple[float, str]]) -> str:
    """The signs in this order; those of one ligature stand at one place, lam before alef."""
    text = []
    for _place, group in groupby(signs, key=lambda sign: round(sign[0], 1)):
        one = "".join(sign for _x, sign in group)
        text.append(one[::-1] if _SWAPPED.match(one) else one)
    return "".join(text)


def _runs(text: str) -> list[tuple[bool, str]]:
    """Runs of the line and whether each reads from left to right."""
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    turned = [kind in _LEFT_TO_RIGHT for kind in kinds]
    for at in range(1, len(kinds) - 1):
        if not turned[at] and kinds[at] in _NEUTRAL:
            turned[at] = turned[at - 1] and _joins(kinds, at)
    marked = list(zip(turned, text, strict=True))
    return [
        (turn, "".join(sign for _turn, sign in group))
        for turn, group in groupby(marked, key=lambda mark: mark[0])
    ]


def _joins(kinds: list[str], at: int) -> bool:
    """Whether a sign that has no direction belongs to what is turned back before it."""
    before, after = kinds[at - 1], kinds[at + 1]
    if kinds[at] in _BETWEEN_FIGURES:
        return before in _FIGURES and after in _FIGURES
    following = next((kind for kind in kinds[at:] if kind in _STRONG), "")
    return following == "L" or (following in _FIGURES and before == "L")
