"""Floor: the rows of a report by a Core select, escaped and joined, written to a file."""

import sys
from html import escape
from pathlib import Path

from benchmarks.clock import end_on_error, finish, now
from benchmarks.floors.tables import engine, rows_of, text_of

if __name__ == "__main__":
    end_on_error()
    target = Path(sys.argv[2])
    with engine(sys.argv[1]).connect() as connection:
        began = now()
        parts = [escape(text_of(connection))]
        for row in rows_of(connection):
            cells = "</td><td>".join(escape(str(cell)) for cell in row)
            parts.append(f"<tr><td>{cells}</td></tr>")
    target.write_text("\n".join(parts), encoding="utf-8")
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
