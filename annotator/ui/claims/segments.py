"""One of two or three values as buttons side by side, all in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.ui.claims.fields import Choice, Field, Value
from annotator.ui.claims.input import Input
from annotator.words import _

_TIGHT = 24
"""So many px less than they like segments may have before they stand one below the other."""


class _Segment(QPushButton):
    """One of several, as a radio button is; but one that may be released is by a second press."""

    released_again = Signal()

    def __init__(self, words: str, *, needed: bool) -> None:
        super().__init__(words)
        self._needed = needed
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("look", "segment")
        self.setMinimumWidth(1)

    def nextCheckState(self) -> None:
        """What a press does: by mouse, by key, or through assistive technology."""
        if self._needed or not self.isChecked():
            super().nextCheckState()
            return
        self.release()
        self.released_again.emit()

    def release(self) -> None:
        """Let it be unchosen; an exclusive button cannot be released by itself."""
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(True)


class SegmentsInput(Input):
    """One of two or three values, all in sight; none at first."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.buttons: list[_Segment] = []
        self._putting = False
        for _value, words in field.choices:
            button = _Segment(_(words), needed=field.needed)
            # Not `clicked`: assistive technology toggles a button without clicking it.
            button.toggled.connect(self._toggled)
            button.released_again.connect(self.chosen)
            self.buttons.append(button)
            name = _("{field}: {choice}").format(field=_(field.label), choice=_(words))
            self._take(button, name)
        self._round()

    def value(self) -> Choice:
        """The chosen value, or None."""
        for (value, _words), button in zip(self.field.choices, self.buttons, strict=True):
            if button.isChecked():
                return value
        return None

    def put(self, value: Value) -> None:
        """Show a value; None is no button pressed."""
        self._putting = True
        for (mine, _words), button in zip(self.field.choices, self.buttons, strict=True):
            # An exclusive button cannot be released by itself.
            button.setAutoExclusive(False)
            button.setChecked(mine == value)
        for button in self.buttons:
            button.setAutoExclusive(True)
        self._putting = False

    def fresh(self) -> None:
        """Nothing is chosen."""
        self.put(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words do not fit side by side they stand one below the other."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self.buttons)
        below = widest * len(self.buttons) > event.size().width() + _TIGHT
        direction = QHBoxLayout.Direction
        now = direction.TopToBottom if below else direction.LeftToRight
        if now != self._row.direction():
            self._row.setDirection(now)
            self._round()
            self.updateGeometry()

    def _toggled(self, pressed: bool) -> None:
        # The button that is released by another one's being pressed says nothing.
        if pressed and not self._putting:
            self.chosen.emit()

    def _round(self) -> None:
        """Tell the style sheet which buttons have the round corners."""
        names = ("first", "last")
        if self._row.direction() == QHBoxLayout.Direction.TopToBottom:
            names = ("upper", "lower")
        elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            names = ("last", "first")
        for name, button in zip(names, (self.buttons[0], self.buttons[-1]), strict=True):
            button.setProperty("end", name)
            # A style sheet looks at properties once.
            button.style().unpolish(button)
            button.style().polish(button)
