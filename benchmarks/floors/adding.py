"""Floor: every file of a folder read and inserted by sqlite3 in one transaction."""

import sqlite3
import sys
from pathlib import Path

from benchmarks.clock import end_on_error, finish, now

if __name__ == "__main__":
    end_on_error()
    files = sorted(Path(sys.argv[1]).iterdir())
    connection = sqlite3.connect(sys.argv[2], isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")  # as a library is kept, and as safely
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE article (id TEXT PRIMARY KEY, origin TEXT, text TEXT)")
    began = now()
    connection.execute("BEGIN IMMEDIATE")
    for number, file in enumerate(files):
        row = (str(number), file.name, file.read_bytes().decode("utf-8"))
        connection.execute("INSERT INTO article VALUES (?, ?, ?)", row)
    connection.execute("COMMIT")
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
