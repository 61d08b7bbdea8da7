"""Puts a page's marks on the paper: tints under the words, underlines and outlines over them.

A tint over the words would dim them; an underline under a selection would be hidden by it. Each
painting walks over the stretches that show and over nothing else. Places are px of the document.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.palette import PATTERNS, Palette
from annotator.ui.reader.contour import contour
from annotator.ui.reader.geometry import Piece
from annotator.ui.reader.handles import Handle, handles
from annotator.ui.reader.margin import badges, paint_badges, paint_numbers
from annotator.ui.reader.marks import Stroke, Tint
from annotator.ui.reader.measures import Slot
from annotator.ui.reader.page import Page
from annotator.ui.reader.paper import bands, lighter_by, paper, patch, room
from annotator.ui.reader.patterns import line_tile
from annotator.ui.reader.shown import Found, Shown

BLEED = 16.0
"""Underlines and outlines reach at most so far out of their line, in px at 100 %."""

_CORNER = 2.5
_OUTLINE = 1.75
_OUTLINE_CORNER = 4.0
_KNOB = 3.25
_FOUND, _FOUND_CURRENT = 0.14, 0.28
"""How much of the accent lies on what was found, and on the match that is looked at."""

_Place = tuple[Slot, QPointF]


class Painting:
    """One painting of what of a page lies between two heights: first under the words, then over.

    The painter given to each of the two counts in px of the document.
    """

    _painter: QPainter
    _ratio: float

    def __init__(self, page: Page, palette: Palette, top: float, bottom: float) -> None:
        self._page = page
        self._palette = palette
        self._scale = page.measures.scale
        bleed = BLEED * self._scale
        self._top, self._bottom = top - bleed, bottom + bleed
        self._stretches = page.showing(self._top, self._bottom)
        self._tiles: dict[Tag | None, QPixmap] = {}

    def under_words(self, painter: QPainter, shown: Shown) -> None:
        """Tints, what was found, and the selection."""
        self._take(painter)
        for stretch in self._stretches:
            place = self._place(stretch)
            for tint in self._page.marks(stretch).tints:
                if self._is_near(tint.place, place):
                    self._tint(tint, place)
        self._found(shown.found)
        if shown.selected:
            self._selection(shown.selected)

    def over_words(self, painter: QPainter, shown: Shown) -> None:
        """Underlines, the outline of the current claim, and what stands beside the words."""
        self._take(painter)
        for stretch in self._stretches:
            place = self._place(stretch)
            for stroke in self._page.marks(stretch).strokes:
                if self._is_near(stroke.place, place):
                    self._stroke(stroke, place)
        if shown.current:
            self._outline(shown.current)
        paint_numbers(self._painter, self._page, self._palette, self._stretches)
        around = self._page.measures.heading_leading
        beside = badges(self._page, self._stretches, self._top - around, self._bottom + around)
        paint_badges(self._painter, beside, self._page, self._palette)

    def _take(self, painter: QPainter) -> None:
        self._painter = painter
        self._ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)

    def _place(self, stretch: int) -> _Place:
        block = self._page.block(stretch)
        return self._page.slot(block), block.layout().position()

    def _is_near(self, piece: Piece, place: _Place) -> bool:
        slot, origin = place
        baseline = origin.y() + piece.baseline
        return baseline + slot.bottom > self._top and baseline - slot.top < self._bottom

    def _tint(self, tint: Tint, place: _Place) -> None:
        box = paper(tint.place, *place)
        colours = [self._palette.tags[tag].tint for tag in tint.tints]
        if len(colours) == 1 and not (tint.begins or tint.ends):
            self._painter.fillRect(box, colours[0])
            return
        self._painter.setBrush(bands(colours, box))
        self._painter.drawPath(patch(box, _CORNER * self._scale, tint.begins, tint.ends))

    def _stroke(self, stroke: Stroke, place: _Place) -> None:
        slot, origin = place
        tile = self._tile(stroke.tag)
        top = round(origin.y() + stroke.place.baseline + slot.below + stroke.row * slot.row)
        # Half a px is left at each end, so that the lines of two claims that touch stay two.
        left, right = origin.x() + stroke.place.left + 0.5, origin.x() + stroke.place.right - 0.5
        size = tile.deviceIndependentSize()
        # The pattern starts at the paper's edge, not at the claim's: parts of a wave meet.
        begun = QPointF(left % size.width(), 0)
        self._painter.drawTiledPixmap(QRectF(left, top, right - left, size.height()), tile, begun)

    def _tile(self, tag: Tag | None) -> QPixmap:
        known = self._tiles.get(tag)
        if known is None:
            colour = self._palette.tags[tag].line
            known = self._tiles[tag] = line_tile(PATTERNS[tag], colour, self._scale, self._ratio)
        return known

    def _boxes(self, span: Span) -> Iterator[QRectF]:
        for stretch, place in self._parts(span):
            for piece in self._page.pieces(span, stretch):
                yield paper(piece, *place)

    def _parts(self, span: Span) -> Iterator[tuple[int, _Place]]:
        """The stretches that show a part of a span."""
        for stretch in self._stretches:
            if self._page.stretches.span(stretch).overlaps(span):
                yield stretch, self._place(stretch)

    def _selection(self, span: Span) -> None:
        """Over tints too the selection is seen: on light paper it darkens what lies there."""
        self._painter.save()
        if self._palette.dark:
            self._painter.setBrush(self._palette.selection)
        else:
            self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            self._painter.setBrush(lighter_by(self._palette.selection, self._palette.ground))
        for box in self._boxes(span):
            self._painter.drawRect(box)
        self._painter.restore()

    def _found(self, found: Found) -> None:
        if not found.spans:
            return
        page = self._page.stretches
        showing = Span(page.span(self._stretches[0]).start, page.span(self._stretches[-1]).end)
        for span in found.within(showing):
            self._match(span, span == found.current)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _match(self, span: Span, current: bool) -> None:
        fill = QColor(self._palette.accent)
        fill.setAlphaF(_FOUND_CURRENT if current else _FOUND)
        self._painter.setBrush(fill)
        self._painter.setPen(QPen(self._palette.accent, 2 if current else 1))
        for box in self._boxes(span):
            self._painter.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), _CORNER, _CORNER)

    def _outline(self, span: Span) -> None:
        boxes = (
            room(piece, *place)
            for stretch, place in self._parts(span)
            for piece in self._page.pieces(span, stretch)
        )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.accent, _OUTLINE * max(self._scale, 1)))
        self._painter.drawPath(contour(boxes, _OUTLINE_CORNER * self._scale))
        for handle in handles(self._page, span, self._stretches):
            self._handle(handle)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _handle(self, handle: Handle) -> None:
        """A knob on the outline where an end can be taken with the mouse."""
        self._painter.setPen(QPen(self._palette.ground, 1.5))
        self._painter.setBrush(QBrush(self._palette.accent))
        self._painter.drawEllipse(handle.knob(), _KNOB, _KNOB)
