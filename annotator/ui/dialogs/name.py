"""Who annotates: asked at the first tag, and whenever somebody else sits down."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from annotator.model.person import tidy_name
from annotator.ui.dialogs.dialog import Question
from annotator.words import _


class _Asked(NamedTuple):
    """The words of a question for a name."""

    title: str
    sentence: str
    yes: str
    no: str


def _who() -> _Asked:
    return _Asked(
        _("Who annotates?"),
        _(
            "Your name stands on your claims and on your report. It stays on this computer "
            "until you hand your work in. A nickname will do."
        ),
        _("That is me"),
        _("Not now"),
    )


def _correction() -> _Asked:
    return _Asked(
        _("Correct the name"),
        _(
            "The name changes on all claims made under it, in every article. Nobody else is made, "
            "and no claim changes hands. Files written before keep the old name."
        ),
        _("Correct the name"),
        _("Leave it as it is"),
    )


class NameQuestion(Question):
    """Asks for a name; those who have annotated here are offered.

    With `now` it asks how the person of that name is really called.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, names: Sequence[str], now: str = "") -> None:
        asked = _correction() if now else _who()
        super().__init__(parent, asked.title, asked.sentence)
        self._field = QLineEdit(now)
        self._field.setMaxLength(200)
        self._field.setAccessibleName(_("Your name"))
        self._field.setCompleter(self._offer(names))
        label = QLabel(_("Your name"))
        label.setProperty("look", "label")
        label.setBuddy(self._field)
        self.body.addWidget(label)
        self.body.addWidget(self._field)
        self.add_buttons(asked.yes, asked.no)
        self._field.textChanged.connect(self._check)
        self._check()
        self._field.selectAll()
        self._field.setFocus()

    def accept(self) -> None:
        """Say the name, if there is one."""
        if tidy_name(self._field.text()):
            self.named.emit(self._field.text())
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter answers at once also while names are offered: it does not only close their list.

        It takes the name that is chosen in the list, else the one that is written: “Ann” may be
        somebody else than the Anna who is offered.
        """
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        chosen = self._popup.currentIndex()
        if chosen.isValid():
            self._field.setText(str(chosen.data()))
        self._popup.hide()
        self.accept()
        return True

    def _offer(self, names: Sequence[str]) -> QCompleter:
        completer = QCompleter(list(names), self._field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        self._popup.setProperty("look", "popup")
        self._popup.installEventFilter(self)
        return completer

    def _check(self) -> None:
        self.yes.setEnabled(bool(tidy_name(self._field.text())))
