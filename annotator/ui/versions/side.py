"""One of the two texts: to be read and selected, never written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.selection import widened
from annotator.ui.versions.look import SIDE, Look


class Side(QTextEdit):
    """A text whose selection is told in code points of the canonical text."""

    resized = Signal()

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self._text, self._units = text, Utf16Map(text)
        self._current: Span | None = None
        self._shown: QTextDocument | None = None
        """The document on show; Qt clears away only the one that it made itself."""
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
        self._shown = document
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

    def set_whole(self) -> None:
        """Set all of the text: Qt does it piece by piece, and goes nowhere that is not set yet."""
        room = round(self.document().size().height()) - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), room))

    def reveal(self, position: int) -> None:
        """Scroll so that a code point stands in the upper third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_utf16(position))
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)

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
