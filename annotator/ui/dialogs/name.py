"""Who annotates: asked at the first tag, and whenever somebody else sits down."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QDialogButtonBox, QLabel, QLineEdit, QWidget

from annotator.model.person import tidy_name
from annotator.ui.dialogs.dialog import Question
from annotator.words import _


class NameQuestion(Question):
    """Asks for a name; those who have annotated here are offered."""

    named = Signal(str)

    def __init__(self, parent: QWidget, names: Sequence[str], now: str = "") -> None:
        super().__init__(
            parent,
            _("Who annotates?"),
            _(
                "Your name stands on your claims and on your report. It stays on this computer "
                "until you hand your work in. A nickname will do."
            ),
        )
        self._field = QLineEdit(now)
        self._field.setMaxLength(200)
        self._field.setAccessibleName(_("Your name"))
        self._field.setCompleter(QCompleter(list(names), self._field))
        label = QLabel(_("Your name"))
        label.setProperty("look", "label")
        label.setBuddy(self._field)
        self.body.addWidget(label)
        self.body.addWidget(self._field)
        box = self.add_buttons(_("That is me"), _("Not now"))
        self._yes = next(
            one
            for one in box.buttons()
            if box.buttonRole(one) == QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._field.textChanged.connect(self._check)
        self._check()
        self._field.setFocus()

    def accept(self) -> None:
        """Say the name, if there is one."""
        if tidy_name(self._field.text()):
            self.named.emit(self._field.text())
            super().accept()

    def _check(self) -> None:
        self._yes.setEnabled(bool(tidy_name(self._field.text())))
