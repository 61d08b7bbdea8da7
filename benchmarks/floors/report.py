"""Floor: the rows of a report by a Core select, escaped and joined, written to a file."""

import sys
from html import escape
from pathlib import Path

from sqlalchemy import MetaData, create_engine, select

from benchmarks.clock import finish, now

if __name__ == "__main__":
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    engine = create_engine(f"sqlite:///{folder}/library.db")
    tables = MetaData()
    tables.reflect(engine, only=("article", "claim", "attribution", "source", "evidence", "link"))
    with engine.connect() as connection:
        connection.execute(select(tables.tables["article"].c.id)).all()
        began = now()
        words = connection.execute(select(tables.tables["article"].c.text)).scalar_one()
        names = ("claim", "attribution", "source", "evidence", "link")
        parts = [escape(words)]
        for name in names:
            for row in connection.execute(select(tables.tables[name])):
                cells = "</td><td>".join(escape(str(cell)) for cell in row)
                parts.append(f"<tr><td>{cells}</td></tr>")
    target.write_text("\n".join(parts), encoding="utf-8")
    finish(now(), seconds=now() - began)
