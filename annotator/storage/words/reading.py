"""Read into the index what is new in the library.

It follows the table of changes, outside the steps: a key that marks a passage and a thousand files
that come in do not wait for it, and whoever searches reads the rest first.
"""

import time
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from annotator.model.change import Value
from annotator.model.folding import folded
from annotator.storage import failures
from annotator.storage.words import tables

_AT_ONCE = 20
"""So many are read between two looks at the clock: about ten milliseconds' work."""

_TOUCHED = "SELECT number, rows FROM change WHERE number > ? ORDER BY number LIMIT 1"
_LAST = "SELECT coalesce(max(number), 0), (SELECT change FROM read_up_to) FROM change"
_NEXT = "SELECT id, is_claim FROM unread ORDER BY rowid LIMIT ?"
_ARTICLE = "SELECT title, outlet, author, text FROM article WHERE id = ?"
_CLAIM = "SELECT article, note FROM claim WHERE id = ?"
_EVIDENCE = "SELECT place, found FROM evidence WHERE claim = ? ORDER BY position"
_KINDS = {"article": 0, "claim": 1, "evidence": 1}
"""Whose words are read when a row of a table was touched; its key begins with their id."""

_KEEP = "INSERT INTO passage (article, claim) VALUES (?, ?)"
_READ = "INSERT INTO words (rowid, about, body, notes) VALUES (?, ?, ?, ?)"


class _Words(msgspec.Struct):
    """Of a row's cells those that are read here; an article's text never changes."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    note: str = ""
    place: str = ""
    found: str = ""


class _Touched(msgspec.Struct):
    """A row that was changed; the cells that are not read stay closed."""

    table: str
    key: tuple[Value, ...]
    before: _Words | None
    after: _Words | None


_touched = msgspec.json.Decoder(list[_Touched]).decode


def is_behind(connection: Connection) -> bool:
    """Whether something was changed, or was never read, since the index was written last."""
    last, up_to = connection.exec_driver_sql(_LAST).one()
    if last != up_to:
        return True
    return connection.exec_driver_sql("SELECT 1 FROM unread LIMIT 1").first() is not None


def read_on(connection: Connection, seconds: float) -> int:
    """Read what is new for so long, or a little more; how much is left to read then."""
    end = time.monotonic() + seconds
    if not _follow(connection, end):
        return _left(connection) or 1
    again = False
    while some := connection.exec_driver_sql(_NEXT, (_AT_ONCE,)).all():
        for id_, is_claim in some:
            again |= (_read_claim if is_claim else _read_article)(connection, id_)
        _run_all(
            connection, "DELETE FROM unread WHERE id = ? AND is_claim = ?", list(map(tuple, some))
        )
        if time.monotonic() >= end:
            break
    if again and tables.is_mostly_out_of_date(connection):
        tables.make_anew(connection)
        return read_on(connection, end - time.monotonic())
    return _left(connection)


def _follow(connection: Connection, end: float) -> bool:
    """Put on the list what steps have touched since; whether that was all, or time is up."""
    last, up_to = connection.exec_driver_sql(_LAST).one()
    reached = up_to or 0
    while reached != last:
        # One by one: a step that brought a thousand articles in takes a while.
        reached, rows = connection.exec_driver_sql(_TOUCHED, (reached,)).one()
        waiting = sorted(_to_read(rows))
        _run_all(connection, "INSERT OR IGNORE INTO unread VALUES (?, ?)", waiting)
        if time.monotonic() >= end:
            break
    if reached != up_to:
        connection.exec_driver_sql("UPDATE read_up_to SET change = ?", (reached,))
    return bool(reached == last)


def _to_read(rows: str) -> set[tuple[str, int]]:
    """Of the rows of a step those whose words it has changed: a bin or a tag changes none."""
    with failures.as_written():
        touched = _touched(rows)
    return {
        (str(row.key[0]), _KINDS[row.table])
        for row in touched
        if row.table in _KINDS and row.before != row.after
    }


def _left(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM unread").scalar_one())


def _read_article(connection: Connection, article: str) -> bool:
    """Read an article; whether it had been read before."""
    known = connection.exec_driver_sql(
        "DELETE FROM passage WHERE article = ? AND claim IS NULL", (article,)
    )
    row = connection.exec_driver_sql(_ARTICLE, (article,)).first()
    if row:
        about, text = " ".join(row[:3]), row[3]
        _keep(connection, article, None, (folded(about), folded(text), ""))
    return bool(known.rowcount)


def _read_claim(connection: Connection, claim: str) -> bool:
    """Read what is noted on a claim; whether it had been read before."""
    known = connection.exec_driver_sql("DELETE FROM passage WHERE claim = ?", (claim,))
    row = connection.exec_driver_sql(_CLAIM, (claim,)).first()
    if row:
        evidence = connection.exec_driver_sql(_EVIDENCE, (claim,)).all()
        words = folded(" ".join([row[1], *(cell for cells in evidence for cell in cells)]))
        if words.strip():
            _keep(connection, row[0], claim, ("", "", words))
    return bool(known.rowcount)


def _keep(
    connection: Connection, article: str, claim: str | None, words: tuple[str, str, str]
) -> None:
    number = connection.exec_driver_sql(_KEEP, (article, claim)).lastrowid
    connection.exec_driver_sql(_READ, (number, *words))


def _run_all(connection: Connection, statement: str, values: Sequence[tuple[Any, ...]]) -> None:
    if values:
        connection.exec_driver_sql(statement, list(values))
