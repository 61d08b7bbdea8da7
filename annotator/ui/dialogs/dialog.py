"""What all the window's questions share: a sentence, fields in a column, two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.words import _


class Question(QDialog):
    """A question in front of the window. It never blocks the program: `open()` it."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 16)
        self._column.setSpacing(16)
        heading = QLabel(title)
        heading.setProperty("look", "heading")
        self._column.addWidget(heading)
        self._column.addWidget(said(sentence))
        self._column.addLayout(self.body)

    def fill_with_body(self) -> None:
        """Give the body all room that there is: a list in it is as high as the screen allows."""
        self._column.setStretchFactor(self.body, 1)

    def add_close(self) -> None:
        """The one button of a page that asks nothing."""
        box = QDialogButtonBox()
        box.addButton(_("Close"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        box.accepted.connect(self.accept)
        self._column.addWidget(box)

    def add_buttons(self, yes: str, no: str) -> QDialogButtonBox:
        """The two buttons; Enter is the first, Escape the second."""
        box = QDialogButtonBox()
        accept = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setDefault(True)
        reject = box.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        reject.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._column.addWidget(box)
        return box


def said(sentence: str) -> QLabel:
    """A sentence that wraps and is never taken for markup."""
    label = QLabel(sentence)
    label.setWordWrap(True)
    label.setMinimumWidth(380)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "soft")
    return label
