"""The name of a collection, when it is made or renamed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from annotator.model.person import tidy_name
from annotator.ui.dialogs.dialog import Question
from annotator.words import _


class CollectionQuestion(Question):
    """`named` says the name, if one was given."""

    named = Signal(str)

    def __init__(self, parent: QWidget, now: str = "") -> None:
        super().__init__(
            parent.window(),
            _("Rename the collection") if now else _("New collection"),
            _("A collection keeps articles together. An article can stand in several."),
        )
        self._field = QLineEdit(now)
        self._field.setMaxLength(200)
        self._field.setAccessibleName(_("Name of the collection"))
        label = QLabel(_("Name of the collection"))
        label.setProperty("look", "label")
        label.setBuddy(self._field)
        self.body.addWidget(label)
        self.body.addWidget(self._field)
        self.add_buttons(_("Rename") if now else _("Make it"), _("Not now"))
        self._field.textChanged.connect(lambda _text: self._check())
        self._check()
        self._field.selectAll()
        self._field.setFocus()

    def accept(self) -> None:
        """Say the name, if there is one."""
        if tidy_name(self._field.text()):
            self.named.emit(self._field.text())
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(bool(tidy_name(self._field.text())))
