"""Ours: the window, until its first frame, or until the article with its tints is on it."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.model.tags import Tag
from annotator.ui import palette
from annotator.ui.window import MainWindow
from benchmarks.clock import finish, now


class Watch(QObject):
    """Looks at what was painted, each time the reader was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened = False
        self._at = 0.0
        window.desk.opened.connect(self._on_opened)
        window.painted.connect(lambda: QTimer.singleShot(0, self._on_moved_in))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the time of a paint that may hold the article."""
        if event.type() == QEvent.Type.Paint and self._opened:
            QTimer.singleShot(0, self._look)
        return False

    def _on_moved_in(self) -> None:
        assert self._window.room
        self._window.room.page.reader.viewport().installEventFilter(self)

    def _on_opened(self) -> None:
        self._opened = True

    def _look(self) -> None:
        at = now()
        if holds_article(self._window):
            finish(at)


def holds_article(window: MainWindow) -> bool:
    """Whether a grab of the reader has the ink of its first line and the tint of a claim."""
    assert window.room
    image = window.room.page.reader.viewport().grab().toImage()
    tints = {palette.load(False).tags[tag].tint.rgb() for tag in (*Tag, None)}
    colours = {
        image.pixel(x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 2)
    }
    dark = any(colour & 0xFF < 0x50 for colour in colours)
    return dark and bool(colours & tints)


def main() -> None:
    """Run until it is painted; with `first-frame` the library's content is not waited for."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    app = application()
    window = open_window(WindowOptions(folder))
    window.resize(1440, 900)
    if what == "first-frame":
        window.painted.connect(lambda: finish(now()))
    else:
        window.watch = Watch(window)  # type: ignore[attr-defined]
    if what == "memory":
        QTimer.singleShot(4_000, lambda: finish(now()))
        window.watch.setParent(None)  # type: ignore[attr-defined]
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
