"""The library on disk: one file, opened safely, read in transactions and changed in steps."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.model.change import Change
from annotator.storage import changes, failures, sqlite
from annotator.storage.changes import Draft
from annotator.storage.rows import Base
from annotator.storage.step import Reading, Step

FILE_NAME = "library.db"
BACKUPS = "backups"
SCHEMA = 2
"""The number of the newest migration; `PRAGMA user_version` of a library that is up to date."""


class Library:
    """An open library. Its methods may be called from several threads, each call whole."""

    def __init__(self, folder: Path) -> None:
        """Open the library of a folder, making or upgrading it when need be.

        Raises a `failures.LibraryRefusal`; then the file is as it was.
        """
        self.path = folder / FILE_NAME
        with sqlite.spoken(self.path):
            _ensure(self.path)
            self._engine = sqlite.engine(self.path)
            self._writing = sqlite.writing(self._engine)
            self._file = _identity(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A look at one state of the library."""
        with (
            sqlite.spoken(self.path),
            self._engine.connect() as connection,
            connection.begin(),
        ):
            yield Reading(connection)

    @contextmanager
    def changing(self, draft: Draft) -> Iterator[Step]:
        """One step: all of it is on disk when the block ends, or none of it.

        A step that touches nothing leaves no trace, and `draft.number` stays None.
        """
        with sqlite.spoken(self.path), self._writing.connect() as connection:
            with connection.begin():
                self._refuse_lost_file()
                step = Step(connection)
                yield step
                number = changes.write(step, draft)
            draft.number = number

    def newer_changes(self, number: int) -> list[Change]:
        """The steps after that number, anybody's, in order."""
        with self.reading() as reading:
            return changes.since(reading, number)

    def back_up(self, name: str) -> Path:
        """Put a checked copy into the folder of backups."""
        target = self.path.parent / BACKUPS / name
        with sqlite.spoken(self.path):
            _back_up(self.path, target)
        return target

    def damage(self) -> list[str]:
        """What the database's own checks say against the file."""
        with sqlite.spoken(self.path):
            return sqlite.damage(self.path)

    def _refuse_lost_file(self) -> None:
        # Writing goes on in a deleted file and is lost when the last one closes it.
        if _identity(self.path) != self._file:
            raise failures.LibraryGone(self.path)


def _ensure(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            sqlite.make_file(path, SCHEMA, Base.metadata.create_all)
        application, version = sqlite.header(path)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise failures.CannotWrite(path)
    except OSError as error:
        raise failures.CannotWrite(path) from error
    if application != sqlite.APPLICATION_ID:
        raise failures.NoLibrary(path)
    if version > SCHEMA:
        raise failures.NewerLibrary(path)
    if version < SCHEMA:
        from annotator.storage import migrating  # costs a third of the start: only when behind

        _back_up(path, path.parent / BACKUPS / f"before-upgrade-from-{version}.db")
        migrating.upgrade(path)


def _back_up(path: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    sqlite.back_up(path, target)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
