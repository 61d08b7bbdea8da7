"""The sheet that a page lies on: a read-only text widget with a column in its middle.

The document is never touched while it is shown; marks are painted around Qt's own painting of the
words. The widget's viewport has a fixed width as long as there is room, so that making the window
wider or narrower moves the page and does not set it again.
"""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QRegion, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.palette import Palette
from annotator.ui.reader.marks import changed_lines
from annotator.ui.reader.page import Page
from annotator.ui.reader.paint import BLEED, Painting
from annotator.ui.reader.shown import Shown

_CARET = 2
"""The caret's width in px: to be found again after looking away."""


class Sheet(QTextEdit):
    """Shows a page and what is marked on it; knows nothing of what a person does with it."""

    column_moved = Signal()
    """`text_column` gives another answer than before."""

    colours_changed = Signal()
    """Another palette is in use."""

    def __init__(self, page: Page, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._shown = Shown()
        self._palette = palette
        self._painted = False
        self._laid: QTextDocument | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would make the text narrower and wider, and set it each time.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._hide_idle_bar)
        self._hide_idle_bar(0, 0)
        self.set_palette(palette)
        self._lay(page)

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        colours = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, palette.ground),
            (QPalette.ColorRole.Window, palette.ground),
            (QPalette.ColorRole.Text, palette.ink),
            (QPalette.ColorRole.HighlightedText, palette.ink),
            # The selection is ours: Qt's would hide what is painted under the words.
            (QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent)),
        ):
            colours.setColor(role, colour)
        self.setPalette(colours)
        # Under a style sheet the viewport keeps the palette it was polished with.
        self.viewport().setPalette(colours)
        self.setAutoFillBackground(True)
        self.viewport().update()
        self.colours_changed.emit()

    def text_column(self) -> QRect:
        """Where the words stand in this widget, without numbers and badges; full height."""
        measures, place = self._page.measures, self.viewport().geometry()
        return place.adjusted(measures.left, 0, -measures.right, 0)

    def visible_boxes(self, span: Span) -> list[QRect]:
        """The boxes of the lines of a span that are in view, from top to bottom, in this widget."""
        if not self._painted:
            return []
        shift = self.viewport().pos() - QPoint(0, self.verticalScrollBar().value())
        boxes = (box.translated(QPointF(shift)).toAlignedRect() for box in self._boxes(span))
        return sorted(
            (box for box in boxes if box.intersects(self.viewport().geometry())),
            key=lambda box: (box.top(), box.left()),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks under the words, the words, then marks over them."""
        scrolled = self.verticalScrollBar().value()
        heights = event.rect().top() + scrolled, event.rect().bottom() + 1 + scrolled
        painting = Painting(self._page, self._palette, *heights)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            painting.under_words(painter, self._shown)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            painting.over_words(painter, self._shown)
        self._painted = True

    def event(self, event: QEvent) -> bool:
        """Keep the column in the middle when this widget, not its viewport, is resized."""
        if event.type() == QEvent.Type.Resize:
            self._centre()
        return bool(super().event(event))

    def _lay(self, page: Page) -> None:
        """Show a page, or the same page after it was set anew."""
        # Asking Qt whose a document is makes every class of QtCore; so the last one is remembered.
        before, self._laid = self._laid, page.document
        self._page = page
        # The widget gives its own font to the document whenever a style or a font changes.
        self.setFont(page.measures.body)
        page.document.setParent(self)
        self._centre()
        self.setDocument(page.document)
        self.setCursorWidth(_CARET)  # kept by the document's layout
        if before is not None:
            before.deleteLater()
        self.column_moved.emit()

    def _in_document(self, point: QPointF | QPoint) -> QPointF:
        """A point of the viewport as one of the document."""
        return QPointF(point) + QPointF(0, self.verticalScrollBar().value())

    def _in_view(self) -> range:
        """The stretches that show; none before the first paint, since asking lays out the text."""
        if not self._painted:
            return range(0)
        scrolled = self.verticalScrollBar().value()
        return self._page.showing(scrolled, scrolled + self.viewport().height())

    def _put_in(self, changed: Iterable[Claim], gone: Collection[ClaimId]) -> None:
        """Put claims in and take them off; only lines that look different are painted again.

        They are painted at once: a person waits for them, and not for the lists beside them.
        """
        before = {stretch: self._page.marks(stretch) for stretch in self._in_view()}
        touched = self._page.apply(changed, gone)
        different = QRegion()
        for stretch in touched & before.keys():
            lines = changed_lines(before[stretch], self._page.marks(stretch))
            top = self._page.block(stretch).layout().position().y()
            different += self._lines_around(top + baseline for baseline in lines)
        self.viewport().repaint(different)

    def _repaint_span(self, span: Span | None) -> None:
        """Have the lines of a span painted again that are in view."""
        if span and span.start < span.end:
            self.viewport().update(self._lines_around(box.bottom() for box in self._boxes(span)))

    def _lines_around(self, heights: Iterable[float]) -> QRegion:
        """The lines around some heights and what reaches out of them, in px of the viewport."""
        scrolled = self.verticalScrollBar().value()
        around = self._page.measures.heading_leading + BLEED * self._page.measures.scale
        lines = QRegion()
        for y in heights:
            top = round(y - scrolled - around)
            lines += QRect(0, top, self.viewport().width(), round(2 * around))
        return lines

    def _repaint_difference(self, one: Span | None, other: Span | None) -> None:
        """Have painted again what lies in one of two spans and not in the other."""
        if one is None or other is None or not one.overlaps(other):
            self._repaint_span(one)
            self._repaint_span(other)
            return
        # The ends of a contour change with its neighbours, so a little more is painted.
        for first, last in ((one.start, other.start), (one.end, other.end)):
            if first != last:
                low, high = min(first, last), max(first, last)
                self._repaint_span(Span(max(low - 1, 0), min(high + 1, len(self._page.text))))

    def _boxes(self, span: Span) -> list[QRectF]:
        """The boxes of the lines of a span, among the stretches in view, in px of the document."""
        boxes = []
        for stretch in self._in_view():
            block = self._page.block(stretch)
            slot, origin = self._page.slot(block), block.layout().position()
            for piece in self._page.pieces(span, stretch):
                top = origin.y() + piece.baseline - slot.top
                width = piece.right - piece.left
                boxes.append(QRectF(origin.x() + piece.left, top, width, slot.top + slot.bottom))
        return boxes

    def _centre(self) -> None:
        measures = self._page.measures
        room = max(self.width() - self.verticalScrollBar().sizeHint().width(), 0)
        spare = max(room - measures.full_width, 0)
        # The bar stands on the right: half its width makes the margins look the same.
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)
        self.column_moved.emit()

    def _hide_idle_bar(self, lowest: int, highest: int) -> None:
        self.verticalScrollBar().setVisible(highest > lowest)
