"""Marks on a line: tints under the words, a pattern of each tag below them, letters beside them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLine

from annotator.exchange.writers.paged.letters import Letters, Look
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.segments import BITS
from annotator.model.tags import MEANINGS, Tag

BADGE = 10.5 * POINT
_CORNER = 2.6 * POINT
_LETTER = Look(6.8, weight=700, colour="paper")
_MORE = Look(7, colour="soft")
_SHOWN = 3
_BETWEEN = 2.5 * POINT

_ABOVE, _BELOW = 10.2 * POINT, 3.4 * POINT
"""How far the tint reaches from the baseline, for letters of the article's size."""
_FIRST, _NEXT = 2.4 * POINT, 2.1 * POINT
"""The first underline below the baseline, and from one to the next."""

_WAVE = 2.1 * POINT
_SWING = 0.7 * POINT
_ZIGZAG = [
    QPointF(step * _WAVE, _SWING if step % 2 else -_SWING) for step in range(round(650 / 2.1))
]
"""As wide as any sheet. Curves would make the file twice as large and look the same."""

_TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TOUCHING = 0.5 * POINT


class Range(NamedTuple):
    """Words of a layout in UTF-16 units, and what lies on them: see `segments.Segment`."""

    start: int
    end: int
    marks: int
    begins: bool


class Mark(NamedTuple):
    """What is painted of a range on one line: from `left` to `right`, in the line's box."""

    left: float
    right: float
    tags: tuple[Tag | None, ...]
    begins: float | None
    """Where a claim begins within others."""


_TAGS: dict[int, tuple[Tag | None, ...]] = {
    bits: tuple(tag for tag, bit in BITS.items() if bits & bit)
    for bits in range(sum(BITS.values()) + 1)
}


def name_of(tag: Tag | None) -> str:
    """What the palette calls a tag."""
    return tag.value if tag else "open"


def is_turned(said: str) -> bool:
    """Whether words may run from right to left, so that a range may be several pieces."""
    return not said.isascii() and _TURNED.search(said) is not None


def on_line(line: QTextLine, ranges: Sequence[Range], turned: bool) -> list[Mark]:
    """The marks of a line; `ranges` are in order and do not overlap."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    found: list[Mark] = []
    for one in ranges:
        start, end = max(one.start, first), min(one.end, last)
        if start < end and one.marks:
            tags = _TAGS[one.marks]
            found += _on_words(line, start, end, tags, one.begins and start == one.start, turned)
    return found


def _on_words(
    line: QTextLine, start: int, end: int, tags: tuple[Tag | None, ...], begins: bool, turned: bool
) -> Iterable[Mark]:
    extents = _by_glyphs(line, start, end) if turned else [_by_carets(line, start, end)]
    words = line.naturalTextRect()
    backwards = turned and any(run.isRightToLeft() for run in line.glyphRuns(start, 1))
    edge = (extents[-1][1] if backwards else extents[0][0]) if begins and extents else None
    for left, right in extents:
        left, right = max(left, words.left()), min(right, words.right())
        if right > left:
            at = edge if edge is not None and left <= edge <= right else None
            yield Mark(left, right, tags, at)


def _by_carets(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    # The stubs promise an object; it is the place and the position that was really meant.
    left, right = line.cursorToX(start), line.cursorToX(end)
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    return float(left[0]), float(right[0])


def _by_glyphs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """In a line of mixed direction the carets tell nothing about what lies between them."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    found: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if found and left <= found[-1][1] + _TOUCHING:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


class Pens:
    """Paints marks with the colours and patterns of the window."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._pens = {tag: _pen(tag, self.line(tag)) for tag in BITS}
        self._shapes: dict[Tag | None, QPainterPath] = {}
        self._upright = QPen(letters.colour("soft"), 0.7 * POINT)

    def line(self, tag: Tag | None) -> QColor:
        """The colour of a tag's lines and badge."""
        return self._letters.colour(f"{name_of(tag)} line")

    def tint(self, tag: Tag | None) -> QColor:
        """The colour under its words."""
        return self._letters.colour(f"{name_of(tag)} tint")

    def under(
        self, painter: QPainter, marks: Iterable[Mark], left: float, baseline: float, scale: float
    ) -> None:
        """Paint the tints of a line; `scale` is how much larger its letters are than the usual."""
        above, below = _ABOVE * scale, _BELOW * scale
        for one in marks:
            box = QRectF(left + one.left, baseline - above, one.right - one.left, above + below)
            painter.fillRect(box, self.tint(one.tags[0]))

    def over(
        self, painter: QPainter, marks: Iterable[Mark], left: float, baseline: float, scale: float
    ) -> None:
        """Paint the patterns of a line, and where a claim begins within others."""
        for one in marks:
            for row, tag in enumerate(one.tags):
                height = baseline + _FIRST * scale + row * _NEXT
                self.pattern(painter, tag, left + one.left, left + one.right, height)
            if one.begins is not None:
                at = left + one.begins
                painter.setPen(self._upright)
                painter.drawLine(
                    QLineF(at, baseline - _ABOVE * scale, at, baseline + _BELOW * scale)
                )

    def pattern(
        self, painter: QPainter, tag: Tag | None, left: float, right: float, height: float
    ) -> None:
        """One line of a tag's pattern."""
        # Half a point less, so that the lines of two claims that touch stay two.
        left, right = left + 0.25 * POINT, right - 0.25 * POINT
        painter.setPen(self._pens[tag])
        if tag is Tag.CONTESTED:
            steps = max(round((right - left) / _WAVE), 1)
            painter.translate(left, height)
            painter.drawPolyline(_ZIGZAG[: steps + 1])
            painter.translate(-left, -height)
            return
        painter.drawLine(QLineF(left, height, right, height))
        if tag is Tag.VERIFIED:
            painter.drawLine(QLineF(left, height + 1.3 * POINT, right, height + 1.3 * POINT))

    def badge(self, painter: QPainter, tag: Tag | None, left: float, middle: float) -> None:
        """The letter of a tag on its colour."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.line(tag))
        box = QRectF(left, middle - BADGE / 2, BADGE, BADGE)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(self._letters.colour("paper"))
        corner = QPointF(left, middle - BADGE / 2)
        painter.translate(corner)
        painter.drawPath(self._shape(tag))
        painter.translate(-corner)

    def _shape(self, tag: Tag | None) -> QPainterPath:
        """The letter as a shape in the middle of its badge.

        As a letter it would stand between the words of the article for whoever copies them out.
        """
        if tag not in self._shapes:
            shape = QPainterPath()
            shape.addText(QPointF(), self._letters.font(_LETTER), MEANINGS[tag].letter)
            away = QPointF(BADGE / 2, BADGE / 2) - shape.boundingRect().center()
            self._shapes[tag] = shape.translated(away)
        return self._shapes[tag]

    def badges(
        self, painter: QPainter, tags: Sequence[Tag | None], left: float, middle: float
    ) -> None:
        """The letters of the claims that start on a line; a line has room for three."""
        for place, tag in enumerate(tags[:_SHOWN]):
            self.badge(painter, tag, left + place * (BADGE + _BETWEEN), middle)
        if len(tags) > _SHOWN:
            rest = left + _SHOWN * (BADGE + _BETWEEN)
            more = f"+{len(tags) - _SHOWN}"
            self._letters.say(painter, more, _MORE, rest, middle + 2.5 * POINT)


BADGES_WIDTH = (_SHOWN + 1) * (BADGE + _BETWEEN)
"""The margin that badges need."""


def _pen(tag: Tag | None, colour: QColor) -> QPen:
    widths = {Tag.ATTRIBUTED: 1.2, Tag.CONTESTED: 0.8, Tag.VERIFIED: 0.75, None: 1.2}
    pen = QPen(colour, widths[tag] * POINT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if tag is None:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.4])
    return pen
