"""The heat map: the article with its words tinted by how many of the class marked them."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from annotator.model.heat import ANY, Heat, Layer
from annotator.model.span import Span
from annotator.ui.classroom import heat_margin
from annotator.ui.classroom.heat_paint import HeatPainting, Warmth
from annotator.ui.classroom.seen import ClassSeen, Passage
from annotator.ui.classroom.wording import counted, word_counted
from annotator.ui.palette import Palette
from annotator.ui.reader.measures import LARGEST_ZOOM, SMALLEST_ZOOM, Measures
from annotator.ui.reader.page import Page
from annotator.ui.reader.scrolling import ScrollingSheet
from annotator.words import _

_SLIP = 4
"""A press and a release that lie no further apart, in px, are a click."""
_TOLD = 3


class HeatSheet(ScrollingSheet):
    """The article's text, to be read and asked; nothing of the heat is in the document."""

    passage_chosen = Signal(str)
    """A passage was clicked, or Enter was pressed on it: its id."""
    zoom_asked = Signal(int)
    """The wheel asks for steps of zoom: positive for larger."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._warmth = Warmth()
        self._passages: Sequence[Passage] = ()
        self._heat: Heat | None = None
        self._pressed = QPointF()
        super().__init__(Page("", False, (), Measures()), palette, parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Article"))
        self.setAccessibleDescription(
            _("Enter tells who marked the words at the caret. All passages stand in the list.")
        )
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._select)

    def show_class(self, seen: ClassSeen, layer: Layer) -> None:
        """Show another class, or the same one anew; the place in the text stays."""
        text = seen.text
        is_heading = text.partition("\n")[0].strip() == seen.article.metadata.title.strip()
        if text != self._page.text:
            self._shown.current = self._shown.selected = None
            self._lay(Page(text, is_heading, (), self._page.measures))
        self._passages, self._heat = seen.passages, seen.heat
        of = self._page.stretches
        starts = [
            (one, Span(one.found.span.start, one.found.span.start + 1)) for one in seen.passages
        ]
        self._warmth.starting = of.by_stretch(starts)
        self._warmth.of = seen.annotators
        self._warmth.layer, self._warmth.runs = layer, seen.runs[layer]
        self.viewport().update()

    def set_current(self, passage: Passage | None, *, reveal: bool = True) -> None:
        """Outline a passage and bring it into view; None outlines none."""
        before, self._shown.current = self._shown.current, passage.found.span if passage else None
        self._repaint_span(before)
        self._repaint_span(self._shown.current)
        if passage and reveal:
            self.reveal(passage.found.span)

    @property
    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._page.measures.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the text in another size; what is in view stays there."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent != self.zoom:
            reading = self._first_in_view()
            self._page.set_anew(self._page.title_is_heading, Measures(percent))
            self._lay(self._page)
            self._scroll_to(reading)

    def passages_at(self, position: int) -> list[Passage]:
        """The passages that hold a code point, those that most marked first."""
        here = [
            one for one in self._passages if one.found.span.start <= position < one.found.span.end
        ]
        return sorted(here, key=lambda one: -one.found.marked)

    def told_at(self, position: int) -> str:
        """What is said of the word at a code point, as plain lines; "" where nobody marked it.

        First how many marked this word, which may be more or fewer than marked the passage.
        """
        counts = self._heat.at(position) if self._heat else None
        lines = [word_counted(counts, self._warmth.of)] if counts and counts[ANY] else []
        return "\n".join((*lines, *map(_told, self.passages_at(position)[:_TOLD])))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heat under the words, the words, then lines and counts."""
        scrolled = self.verticalScrollBar().value()
        heights = event.rect().top() + scrolled, event.rect().bottom() + 1 + scrolled
        painting = HeatPainting(self._page, self._palette, *heights, self._warmth)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            painting.under_words(painter, self._shown)
        QTextEdit.paintEvent(self, event)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            painting.over_words(painter, self._shown)
        self._after_painting()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the passage that was clicked, by its words or its count."""
        super().mouseReleaseEvent(event)
        slipped = (event.position() - self._pressed).manhattanLength()
        if event.button() is Qt.MouseButton.LeftButton and slipped <= _SLIP:
            self._choose(self._under(self._in_document(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a passage can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            is_one = bool(self._under(self._in_document(event.position())))
            shapes = Qt.CursorShape
            self.viewport().setCursor(shapes.PointingHandCursor if is_one else shapes.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the passage at the caret."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            caret = self._page.units.to_code_points(self.textCursor().position())
            self._choose(self.passages_at(caret) or self.passages_at(caret - 1))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say how many marked what the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self._in_document(event.pos())
            here = self._under(point)
            position = self._page.position_at(point) if here else 0
            is_word = any(self._covers(one.found.span, point) for one in here)
            told = self.told_at(position) if is_word else "\n".join(map(_told, here))
            QToolTip.showText(event.globalPos(), _markup(told), self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another zoom."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _under(self, point: QPointF) -> list[Passage]:
        """The passages whose words or counts lie at a point of the document."""
        if not self._painted:
            return []
        for line in heat_margin.lines(self._page, self._lines_at(point), self._warmth.layer):
            for count in line.counts:
                if count.box(self._page.measures.badge).contains(point):
                    return [count.passage]
        position = self._page.position_at(point)
        for near in (position, position - 1):
            here = [one for one in self.passages_at(near) if self._covers(one.found.span, point)]
            if here:
                return here
        return []

    def _lines_at(self, point: QPointF) -> list[tuple[float, list[Passage]]]:
        """The passages that begin on lines near a point."""
        around = self._page.measures.leading
        painting = HeatPainting(
            self._page, self._palette, point.y() - around, point.y() + around, self._warmth
        )
        return list(painting.starting())

    def _covers(self, span: Span, point: QPointF) -> bool:
        return any(box.contains(point) for box in self._boxes(span))

    def _choose(self, passages: list[Passage]) -> None:
        """Choose the one that most marked; chosen already, the next one there."""
        if not passages or self._shown.selected:
            return
        spans = [one.found.span for one in passages]
        now = self._shown.current
        place = (spans.index(now) + 1) % len(spans) if now in spans else 0
        self.passage_chosen.emit(passages[place].id)

    def _select(self) -> None:
        cursor = self.textCursor()
        selected = self._page.units.span_of(cursor.selectionStart(), cursor.selectionEnd())
        self._shown.selected = selected if selected.start < selected.end else None
        self.viewport().update()

    def _after_painting(self) -> None:
        self._painted = True
        if self._awaiting:
            QTimer.singleShot(0, self, self._reveal_awaiting)


def _told(passage: Passage) -> str:
    return f"“{_short(passage.quote)}”\n{counted(passage.found)}"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 80 else f"{words[:80]}…"


def _markup(lines: str) -> str:
    return html.escape(lines).replace("\n", "<br>") if lines else ""
