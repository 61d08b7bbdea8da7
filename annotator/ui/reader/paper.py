"""The shapes of painted paper: the box of a piece of a line, its corners, its bands of colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath

from annotator.ui.reader.geometry import Piece
from annotator.ui.reader.measures import Slot

_SHARP = 1e-4
"""So narrow is the step from one band to the next."""

ASIDE = 2.0
"""So far beside its words, in px, an outline runs."""

_TOGETHER = 0.5
"""The rooms of two lines overlap by this much, or a rounding would part them."""


def paper(piece: Piece, slot: Slot, origin: QPointF) -> QRectF:
    """What is tinted of a piece; `origin` is the corner of its paragraph's layout."""
    baseline = origin.y() + piece.baseline
    top, bottom = round(baseline - slot.above), round(baseline + slot.below)
    return QRectF(origin.x() + piece.left, top, piece.right - piece.left, bottom - top)


def room(piece: Piece, slot: Slot, origin: QPointF) -> QRectF:
    """What is outlined of a piece: it meets the rooms of the lines above and below."""
    top = origin.y() + piece.baseline - slot.top
    box = QRectF(origin.x() + piece.left, top, piece.right - piece.left, slot.top + slot.bottom)
    return box.adjusted(-ASIDE, -_TOGETHER, ASIDE, _TOGETHER)


def bands(colours: Sequence[QColor], box: QRectF) -> QBrush:
    """One colour, or a band of each from the top of a box to its bottom; none of them mixed."""
    if len(colours) == 1:
        return QBrush(colours[0])
    from PySide6.QtGui import QLinearGradient  # it brings 180 presets: only where claims overlap

    gradient = QLinearGradient(box.topLeft(), box.bottomLeft())
    for number, colour in enumerate(colours):
        gradient.setColorAt(number / len(colours), colour)
        gradient.setColorAt((number + 1) / len(colours) - _SHARP, colour)
    return QBrush(gradient)


def lighter_by(colour: QColor, ground: QColor) -> QColor:
    """The colour that gives `colour` when it is multiplied with the ground."""
    return QColor(
        min(255 * colour.red() // max(ground.red(), 1), 255),
        min(255 * colour.green() // max(ground.green(), 1), 255),
        min(255 * colour.blue() // max(ground.blue(), 1), 255),
    )


def patch(box: QRectF, corner: float, round_left: bool, round_right: bool) -> QPainterPath:
    """A box with round corners on the sides asked for, square ones on the others."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, corner, corner)
    half = box.width() / 2
    if not round_left:
        path.addRect(box.adjusted(0, 0, -half, 0))
    if not round_right:
        path.addRect(box.adjusted(half, 0, 0, 0))
    return path
