"""Every row as it lies on disk, for a search that damage must not stop.

Cells are read as bytes: one flipped bit makes text that is no UTF-8, and an engine that decodes
would give up on the whole row. What cannot be decoded comes out altered, so that a comparison
with what should be there finds it.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Column, ColumnElement, LargeBinary, Text, cast, select
from sqlalchemy.exc import DBAPIError

from annotator.model.change import Row, RowChange, Value
from annotator.storage import failures
from annotator.storage.library import Library
from annotator.storage.rows import TABLES
from annotator.storage.step import Key, Reading

CONTENT = tuple(name for name in TABLES if name not in ("change", "handed_work"))
"""The tables whose rows the table of changes accounts for."""


def database_damage(library: Library) -> list[str]:
    """What the database's own checks say against the file, in their words."""
    return library.damage()


def rows(reading: Reading, table: str) -> Iterator[tuple[Key, Row]]:
    """Each row of a table with its key. Raises failures.Unreadable."""
    chosen = TABLES[table]
    columns = list(chosen.columns)
    keys = [column.name for column in chosen.primary_key.columns]
    query = select(*(_as_it_lies(column) for column in columns)).order_by(*chosen.primary_key)
    try:
        for cells in reading.connection.execute(query):
            row = {column.name: _value(cell) for column, cell in zip(columns, cells, strict=True)}
            yield tuple(row[name] for name in keys), row
    except DBAPIError as error:
        raise failures.Unreadable from error


def row_changes(change: Row) -> tuple[RowChange, ...] | None:
    """What a row of the table of changes says was changed; None when it says nothing sensible."""
    try:
        changed = msgspec.json.decode(str(change["rows"]), type=tuple[RowChange, ...])
    except (msgspec.MsgspecError, RecursionError):
        return None
    return changed if all(one.table in CONTENT for one in changed) else None


def _as_it_lies(column: Column[Any]) -> ColumnElement[Any]:
    return cast(column, LargeBinary) if isinstance(column.type, Text) else column


def _value(cell: bytes | int | None) -> Value:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell
