"""The mouse over the sheet: rest on a claim, click it, take one of its ends along; drop a file."""

from unicodedata import category

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.palette import Palette
from annotator.ui.reader.describing import quotes, tooltip
from annotator.ui.reader.handles import Drag
from annotator.ui.reader.moving import dragged
from annotator.ui.reader.page import Page
from annotator.ui.reader.pointing import claims_under, handle_under, starting_under
from annotator.ui.reader.scrolling import ScrollingSheet

_TOLD = 4
"""So many claims on one spot are told of; the list of claims shows the others."""

_MARKS = ("Pi", "Pf", "Ps", "Pe")
"""Quotation marks and brackets, by Unicode's categories."""

_SLIP = 4
"""A press and a release that lie no further apart, in px, are a click."""


class MouseSheet(ScrollingSheet):
    """A sheet that answers to the mouse."""

    claim_clicked = Signal(str)
    """A claim's words or badge were clicked, or Enter was pressed on it: its id."""
    ends_moved = Signal(str, object)
    """An end of the claim of this id was put elsewhere: its new Span."""
    hovered = Signal(object)
    """The pointer is on the claim of this id, or (None) on none."""
    zoom_asked = Signal(int)
    """The wheel asks for steps of zoom: positive for larger."""
    files_dropped = Signal(list)
    """Local files were dropped here: their paths as str."""
    menu_asked = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(self, page: Page, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(page, palette, parent)
        self._current: ClaimId | None = None
        self._drag: Drag | None = None
        self._pressed: QPoint | None = None
        self._hovered: ClaimId | None = None
        self._chosen_at = -1
        self._by_words = False
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an end of the current claim, else begin to select."""
        at = event.position()
        self._pressed = at.toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._take_end(at):
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, and go on by words while the button is held."""
        super().mouseDoubleClickEvent(event)
        self._by_words = event.button() is Qt.MouseButton.LeftButton
        self._leave_marks_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take an end along, select further, or see what the pointer is on."""
        at = event.position()
        if self._drag:
            self._move_end_to(at)
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put an end down, or choose the claim that was clicked."""
        if self._drag:
            self._put_end_down()
            return
        super().mouseReleaseEvent(event)
        if self._by_words:
            # A hand that slips between the clicks has made Qt select its word anew.
            self._leave_marks_out()
            self._by_words = False
        at, pressed = event.position(), self._pressed
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        slipped = (at.toPoint() - pressed).manhattanLength()
        if slipped <= _SLIP and self._shown.selected is None:
            self._choose(claims_under(self._page, self._in_document(at)))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the claim is that the pointer rests on, and forget it when it leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = "" if self._drag else self._words_at(self._in_document(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(None)
        return bool(super().viewportEvent(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another zoom, which the window decides on."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, about the selection if it was clicked, else about what was."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cursor = self.cursorForPosition(event.pos())
            here = self._page.units.to_code_points(cursor.position())
            selected = self._shown.selected
            if not selected or not selected.start <= here <= selected.end:
                self.setTextCursor(cursor)
            self.menu_asked.emit(event.globalPos())
        else:
            below = self.cursorRect().bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below))
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome local files and nothing else."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The same all the way."""
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files' paths."""
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        else:
            event.ignore()

    def _welcome(self, event: QDropEvent) -> None:
        if _local_files(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _leave_marks_out(self) -> None:
        """Qt takes a quotation mark or bracket beside a word for a part of it."""
        cursor, text = self.textCursor(), self._page.text
        start, end = self._page.units.span_of(cursor.selectionStart(), cursor.selectionEnd())
        while start < end and category(text[start]) in _MARKS:
            start += 1
        while start < end and category(text[end - 1]) in _MARKS:
            end -= 1
        first, last = self._page.units.span_to_utf16(Span(start, end))
        if start < end and (first, last) != (cursor.selectionStart(), cursor.selectionEnd()):
            cursor.setPosition(first)
            cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _choose(self, claims: list[Claim]) -> None:
        """Choose the innermost of some claims; chosen on this very spot, the one around it."""
        if not claims:
            return
        ids = [claim.id for claim in claims]
        spot = self.textCursor().position()
        chosen = 0
        if spot == self._chosen_at and self._current in ids:
            chosen = (ids.index(self._current) + 1) % len(ids)
        self._chosen_at = spot
        self.claim_clicked.emit(ids[chosen])

    def _words_at(self, point: QPointF) -> str:
        """What a tooltip tells at a point of the document; empty where nothing is."""
        starting = starting_under(self._page, point)
        if starting:
            return quotes(starting, self._page.text)
        claims = claims_under(self._page, point)
        return tooltip(claims[:_TOLD], self._page.text) if claims else ""

    def _hover(self, at: QPointF) -> None:
        point = self._in_document(at)
        if handle_under(self._page, self._shown.current, point):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        claims = claims_under(self._page, point)
        self._set_hovered(claims[0].id if claims else None)

    def _set_hovered(self, claim: ClaimId | None) -> None:
        if claim != self._hovered:
            self._hovered = claim
            self.hovered.emit(claim)

    def _forget_pointer(self) -> None:
        self._drag = self._pressed = None
        self._chosen_at = -1
        self._set_hovered(None)

    def _take_end(self, at: QPointF) -> bool:
        span = self._shown.current
        handle = handle_under(self._page, span, self._in_document(at))
        if not (handle and span and self._current):
            return False
        self._drag = Drag(self._current, handle.end, span, span)
        return True

    def _move_end_to(self, at: QPointF) -> None:
        assert self._drag
        self._scroll_towards(at)
        position = self._page.position_at(self._in_document(at))
        now = dragged(self._page.text, self._drag.before, self._drag.end, position)
        if now != self._drag.now:
            before, self._drag.now = self._drag.now, now
            self._shown.current = now
            self._repaint_difference(before, now)

    def _put_end_down(self) -> None:
        drag, self._drag = self._drag, None
        assert drag
        if drag.now != drag.before:
            self.ends_moved.emit(drag.claim, drag.now)

    def _cancel_drag(self) -> bool:
        drag, self._drag = self._drag, None
        if drag is None:
            return False
        self._show_current()
        self._repaint_difference(drag.now, drag.before)
        return True

    def _show_current(self) -> None:
        """Outline the current claim where it lies, or where its end is on the way to."""
        known = self._page.highlights.claim(self._current) if self._current else None
        if known is None:
            self._drag = None
        if not self._drag:
            self._shown.current = known.span if known else None


def _local_files(event: QDropEvent) -> list[str]:
    urls = event.mimeData().urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
