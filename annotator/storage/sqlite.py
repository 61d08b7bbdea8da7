"""What is SQLite's own: pragmas, STRICT, locking, backup, the numbers in the file's header.

A second engine stands beside this module, so nothing outside it says PRAGMA.
"""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from annotator.storage import failures

APPLICATION_ID = 0x414E4F54
"""ANOT, in the header of every library: another program's database is left alone."""

TABLE_OPTIONS: dict[str, Any] = {"sqlite_strict": True}

_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 10
_WRITING = "annotator_writing"


def engine(path: Path) -> Engine:
    """An engine on an existing library: it never makes a file."""
    made = create_engine(
        f"sqlite:///file:{_in_address(path)}?mode=rw&uri=true",
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def migrating(path: Path) -> Engine:
    """An engine for upgrades: locks at once, and does not enforce foreign keys meanwhile.

    Rebuilding a parent table with them on deletes or refuses its children, and the switch does
    nothing once a transaction runs. The caller checks `broken_references` before it commits.
    """
    made = engine(path)
    event.listen(made, "connect", _ignore_references)
    return writing(made)


def broken_references(connection: Connection) -> list[str]:
    """Rows that point to nothing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"{row[0]} {row[1]} -> {row[2]}" for row in rows]


def writing(made: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once, never half-way."""
    return made.execution_options(**{_WRITING: True})


def header(path: Path) -> tuple[int, int]:
    """Application id and schema number. Raises a refusal when this is no SQLite database."""
    with path.open("rb") as file:
        start = file.read(100)
    if not start:
        raise failures.EmptyLibrary(path)
    if not start.startswith(_MAGIC) or len(start) < 100:
        raise failures.NoLibrary(path)
    with closing(_plain(path)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    return int(application), int(version)


def sign(connection: Connection, version: int) -> None:
    """Write the application id and the schema number, inside the running transaction."""
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    connection.execute(text(f"PRAGMA user_version = {version}"))


def make_file(path: Path, version: int, fill: Callable[[Connection], None]) -> None:
    """Make a new library in one motion: two starts on an empty folder never see half of one.

    `fill(connection)` makes the tables. When another process was quicker, its file stays.
    """
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with closing(_plain(draft)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        made = engine(draft)
        with made.begin() as opened:
            fill(opened)
            sign(opened, version)
        made.dispose()
        _place(draft, path)
    finally:
        for left in (draft, _beside(draft, "-wal"), _beside(draft, "-shm")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def back_up(path: Path, target: Path) -> None:
    """A checked copy of a library that may be open elsewhere; `target` appears whole or not."""
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        with closing(_plain(path)) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            damage = _damage(copy)
        if damage:
            raise failures.DamagedLibrary(path)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def damage(path: Path) -> list[str]:
    """What SQLite's own checks say against the file; empty when they find nothing."""
    with closing(_plain(path)) as connection:
        found = _damage(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return found + [f"{row[0]} {row[1]} -> {row[2]}" for row in broken]


def data_version(connection: Connection) -> int:
    """A number that differs when another connection has committed since it was last asked."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what the engine raises into sentences."""
    try:
        yield
    except IntegrityError as error:
        raise failures.Conflict from error
    except DBAPIError as error:
        raise _sentence(path, error.orig) from error
    except sqlite3.Error as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: BaseException | None) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kinds: dict[int, type[failures.LibraryRefusal]] = {
        sqlite3.SQLITE_BUSY: failures.LibraryBusy,
        sqlite3.SQLITE_LOCKED: failures.LibraryBusy,
        sqlite3.SQLITE_FULL: failures.DiskFull,
        sqlite3.SQLITE_CORRUPT: failures.DamagedLibrary,
        sqlite3.SQLITE_NOTADB: failures.NoLibrary,
        sqlite3.SQLITE_READONLY: failures.CannotWrite,
        sqlite3.SQLITE_CANTOPEN: failures.CannotWrite,
        sqlite3.SQLITE_PERM: failures.CannotWrite,
        sqlite3.SQLITE_IOERR: failures.DiskFailed,
    }
    kind = kinds.get(code)
    return kind(path) if kind else error if isinstance(error, Exception) else RuntimeError(error)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # Without this the driver begins and commits by itself, DDL outside of any transaction.
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _ignore_references(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")


def _begin(connection: Connection) -> None:
    # Reading first and writing then fails at once when somebody wrote between; so the lock first.
    immediate = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _damage(connection: sqlite3.Connection) -> list[str]:
    rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    return [] if rows == ["ok"] else rows


def _place(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links: a memory stick
        if not path.exists():
            draft.rename(path)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _in_address(path: Path) -> str:
    return quote(str(path.absolute()))
