"""Reads for the search while nobody does anything, so that a search finds nothing left to read."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.ui.desk import Desk

_QUIET_LOOKS = 4
"""So often nothing was being done when the window looked: somebody is reading."""
_BETWEEN_MS = 20


class IdleReading(QObject):
    """Reads on in moments that no key has to wait for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._quiet = 0
        desk.worker.busy_changed.connect(self._disturbed)
        desk.looked.connect(self._looked)

    def _disturbed(self) -> None:
        self._quiet = 0

    def _looked(self) -> None:
        self._quiet += 1
        self._go_on(before=None)

    def _go_on(self, before: int | None) -> None:
        if self._quiet < _QUIET_LOOKS:
            return

        def read(left: int) -> None:
            if left > 0 and left != before:
                QTimer.singleShot(_BETWEEN_MS, self, lambda: self._go_on(left))

        self._desk.read_on(read)
