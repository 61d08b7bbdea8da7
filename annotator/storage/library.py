"""The library on disk: one file, opened safely, read in transactions and changed in steps."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from annotator.model.ids import ArticleId
from annotator.storage import changes, failures, sqlite
from annotator.storage.class_rows import EVERY_TABLE
from annotator.storage.step import Draft, Reading, Step
from annotator.storage.words import tables

FILE_NAME = "library.db"
SCHEMA = 4
"""The number of the newest migration; `PRAGMA user_version` of a library that is up to date."""


class Library:
    """An open library. Its methods may be called from several threads, each call whole."""

    def __init__(self, folder: Path, *, patience: float = sqlite.PATIENCE) -> None:
        """Open the library of a folder, making or upgrading it when need be.

        `patience` is how many seconds a step waits for another program's. Raises a
        `failures.LibraryRefusal`; then the file is as it was.
        """
        self.path = folder / FILE_NAME
        self._patience = patience
        self._texts: dict[ArticleId, str] = {}
        with sqlite.spoken(self.path):
            _ensure(self.path, patience)
            self._file = _identity(self.path)
            self._engine = sqlite.opened(self.path, patience)
            self._writing = sqlite.writing(self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @property
    def log(self) -> Path:
        """What is written stands there first."""
        return sqlite.log(self.path)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A look at one state of the library."""
        with self._spoken(), self._engine.connect() as connection, connection.begin():
            yield Reading(connection, self._texts)

    @contextmanager
    def changing(self, draft: Draft) -> Iterator[Step]:
        """One step: all of it is on disk when the block ends, or none of it.

        A step that touches nothing leaves no trace, and `draft.number` stays None. Raises
        `failures.Conflict` when the step contradicts what is in the library.
        """
        with self._spoken(), self._writing.connect() as connection:
            with connection.begin():
                self._refuse_unwritable(connection)
                step = Step(connection, draft, self._texts)
                yield step
                number = changes.write(step)
            draft.number = number

    @contextmanager
    def indexing(self) -> Iterator[Connection]:
        """A transaction for the search index alone; it is in no step and nobody notices it.

        What a power cut takes of it is read again, so it does not wait for the disk.
        """
        with (
            self._spoken(),
            self._writing.connect() as connection,
            sqlite.unhurried(connection),
            connection.begin(),
        ):
            self._refuse_unwritable(connection)
            yield connection

    def back_up(self, name: str) -> Path:
        """Put a checked copy into the folder of backups."""
        with self._spoken():
            return _back_up(self.path, name, self._patience)

    def empty_log(self) -> bool:
        """Leave nothing in the log of what was purged; no where another program is in its way."""
        with self._spoken(), self._engine.connect() as connection:
            return sqlite.empty_log(connection)

    def damage(self) -> list[str]:
        """What the database's own checks say against the file."""
        with self._spoken():
            return sqlite.damage(self.path, self._patience)

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            with sqlite.spoken(self.path):
                yield
        except failures.CannotWrite as error:
            self._refuse_other_file()
            raise error from error.__cause__
        except failures.Unreadable as error:
            raise failures.DamagedLibrary(self.path) from error

    def _refuse_unwritable(self, connection: Connection) -> None:
        self._refuse_other_file()
        if sqlite.version(connection) > SCHEMA:
            raise failures.NewerLibrary(self.path)

    def _refuse_other_file(self) -> None:
        # Writing goes on in a deleted file and is lost when the last one closes it.
        if _identity(self.path) != self._file:
            raise failures.LibraryGone(self.path)


def make_tables(connection: Connection) -> None:
    """Make what a new library consists of."""
    EVERY_TABLE.create_all(connection)
    tables.make(connection)


def _ensure(path: Path, patience: float) -> None:
    """Make the library if there is none, refuse what is no library, upgrade what is behind."""
    try:
        _make_missing(path)
        application, version = sqlite.header(path, patience)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    except OSError as error:
        raise failures.of_file(path, error) from error
    if application != sqlite.APPLICATION_ID:
        raise failures.NoLibrary(path)
    if version > SCHEMA:
        raise failures.NewerLibrary(path)
    if version < 1:
        raise failures.DamagedLibrary(path)
    if not writable:
        raise failures.CannotWrite(path)
    if version < SCHEMA:
        _upgrade(path, patience)


def _make_missing(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise failures.NoFolder(path.parent) from error
    if path.is_dir():
        raise failures.NoLibrary(path)
    if not path.exists():
        sqlite.make_file(path, SCHEMA, make_tables)


def _upgrade(path: Path, patience: float) -> None:
    from annotator.storage import migrating  # costs a third of the start: only when behind

    def keep_as_it_was(version: int) -> str:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        return _back_up(path, f"before-upgrade-from-{version}-{moment}.db", patience).name

    migrating.upgrade(path, SCHEMA, keep_as_it_was, patience)


def _back_up(path: Path, name: str, patience: float) -> Path:
    target = path.parent / failures.BACKUPS / name
    try:
        target.parent.mkdir(exist_ok=True)
        sqlite.back_up(path, target, patience)
    except OSError as error:
        raise failures.of_file(target, error) from error
    return target


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
