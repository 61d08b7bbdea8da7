"""Where words stand on the screen: a range of a paragraph as pieces of its lines.

In a line of one direction a range is one piece, from one caret to another. In a line of mixed
direction it may be several, and the carets at its ends tell nothing about what lies between:
there the glyphs are asked. All positions here are UTF-16 units from the paragraph's start, all
places are px from its layout's corner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextLayout, QTextLine

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TOUCHING = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a range on one line: where it begins and ends, and the line's baseline."""

    left: float
    right: float
    baseline: float


def is_mixed(text: str) -> bool:
    """Whether a paragraph may hold words that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def pieces(layout: QTextLayout, start: int, end: int, mixed: bool) -> Iterator[Piece]:
    """The pieces of a range that is not empty, line by line, from left to right in each.

    The space at which a line breaks belongs to no piece. The paragraph is laid out.
    """
    extents = _glyph_extents if mixed else _caret_extents
    for line in lines_of(layout, start, end):
        from_, to = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if from_ >= to:
            continue
        words = line.naturalTextRect()
        baseline = line.y() + line.ascent()
        for left, right in extents(line, from_, to):
            left, right = max(left, words.left()), min(right, words.right())
            if right > left:
                yield Piece(left, right, baseline)


def lines_of(layout: QTextLayout, start: int, end: int) -> Iterator[QTextLine]:
    """The lines that hold a part of a range."""
    if not layout.lineCount():
        return
    first = layout.lineForTextPosition(start).lineNumber()
    for number in range(max(first, 0), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= end:
            return
        yield line


def caret_x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Where a caret stands in a line: at one of the two edges of the character there."""
    found = line.cursorToX(position, edge)
    # The stubs promise an object; it is the place and the position that was really meant.
    assert isinstance(found, tuple)
    return float(found[0])


def _caret_extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    return [(caret_x(line, start), caret_x(line, end))]


def _glyph_extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The boxes of the range's glyphs; those that touch are one.

    The second half of a ligature has no glyph of its own; alone, it is shown by the whole.
    """
    runs = line.glyphRuns(start, end - start)
    while not runs and start > line.textStart():
        start -= 1
        runs = line.glyphRuns(start, end - start)
    boxes = (run.boundingRect() for run in runs)
    extents: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if extents and left <= extents[-1][1] + _TOUCHING:
            extents[-1] = (extents[-1][0], max(right, extents[-1][1]))
        else:
            extents.append((left, right))
    return extents
