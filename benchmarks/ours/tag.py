"""Ours: a tag's key, until the claim is committed and painted."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.model.span import Span
from annotator.ui.window import MainWindow
from benchmarks.clock import finish_with, now

_TIMES = 120


class Tagger(QObject):
    """Selects words, presses the key, and waits for the paint that follows the commit."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._times: list[float] = []
        self._began = 0.0
        self._committed = False
        window.desk.opened.connect(lambda: QTimer.singleShot(500, self._tag))
        window.desk.news.connect(self._on_news)
        window.painted.connect(lambda: QTimer.singleShot(0, self._on_moved_in))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The paint after the commit is the one that counts."""
        if event.type() == QEvent.Type.Paint and self._committed:
            self._committed = False
            QTimer.singleShot(0, self._painted)
        return False

    def _on_moved_in(self) -> None:
        assert self._window.room
        self._reader = self._window.room.page.reader
        self._reader.viewport().installEventFilter(self)

    def _on_news(self) -> None:
        self._committed = self._began > 0

    def _painted(self) -> None:
        self._times.append(now() - self._began)
        self._began = 0.0
        QTimer.singleShot(20, self._tag)

    def _tag(self) -> None:
        if len(self._times) == _TIMES:
            finish_with(self._times)
        number = len(self._times)
        start = 40 + number * 7
        self._reader.select(Span(start, start + 33 + number % 5))
        QTimer.singleShot(60, self._press)

    def _press(self) -> None:
        self._began = now()
        self._window.actions_by_id["attributed"].trigger()


def main() -> None:
    """Tag many times and print how long each took."""
    app = application()
    window = open_window(WindowOptions(Path(sys.argv[1])))
    window.resize(1440, 900)
    tagger = Tagger(window)
    window.show()
    app.exec()
    del tagger


if __name__ == "__main__":
    main()
