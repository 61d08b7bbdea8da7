"""The four patterns of an underline: small tiles that are laid side by side.

A tile is painted once for a colour and a size; a wave then costs no more than a line.
"""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from annotator.ui.palette import Line

THICK = 1.5
"""The thickness of a single line in px at 100 %."""

_WAVE = 6.0
_DOT = 4.0
_ROUND_FROM = 1.4
"""From this scale dots are round; smaller ones would only be pale."""

HEIGHT = 4.0
"""The height of every pattern's tile in px at 100 %."""

_INK = 3.4
"""What of a tile's height a wave needs."""


def ink(scale: float) -> float:
    """How far the deepest pattern reaches down at a scale, in px."""
    return max(_INK * scale, 3 * _thin(scale))


_Paint = Callable[[QPainter, float, float], None]


def line_tile(line: Line, colour: QColor, scale: float, ratio: float) -> QPixmap:
    """A tile of an underline, to be repeated sideways, for a screen of `ratio` dots to the px."""
    width = {Line.WAVE: _WAVE, Line.DOTTED: _DOT}.get(line, 8.0)
    paint = {
        Line.SOLID: _solid,
        Line.WAVE: _wave,
        Line.DOUBLE: _double,
        Line.DOTTED: _dotted,
    }[line]

    def draw(painter: QPainter, wide: float, unit: float) -> None:
        painter.setPen(QPen(colour, THICK * unit))
        painter.setBrush(colour)
        paint(painter, wide, unit)

    return _tile(
        f"line {line} {colour.name()}", (width * scale, HEIGHT * scale), scale, ratio, draw
    )


def _tile(
    name: str, size: tuple[float, float], scale: float, ratio: float, draw: _Paint
) -> QPixmap:
    """A tile of whole dots, so that tiles meet without a seam; kept once painted."""
    key = f"{name} {size} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    wide, high = (max(ceil(length * ratio), 1) for length in size)
    tile = QPixmap(wide, high)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    draw(painter, wide / ratio, scale)
    painter.end()
    QPixmapCache.insert(key, tile)
    return tile


def _solid(painter: QPainter, wide: float, unit: float) -> None:
    painter.fillRect(QRectF(0, 0, wide, max(round(THICK * unit), 1)), painter.brush())


def _double(painter: QPainter, wide: float, unit: float) -> None:
    thin = _thin(unit)
    painter.fillRect(QRectF(0, 0, wide, thin), painter.brush())
    painter.fillRect(QRectF(0, 2 * thin, wide, thin), painter.brush())


def _thin(unit: float) -> int:
    """A line of a double one, and what lies between the two."""
    return max(round(unit), 1)


def _dotted(painter: QPainter, wide: float, unit: float) -> None:
    side = max(round(THICK * unit), 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, unit > _ROUND_FROM)
    painter.setPen(Qt.PenStyle.NoPen)
    if unit > _ROUND_FROM:
        painter.drawEllipse(QRectF((wide - side) / 2, 0, side, side))
    else:
        painter.fillRect(QRectF(0, 0, side, side), painter.brush())


def _wave(painter: QPainter, wide: float, unit: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = painter.pen()
    pen.setWidthF(1.25 * unit)
    painter.setPen(pen)
    top, bottom = 0.6 * unit, 2.8 * unit
    middle = (top + bottom) / 2
    swing = (bottom - top) * 0.95
    path = QPainterPath(QPointF(-wide / 2, middle))
    for number in range(4):
        left = (number - 1) * wide / 2
        turn = middle - swing if number % 2 else middle + swing
        path.quadTo(left + wide / 4, turn, left + wide / 2, middle)
    painter.drawPath(path)
