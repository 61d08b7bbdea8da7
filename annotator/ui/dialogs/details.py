"""The article's title and everything else that is known about it, in one place."""

from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from annotator.model.article import Metadata
from annotator.ui.dialogs.dialog import Question
from annotator.words import N_, _

NAMES: dict[str, str] = {
    "title": N_("Title"),
    "outlet": N_("Outlet"),
    "author": N_("Author"),
    "date": N_("Date"),
    "address": N_("Address"),
    "language": N_("Language"),
}


class DetailsQuestion(Question):
    """Edits the details of one article."""

    described = Signal(object)

    def __init__(self, parent: QWidget, metadata: Metadata) -> None:
        super().__init__(
            parent,
            _("Title and details"),
            _("What you find out about the article. The text itself is never changed."),
        )
        self._title = metadata.title
        form = QFormLayout()
        self._fields: dict[str, QLineEdit] = {}
        for one in fields(Metadata):
            name = _(NAMES[one.name])
            field = QLineEdit(getattr(metadata, one.name))
            field.setAccessibleName(name)
            field.setPlaceholderText(_("Unknown: find out"))
            field.setMinimumWidth(340)
            form.addRow(name, field)
            self._fields[one.name] = field
        self.body.addLayout(form)
        self.add_buttons(_("Keep"), _("Cancel"))

    def accept(self) -> None:
        """Say what was typed; a title that was emptied is kept as it was."""
        given = {name: field.text().strip() for name, field in self._fields.items()}
        self.described.emit(Metadata(**given | {"title": given["title"] or self._title}))
        super().accept()
