"""Switching to WAL mode waits for another program, as everything else does."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from annotator.storage import sqlite
from annotator.storage.library import Library


class Refusing:
    """A connection that answers with errors of these codes before it obeys."""

    def __init__(self, codes: Iterator[int]) -> None:
        self._codes = codes
        self.asked = 0

    def execute(self, _pragma: str) -> "Refusing":
        self.asked += 1
        code = next(self._codes, None)
        if code is not None:
            error = sqlite3.OperationalError("refused")
            error.sqlite_errorcode = code
            raise error
        return self

    def fetchall(self) -> list[tuple[str]]:
        return [("wal",)]


def test_it_is_asked_again_while_somebody_holds_the_lock() -> None:
    connection = Refusing(iter([sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED]))
    sqlite._use_wal(connection)
    assert connection.asked == 3


def test_it_is_not_asked_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", -1.0)
    connection = Refusing(iter([sqlite3.SQLITE_BUSY] * 5))
    with pytest.raises(sqlite3.OperationalError):
        sqlite._use_wal(connection)
    assert connection.asked == 1


def test_another_error_is_not_waited_for() -> None:
    connection = Refusing(iter([sqlite3.SQLITE_CORRUPT]))
    with pytest.raises(sqlite3.OperationalError):
        sqlite._use_wal(connection)
    assert connection.asked == 1


def test_the_log_is_emptied_where_nobody_is_in_the_way(tmp_path: Path) -> None:
    library = Library(tmp_path)
    with library.indexing() as connection:
        connection.exec_driver_sql("CREATE TABLE more (cell TEXT) STRICT")
    assert library.log.stat().st_size > 0
    assert library.empty_log()
    assert library.log.stat().st_size == 0
    library.close()


def test_a_log_that_cannot_be_emptied_is_no_error() -> None:
    raw = Refusing(iter([sqlite3.SQLITE_LOCKED]))
    connection: Any = SimpleNamespace(connection=SimpleNamespace(driver_connection=raw))
    assert not sqlite.empty_log(connection)
    assert raw.asked == 1
