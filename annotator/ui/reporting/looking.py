"""Looks ahead at a report while its choices are made: on the worker's thread, the newest wish only.

Each wish breaks off the one before, so that somebody who changes their mind does not wait.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from annotator.model.failure import Refusal
from annotator.services.failures import Cancelled
from annotator.services.outlook import Outlook, Wanted, outlook
from annotator.ui.desk import Desk
from annotator.ui.reporting.pages import Pages
from annotator.ui.worker import Progress

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace

_PAUSE_MS = 150
_log = logging.getLogger(__name__)
_Seen = tuple[Outlook, Pages] | str | None
"""What is to be seen, or a sentence why it is not, or nothing because it was broken off."""


class Looking(QObject):
    """Makes what is to be seen of the report that is wanted now."""

    begun = Signal()
    seen = Signal(object, object)
    """The Outlook and its Pages."""
    refused = Signal(str)
    painted = Signal(int, int, QImage)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Wanted | None = None
        self._progress: Progress | None = None
        self._pages: Pages | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def at(self, wanted: Wanted | None) -> None:
        """Look at this report from now on, or at none."""
        self._break_off()
        self._wanted = wanted
        if wanted is None:
            self._pause.stop()
        else:
            self._pause.start()
            self.begun.emit()

    def end(self) -> None:
        """Nobody looks any more."""
        self.at(None)

    def paint(self, number: int, width: int) -> None:
        """Paint a page; `painted` follows, unless another report is looked at by then."""
        pages = self._pages
        if pages is None:
            return

        def done(image: QImage) -> None:
            if pages is self._pages:
                self.painted.emit(number, width, image)

        self._desk.worker.run_quietly(lambda: pages.picture(number, width), done, _note)

    def _look(self) -> None:
        wanted, progress = self._wanted, Progress(lambda _done, _total: None)
        if wanted is None:
            return
        self._progress = progress

        def work(workspace: "Workspace") -> _Seen:
            return _seen(workspace, wanted, progress)

        def done(seen: _Seen) -> None:
            if progress is self._progress and seen is not None:
                self._show(seen)

        self._desk.look_up(work, done)

    def _show(self, seen: "Outlook | _Seen") -> None:
        if isinstance(seen, tuple):
            found, self._pages = seen
            self.seen.emit(found, self._pages)
        elif isinstance(seen, str):
            self.refused.emit(seen)

    def _break_off(self) -> None:
        if self._progress:
            self._progress.cancel()
        self._progress = self._pages = None


def _seen(workspace: "Workspace", wanted: Wanted, progress: Progress) -> _Seen:
    def tick(_more: int) -> None:
        if progress.is_cancelled:
            raise Cancelled

    try:
        found = outlook(workspace, wanted, progress)
        return found, Pages(found.shown, wanted.format, tick)
    except Cancelled:
        return None
    except Refusal as refusal:
        return refusal.sentence


def _note(error: Exception) -> None:
    _log.error("a page could not be painted", exc_info=error)
