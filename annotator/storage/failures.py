"""What can be wrong with a library, each in a sentence of its own."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import msgspec

from annotator.model.failure import Refusal
from annotator.words import N_, _


class Conflict(Exception):  # noqa: N818 - a service turns it into a sentence
    """The step does not fit what is in the library now; nothing of it was written."""


class Unreadable(Exception):  # noqa: N818 - the library turns it into a sentence
    """Cells that this program cannot have written: the disk has changed them."""


@contextmanager
def as_written() -> Iterator[None]:
    """Around the reading of cells. Raises Unreadable."""
    try:
        yield
    except (ValueError, KeyError, msgspec.MsgspecError) as error:
        raise Unreadable from error


BACKUPS = "backups"
"""The folder beside a library that holds copies of it."""


def has_backup(library: Path) -> bool:
    """Whether there is a copy of a library that could be put in its place."""
    try:
        return any(one.suffix == ".db" for one in (library.parent / BACKUPS).iterdir())
    except OSError:
        return False


class LibraryRefusal(Refusal):
    """Something about the library's file. `says` is a message id that names it as {path}."""

    says: ClassVar[str]

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(self.say().format(path=path))

    def say(self) -> str:
        """The sentence, with {path} where the file's name goes."""
        return _(self.says)


class EmptyLibrary(LibraryRefusal):
    """A file of no bytes: SQLite would take it for a new database."""

    says = N_(
        "The library {path} is an empty file. Nothing was written. "
        "Put a backup in its place, or move it away to begin a new library."
    )


class NoLibrary(LibraryRefusal):
    """A file that is something else."""

    says = N_(
        "{path} is not a library of this program. It was left as it is. "
        "Choose another folder with --data-dir, or move the file away."
    )


class NoFolder(LibraryRefusal):
    """A file that stands where the library's folder should be."""

    says = N_(
        "{path} is a file, not a folder, so no library can be kept in it. It was left as it "
        "is. Choose another folder with --data-dir."
    )


class NewerLibrary(LibraryRefusal):
    """A library that a later version has made or upgraded."""

    says = N_(
        "The library {path} was made by a newer version of Annotator. It was left as it is. "
        "Install the newer version to open it."
    )


class DamagedLibrary(LibraryRefusal):
    """A library that the database cannot read."""

    says = N_(
        "The library {path} is damaged. Nothing was written to it. Close Annotator and move this "
        "file, with those whose names begin with its own, to another folder: a new library begins "
        "in its place, and work that you have as .jsonld files can be brought into it."
    )
    says_with_backup = N_(
        "The library {path} is damaged. Nothing was written to it. Close Annotator and move this "
        "file, with those whose names begin with its own, to another folder. Then put a copy of "
        "the newest file from the folder “backups” in its place, under its name. Later work is "
        "not in it."
    )

    def say(self) -> str:
        """What can be done: a backup stands there only after an upgrade or when one was made."""
        return _(self.says_with_backup) if has_backup(self.path) else super().say()


class NotUpgraded(LibraryRefusal):
    """A library of an earlier version whose rows contradict each other; `backup` is its copy."""

    says = N_(
        "The library {path} could not be brought up to date, because rows in it contradict each "
        "other. It was left as it was, and there is a copy of it: backups/{backup}. Open it with "
        "the version of Annotator that made it, export its articles as .jsonld files, and import "
        "them into a new library."
    )

    def __init__(self, path: Path, backup: str) -> None:
        self.backup = backup
        super().__init__(path)

    def say(self) -> str:
        """The sentence with the name of the copy."""
        return super().say().format(path="{path}", backup=self.backup)


class SearchDamaged(LibraryRefusal):
    """The search index alone is damaged: it is made anew from what it was made of."""

    says = N_(
        "The search of the library {path} was damaged and is being made anew. What is in the "
        "library is safe. Search again in a moment."
    )


class LibraryBusy(LibraryRefusal):
    """Another program holds the write lock for longer than anybody waits."""

    says = N_(
        "Another program is writing to the library {path} and does not stop. This step was "
        "not saved; all earlier ones are. Try again in a moment."
    )


class DiskFull(LibraryRefusal):
    """No space left."""

    says = N_(
        "The disk with the library {path} is full. This step was not saved; all earlier ones "
        "are. Free some space and try again."
    )


class CannotWrite(LibraryRefusal):
    """A file or folder without permission to write."""

    says = N_(
        "The library {path} cannot be written. What is in it is safe. Allow writing to its "
        "folder, or choose another folder with --data-dir."
    )


class DiskFailed(LibraryRefusal):
    """The disk or the stick itself gave an error."""

    says = N_(
        "The disk with the library {path} did not answer as it should. This step was not "
        "saved. Check the disk, or whether the stick was pulled out, and try again."
    )


class LibraryGone(LibraryRefusal):
    """The file was moved or deleted while it was open: what is written now would be lost."""

    says = N_(
        "The library {path} was moved or deleted while it was open. This step was not saved. "
        "Put the file back, or start Annotator again."
    )


def of_file(path: Path, error: OSError) -> LibraryRefusal:
    """What the computer's own answer about a library's file or folder means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    return DiskFailed(path) if error.errno == errno.EIO else CannotWrite(path)
