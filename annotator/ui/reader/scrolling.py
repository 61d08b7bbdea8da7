"""What of the page is in view: brought there when it is asked for, and kept there.

Qt lays out a long text bit by bit, and its scroll bar lags behind; so a place far down is laid out
first, and the bar is told, before it is scrolled to.
"""

from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.model.span import Span
from annotator.ui.palette import Palette
from annotator.ui.reader.page import Page
from annotator.ui.reader.sheet import Sheet

_READING_LINE = 0.3
"""What is brought into view stands this far down the window."""


class ScrollingSheet(Sheet):
    """A sheet that can be asked to show a place."""

    def __init__(self, page: Page, palette: Palette, parent: QWidget | None = None) -> None:
        self._awaiting: Span | None = None
        super().__init__(page, palette, parent)

    def reveal(self, span: Span) -> None:
        """Scroll so that a span's start is in view; nothing moves where all of it is already."""
        if not self._painted:
            self._awaiting = span
            return
        last = max(span.end - 1, span.start)
        top, bottom = self._height_of(span.start)[0], self._height_of(last)[1]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        room = self._page.measures.leading / 2
        fits = bottom - top + 2 * room < height
        if top - room < bar.value() or (bottom if fits else top) + room > bar.value() + height:
            self._scroll_down_to(top - height * _READING_LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and after the first painting show what was asked for before it."""
        super().paintEvent(event)
        if self._awaiting:
            QTimer.singleShot(0, self, self._reveal_awaiting)

    def _reveal_awaiting(self) -> None:
        span, self._awaiting = self._awaiting, None
        if span:
            self.reveal(span)

    def _first_in_view(self) -> int:
        """The code point at which the page is read: the first in view."""
        if not self._painted:
            return 0
        return self._page.position_at(self._in_document(QPoint(0, 0)))

    def _scroll_to(self, position: int) -> None:
        """Put the line of a code point at the top."""
        if self._painted and position:
            self._scroll_down_to(self._height_of(position)[0])

    def _scroll_down_to(self, y: float) -> None:
        """Put a height of the document at the top of the window, as far as the text reaches."""
        bar, size = self.verticalScrollBar(), self.viewport().size()
        self._page.showing(y, y + size.height())
        if bar.maximum() < y:
            # The bar lags behind the layout; being resized, even to the same size, it catches up.
            self.resizeEvent(QResizeEvent(size, size))
        bar.setValue(round(y))

    def _scroll_towards(self, at: QPointF) -> None:
        """Scroll a line while the mouse is held above or below the window."""
        bar, line = self.verticalScrollBar(), round(self._page.measures.leading)
        if at.y() < 0:
            bar.setValue(bar.value() - line)
        elif at.y() > self.viewport().height():
            bar.setValue(bar.value() + line)

    def _height_of(self, position: int) -> tuple[float, float]:
        """The top and bottom of the line of a code point; lays out the text down to it."""
        block = self._page.block_at(position)
        self._page.document.documentLayout().blockBoundingRect(block)
        slot, top = self._page.slot(block), block.layout().position().y()
        baseline = top + self._page.placing(block).baseline(position)
        return baseline - slot.top, baseline + slot.bottom
