"""What is SQLite's own: pragmas, STRICT, locking, backup, the numbers in the file's header.

A second engine stands beside this module, so nothing outside it says PRAGMA.
"""

import re
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, Pool, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from annotator.storage import failures

APPLICATION_ID = 0x414E4F54
"""ANOT, in the header of every library: another program's database is left alone."""

TABLE_OPTIONS: dict[str, Any] = {"sqlite_strict": True}

PATIENCE = 10.0
"""Seconds that a step waits for another program's step to end."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_VERSION_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)
_CHECKED_AT_OPENING = 8_000_000
"""Bytes: a check of so much costs a start some 15 ms. What is larger is checked on request."""
_AGAIN_AFTER = 0.02
"""Seconds between two tries of what SQLite does not wait for by itself."""
_WRITING = "annotator_writing"


def only_where(condition: str) -> dict[str, Any]:
    """The option that limits an index to some rows."""
    return {"sqlite_where": text(condition)}


def opened(path: Path, patience: float = PATIENCE) -> Engine:
    """An engine on an existing library, looked over and made ready. Raises DamagedLibrary."""
    made = engine(path, patience)
    try:
        if not _look_over(made, path):
            return made
    except BaseException:
        made.dispose()
        raise
    # The others want their turn as well, and there may be room again.
    made.dispose()
    return engine(path, patience, NullPool)


def engine(path: Path, patience: float = PATIENCE, pool: type[Pool] = QueuePool) -> Engine:
    """An engine on an existing library: it never makes a file."""
    made = create_engine(
        "sqlite://", creator=lambda: _connect(path, "rw", patience), poolclass=pool
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def migrating(path: Path, patience: float = PATIENCE) -> Engine:
    """An engine for upgrades: locks at once, and does not enforce foreign keys meanwhile.

    Rebuilding a parent table with them on deletes or refuses its children, and the switch does
    nothing once a transaction runs. The caller checks `broken_references` before it commits.
    """
    made = engine(path, patience)
    event.listen(made, "connect", _ignore_references)
    return writing(made)


def writing(made: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once, never half-way."""
    return made.execution_options(**{_WRITING: True})


def _look_over(made: Engine, path: Path) -> bool:
    """Make ready a library that was just opened; whether it is open for one at a time.

    A backup that somebody put in the library's place is not in WAL mode. Raises DamagedLibrary.
    """
    with made.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        _use_wal(raw)
        small = path.stat().st_size <= _CHECKED_AT_OPENING
        if small and _findings(raw, "quick_check"):
            raise failures.DamagedLibrary(path)
        return bool(raw.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive")


def _use_wal(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
    """Switch to WAL mode. SQLite does not wait its turn for that, so it is asked again."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > end:
                raise
            time.sleep(_AGAIN_AFTER)
        else:
            return


def header(path: Path, patience: float = PATIENCE) -> tuple[int, int]:
    """Application id and schema number. Raises a refusal when this is no SQLite database.

    They are read from the file's bytes: another program's database is not even opened, for
    opening one may finish what its own program left undone.
    """
    with path.open("rb") as file:
        start = file.read(_HEADER_LENGTH)
    if not start:
        raise failures.EmptyLibrary(path)
    if not start.startswith(_MAGIC):
        raise failures.NoLibrary(path)
    if len(start) < _HEADER_LENGTH:
        raise failures.DamagedLibrary(path)
    application = int.from_bytes(start[_APPLICATION_AT])
    number = int.from_bytes(start[_VERSION_AT], signed=True)
    if application == APPLICATION_ID and _waits_to_be_copied(path):
        with closing(_connect(path, "ro", patience)) as connection:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
    return application, number


def version(connection: Connection) -> int:
    """The schema number as the running transaction sees it."""
    # Asked in every step, and the driver alone answers in a tenth of the time.
    raw = connection.connection.driver_connection
    assert raw is not None
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def sign(connection: Connection, number: int) -> None:
    """Write the application id and the schema number, inside the running transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


@contextmanager
def unhurried(connection: Connection) -> Iterator[None]:
    """Transactions meanwhile are whole, but a power cut may take the last of them back."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        raw.execute("PRAGMA synchronous = FULL")


def empty_log(connection: Connection) -> bool:
    """Copy the log beside the file into it and empty it; no while another program reads there.

    What was purged stands there otherwise, as pages that newer ones have replaced.
    """
    raw = connection.connection.driver_connection
    assert raw is not None
    try:
        busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:  # what was to be purged is, and nothing can be taken back
        return False
    return not busy


def broken_references(connection: Connection) -> list[str]:
    """Rows that point to nothing."""
    raw = connection.connection.driver_connection
    assert raw is not None
    return _broken_references(raw)


def make_file(path: Path, number: int, fill: Callable[[Connection], None]) -> None:
    """Make a new library in one motion: two starts on an empty folder never see half of one.

    `fill(connection)` makes the tables. When another process was quicker, its file stays.
    """
    with _draft(path) as draft:
        with closing(_connect(draft, "rwc", PATIENCE)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        made = engine(draft)
        try:
            with made.begin() as opened:
                fill(opened)
                sign(opened, number)
        finally:
            made.dispose()
        _place(draft, path)


def back_up(path: Path, target: Path, patience: float = PATIENCE) -> None:
    """A checked copy of a library that may be open elsewhere; `target` appears whole or not."""
    with _draft(target) as draft:
        with (
            closing(_connect(path, "rw", patience)) as source,
            closing(_connect(draft, "rwc", patience)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
            if _damage(copy):
                raise failures.DamagedLibrary(path)
        draft.replace(target)


def damage(path: Path, patience: float = PATIENCE) -> list[str]:
    """What SQLite's own checks say against the file; empty when they find nothing."""
    with closing(_connect(path, "rw", patience)) as connection:
        try:
            # What the first finds, the second would only stumble over.
            return _damage(connection) or _broken_references(connection)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if _kind(error) is not failures.DamagedLibrary:
                raise
            return [str(error)]


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what the engine raises into sentences."""
    try:
        yield
    except IntegrityError as error:
        raise failures.Conflict from error
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        kind = _kind(error.orig if isinstance(error, DBAPIError) else error)
        if kind is None:
            raise
        raise kind(path) from error


_KINDS: dict[int, type[failures.LibraryRefusal]] = {
    sqlite3.SQLITE_BUSY: failures.LibraryBusy,
    sqlite3.SQLITE_LOCKED: failures.LibraryBusy,
    sqlite3.SQLITE_PROTOCOL: failures.LibraryBusy,
    sqlite3.SQLITE_FULL: failures.DiskFull,
    sqlite3.SQLITE_IOERR_SHMSIZE: failures.DiskFull,
    sqlite3.SQLITE_CORRUPT: failures.DamagedLibrary,
    sqlite3.SQLITE_CORRUPT_VTAB: failures.SearchDamaged,
    # What is no database at all was refused before it was opened.
    sqlite3.SQLITE_NOTADB: failures.DamagedLibrary,
    sqlite3.SQLITE_READONLY: failures.CannotWrite,
    sqlite3.SQLITE_READONLY_DBMOVED: failures.LibraryGone,
    sqlite3.SQLITE_CANTOPEN: failures.CannotWrite,
    sqlite3.SQLITE_PERM: failures.CannotWrite,
    sqlite3.SQLITE_IOERR: failures.DiskFailed,
}
"""By result code; an extended code that is not listed counts as its low byte says."""

_DAMAGE = re.compile(
    "Could not decode to UTF-8|no such (table|column)|foreign key mismatch|table .* has no column"
)
"""Answers without a code of their own: text, or a definition of a table, that the disk changed."""


def _kind(error: BaseException | None) -> type[failures.LibraryRefusal] | None:
    # The engine's own answer repeats the words that the disk has changed into no text at all.
    if isinstance(error, UnicodeDecodeError) or _DAMAGE.match(str(error)):
        return failures.DamagedLibrary
    code = getattr(error, "sqlite_errorcode", 0)
    return _KINDS.get(code) or _KINDS.get(code & 0xFF)


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = _opened(path, mode, patience)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_IOERR_SHMSIZE:
            return connection  # whoever asks for more gets the same answer
        # The disk has no room for the file by which programs that have a library open at the same
        # time agree. One that has it for itself needs none, and reads all that was saved.
        connection.close()
        connection = _opened(path, "rw", patience)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    return connection


def _opened(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    # isolation_level: else the driver begins and commits by itself, DDL outside any transaction.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )


_ALWAYS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    # What is purged must not lie on in pages that are free.
    "secure_delete = ON",
)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _ALWAYS:
        connection.execute(f"PRAGMA {pragma}")


def _ignore_references(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")


def _begin(connection: Connection) -> None:
    # Reading first and writing then fails at once when somebody wrote between; so the lock first.
    immediate = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _damage(connection: sqlite3.Connection) -> list[str]:
    return _findings(connection, "integrity_check")


def _findings(connection: sqlite3.Connection, check: str) -> list[str]:
    """What a check says, but of the search index: that holds nothing new and is looked at apart.

    Only later versions of SQLite look into it.
    """
    rows = [str(row[0]) for row in connection.execute(f"PRAGMA {check}(20)")]
    return [row for row in rows if row != "ok" and "inverted index for FTS5" not in row]


def _broken_references(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check")
    return [f"{table} {row} -> {parent}" for table, row, parent, _key in rows]


def _waits_to_be_copied(path: Path) -> bool:
    """Whether newer pages stand in the log beside the file."""
    there = log(path)
    return there.exists() and there.stat().st_size > 0


def log(path: Path) -> Path:
    """The log of a library, in which newer pages wait to be copied into it."""
    return _beside(path, "-wal")


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A name beside `path` for a file that takes its place when it is whole."""
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        yield draft
    finally:
        for left in (draft, *(_beside(draft, ending) for ending in ("-wal", "-shm", "-journal"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Give the draft its name unless there is a file of that name."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links: a memory stick
        if not path.exists():
            with suppress(FileExistsError):
                draft.rename(path)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
