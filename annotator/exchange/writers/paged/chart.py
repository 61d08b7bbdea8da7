"""How many passages carry each tag, as bars with the tags' patterns; and what the marks mean."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.exchange.writers.looks import look
from annotator.exchange.writers.paged.letters import Letters, Look, clean
from annotator.exchange.writers.paged.marks import BADGE, Mark, Pens
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.paged.strips import Strip
from annotator.model.report import PersonWork
from annotator.model.tags import Tag

_NAME = Look(8.5)
_COUNT = Look(8.5, weight=600)
_QUESTION = Look(8, colour="soft")
_LABELS, _LONGEST, _HIGH, _ROW = 68 * POINT, 150 * POINT, 11 * POINT, 18 * POINT
_CORNER = 2 * POINT
_ITEM_GAP, _LEGEND_ROW, _LEGEND_PAD = 16 * POINT, 17 * POINT, 4 * POINT
_TAGS: tuple[Tag | None, ...] = (*Tag, None)


def chart(work: Sequence[PersonWork], left: float, letters: Letters, pens: Pens) -> list[Strip]:
    """The bars, which stay together."""
    counts: dict[Tag | None, int] = {tag: sum(one.tally.tags[tag] for one in work) for tag in Tag}
    counts[None] = sum(one.tally.open for one in work)
    unit = _LONGEST / max(*counts.values(), 1)
    bars = _Bars([(tag, count, count * unit) for tag, count in counts.items()], left, letters, pens)
    return [Strip(_ROW * len(counts), bars, above=14 * POINT)]


class _Bars:
    def __init__(
        self,
        bars: Sequence[tuple[Tag | None, int, float]],
        left: float,
        letters: Letters,
        pens: Pens,
    ) -> None:
        self._bars, self._left, self._letters, self._pens = bars, left, letters, pens

    def __call__(self, painter: QPainter, top: float) -> None:
        for tag, count, width in self._bars:
            baseline = top + 8.6 * POINT
            self._letters.say(painter, clean(look(tag).name), _NAME, self._left, baseline)
            left = self._left + _LABELS
            if count:
                self._bar(painter, tag, QRectF(left, top, width, _HIGH))
            after = left + width + 6 * POINT
            self._letters.say(painter, str(count), _COUNT, after, baseline)
            top += _ROW

    def _bar(self, painter: QPainter, tag: Tag | None, box: QRectF) -> None:
        line, pens = self._pens.line(tag), self._pens
        painter.setPen(QPen(line, 0.6 * POINT))
        painter.setBrush(line if tag is Tag.ATTRIBUTED else pens.tint(tag))
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if tag is Tag.ATTRIBUTED:
            return
        inside = box.adjusted(1.5 * POINT, 0, -1.5 * POINT, 0)
        for row in (0.3, 0.64):
            height = box.top() + row * box.height()
            pens.pattern(painter, tag, inside.left(), inside.right(), height)


def legend(left: float, width: float, letters: Letters, pens: Pens) -> list[Strip]:
    """The letters, the patterns and the questions of the tags, between two hairlines."""
    items = [_Item(tag, letters) for tag in _TAGS]
    rows: list[list[tuple[float, _Item]]] = [[]]
    at = 0.0
    for item in items:
        if rows[-1] and at + item.width > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, item))
        at += item.width + _ITEM_GAP
    height = len(rows) * _LEGEND_ROW + 2 * _LEGEND_PAD
    return [Strip(height, _Legend(rows, left, width, letters, pens), above=6 * POINT, holds=True)]


class _Item:
    def __init__(self, tag: Tag | None, letters: Letters) -> None:
        shown = look(tag)
        self.tag, self.name, self.question = tag, clean(shown.name), clean(shown.question)
        self.after = BADGE + 4 * POINT
        self.named = letters.width(self.name, _NAME)
        asked = letters.width(self.question, _QUESTION)
        self.width = self.after + self.named + 4 * POINT + asked


class _Legend:
    def __init__(
        self,
        rows: Sequence[Sequence[tuple[float, _Item]]],
        left: float,
        width: float,
        letters: Letters,
        pens: Pens,
    ) -> None:
        self._rows, self._left, self._width = rows, left, width
        self._letters, self._pens = letters, pens

    def __call__(self, painter: QPainter, top: float) -> None:
        hairline = QPen(self._letters.colour("hairline"), 0.8 * POINT)
        bottom = top + len(self._rows) * _LEGEND_ROW + 2 * _LEGEND_PAD
        painter.setPen(hairline)
        for height in (top, bottom):
            painter.drawLine(
                round(self._left), round(height), round(self._left + self._width), round(height)
            )
        for place, row in enumerate(self._rows):
            baseline = top + _LEGEND_PAD + place * _LEGEND_ROW + 11.4 * POINT
            for at, item in row:
                self._item(painter, item, self._left + at, baseline)

    def _item(self, painter: QPainter, item: _Item, left: float, baseline: float) -> None:
        pens, letters = self._pens, self._letters
        pens.badge(painter, item.tag, left, baseline - 3 * POINT)
        left += item.after
        marks = [Mark(0, item.named, (item.tag,), None)]
        pens.under(painter, marks, left, baseline, 0.8)
        letters.say(painter, item.name, _NAME, left, baseline)
        pens.over(painter, marks, left, baseline, 0.8)
        letters.say(painter, item.question, _QUESTION, left + item.named + 4 * POINT, baseline)
