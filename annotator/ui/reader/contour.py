"""The outline of a passage: one line around the boxes of its lines, with round corners."""

from collections.abc import Iterable
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_STRAIGHT = 0.01


def contour(boxes: Iterable[QRectF], corner: float) -> QPainterPath:
    """The outline of all boxes together; boxes that overlap are one shape. `corner` is in px."""
    shape = QPainterPath()
    for box in boxes:
        one = QPainterPath()
        one.addRect(box)
        shape = shape.united(one)
    outline = QPainterPath()
    for polygon in shape.simplified().toSubpathPolygons():
        outline.addPath(_rounded(_corners(polygon.toList()), corner))
    return outline


def _corners(points: list[QPointF]) -> list[QPointF]:
    """The points where the direction changes."""
    apart = [point for point, after in pairwise((*points, points[0])) if point != after]
    return [
        point
        for number, point in enumerate(apart)
        if abs(_turn(apart[number - 1], point, apart[(number + 1) % len(apart)])) > _STRAIGHT
    ]


def _turn(before: QPointF, point: QPointF, after: QPointF) -> float:
    one, other = point - before, after - point
    return one.x() * other.y() - one.y() * other.x()


def _rounded(points: list[QPointF], corner: float) -> QPainterPath:
    path = QPainterPath()
    for number, point in enumerate(points):
        before, after = points[number - 1], points[(number + 1) % len(points)]
        into, out = _towards(point, before, corner), _towards(point, after, corner)
        if number:
            path.lineTo(into)
        else:
            path.moveTo(into)
        path.quadTo(point, out)
    path.closeSubpath()
    return path


def _towards(point: QPointF, other: QPointF, corner: float) -> QPointF:
    """The place `corner` px from a point on the way to another, at most half way."""
    way = other - point
    length = hypot(way.x(), way.y())
    return point + way * min(corner / length, 0.5)
