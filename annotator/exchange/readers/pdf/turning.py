"""Turn a page until its text reads from left to right, as a reader turns the sheet.

Rotated pages, sheets scanned upside down and Chinese or Japanese set in vertical lines become
the usual case; a few words that run in another direction (a credit beside a picture) are kept
apart, and a stamp across the page is dropped.
"""

from collections import Counter
from dataclasses import replace

from annotator.exchange.readers.pdf.word import Page, Word

_STRAIGHT = 4
"""Degrees by which a scan may lean."""
_DOWN = 270


def upright(page: Page) -> tuple[list[Word], list[list[Word]], list[Word]]:
    """The page's words turned upright; groups that run in other directions; slanted ones."""
    vertical = _is_vertical(page.words)
    by_direction: dict[int, list[Word]] = {}
    slanted: list[Word] = []
    signs: Counter[int] = Counter()
    for word in page.words:
        direction = _direction(word, vertical)
        if direction is None:
            slanted.append(word)
        else:
            by_direction.setdefault(direction, []).append(word)
            signs[direction] += len(word.text)
    if not signs:
        return [], [], slanted
    groups = [
        [_turned(word, direction, vertical) for word in by_direction[direction]]
        for direction, _number in signs.most_common()
    ]
    return groups[0], groups[1:], slanted


def _is_vertical(words: list[Word]) -> bool:
    tall = sum(len(word.text) for word in words if _is_tall(word))
    return tall * 2 > sum(len(word.text) for word in words)


def _is_tall(word: Word) -> bool:
    tall = word.top - word.bottom > 1.6 * (word.right - word.left)
    return word.angle == 0 and len(word.text) > 1 and tall


def _direction(word: Word, vertical: bool) -> int | None:
    nearest = round(word.angle / 90) * 90
    if abs(nearest - word.angle) > _STRAIGHT:
        return None
    return _DOWN if vertical and nearest % 360 == 0 else nearest % 360


def _turned(word: Word, direction: int, vertical: bool) -> Word:
    left, right, bottom, top = word.left, word.right, word.bottom, word.top
    base = word.base
    if direction == 90:
        sides = bottom, top, -right, -left
        base = -base
    elif direction == 180:
        sides = -right, -left, -top, -bottom
        base = -base
    elif direction == _DOWN:
        sides = -top, -bottom, left, right
        base = left if vertical else base
    else:
        return word
    return replace(
        word, left=sides[0], right=sides[1], bottom=sides[2], top=sides[3], base=base, letters=()
    )
