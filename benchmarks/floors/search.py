"""Floor: the bare FTS5 query for the same words, with rank and snippets, and nothing around it."""

import sqlite3
import sys
from pathlib import Path

from benchmarks.articles import SOUGHT
from benchmarks.clock import end_on_error, finish, now

ROUNDS = 5
_QUERY = """
SELECT rowid, title, snippet(words, 1, '[', ']', '…', 24) FROM words
WHERE words MATCH ? ORDER BY rank LIMIT 8
"""


def main(folder: Path) -> None:
    """Ask for each in turn; `times` are in ms."""
    index = sqlite3.connect(folder / "floor.db")
    times = []
    for _round in range(ROUNDS):
        for words in SOUGHT:
            began = now()
            index.execute(_QUERY, (_expression(words),)).fetchall()
            times.append((now().at - began.at) * 1000)
    finish(now(), times=times)


def _expression(words: str) -> str:
    if words.startswith('"'):
        return words
    *whole, last = words.split()
    return " ".join([*(f'"{word}"' for word in whole), f'"{last}" *'])


if __name__ == "__main__":
    end_on_error()
    main(Path(sys.argv[1]))
