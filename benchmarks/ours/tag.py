"""Ours: a tag's key, until the claim is committed and painted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clock import Moment, end_on_error, finish, now
from benchmarks.ours.start import start

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.model.span import Span
    from annotator.ui.window import MainWindow

TIMES = 90
_SETTLED_MS, _SELECTED_MS, _BETWEEN_MS = 1_500, 50, 80
"""A person looks at what the last key did before the next: what is put off is done by then."""


class Tagger:
    """Selects words, presses the key, and waits for the paint that follows the commit."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._times: list[float] = []
        self._pressed: Moment | None = None
        self._span: Span | None = None
        window.desk.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        from PySide6.QtCore import QTimer

        from annotator.ui.reader.sheet import Sheet

        paint = Sheet.paintEvent

        def noted(sheet: Sheet, event: "QPaintEvent") -> None:
            paint(sheet, event)
            self._on_painted(event)

        Sheet.paintEvent = noted  # type: ignore[method-assign, assignment]
        self._window.activateWindow()
        QTimer.singleShot(_SETTLED_MS, self._select)

    def _select(self) -> None:
        from PySide6.QtCore import QTimer

        from annotator.model.span import Span

        assert self._window.room
        reader = self._window.room.page.reader
        begin = 40 + len(self._times) * 23
        reader.select(Span(begin, begin + 20 + len(self._times) % 11))
        reader.setFocus()
        self._span = reader.selected_span()  # without white space at its ends
        QTimer.singleShot(_SELECTED_MS, self._press)

    def _press(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        assert self._window.room
        self._pressed = now()
        QTest.keyClick(self._window.room.page.reader, Qt.Key.Key_1)

    def _on_painted(self, event: "QPaintEvent") -> None:
        if not (self._pressed and self._span and self._window.room):
            return
        painted, pressed, reader = now(), self._pressed, self._window.room.page.reader
        if all(claim.span != self._span for claim in reader.claims_at(self._span.start)):
            return  # the window gets the claim when it is committed
        shift = reader.viewport().pos()
        boxes = [box.translated(-shift) for box in reader.visible_boxes(self._span)]
        if not boxes or not all(event.region().intersects(box) for box in boxes):
            return  # another paint, which does not show the claim
        self._pressed = None
        self._times.append((painted.at - pressed.at) * 1000)
        self._go_on()

    def _go_on(self) -> None:
        from PySide6.QtCore import QTimer

        if len(self._times) == TIMES:
            QTimer.singleShot(_BETWEEN_MS, lambda: finish(now(), times=self._times))
        else:
            QTimer.singleShot(_BETWEEN_MS, self._select)


if __name__ == "__main__":
    end_on_error()
    start(Path(sys.argv[1]), lambda window: setattr(window, "watched_by", Tagger(window)))
