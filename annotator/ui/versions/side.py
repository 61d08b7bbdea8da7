"""One of the two texts: to be read and selected, never written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.selection import widened
from annotator.ui.versions.look import SIDE, Look

_PIECE = 30_000
"""So many UTF-16 units are set at a time: a few milliseconds."""


class Side(QTextEdit):
    """A text whose selection is told in code points of the canonical text."""

    resized = Signal()

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self._text, self._units = text, Utf16Map(text)
        self._current: Span | None = None
        self._shown: QTextDocument | None = None
        """The document on show; Qt clears away only the one that it made itself."""
        self._set_to, self._bottom = 0, 0.0
        """How far the text is set: in UTF-16 units, and in px."""
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)

    def line_width(self) -> int:
        """How wide a line of words may be, in px."""
        return max(self.viewport().width() - 2 * SIDE, 60)

    def show_document(self, document: QTextDocument, look: Look) -> None:
        """Show the text, set anew; what was selected and marked stays so."""
        before, cursor = self._shown, self.textCursor()
        anchor, position = (cursor.anchor(), cursor.position()) if before else (0, 0)
        document.setParent(self)
        self.setDocument(document)
        self._shown, self._set_to = document, 0
        document.documentLayout().installEventFilter(self)
        if before:
            before.deleteLater()
        kept = self.textCursor()
        kept.setPosition(anchor)
        kept.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(kept)
        self.mark(self._current, look)

    def mark(self, span: Span | None, look: Look) -> None:
        """Mark the claim that is looked at."""
        self._current = span
        if span is None:
            self.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        marked.cursor = self._cursor(span)
        marked.format = look.current()
        self.setExtraSelections([marked])

    def set_more(self) -> None:
        """Set a further piece of the text; Qt goes nowhere that is not set yet."""
        document = self.document()
        block = document.findBlock(min(self._set_to + _PIECE, document.characterCount() - 1))
        self._bottom = document.documentLayout().blockBoundingRect(block).bottom()
        self._set_to = block.position() + block.length()

    @property
    def is_set(self) -> bool:
        """Whether all of the text is set."""
        return self._set_to >= self.document().characterCount()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt sets ever larger pieces by a timer, in the end of a tenth of a second: not here."""
        if event.type() == QEvent.Type.Timer and isinstance(watched, QAbstractTextDocumentLayout):
            return not self.is_set
        return bool(super().eventFilter(watched, event))

    def height_of(self, position: int) -> int | None:
        """How far down a code point stands, in px; None where the text is not set that far."""
        unit = self._units.to_utf16(position)
        if unit >= self._set_to:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit)
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    def is_set_below(self, y: int) -> bool:
        """Whether a window's height of text is set below a height, or all there is."""
        return self.is_set or self._bottom >= y + self.viewport().height()

    def go_down_to(self, y: int) -> None:
        """Put a height of what is set at the top."""
        bar, room = self.verticalScrollBar(), y
        if self.is_set:
            room = round(self.document().size().height()) - self.viewport().height()
        # The bar lags behind what is set.
        bar.setMaximum(max(bar.maximum(), min(y, room)))
        bar.setValue(y)

    def position_at_top(self) -> int:
        """The code point at the upper left of what is seen."""
        at = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        return self._units.to_code_points(at)

    def selected(self) -> Span | None:
        """What is selected, as whole characters without white space around them."""
        cursor = self.textCursor()
        span = self._units.span_of(cursor.selectionStart(), cursor.selectionEnd())
        return widened(self._text, span)

    def select(self, span: Span) -> None:
        """Select a span."""
        self.setTextCursor(self._cursor(span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines have another width now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def _cursor(self, span: Span) -> QTextCursor:
        first, last = self._units.span_to_utf16(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor
