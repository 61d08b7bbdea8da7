"""Ours: the last key of what is looked for, until the first results are painted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.articles import SOUGHT
from benchmarks.clock import Moment, end_on_error, finish, now
from benchmarks.ours.start import start

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.ui.window import MainWindow

ROUNDS = 5
_SETTLED_MS, _BETWEEN_MS = 3_000, 250


class Searcher:
    """Types all but the last letter, waits, presses that key, and waits for what it brings."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._times: list[float] = []
        self._pressed: Moment | None = None
        self._is_there = False
        window.desk.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        from PySide6.QtCore import QTimer

        self._window.desk.opened.disconnect(self._on_opened)
        QTimer.singleShot(_SETTLED_MS, self._begin)

    def _begin(self) -> None:
        from annotator.ui.articles.lists import ResultsList

        assert self._window.room
        panel = self._window.actions_by_id["articles_panel"]
        if not panel.isChecked():
            panel.trigger()
        self._window.room.shelving._searcher.found.connect(self._on_found)
        paint = ResultsList.paintEvent

        def noted(view: ResultsList, event: "QPaintEvent") -> None:
            paint(view, event)
            self._on_painted()

        ResultsList.paintEvent = noted  # type: ignore[method-assign, assignment]
        self._type()

    def _type(self) -> None:
        from PySide6.QtCore import QTimer

        assert self._window.room
        field = self._window.room.articles.search
        field.setFocus()
        field.setText(SOUGHT[len(self._times) % len(SOUGHT)][:-1])
        QTimer.singleShot(_BETWEEN_MS * 3, self._press)

    def _press(self) -> None:
        from PySide6.QtTest import QTest

        assert self._window.room
        last = SOUGHT[len(self._times) % len(SOUGHT)][-1]
        self._is_there, self._pressed = False, now()
        QTest.keyClicks(self._window.room.articles.search, last)

    def _on_found(self) -> None:
        self._is_there = self._pressed is not None

    def _on_painted(self) -> None:
        if not (self._pressed and self._is_there):
            return
        from PySide6.QtCore import QTimer

        self._times.append((now().at - self._pressed.at) * 1000)
        self._pressed = None
        if len(self._times) == ROUNDS * len(SOUGHT):
            QTimer.singleShot(0, lambda: finish(now(), times=self._times))
        else:
            QTimer.singleShot(_BETWEEN_MS, self._type)


if __name__ == "__main__":
    end_on_error()
    start(Path(sys.argv[1]), lambda window: setattr(window, "watched_by", Searcher(window)))
