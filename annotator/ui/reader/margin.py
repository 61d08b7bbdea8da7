"""What stands beside the words: paragraph numbers on the left, letter badges on the right.

Badges stand on the line where their claim starts. A line has room for three; what is left over is
a number, for the list of claims shows them all.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from annotator.model.claim import Claim
from annotator.model.tags import Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.palette import Palette
from annotator.ui.reader.flattening import looks
from annotator.ui.reader.measures import Measures
from annotator.ui.reader.page import Page

SHOWN = 3
"""So many badges stand side by side."""

_BETWEEN = 4.0
_FROM_TEXT = 24.0
"""Between the words and what stands beside them, in px at 100 %, on both sides."""

_MIDDLE = 0.35
"""How far the middle of small letters stands above the baseline, as a part of their size."""


class Spot(NamedTuple):
    """A badge and the claim it stands for."""

    place: QRectF
    claim: Claim
    tag: Tag | None


class Beside(NamedTuple):
    """The badges of one line; `more` of them found no room, and are told of at `rest`.

    `claims` are all that start on the line.
    """

    spots: tuple[Spot, ...]
    more: int
    rest: QPointF
    claims: tuple[Claim, ...]

    def tells_more_at(self, point: QPointF, side: float) -> bool:
        """Whether a point lies on the number of badges without room; `side` is a badge's."""
        beside, above = point.x() - self.rest.x(), self.rest.y() - point.y()
        return self.more > 0 and 0 <= beside <= 2 * side and -side / 2 <= above <= side


def badges(
    page: Page, stretches: Iterable[int], top: float = -inf, bottom: float = inf
) -> Iterator[Beside]:
    """The badges beside the lines of some stretches whose baselines lie between two heights.

    Places and heights are px of the document.
    """
    lines: dict[float, list[Claim]] = {}
    for stretch in stretches:
        above = page.block(stretch).layout().position().y()
        for start in page.marks(stretch).starts:
            if top < above + start.baseline < bottom:
                lines.setdefault(above + start.baseline, []).append(start.claim)
    left = page.document.textWidth() - page.measures.right
    for baseline, claims in lines.items():
        yield _beside(claims, left, baseline, page.measures)


def paint_badges(painter: QPainter, lines: Iterable[Beside], page: Page, palette: Palette) -> None:
    """Paint badges, and how many more there are."""
    ratio = painter.device().devicePixelRatioF()
    painter.setFont(page.measures.number)
    painter.setPen(palette.soft)
    for line in lines:
        for spot in line.spots:
            badge = badge_pixmap(spot.tag, palette, spot.place.width(), ratio)
            painter.drawPixmap(spot.place.topLeft(), badge)
        if line.more:
            painter.drawText(line.rest, f"+{line.more}")


def paint_numbers(
    painter: QPainter, page: Page, palette: Palette, stretches: Iterable[int]
) -> None:
    """Paint the numbers of the paragraphs that begin in some stretches."""
    font = page.measures.number
    width = QFontMetricsF(font).horizontalAdvance
    right = page.measures.left - _FROM_TEXT * page.measures.margin_scale
    painter.setFont(font)
    painter.setPen(QPen(palette.soft))
    for stretch in stretches:
        number = page.number(stretch)
        if number is not None:
            layout = page.block(stretch).layout()
            line = layout.lineAt(0)
            baseline = layout.position().y() + line.y() + line.ascent()
            painter.drawText(QPointF(right - width(str(number)), baseline), str(number))


def _beside(claims: Sequence[Claim], edge: float, baseline: float, measures: Measures) -> Beside:
    side, between = measures.badge, _BETWEEN * measures.margin_scale
    left = round(edge + _FROM_TEXT * measures.margin_scale)
    top = round(baseline - _MIDDLE * measures.body_size - side / 2)
    letters = [(claim, tag) for claim in claims for tag in looks(claim)]
    spots = tuple(
        Spot(QRectF(left + number * (side + between), top, side, side), claim, tag)
        for number, (claim, tag) in enumerate(letters[:SHOWN])
    )
    rest = QPointF(left + len(spots) * (side + between), baseline)
    return Beside(spots, len(letters) - len(spots), rest, tuple(claims))
