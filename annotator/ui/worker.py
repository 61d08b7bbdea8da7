"""The one thread on which the library is read and written, so that the window never waits.

Work is done in the order in which it was given: a second key waits in line behind the first, and
what is painted has been committed.
"""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

_Value = TypeVar("_Value")
_log = logging.getLogger(__name__)


class Progress:
    """How far a long piece of work is, told from its thread; and whether it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = Event()

    def __call__(self, done: int, total: int) -> bool:
        """Tell the window; False when the person has cancelled."""
        self._tell(done, total)
        return not self._cancelled.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()


class _Result(NamedTuple):
    value: Any
    error: Exception | None
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    counted: bool


class Worker(QObject):
    """Does work elsewhere and brings the results back to the window's thread."""

    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    under_way = Signal(object)
    """The Progress of the long work that is next to end, or None when there is none."""
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._long: list[Progress] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._finished.connect(self._finish)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or waiting."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], _Value],
        done: Callable[[_Value], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` after what was given before; then call `done` or `failed` on this thread.

        Nothing is done any more once the window has waited for the end.
        """
        if self._is_over:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._pool.start(lambda: self._work(work, done, failed))

    def run_quietly(
        self,
        work: Callable[[], _Value],
        done: Callable[[_Value], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """The same for a look that changes nothing: the window is not told that it is busy."""
        if not self._is_over:
            self._pool.start(lambda: self._work(work, done, failed, counted=False))

    def progress(self) -> Progress:
        """A progress to hand to work that takes long; `end` has to follow."""
        progress = Progress(self.progressed.emit)
        self._long.append(progress)
        self.under_way.emit(self._long[0])
        return progress

    def end(self, progress: Progress) -> None:
        """The work of this progress is over; the next long one can be cancelled."""
        self._long.remove(progress)
        self.under_way.emit(self._long[0] if self._long else None)

    def cancel_long(self) -> None:
        """Ask all long work to stop, also what waits."""
        for progress in self._long:
            progress.cancel()

    def finish(self) -> None:
        """Return when everything given has been done and answered; the window stands still."""
        while self._waiting:
            self._pool.waitForDone()
            # The answers wait as events of this object; each may give more to do.
            QCoreApplication.sendPostedEvents(self)

    def wait(self) -> None:
        """Return when everything given has been done, its results dropped; it was the last."""
        self._is_over = True
        self._finished.disconnect(self._finish)
        self._pool.waitForDone()

    _is_over = False

    def _work(
        self,
        work: Callable[[], _Value],
        done: Callable[[_Value], None],
        failed: Callable[[Exception], None],
        counted: bool = True,
    ) -> None:
        try:
            result = _Result(work(), None, done, failed, counted)
        except Exception as error:  # noqa: BLE001 - handed to the window, which decides
            result = _Result(None, error, done, failed, counted)
        self._finished.emit(result)

    def _finish(self, result: _Result) -> None:
        self._waiting -= int(result.counted)
        try:
            if result.error is None:
                result.done(result.value)
            else:
                result.failed(result.error)
        finally:
            if result.counted and self._waiting == 0:
                self.busy_changed.emit(False)
