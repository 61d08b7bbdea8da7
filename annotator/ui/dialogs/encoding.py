"""A file whose letters nobody can tell for certain: the person looks at them and decides."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from annotator.ui.dialogs.dialog import Question
from annotator.ui.dialogs.encoding_names import known_name, shown_name
from annotator.words import _

_SHOWN_BYTES = 4_000
_COMMON = (
    *("cp1252", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp1253", "cp1254", "cp1256"),
    *("shift_jis", "gb18030", "big5"),
)


class EncodingQuestion(Question):
    """Shows the beginning of a file in one encoding after the other."""

    decided = Signal(str, str)
    """The file and the encoding."""

    def __init__(self, parent: QWidget, file: Path, guesses: Sequence[str]) -> None:
        super().__init__(
            parent,
            _("Which letters are these?"),
            _(
                "The file “{name}” does not say how its letters are written. Choose the line in "
                "which the words look right."
            ).format(name=file.name),
        )
        self._file = file
        self._start = _beginning(file)
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Encoding"))
        for codec in dict.fromkeys(known_name(one) for one in (*guesses, *_COMMON)):
            self._choice.addItem(shown_name(codec), codec)
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setAccessibleName(_("How the file looks"))
        self._preview.setMinimumSize(480, 200)
        label = QLabel(_("Encoding"))
        label.setProperty("look", "label")
        label.setBuddy(self._choice)
        for widget in (label, self._choice, self._preview):
            self.body.addWidget(widget)
        self._choice.currentIndexChanged.connect(self._show)
        self._show()
        self.add_buttons(_("The words look right"), _("Leave the file out"))

    def accept(self) -> None:
        """Say which it is."""
        self.decided.emit(str(self._file), self._codec())
        super().accept()

    def _codec(self) -> str:
        return str(self._choice.currentData())

    def _show(self) -> None:
        try:
            self._preview.setPlainText(self._start.decode(self._codec(), "replace"))
        except LookupError:
            self._preview.setPlainText("")


def _beginning(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_SHOWN_BYTES)
    except OSError:
        return b""
