"""How a class splits over a passage, as one bar: a part for each set of tags that was given."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from annotator.model.tags import in_order
from annotator.ui.classroom.seen import Tags
from annotator.ui.palette import Palette

_BETWEEN = 1.5


def paint_split(
    painter: QPainter,
    box: QRectF,
    split: Sequence[tuple[Tags, int]],
    palette: Palette,
    mirrored: bool,
) -> None:
    """Paint the bar; a set of several tags has a stripe of each."""
    total = sum(number for _tags, number in split)
    if not total:
        return
    painter.save()
    round_ = QPainterPath()
    round_.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setClipPath(round_)
    painter.setPen(Qt.PenStyle.NoPen)
    left = box.left()
    for number, (tags, count) in enumerate(split):
        width = box.width() * count / total
        end = width - (_BETWEEN if number + 1 < len(split) else 0)
        part = QRectF(left, box.top(), end, box.height())
        if mirrored:
            part.moveLeft(box.right() - (left - box.left()) - end)
        _stripes(painter, part, tags, palette)
        left += width
    painter.restore()


def _stripes(painter: QPainter, part: QRectF, tags: Tags, palette: Palette) -> None:
    shown = in_order(tags) or (None,)
    high = part.height() / len(shown)
    for row, tag in enumerate(shown):
        stripe = QRectF(part.left(), part.top() + row * high, part.width(), high)
        painter.fillRect(stripe, palette.tags[tag].line)
