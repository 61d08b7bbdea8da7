"""One transaction and what it does to which row: reading, and writing that is remembered.

Every write goes through a `Step`, so that whatever a service does can be undone and noticed
without the service knowing how.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.sql import ColumnElement

from annotator.model.change import Row, RowChange, Value
from annotator.storage.rows import TABLES

Key = tuple[Value, ...]


class Reading:
    """A transaction that reads one state of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> Connection:
        """The connection, with everything written that was given to it."""
        return self._connection

    def row(self, table: str, key: Key) -> Row | None:
        """One row as plain cells, or None."""
        chosen = TABLES[table]
        found = self.connection.execute(select(chosen).where(_is(chosen, key))).mappings().first()
        return dict(found) if found else None


class Step(Reading):
    """A transaction that writes, and keeps each row's state before and after.

    Insertions wait and go out together, a table at a time: thousands of claims come in at once.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._touched: dict[tuple[str, Key], RowChange] = {}
        self._waiting: dict[str, list[Row]] = {}

    @property
    def connection(self) -> Connection:
        """The connection, after sending what waits."""
        waiting, self._waiting = self._waiting, {}
        for table, rows in waiting.items():
            self._connection.execute(insert(TABLES[table]), rows)
        return self._connection

    def insert(self, table: str, row: Mapping[str, Value]) -> None:
        """Add a row; every column must be given."""
        new = dict(row)
        self._waiting.setdefault(table, []).append(new)
        self._note(table, _key(TABLES[table], new), None, new)

    def update(self, table: str, before: Row, **values: Value) -> Row:
        """Change cells of a row that was just read, and return it as it is now."""
        after = before | values
        if after != before:
            chosen = TABLES[table]
            key = _key(chosen, before)
            self.connection.execute(update(chosen).where(_is(chosen, key)), dict(values))
            self._note(table, key, before, after)
        return after

    def delete(self, table: str, rows: Iterable[Row]) -> None:
        """Remove rows that were just read."""
        gone = list(rows)
        if not gone:
            return
        chosen = TABLES[table]
        keys = [_key(chosen, row) for row in gone]
        self.connection.execute(delete(chosen).where(_is_bound(chosen)), _bound(chosen, keys))
        for key, row in zip(keys, gone, strict=True):
            self._note(table, key, row, None)

    def changes(self) -> tuple[RowChange, ...]:
        """Each touched row once, with its state before the step and after it."""
        return tuple(one for one in self._touched.values() if one.before != one.after)

    def _note(self, table: str, key: Key, before: Row | None, after: Row | None) -> None:
        earlier = self._touched.get((table, key))
        first = earlier.before if earlier else before
        self._touched[table, key] = RowChange(table, key, first, after)


def _key(table: Table, row: Mapping[str, Value]) -> Key:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _is(table: Table, key: Key) -> ColumnElement[bool]:
    columns = table.primary_key.columns
    return and_(*(column == value for column, value in zip(columns, key, strict=True)))


def _is_bound(table: Table) -> ColumnElement[bool]:
    columns = table.primary_key.columns
    return and_(*(column == bindparam(f"key_{column.name}") for column in columns))


def _bound(table: Table, keys: list[Key]) -> list[dict[str, Any]]:
    names = [f"key_{column.name}" for column in table.primary_key.columns]
    return [dict(zip(names, key, strict=True)) for key in keys]
