"""What is shown while an article is read or fetched: what it is, how far, and Cancel."""

from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QPushButton, QWidget

from annotator.ui.dialogs.dialog import Question
from annotator.words import _


class Waiting(Question):
    """Stands in front of the window until the work has ended; Escape and Cancel end it early."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent, title, sentence)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Progress"))
        self.bar.setRange(0, 0)
        self.body.addWidget(self.bar)
        box = QDialogButtonBox()
        cancel = box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        assert isinstance(cancel, QPushButton)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar; without a known end it only runs."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
