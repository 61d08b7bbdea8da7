"""When a field is written: a second after the last key, and when the person leaves it.

One stay in one field is a visit with an id of its own, so that undo takes it back as one step.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.ids import new_id
from annotator.ui.claims.places import Place

PAUSE = 1000
"""So many milliseconds after the last key a field is written."""


class Visits(QObject):
    """Where the person is in a form. `due` carries the place whose value is to be written."""

    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place: Place | None = None
        self.visit = new_id()
        self.unwritten = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def enter(self, place: Place) -> None:
        """A field gets the focus: what was written elsewhere is due, and a visit begins."""
        self.flush()
        self.place = place
        self.visit = new_id()

    def type(self, place: Place) -> None:
        """Something is typed there; it is due a second after the last time."""
        if place != self.place:
            self.enter(place)
        self.unwritten = True
        self._timer.start(PAUSE)

    def choose(self, place: Place) -> None:
        """A complete value is there: it is due now."""
        if place != self.place:
            self.enter(place)
        self.unwritten = True
        self.flush()

    def leave(self) -> None:
        """The focus is nowhere among the fields: what was written is due."""
        self.flush()
        self.place = None

    def flush(self) -> None:
        """What was typed and not yet written is due."""
        self._timer.stop()
        if self.unwritten:
            self.unwritten = False
            self.due.emit(self.place)

    def forget(self) -> None:
        """The form shows something else now; nothing of it is due."""
        self._timer.stop()
        self.unwritten = False
        self.place = None
