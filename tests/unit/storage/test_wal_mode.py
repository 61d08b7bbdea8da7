"""Switching to WAL mode waits for another program, as everything else does."""

import sqlite3
from collections.abc import Iterator

import pytest

from annotator.storage import sqlite


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
