"""What can be done in the bin: put an article back, or empty it for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.flow import Flow
from annotator.words import _


class BinBar(QWidget):
    """Two buttons below the list while it shows the bin."""

    back_asked = Signal()
    empty_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = QPushButton(_("Put back"))
        self._empty = QPushButton(_("Empty the bin…"))
        self._back.clicked.connect(self.back_asked)
        self._empty.clicked.connect(self.empty_asked)
        row = Flow(self, spacing=8, down=8)
        row.setContentsMargins(12, 8, 12, 4)
        row.add(self._back)
        row.add(self._empty)

    def allow(self, *, back: bool, empty: bool) -> None:
        """Which of the two can be done now."""
        self._back.setEnabled(back)
        self._empty.setEnabled(empty)
