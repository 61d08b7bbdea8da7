"""Floor: a bare window with a QTextEdit, until its first frame is painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.clock import end_on_error, finish, now


class Bare(QTextEdit):
    """Says when it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then say when that was, once the frame is out."""
        super().paintEvent(event)
        painted = now()
        QTimer.singleShot(0, lambda: finish(painted))


def show(text: str = "") -> None:
    """Show a bare window until it is painted."""
    app = QApplication.instance() or QApplication(sys.argv)
    window = Bare()
    if text:
        window.setPlainText(text)
    window.resize(1440, 900)
    window.show()
    app.exec()


if __name__ == "__main__":
    end_on_error()
    show()
