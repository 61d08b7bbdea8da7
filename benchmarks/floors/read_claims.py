"""Floor: the rows of every claim by Core selects, and the text in a bare window."""

import sys

import sqlalchemy.orm  # noqa: F401 - what any program with mapped tables has to import
from PySide6.QtWidgets import QApplication
from sqlalchemy import MetaData, create_engine, select

from benchmarks.floors.bare_window import show

if __name__ == "__main__":
    app = QApplication(sys.argv)
    engine = create_engine(f"sqlite:///{sys.argv[1]}/library.db")
    tables = MetaData()
    names = ("article", "claim", "attribution", "source", "evidence", "link")
    tables.reflect(engine, only=names)
    with engine.connect() as connection:
        words = connection.execute(select(tables.tables["article"].c.text)).scalar_one()
        rows = [connection.execute(select(tables.tables[name])).all() for name in names[1:]]
    show(words)
