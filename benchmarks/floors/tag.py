"""Floor: a row by bare sqlite3, committed (WAL, FULL), and one block of a QTextEdit repainted."""

import sqlite3
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.clock import Moment, end_on_error, finish, now

TIMES = 90
_SETTLED_MS, _BETWEEN_MS = 1_500, 60
_INSERT = f"INSERT INTO claim VALUES ({', '.join('?' * 13)})"


class Tagged(QTextEdit):
    """Commits a row, repaints a block, and takes the time until that is painted."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.resize(1440, 900)
        self._library = sqlite3.connect(folder / "library.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._library.execute(f"PRAGMA {pragma}")
        row = self._library.execute("SELECT article, person FROM claim").fetchone()
        self._row = (str(row[0]), str(row[1]))
        self.setPlainText(self._library.execute("SELECT text FROM article").fetchone()[0])
        self._times: list[float] = []
        self._began: Moment | None = None
        QTimer.singleShot(_SETTLED_MS, self._tag)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after that the time is taken."""
        super().paintEvent(event)
        if self._began is not None:
            self._times.append((now().at - self._began.at) * 1000)
            self._began = None
            QTimer.singleShot(_BETWEEN_MS, self._tag)

    def _tag(self) -> None:
        if len(self._times) == TIMES:
            finish(now(), times=self._times)
        self._began = now()
        number = len(self._times)
        cells = (1, 0, 0, "", "word", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 0)
        self._library.execute("BEGIN IMMEDIATE")
        values = (f"floor-{number}", *self._row, number, number + 900, *cells)
        self._library.execute(_INSERT, values)
        self._library.execute("COMMIT")
        box = self.cursorRect()
        self.viewport().update(0, box.top(), self.viewport().width(), 4 * box.height())


if __name__ == "__main__":
    end_on_error()
    app = QApplication(sys.argv)
    window = Tagged(Path(sys.argv[1]))
    window.show()
    app.exec()
