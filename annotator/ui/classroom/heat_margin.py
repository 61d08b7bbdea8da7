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
    measures = page.measures
    side, scale = measures.badge, measures.margin_scale
    width = QFontMetricsF(measures.number).horizontalAdvance
    left = page.document.textWidth() - measures.right + _FROM_TEXT * scale
    top = round(baseline - _MIDDLE * measures.body_size - side / 2)
    counts: list[Count] = []
    shown = 0
    for passage in told:
        rest = width(f"+{len(told) - shown - 1}") if len(told) > shown + 1 else 0
        given, at = [], left
        for tag, number in shown_by(passage, layer)[:_SHOWN]:
            badge = QRectF(round(at), top, side, side)
            text = QPointF(badge.right() + _BETWEEN * scale, baseline)
            given.append(Count(badge, text, str(number), tag, passage))
            at = text.x() + width(str(number)) + _APART * scale
        if shown and at + rest > page.document.textWidth():
            break
        counts += given
        left, shown = at + _APART * scale, shown + 1
    return Line(tuple(counts), len(told) - shown, QPointF(left - _APART * scale, baseline))
