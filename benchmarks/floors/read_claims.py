"""Floor: the rows of every claim by Core selects, and the text in a bare window."""

import sys

from PySide6.QtWidgets import QApplication

from benchmarks.clock import end_on_error
from benchmarks.floors.bare_window import show
from benchmarks.floors.tables import engine, rows_of, text_of

if __name__ == "__main__":
    end_on_error()
    app = QApplication(sys.argv)
    with engine(sys.argv[1]).connect() as connection:
        words = text_of(connection)
        rows = rows_of(connection)
    show(words)
