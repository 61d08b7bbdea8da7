"""Floor: PySide6 and sqlalchemy.orm, the text by one query, painted in a bare window."""

import sys

import sqlalchemy.orm  # noqa: F401 - what a program with mapped classes has to import
from PySide6.QtWidgets import QApplication
from sqlalchemy import create_engine, text

from benchmarks.clock import end_on_error
from benchmarks.floors.bare_window import show

if __name__ == "__main__":
    end_on_error()
    app = QApplication(sys.argv)
    engine = create_engine(f"sqlite:///{sys.argv[1]}/library.db")
    with engine.connect() as connection:
        words = connection.execute(text("SELECT text FROM article")).scalar_one()
    show(words)
