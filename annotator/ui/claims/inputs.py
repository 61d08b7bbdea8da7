"""The controls that fields are filled in with: each takes and gives one value.

`typed` says that a value is being written, `chosen` that it is complete (picked, or Enter). The
mouse wheel never changes a value: it scrolls the list that the field stands in.
"""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.ui.claims.day_input import DayInput
from annotator.ui.claims.fields import Choice, Control, Field, Value
from annotator.ui.claims.input import Input
from annotator.ui.claims.segments import SegmentsInput
from annotator.words import _

LONGEST = 1_000_000
"""A line takes so many characters; what comes in from a file is never cut."""

_MOST_LINES = 8


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
