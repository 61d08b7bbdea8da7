"""One article as it lies on the desk: its document, its claims, and where each of them stands.

The page knows code points and places; the window around it knows the mouse, keys and colours.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.document import build
from annotator.ui.reader.geometry import Piece, is_mixed
from annotator.ui.reader.heights import Heights
from annotator.ui.reader.highlights import Highlights
from annotator.ui.reader.marks import Marks, Placing
from annotator.ui.reader.measures import Measures, Slot, slot
from annotator.ui.reader.numbers import Numbers
from annotator.ui.reader.stretches import Stretches


class Page:
    """A text with claims, set at one zoom; `set_anew` sets it otherwise."""

    def __init__(
        self, text: str, title_is_heading: bool, claims: Sequence[Claim], measures: Measures
    ) -> None:
        self.text = text
        self.units = Utf16Map(text)
        self.stretches = Stretches(text)
        self.highlights = Highlights(self.stretches, claims)
        self._numbers = Numbers(text, self.stretches)
        self._mixed: dict[int, bool] = {}
        self.set_anew(title_is_heading, measures)

    def set_anew(self, title_is_heading: bool, measures: Measures) -> None:
        """Set the text otherwise, in a document of its own that no widget shows yet."""
        self.title_is_heading = title_is_heading
        self.measures = measures
        self.document = build(self.text, title_is_heading, measures, self.units)
        self._slots = slot(measures, False), slot(measures, True)
        self._marks: dict[int, Marks] = {}
        self._pieces: dict[Span, tuple[Piece, ...]] = {}
        self._heights = Heights(self.document)
        self._width = 0.0

    def apply(self, changed: Iterable[Claim], gone: Collection[ClaimId]) -> set[int]:
        """Put claims in and take them off; the stretches that must be painted again."""
        touched = self.highlights.apply(changed, gone)
        for stretch in touched:
            self._marks.pop(stretch, None)
        return touched

    def showing(self, top: float, bottom: float) -> range:
        """The stretches between two heights in px of the document, and one more above.

        Lays out the document down to `bottom` and no further.
        """
        last = self.stretches.at(self.position_at(QPointF(0, bottom)))
        first = self.stretches.at(self.position_at(QPointF(0, top)))
        goes_on = last + 1 < len(self.stretches) and self._same_line(last, last + 1)
        return range(max(first - 1, 0), last + 1 + goes_on)

    def position_at(self, point: QPointF) -> int:
        """The code point nearest to a point of the document."""
        self._forget_old_width()
        return self.units.to_code_points(self._heights.position_at(point))

    def block(self, stretch: int) -> QTextBlock:
        """The paragraph that a stretch belongs to."""
        return self.document.findBlockByNumber(self.stretches.line(stretch))

    def block_at(self, position: int) -> QTextBlock:
        """The paragraph that holds a code point."""
        return self.block(self.stretches.at(position))

    def placing(self, block: QTextBlock) -> Placing:
        """Finds places in a paragraph."""
        number = block.blockNumber()
        mixed = self._mixed.get(number)
        if mixed is None:
            mixed = self._mixed[number] = is_mixed(block.text())
        return Placing(block, self.text, self.units, mixed, self._pieces)

    def marks(self, stretch: int) -> Marks:
        """What is painted for a stretch; its paragraph is laid out."""
        known = self._marks.get(stretch)
        if known is None:
            placing = self.placing(self.block(stretch))
            known = self._marks[stretch] = placing.marks(self.highlights.flat(stretch))
        return known

    def slot(self, block: QTextBlock) -> Slot:
        """The room of a line in a paragraph."""
        return self._slots[self.title_is_heading and block.blockNumber() == 0]

    def number(self, stretch: int) -> int | None:
        """The paragraph's number, for the first stretch of a paragraph; an empty line has none."""
        line = self.stretches.line(stretch)
        return self._numbers.of(line) if stretch == self.stretches.of_line(line)[0] else None

    def pieces(self, span: Span, stretch: int) -> Iterator[Piece]:
        """Where the part of a span stands that lies in a stretch; its paragraph is laid out."""
        here = self.stretches.span(stretch)
        part = Span(max(span.start, here.start), min(span.end, here.end))
        if part.start < part.end:
            yield from self.placing(self.block(stretch)).pieces(part)

    def _same_line(self, one: int, other: int) -> bool:
        return self.stretches.line(one) == self.stretches.line(other)

    def _forget_old_width(self) -> None:
        width = self.document.textWidth()
        if width != self._width:
            self._width = width
            self._heights = Heights(self.document)
            self._marks.clear()
            self._pieces.clear()
