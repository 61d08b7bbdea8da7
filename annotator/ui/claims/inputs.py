"""The controls that fields are filled in with: each takes and gives one value.

`typed` says that a value is being written, `chosen` that it is complete (picked, or Enter). The
mouse wheel never changes a value: it scrolls the list that the field stands in.
"""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.claims.days import UnreadableDayError, read_day
from annotator.ui.claims.fields import Choice, Control, Field, Value
from annotator.ui.own_undo import OwnUndo
from annotator.words import _

LONGEST = 1_000_000
"""A line takes so many characters; what comes in from a file is never cut."""

_MOST_LINES = 8
_TIGHT = 24
"""So many px less than they like segments may have before they stand one below the other."""


class Input(QWidget):
    """A control for one field. `targets` are the widgets that take its focus."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.targets: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def value(self) -> Value:
        """What the field says."""
        raise NotImplementedError

    def put(self, value: Value) -> None:
        """Show a value without saying that somebody typed or chose it."""
        raise NotImplementedError

    def fresh(self) -> None:
        """Forget what stands here, and what was typed before."""
        self.put("")

    def unread(self) -> str:
        """What was typed and cannot be understood, or ""."""
        return ""

    def put_unread(self, text: str) -> None:
        """Show again what could not be understood, and what is wrong with it."""

    def _take(self, widget: QWidget, name: str = "") -> None:
        widget.setAccessibleName(name or _(self.field.label))
        self.targets.append(widget)
        OwnUndo(widget)
        # No focus proxy: Tab would enter the same widget twice and never come out again.
        self._row.addWidget(widget)


class LineInput(Input):
    """One line of text."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(_(field.example) if field.example else "")
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self.chosen)
        self._take(self.line)

    def value(self) -> str:
        """The line without outer spaces."""
        return self.line.text().strip()

    def put(self, value: Value) -> None:
        """Show a text from its beginning; the caret stays where the text is there already."""
        text = str(value)
        if self.value().split() != text.split():
            caret = self.line.cursorPosition() if self.line.hasFocus() else 0
            self.line.setText(text)
            self.line.setCursorPosition(caret)

    def fresh(self) -> None:
        """Empty the line and what its own undo remembers."""
        self.line.setText("")


class NameInput(LineInput):
    """One line that offers the names that the person has used before."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        self._popup.setProperty("look", "popup")
        self._popup.installEventFilter(self)
        completer.activated.connect(self._complete)
        self.line.setCompleter(completer)

    def offer(self, names: list[str]) -> None:
        """Offer these names from now on."""
        if names != self._names.stringList():
            self._names.setStringList(names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the name that is chosen in the list, else the one that is written.

        Qt would only close the list, and the field would wait for a second Enter.
        """
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        chosen = self._popup.currentIndex()
        self._popup.hide()
        if chosen.isValid():
            self._complete(str(chosen.data()))
        else:
            self.chosen.emit()
        return True

    def _complete(self, name: str) -> None:
        # Qt sets the text only after this, so that it would be read too early.
        self.line.setText(name)
        self.chosen.emit()


class LinesInput(Input):
    """Several lines of text; it grows with them."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setPlaceholderText(_(field.example) if field.example else "")
        self.lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._putting = False
        self.lines.textChanged.connect(self._changed)
        self.lines.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._take(self.lines)
        self._grow()

    def value(self) -> str:
        """The text without outer white space."""
        return self.lines.toPlainText().strip()

    def put(self, value: Value) -> None:
        """Show a text; the caret stays where the text is there already."""
        # Qt shows a no-break space as a space.
        if self.value() != str(value).strip().replace("\xa0", " "):
            self._set(str(value))

    def fresh(self) -> None:
        """Empty it, and what its own undo remembers."""
        self._set("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere, which Qt does not tell."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._grow)

    def _set(self, text: str) -> None:
        self._putting = True
        self.lines.setPlainText(text)
        self._putting = False
        QTimer.singleShot(0, self, self._grow)

    def _changed(self) -> None:
        if not self._putting:
            self.typed.emit()

    def _grow(self) -> None:
        needed = max(round(self.lines.document().size().height()), 1)
        spacing = self.lines.fontMetrics().lineSpacing()
        margins = self.lines.contentsMargins()
        around = 2 * round(self.lines.document().documentMargin())
        around += margins.top() + margins.bottom() + 4
        self.lines.setFixedHeight(min(needed, _MOST_LINES) * spacing + around)
        policy = Qt.ScrollBarPolicy
        more = policy.ScrollBarAsNeeded if needed > _MOST_LINES else policy.ScrollBarAlwaysOff
        self.lines.setVerticalScrollBarPolicy(more)


class _StillCombo(QComboBox):
    """A drop-down list that lets the wheel scroll what it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the list."""
        event.ignore()


class ChoiceInput(Input):
    """One of a few values, from a drop-down list."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = _StillCombo()
        for value, words in field.choices:
            self.combo.addItem(_(words), value)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMinimumWidth(1)
        self.combo.activated.connect(lambda _index: self.chosen.emit())
        self._take(self.combo)

    def value(self) -> Choice:
        """The chosen value."""
        return self.field.choices[self.combo.currentIndex()][0]

    def put(self, value: Value) -> None:
        """Show a value."""
        known: list[Value] = [one for one, _words in self.field.choices]
        self.combo.setCurrentIndex(known.index(value) if value in known else 0)

    def fresh(self) -> None:
        """Nothing is chosen."""
        self.put(None)


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


class DayInput(Input):
    """A date, written or set to today."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_(field.example))
        self.today = QPushButton(_("Today"))
        self.today.setProperty("look", "quiet")
        self.problem = QLabel(_("Write it as {example}.").format(example=_(field.example)))
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("look", "warm")
        self.problem.hide()
        self._day: date | None = None
        self._arrange()
        self.line.textEdited.connect(self.typed)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self.chosen)
        self.line.editingFinished.connect(self._complain)
        self.today.clicked.connect(self._set_today)

    def value(self) -> date | None:
        """The date that was understood last, or None."""
        return self._day

    def unread(self) -> str:
        """What stands here, if it is no date."""
        text = self.line.text()
        return "" if _is_readable(text) else text

    def put_unread(self, text: str) -> None:
        """Show it with what is asked for; the date that was understood before stays."""
        self.line.setText(text)
        self._complain()

    def put(self, value: Value) -> None:
        """Show a date; None is an empty field. What could not be read stays to be mended."""
        if value != self._day:
            self.line.setText(value.isoformat() if isinstance(value, date) else "")

    def fresh(self) -> None:
        """No date, and nothing to mend."""
        self.line.setText("")

    def _arrange(self) -> None:
        self._take(self.line)
        self._take(self.today, _("Checked today"))
        column = QVBoxLayout()
        column.setSpacing(4)
        self._row.removeWidget(self.line)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self._row.insertLayout(0, column, 1)
        self._row.setSpacing(8)
        self._row.setAlignment(self.today, Qt.AlignmentFlag.AlignTop)

    def _read(self, text: str) -> None:
        try:
            self._day = read_day(text)
        except UnreadableDayError:
            return
        self.problem.hide()

    def _complain(self) -> None:
        if self.unread():
            self.problem.show()

    def _set_today(self) -> None:
        # The person's own day, not the one in UTC.
        self.line.setText(date.today().isoformat())  # noqa: DTZ011
        self.chosen.emit()


def _is_readable(text: str) -> bool:
    try:
        read_day(text)
    except UnreadableDayError:
        return False
    return True


_BY_CONTROL: dict[Control, type[Input]] = {
    Control.LINE: LineInput,
    Control.NAME: NameInput,
    Control.LINES: LinesInput,
    Control.CHOICE: ChoiceInput,
    Control.SEGMENTS: SegmentsInput,
    Control.DAY: DayInput,
}


def input_for(field: Field, parent: QWidget | None = None) -> Input:
    """The control that a field is filled in with."""
    return _BY_CONTROL[field.control](field, parent)
