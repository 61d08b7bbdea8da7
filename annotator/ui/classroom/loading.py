"""Loads what the class window is made of while a teacher still reads, a part at a time.

All at once, at the moment it is asked for, it would hold up the window for a tenth of a second.
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_PARTS = (
    "model.mentions",
    "model.class_anonymity",
    "ui.classroom.seen",
    "ui.classroom.heat_page",
    "ui.classroom.window",
    "ui.classroom.classes",
    "ui.classroom.asking",
    "ui.classroom.passages",
    "ui.classroom.students",
)
"""What others are built on comes first, so that none of them takes long."""
_BETWEEN_MS = 100


class LoadingAhead(QObject):
    """Begins when it is made; what is there already costs nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = iter(_PARTS)
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._load)
        self._timer.start()

    def _load(self) -> None:
        part = next(self._left, "")
        if part:
            import_module(f"annotator.{part}")
        else:
            self._timer.stop()
