"""What is known about an article before it is stored, in few lines: the text needs room."""

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from annotator.model.article import Metadata
from annotator.ui.dialogs.details import NAMES
from annotator.words import _

_PLACES = {
    "title": (0, 0, 3),
    "outlet": (1, 0, 1),
    "author": (1, 2, 1),
    "date": (2, 0, 1),
    "language": (2, 2, 1),
    "address": (3, 0, 3),
}
"""Row and column of each, and over how many columns its field goes."""


class DetailFields(QWidget):
    """Edits the details of an article that is on its way."""

    def __init__(self, metadata: Metadata) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self.fields: dict[str, QLineEdit] = {}
        for name, (row, column, across) in _PLACES.items():
            field = QLineEdit(getattr(metadata, name))
            field.setCursorPosition(0)
            field.setAccessibleName(_(NAMES[name]))
            field.setPlaceholderText(_("Unknown: find out"))
            label = QLabel(_(NAMES[name]))
            label.setProperty("look", "label")
            label.setBuddy(field)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, across)
            self.fields[name] = field

    def metadata(self) -> Metadata:
        """What stands in the fields."""
        return Metadata(**{name: field.text().strip() for name, field in self.fields.items()})
