"""Ours: the window, until its first frame, or until the article with its tints is on it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clock import Moment, end_on_error, finish, now
from benchmarks.ours.start import start

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.ui.window import MainWindow

_SETTLED_MS = 4_000


class Frame:
    """The first frame of the whole window."""

    def __init__(self, window: "MainWindow") -> None:
        window.painted.connect(lambda: finish(now()))


class Article:
    """The article on the screen: its first line, and the tint of a claim.

    Notes when the reader was painted, then looks whether that was it: looking costs us nothing.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._painted: Moment | None = None
        self._move_in, self._page_now = window.move_in, window.page_now
        window.move_in = self.move_in  # type: ignore[method-assign]
        window.page_now = self.page_now  # type: ignore[method-assign]

    def move_in(self) -> None:
        """Put the reader in, as the window does; from then on its paints are noted."""
        self._move_in()
        from PySide6.QtCore import QTimer

        from annotator.ui.reader.sheet import Sheet

        paint = Sheet.paintEvent

        def noted(sheet: Sheet, event: "QPaintEvent") -> None:
            paint(sheet, event)
            self._painted = now()
            QTimer.singleShot(0, self._look)

        Sheet.paintEvent = noted  # type: ignore[method-assign, assignment]

    def page_now(self) -> None:
        """Paint the article before the rest of the window is built, as the window does."""
        self._page_now()
        self._look()

    def _look(self) -> None:
        painted, self._painted = self._painted, None
        if painted and holds_article(self._window):
            finish(painted)


def holds_article(window: "MainWindow") -> bool:
    """Whether a grab of the reader has the ink of its first line and the tint of a claim."""
    from annotator.model.span import Span
    from annotator.model.tags import Tag

    assert window.room
    reader = window.room.page.reader
    lines = reader.visible_boxes(Span(0, max(len(reader.text().partition("\n")[0]), 1)))
    if not window.desk.claims or not lines:
        return False
    image = reader.grab().toImage()
    tints = {window.looks.palette.tags[tag].tint.rgb() for tag in (*Tag, None)}
    inked = any(
        image.pixel(x, y) & 0xFF < 0x50
        for y in range(lines[0].top(), lines[0].bottom())
        for x in range(lines[0].left(), lines[0].right())
    )
    tinted = any(
        image.pixel(x, y) in tints
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 2)
    )
    return inked and tinted


class Memory:
    """What is held when the window has come to rest with the article open."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QTimer

        window.desk.opened.connect(
            lambda _shown: QTimer.singleShot(_SETTLED_MS, lambda: finish(now()))
        )


WATCHES = {"first-frame": Frame, "article": Article, "memory": Memory}

if __name__ == "__main__":
    end_on_error()
    watch = WATCHES[sys.argv[1]]
    start(Path(sys.argv[2]), lambda window: setattr(window, "watched_by", watch(window)))
