"""Paints a heat map under an article's words: the more of the class marked them, the deeper.

A second painter for the reader's page. Colour never stands alone: each run is underlined with its
tag's pattern, and the margin says the numbers.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.heat import Layer
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.classroom import heat_margin
from annotator.ui.classroom.seen import Passage, Run
from annotator.ui.palette import Palette
from annotator.ui.reader.contour import contour
from annotator.ui.reader.margin import paint_numbers
from annotator.ui.reader.page import Page
from annotator.ui.reader.paint import Painting
from annotator.ui.reader.paper import paper, room
from annotator.ui.reader.shown import Shown
from annotator.ui.style import mixed

FAINTEST, DEEPEST = 0.10, 0.44
"""How much of a tag's colour lies under words that one marked, and that all marked."""

_OUTLINE, _CORNER = 1.75, 4.0


def tint(tag: Tag | None, marked: int, of: int, palette: Palette) -> QColor:
    """The ground of words that `marked` of so many people marked."""
    share = marked / of if of else 0.0
    line = palette.tags[tag].line
    return mixed(palette.ground, line, FAINTEST + (DEEPEST - FAINTEST) * min(share, 1.0))


class Warmth:
    """What a heat map shows: the runs of a layer, the passages by the stretch they begin in."""

    def __init__(self) -> None:
        self.runs: Sequence[Run] = ()
        self.of = 0
        self.layer: Layer = ""
        self.starting: Mapping[int, Sequence[Passage]] = {}

    def within(self, part: Span) -> Iterator[Run]:
        """The runs that share a code point with a part of the text."""
        first = bisect_left(self.runs, part.start, key=lambda run: run.span.end - 1)
        for number in range(first, len(self.runs)):
            if self.runs[number].span.start >= part.end:
                return
            yield self.runs[number]


class HeatPainting(Painting):
    """One painting of what of a heat map lies between two heights."""

    def __init__(
        self, page: Page, palette: Palette, top: float, bottom: float, warmth: Warmth
    ) -> None:
        super().__init__(page, palette, top, bottom)
        self._warmth = warmth

    def under_words(self, painter: QPainter, shown: Shown) -> None:
        """Tints, and the selection."""
        self._take(painter)
        for run, box, _place in self._pieces():
            painter.fillRect(box, tint(run.tag, run.marked, self._warmth.of, self._palette))
        if shown.selected:
            self._selection(shown.selected)

    def over_words(self, painter: QPainter, shown: Shown) -> None:
        """Underlines, the outline of the chosen passage, numbers and counts beside the words."""
        self._take(painter)
        for run, box, below in self._pieces():
            tile = self._tile(run.tag)
            high = tile.deviceIndependentSize().height()
            begun = QPointF(box.left() % tile.deviceIndependentSize().width(), 0)
            painter.drawTiledPixmap(
                QRectF(box.left(), round(below), box.width(), high), tile, begun
            )
        if shown.current:
            self._circle(shown.current)
        paint_numbers(painter, self._page, self._palette, self._stretches)
        beside = heat_margin.lines(self._page, self.starting(), self._warmth.layer)
        heat_margin.paint(painter, beside, self._page, self._palette)

    def starting(self) -> Iterator[tuple[float, list[Passage]]]:
        """The passages that begin in what is painted, by the baseline of their first line."""
        found: dict[float, list[Passage]] = {}
        for stretch in self._stretches:
            block = self._page.block(stretch)
            for passage in self._warmth.starting.get(stretch, ()):
                start = passage.found.span.start
                baseline = block.layout().position().y() + self._page.placing(block).baseline(start)
                found.setdefault(baseline, []).append(passage)
        yield from found.items()

    def _pieces(self) -> Iterator[tuple[Run, QRectF, float]]:
        """The boxes of the runs that show, and where their underline lies."""
        for stretch in self._stretches:
            slot, origin = self._place(stretch)
            for run in self._warmth.within(self._page.stretches.span(stretch)):
                for piece in self._page.pieces(run.span, stretch):
                    if self._is_near(piece, (slot, origin)):
                        yield (
                            run,
                            paper(piece, slot, origin),
                            (origin.y() + piece.baseline + slot.below),
                        )

    def _circle(self, span: Span) -> None:
        """The chosen passage's outline; its ends cannot be taken."""
        boxes = (
            room(piece, *place)
            for stretch, place in self._parts(span)
            for piece in self._page.pieces(span, stretch)
        )
        scale = self._page.measures.scale
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.accent, _OUTLINE * max(scale, 1)))
        self._painter.drawPath(contour(boxes, _CORNER * scale))
        self._painter.setPen(Qt.PenStyle.NoPen)
