"""Find in the article: words, how many of them there are, and the way from one to the next."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from annotator.model.span import Span
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.ui.reader.find import matches
from annotator.ui.reader.view import ReaderView
from annotator.words import _

PAUSE = 120
"""Milliseconds after the last key before the text is searched."""

_LONGEST_HINT = 80


class FindBar(QWidget):
    """Searches the text of a reader and goes through what is found.

    The match looked at is also selected, so that a tag's key marks it once the bar is closed.
    """

    closed = Signal()
    """The bar was closed; the reader has the focus."""

    def __init__(self, reader: ReaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._found: list[Span] = []
        self._looked_at: int | None = None
        self._words = QLineEdit(self)
        self._count = QLabel(self)
        self._case = QCheckBox(_("Match case"), self)
        self._whole = QCheckBox(_("Whole words"), self)
        self._previous = self._button(_("Find previous"), self.previous)
        self._next = self._button(_("Find next"), self.next)
        self._close = self._button(_("Close"), self.close_bar)
        self._pausing = QTimer(self)
        self._arrange()
        self.set_palette(reader.colours)
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        for button, name in (
            (self._previous, "previous"),
            (self._next, "next"),
            (self._close, "close"),
        ):
            button.setIcon(icon(name, palette))

    def open(self) -> None:
        """Show the bar, with what is selected as the words to look for."""
        selected = self._reader.selected_span()
        words = self._reader.text()[slice(*selected)] if selected else ""
        self.show()
        if words and "\n" not in words and len(words) <= _LONGEST_HINT:
            self._words.setText(words)
        self._words.setFocus()
        self._words.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and its marks; what was looked at stays selected."""
        self._pausing.stop()
        self.hide()
        self._reader.set_matches((), None)
        self._reader.setFocus()
        self.closed.emit()

    def search(self) -> None:
        """Find all matches, and look at the first one from the caret on."""
        self._pausing.stop()
        self._found = matches(
            self._reader.text(),
            self._words.text(),
            case=self._case.isChecked(),
            whole=self._whole.isChecked(),
        )
        first = bisect_left(self._found, (self._from(), 0))
        self._look_at(first % len(self._found) if self._found else None)

    def next(self) -> None:
        """Look at the next match; after the last one at the first."""
        self._step(1)

    def previous(self) -> None:
        """Look at the match before; before the first one at the last."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field goes on, with Shift back."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _step(self, steps: int) -> None:
        if not self.isVisible():
            self.open()
            return
        if self._pausing.isActive():
            self.search()
        elif self._found and self._looked_at is not None:
            self._look_at((self._looked_at + steps) % len(self._found))

    def _from(self) -> int:
        """Where a search begins: at the match that is looked at, so that typing stays on it."""
        selected = self._reader.selected_span()
        return selected.start if selected else self._reader.caret()

    def _look_at(self, number: int | None) -> None:
        self._looked_at = number
        span = self._found[number] if number is not None else None
        self._reader.set_matches(self._found, span)
        if span:
            self._reader.select(span)
        self._say_count()

    def _say_count(self) -> None:
        if self._looked_at is not None:
            place = _("{number} of {all}")
            self._count.setText(place.format(number=self._looked_at + 1, all=len(self._found)))
        else:
            self._count.setText(_("Not found") if self._words.text().strip() else "")
        for button in (self._previous, self._next):
            button.setEnabled(len(self._found) > 0)

    def _arrange(self) -> None:
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for widget in (self._count, self._previous, self._next, self._case, self._whole):
            row.addWidget(widget)
        row.addWidget(self._close)
        self._words.setPlaceholderText(_("Find in the article"))
        self._words.setAccessibleName(_("Find in the article"))
        self._words.setMaximumWidth(360)
        self._count.setMinimumWidth(72)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._words.installEventFilter(self)
        self._pausing.setSingleShot(True)
        self._pausing.setInterval(PAUSE)
        self._pausing.timeout.connect(self.search)
        self._words.textEdited.connect(lambda _words: self._pausing.start())
        self._case.toggled.connect(lambda _on: self.search())
        self._whole.toggled.connect(lambda _on: self.search())
        self._reader.text_shown.connect(self._start_again)
        self._reader.colours_changed.connect(lambda: self.set_palette(self._reader.colours))

    def _start_again(self) -> None:
        """Another text is shown: the same words are sought in it, but nothing is selected."""
        self._found, self._looked_at = [], None
        if self.isVisible():
            self._pausing.start()

    def _button(self, name: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _checked: clicked())
        return button
