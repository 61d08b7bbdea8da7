"""One transaction and what it does to which row: reading, and writing that is remembered.

Every write goes through a `Step`, so that whatever a service does can be undone and noticed
without the service knowing how. Statements are built once: building one costs ten times more
than running it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.exc import DBAPIError

from annotator.model.change import Row, RowChange, Value
from annotator.model.ids import ArticleId, PersonId
from annotator.storage.rows import TABLES

Key = tuple[Value, ...]

AT_ONCE = 500
"""How many keys one query names: engines limit the variables of a statement."""


class Reading:
    """A transaction that reads one state of the library.

    `texts` are texts that were read before: a text never changes, and one of a megabyte takes
    longer to read than a claim takes to write.
    """

    def __init__(self, connection: Connection, texts: dict[ArticleId, str] | None = None) -> None:
        self._connection = connection
        self.texts: dict[ArticleId, str] = {} if texts is None else texts

    @property
    def connection(self) -> Connection:
        """The connection, with everything written that was given to it."""
        return self._connection

    def row(self, table: str, key: Key) -> Row | None:
        """One row as plain cells, or None."""
        found = self.connection.execute(_selected(table), _bound(table, key)).mappings().first()
        return dict(found) if found else None

    def rows(self, table: str, keys: Collection[Key]) -> dict[Key, Row]:
        """Those of the rows that are there, by key."""
        chosen = TABLES[table]
        wanted = list(keys)
        found: dict[Key, Row] = {}
        for first in range(0, len(wanted), AT_ONCE):
            query = select(chosen).where(_one_of(chosen, wanted[first : first + AT_ONCE]))
            for row in self.connection.execute(query).mappings():
                cells = dict(row)
                found[_key(table, cells)] = cells
        return found


@dataclass(slots=True)
class Draft:
    """What a running step will be remembered as; `number` is there once it is on disk.

    Whoever makes the step may still say more precisely what it is and whose.
    """

    window: str
    label: str
    time: datetime
    person: PersonId | None = None
    article: ArticleId | None = None
    undoes: int | None = None
    number: int | None = None
    forgot: frozenset[int] = frozenset()
    """The numbers of earlier steps that have forgotten rows, so that they cannot be undone."""


class Step(Reading):
    """A transaction that writes, and keeps each row's state before and after.

    Insertions wait and go out together, a table at a time: thousands of claims come in at once.
    """

    def __init__(
        self, connection: Connection, draft: Draft, texts: dict[ArticleId, str] | None = None
    ) -> None:
        super().__init__(connection, texts)
        self.draft = draft
        self._touched: dict[tuple[str, Key], RowChange] = {}
        self._waiting: dict[str, list[Row]] = {}
        self._is_forgetting = False
        self.forgotten: set[tuple[str, Key]] = set()
        """Rows of which no step shall remember more than that they were there."""

    @property
    def connection(self) -> Connection:
        """The connection, after sending what waits."""
        self._send()
        return self._connection

    def insert(self, table: str, row: Mapping[str, Value]) -> None:
        """Add a row; every column must be given."""
        new = dict(row)
        self._waiting.setdefault(table, []).append(new)
        self._note(table, _key(table, new), None, new)

    def update(self, table: str, before: Row, **values: Value) -> Row:
        """Change cells of a row that was just read, its key apart; the row as it is now."""
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return before
        after = before | changed
        key = _key(table, before)
        new = {f"new_{name}": value for name, value in changed.items()}
        self.connection.execute(_updated(table, tuple(changed)), new | _bound(table, key))
        self._note(table, key, before, after)
        return after

    def delete(self, table: str, rows: Iterable[Row]) -> None:
        """Remove rows that were just read."""
        gone = {_key(table, row): row for row in rows}
        if gone:
            self.connection.execute(_deleted(table), [_bound(table, key) for key in gone])
        for key, row in gone.items():
            self._note(table, key, row, None)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of the step that is taken back alone when it raises; the rest goes on.

        What it did is then neither in the library nor remembered.
        """
        before, forgotten = dict(self._touched), set(self.forgotten)
        nested = self.connection.begin_nested()
        try:
            yield
            self._send()
        except BaseException as error:
            self._waiting.clear()
            self._touched, self.forgotten = before, forgotten
            # On a full disk the engine has taken the whole step back already.
            with suppress(*([DBAPIError] if isinstance(error, DBAPIError) else [])):
                nested.rollback()
            raise
        nested.commit()

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """What is deleted meanwhile is gone for good: no step remembers its cells, nor this one."""
        self._is_forgetting = True
        try:
            yield
        finally:
            self._is_forgetting = False

    def changes(self) -> tuple[RowChange, ...]:
        """Each touched row once, with its state before the step and after it."""
        return tuple(
            without_cells(one) if (one.table, one.key) in self.forgotten else one
            for one in self._touched.values()
            if one.before != one.after
        )

    def _send(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            for table, rows in waiting.items():
                self._connection.execute(_inserted(table), rows)

    def _note(self, table: str, key: Key, before: Row | None, after: Row | None) -> None:
        earlier = self._touched.get((table, key))
        first = earlier.before if earlier else before
        if self._is_forgetting:
            self.forgotten.add((table, key))
        self._touched[table, key] = RowChange(table, key, first, after)


def without_cells(change: RowChange) -> RowChange:
    """The same change of a row of which nothing but its key is known."""
    key = dict(zip(_key_columns(change.table), change.key, strict=True))
    before = None if change.before is None else key
    return RowChange(change.table, change.key, before, None if change.after is None else key)


@cache
def _key_columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in TABLES[table].primary_key.columns)


def _key(table: str, row: Mapping[str, Value]) -> Key:
    return tuple(row[name] for name in _key_columns(table))


def _bound(table: str, key: Key) -> Row:
    return {f"key_{name}": value for name, value in zip(_key_columns(table), key, strict=True)}


def _is(table: Table) -> ColumnElement[bool]:
    columns = table.primary_key.columns
    return and_(*(column == bindparam(f"key_{column.name}") for column in columns))


def _one_of(table: Table, keys: list[Key]) -> ColumnElement[bool]:
    columns = list(table.primary_key.columns)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return tuple_(*columns).in_(keys)


@cache
def _selected(table: str) -> "Select[*tuple[Value, ...]]":
    return select(TABLES[table]).where(_is(TABLES[table]))


@cache
def _inserted(table: str) -> Insert:
    return insert(TABLES[table])


@cache
def _updated(table: str, columns: tuple[str, ...]) -> Update:
    values: dict[str, BindParameter[Value]] = {name: bindparam(f"new_{name}") for name in columns}
    return update(TABLES[table]).where(_is(TABLES[table])).values(values)


@cache
def _deleted(table: str) -> Delete:
    return delete(TABLES[table]).where(_is(TABLES[table]))
