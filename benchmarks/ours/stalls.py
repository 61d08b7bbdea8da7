"""Ours: the longest time for which the window stands still while a class is gone through.

A class is collected, compared, looked at place by place and reported, as a teacher does it; the
window's thread notes how long each of its rounds takes.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clock import end_on_error, finish, now
from benchmarks.ours.start import start

if TYPE_CHECKING:
    from annotator.ui.window import MainWindow

_ROUND_MS = 2
_SETTLED = 150
"""So many rounds in which nothing was being done: what was asked for is there."""


class Stalls:
    """Goes through the class, step by step, and says the longest round of each."""

    def __init__(self, window: "MainWindow", files: Path) -> None:
        self._window, self._files = window, files
        self._longest: dict[str, float] = {}
        self._step, self._quiet = "", 0
        window.desk.opened.connect(lambda _shown: self._begin())

    def _begin(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._steps = self._all_steps()
        self._last = now().at
        self._timer = QTimer(self._window, interval=_ROUND_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._round)
        self._timer.start()

    def _round(self) -> None:
        at = now().at
        stall = (at - self._last) * 1000 - _ROUND_MS
        self._longest[self._step] = max(stall, self._longest.get(self._step, 0.0))
        self._quiet = self._quiet + 1 if self._window.desk.worker.is_idle else 0
        self._last = at
        if self._quiet > _SETTLED:
            self._quiet = 0
            self._go_on()

    def _go_on(self) -> None:
        self._step, do = next(self._steps, ("", None))
        if do:
            do()
            return
        del self._longest[""]  # the start is measured elsewhere
        finish(now(), stall=max(self._longest.values()), **self._longest)

    def _all_steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        from annotator.ui.classroom import navigation

        room = self._window.room
        assert room
        yield "loading", lambda: None
        yield "collecting", partial(room.classes.collecting.collect, [self._files])
        yield "comparing", room.classes.compare
        shown = room.classes.window
        assert shown
        for place in navigation.PLACES:
            yield place, partial(shown.navigation.choose, place)


if __name__ == "__main__":
    end_on_error()
    files = Path(sys.argv[2])
    start(Path(sys.argv[1]), lambda window: setattr(window, "watched_by", Stalls(window, files)))
