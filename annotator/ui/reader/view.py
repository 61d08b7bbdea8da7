"""The article, to be read and selected: what keys, mouse and the rest of the window do with it.

Everything outside speaks in code points of the canonical text; Qt's positions stay in here. The
document holds the text and nothing else, so what assistive technology reads is the text itself.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.palette import Palette
from annotator.ui.reader import keys
from annotator.ui.reader.measures import LARGEST_ZOOM, SMALLEST_ZOOM, Measures
from annotator.ui.reader.mouse import MouseSheet
from annotator.ui.reader.moving import By, End, Way, moved
from annotator.ui.reader.page import Page
from annotator.ui.reader.selection import widened
from annotator.ui.reader.shown import Found
from annotator.words import _


class ReaderView(MouseSheet):
    """Shows one article with its claims; nothing in it can be typed over.

    Its signals stand here and in the classes it is built on: `selection_changed`,
    `caret_moved(int)`, `claim_clicked(str)`, `ends_moved(str, Span)`, `hovered(str | None)`,
    `zoom_asked(int)`, `files_dropped(list[str])`, `menu_asked(QPoint)` and `column_moved`.
    """

    selection_changed = Signal()
    """The selection is another one, or none."""
    caret_moved = Signal(int)
    """The caret stands at this code point."""

    text_shown = Signal()
    """Another text is shown, or none."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._changing = False
        super().__init__(Page("", False, (), Measures()), palette, parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Article"))
        self.selectionChanged.connect(self._on_selection)
        self.cursorPositionChanged.connect(self._on_caret)

    def show_text(self, text: str, title_is_heading: bool, claims: Sequence[Claim]) -> None:
        """Show another canonical text with its claims; nothing is selected, current or found."""
        self._current = None
        self._painted, self._awaiting = False, None
        # While Qt changes documents it tells of the old one's selection, which fits no new text.
        had, self._shown.selected = self._shown.selected, None
        self._changing = True
        self._lay(Page(text, title_is_heading, claims, self._page.measures))
        self._changing = False
        self._shown.current = None
        self._shown.found = Found()
        self._forget_pointer()
        if had:
            self.selection_changed.emit()
        self._on_caret()
        self.text_shown.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.show_text("", False, ())

    @property
    def colours(self) -> Palette:
        """The palette in use."""
        return self._palette

    def text(self) -> str:
        """The canonical text that is shown."""
        return self._page.text

    def apply(self, changed: Sequence[Claim], gone: Collection[ClaimId]) -> None:
        """Put in what is new or changed, take off what is gone; only that is painted again."""
        before = self._shown.current
        self._put_in(changed, gone)
        self._show_current()
        if self._shown.current != before:
            self._repaint_span(before)
            self._repaint_span(self._shown.current)

    def set_current(self, claim: ClaimId | None) -> None:
        """Outline a claim, whose ends can then be moved; None outlines none."""
        self._current = claim
        before = self._shown.current
        self._show_current()
        self._repaint_span(before)
        self._repaint_span(self._shown.current)

    def claims_at(self, position: int) -> list[Claim]:
        """The claims at a code point, innermost (shortest) first; where none is, those it ends."""
        return self._page.highlights.at(position)

    def selected_span(self) -> Span | None:
        """What is selected, widened to whole characters, without outer white space; or None."""
        raw = self._shown.selected
        return widened(self._page.text, raw) if raw else None

    def has_selection(self) -> bool:
        """Whether anything is selected, be it only white space."""
        return self._shown.selected is not None

    def caret(self) -> int:
        """The code point that the caret stands before."""
        return self._page.units.to_code_points(self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select a span of code points and bring it into view."""
        self._set_cursor(span.start, span.end)
        self.reveal(span)

    def put_caret(self, position: int) -> None:
        """Put the caret before a code point; nothing is selected then."""
        self._set_cursor(position, position)

    def select_more(self, unit: keys.Unit, way: Way) -> None:
        """Select the sentence or paragraph at the caret, or one more of them that way."""
        cursor, units = self.textCursor(), self._page.units
        anchor = units.to_code_points(cursor.anchor())
        self._set_cursor(*keys.extended(self._page.text, anchor, self.caret(), unit, way))
        self.ensureCursorVisible()

    def move_end(self, which: str, direction: int, by: str) -> Span:
        """Where the current claim would lie with its `start` or `end` moved.

        `direction` is -1 or 1 in the order of the text, `by` is `character` or `word`. Nothing is
        changed here; where there is no room for a step it is the claim's own span. Raises
        LookupError without a current claim.
        """
        current = self._page.highlights.claim(self._current) if self._current else None
        if current is None:
            raise LookupError(self._current)
        return moved(self._page.text, current.span, End(which), Way(direction), By(by))

    @property
    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._page.measures.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the text in another size, within what can be read; what is in view stays there."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent != self.zoom:
            self._set_anew(self._page.title_is_heading, Measures(percent))

    def set_heading(self, title_is_heading: bool) -> None:
        """Set the first line as a heading or as words; what is in view stays there."""
        if title_is_heading != self._page.title_is_heading:
            self._set_anew(title_is_heading, self._page.measures)

    def _set_anew(self, title_is_heading: bool, measures: Measures) -> None:
        QToolTip.hideText()  # what it tells of goes elsewhere
        cursor, reading = self.textCursor(), self._first_in_view()
        anchor, position = cursor.anchor(), cursor.position()
        self._page.set_anew(title_is_heading, measures)
        self._lay(self._page)
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to(reading)

    def set_matches(self, spans: Sequence[Span], current: Span | None) -> None:
        """Mark what a search found, in order and none overlapping, and the one looked at."""
        self._shown.found = Found(spans, current)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of our own; all others are Qt's, or the window's."""
        asked = keys.asked(event)
        if asked:
            self.select_more(*asked)
        elif event.key() == Qt.Key.Key_Escape and self._let_go():
            pass
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.claims_at(self.caret()))
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: the canonical text itself, not what Qt made of it."""
        data = QMimeData()
        raw = self._shown.selected
        data.setText(self._page.text[raw.start : raw.end] if raw else "")
        return data

    def _set_cursor(self, anchor: int, position: int) -> None:
        units, cursor = self._page.units, self.textCursor()
        cursor.setPosition(units.to_utf16(anchor))
        cursor.setPosition(units.to_utf16(position), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _let_go(self) -> bool:
        """Undo what Escape undoes here: an end on its way, else the selection."""
        if self._cancel_drag():
            return True
        if self._shown.selected is None:
            return False
        self.put_caret(self.caret())
        return True

    def _on_selection(self) -> None:
        if self._changing:
            return
        cursor, before = self.textCursor(), self._shown.selected
        selected = self._page.units.span_of(cursor.selectionStart(), cursor.selectionEnd())
        self._shown.selected = selected if selected.start < selected.end else None
        if self._shown.selected == before:
            return
        self._repaint_difference(before, self._shown.selected)
        self.selection_changed.emit()

    def _on_caret(self) -> None:
        if self._changing:
            return
        # Qt tells of the caret before it tells of the selection; who hears of the one asks for
        # the other.
        self._on_selection()
        self.caret_moved.emit(self.caret())
