"""Floor: every hand-in parsed, and its claims inserted by sqlite3 in one transaction."""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

from benchmarks.clock import end_on_error, finish, now

_INSERT = "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def row(one: dict[str, Any]) -> tuple[object, ...]:
    """A claim as a row: what it is, whose, where, its words, its bodies as they came."""
    quote, position = one["target"]["selector"]
    bodies = json.dumps(one["body"])
    return (
        *(one["id"], one["creator"]["id"], one["created"], one["modified"]),
        *(position["start"], position["end"], quote["exact"], bodies),
    )


if __name__ == "__main__":
    end_on_error()
    connection = sqlite3.connect(sys.argv[2], isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")  # as a library is kept, and as safely
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE claim (id TEXT PRIMARY KEY, person TEXT, created TEXT, modified TEXT, "
        "start INTEGER, end INTEGER, quote TEXT, bodies TEXT)"
    )
    files = sorted(Path(sys.argv[1]).iterdir())
    began = now()
    connection.execute("BEGIN IMMEDIATE")
    for file in files:
        items = json.loads(file.read_bytes().partition(b"\n")[2])["annotations"]["first"]["items"]
        connection.executemany(_INSERT, map(row, items))
    connection.execute("COMMIT")
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
