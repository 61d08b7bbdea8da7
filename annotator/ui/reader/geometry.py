"""Where words stand on the screen: a range of a paragraph as pieces of its lines.

In a line of one direction a range is one piece, from one caret to another. In a line of mixed
direction it may be several, and the carets at its ends tell nothing about what lies between:
there the glyphs are asked. All positions here are UTF-16 units from the paragraph's start, all
places are px from its layout's corner.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextLayout, QTextLine

from annotator.model.directions import may_turn

_TOUCHING = 0.5

IsSpace = Callable[[int], bool]
"""Whether a UTF-16 unit of a paragraph is white space."""


class Piece(NamedTuple):
    """A part of a range on one line: where it begins and ends, and the line's baseline."""

    left: float
    right: float
    baseline: float


def is_mixed(text: str) -> bool:
    """Whether a paragraph may hold words that run from right to left."""
    return may_turn(text)


def pieces(
    layout: QTextLayout, start: int, end: int, is_space: IsSpace | None = None
) -> Iterator[Piece]:
    """The pieces of a range that is not empty, line by line, from left to right in each.

    For a paragraph of mixed direction `is_space` tells which units are white space. The space at
    which a line breaks belongs to no piece. The paragraph is laid out.
    """
    for line in lines_of(layout, start, end):
        from_, to = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if from_ >= to:
            continue
        words = line.naturalTextRect()
        baseline = line.y() + line.ascent()
        for left, right in _extents(line, from_, to, is_space):
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


def runs_left(line: QTextLine, unit: int) -> bool:
    """Whether the character at a unit runs from right to left."""
    return any(run.isRightToLeft() for run in line.glyphRuns(unit, 1))


_Extents = list[tuple[float, float]]


def _extents(line: QTextLine, start: int, end: int, is_space: IsSpace | None) -> _Extents:
    if is_space is None:
        return [(_caret_x(line, start), _caret_x(line, end))]
    return _glyph_extents(line, start, end, is_space)


def _caret_x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    # The stubs promise an object; it is the place and the position that was really meant.
    assert isinstance(found, tuple)
    return float(found[0])


def _glyph_extents(line: QTextLine, start: int, end: int, is_space: IsSpace) -> _Extents:
    """The boxes of the range's glyphs; those that touch are one.

    The second half of a ligature has no width of its own; alone, it is shown by the whole.
    """
    found = _boxes(line, start, end)
    # A space at which a line breaks has no glyph either, and is shown by nothing.
    while not found and start > line.textStart() and not is_space(start):
        start -= 1
        found = _boxes(line, start, end)
    return found


def _boxes(line: QTextLine, start: int, end: int) -> _Extents:
    boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
    extents: _Extents = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if extents and left <= extents[-1][1] + _TOUCHING:
            extents[-1] = (extents[-1][0], max(right, extents[-1][1]))
        else:
            extents.append((left, right))
    return extents
