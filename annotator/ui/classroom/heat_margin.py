"""What stands beside the heat map's words: how many gave the passages of a line which tag."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.model.heat import ANY, Layer
from annotator.model.tags import Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.classroom.seen import Passage
from annotator.ui.classroom.wording import by_tag
from annotator.ui.palette import Palette
from annotator.ui.reader.page import Page

_FROM_TEXT, _BETWEEN, _APART = 24.0, 4.0, 8.0
"""In px at 100 %: from the words, from a badge to its number, from one to the next."""
_MIDDLE = 0.35
"""How far the middle of small letters stands above the baseline, as a part of their size."""
_SHOWN = 2


class Count(NamedTuple):
    """A badge, its number, and the passage they are about; places are px of the document."""

    badge: QRectF
    text: QPointF
    words: str
    tag: Tag | None
    passage: Passage

    def box(self, side: float) -> QRectF:
        """What of the margin belongs to it."""
        return self.badge.adjusted(0, 0, side * 1.4, 0)


class Line(NamedTuple):
    """The counts of one line, of as many passages as have room; `more` have none."""

    counts: tuple[Count, ...]
    more: int
    rest: QPointF


def shown_by(passage: Passage, layer: Layer) -> list[tuple[Tag | None, int]]:
    """What is counted of a passage in a layer, the most frequent first."""
    return [one for one in by_tag(passage.found) if layer in (ANY, one[0])]


def lines(
    page: Page, starting: Iterable[tuple[float, Sequence[Passage]]], layer: Layer
) -> Iterator[Line]:
    """The counts beside lines, given by their baseline and the passages that begin on them."""
    for baseline, passages in starting:
        told = [one for one in passages if shown_by(one, layer)]
        told.sort(key=lambda one: -one.found.marked)
        if told:
            yield _line(page, baseline, told, layer)


def paint(painter: QPainter, shown: Iterable[Line], page: Page, palette: Palette) -> None:
    """Paint badges and numbers."""
    ratio = painter.device().devicePixelRatioF()
    painter.setFont(page.measures.number)
    painter.setPen(palette.soft)
    for line in shown:
        for count in line.counts:
            badge = badge_pixmap(count.tag, palette, count.badge.width(), ratio)
            painter.drawPixmap(count.badge.topLeft(), badge)
            painter.drawText(count.text, count.words)
        if line.more:
            painter.drawText(line.rest, f"+{line.more}")


def _line(page: Page, baseline: float, told: list[Passage], layer: Layer) -> Line:
    scale = page.measures.margin_scale
    width = QFontMetricsF(page.measures.number).horizontalAdvance
    end = page.document.textWidth()
    left = end - page.measures.right + _FROM_TEXT * scale
    counts: list[Count] = []
    for shown, passage in enumerate(told):
        more = len(told) - shown - 1
        room = end - (width(f"+{more}") if more else 0)
        # Where two of its tags have no room, the most frequent one still says that it is there.
        for number in (_SHOWN, 1):
            given, right = _counts(page, QPointF(left, baseline), passage, layer, number)
            if right <= room or not shown:
                break
        else:
            return Line(tuple(counts), more + 1, QPointF(left - _APART * scale, baseline))
        counts += given
        left = right + _APART * scale
    return Line(tuple(counts), 0, QPointF(left, baseline))


def _counts(
    page: Page, at: QPointF, passage: Passage, layer: Layer, most: int
) -> tuple[list[Count], float]:
    """The counts of one passage from a place on, and where the next thing can stand."""
    measures = page.measures
    side, scale, left = measures.badge, measures.margin_scale, at.x()
    top = round(at.y() - _MIDDLE * measures.body_size - side / 2)
    counts = []
    for tag, number in shown_by(passage, layer)[:most]:
        badge = QRectF(round(left), top, side, side)
        text = QPointF(badge.right() + _BETWEEN * scale, at.y())
        counts.append(Count(badge, text, str(number), tag, passage))
        width = QFontMetricsF(measures.number).horizontalAdvance(str(number))
        left = text.x() + width + _APART * scale
    return counts, left
