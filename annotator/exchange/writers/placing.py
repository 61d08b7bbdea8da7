"""Put a finished file in its place whole: what was there stays until the new one is on the disk."""

import errno
import os
import re
import stat
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.exchange.writers import failures
from annotator.model.failure import Refusal
from annotator.words import N_, _

_KINDS: dict[int, Callable[[Path], Refusal]] = {
    errno.ENOSPC: failures.DiskFull,
    errno.EDQUOT: failures.DiskFull,
    errno.EFBIG: failures.DiskFull,
    errno.ENOENT: failures.NoFolder,
    errno.ENOTDIR: failures.NoFolder,
    errno.EISDIR: failures.IsFolder,
    errno.EACCES: failures.CannotWrite,
    errno.EPERM: failures.CannotWrite,
    errno.EROFS: failures.CannotWrite,
    errno.ENAMETOOLONG: failures.NameTooLong,
}

_DRAFT = re.compile(r"\.[0-9a-f]{32}\.part")
_DATABASE = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")

_WHY = {
    errno.EACCES: N_("you have no permission to"),
    errno.EPERM: N_("you have no permission to"),
    errno.EROFS: N_("its disk can only be read"),
    errno.ENOENT: N_("the computer keeps it for itself"),
}
"""Why a folder that is there takes no new file, by what it answers; message ids."""


def place(path: Path, data: bytes) -> None:
    """Write the bytes to the file, replacing it in one motion; a link's target is what is replaced.

    Raises one of `failures`; then the file is as it was and no draft is left.
    """
    with beside(path, data) as put:
        put()


@contextmanager
def beside(path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """The bytes whole on the disk beside the file; calling what this gives puts them in its place.

    Both raise one of `failures`; then, and where nobody calls it, the file is as it was and no
    draft is left. So what can fail has been tried before anything else says that it is done.
    """
    with _said_of(path):
        target = Path(os.path.realpath(path))
        there = _look(target)
        if there is not None and stat.S_ISDIR(there):
            raise failures.IsFolder(path)
        if _is_of_database(target):
            raise failures.IsLibrary(path)
        is_new_or_regular = there is None or stat.S_ISREG(there)
        draft = _draft(target, data, there) if is_new_or_regular else None

    def put() -> None:
        with _said_of(path):
            if draft is None:
                target.write_bytes(data)  # a pipe or a device: there is nothing to keep
            else:
                draft.replace(target)
                _settle(target.parent)

    try:
        yield put
    finally:
        if draft is not None:
            _drop(draft)


def is_draft(name: str) -> bool:
    """Whether a file of that name is one that was never put in its place."""
    return _DRAFT.fullmatch(name) is not None


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        kind = _KINDS.get(error.errno or 0, failures.DiskFailed)
        raise kind(path) from error


def _look(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _is_of_database(target: Path) -> bool:
    """Whether a database is there, or what its program keeps beside it; no report replaces one."""
    for ending in ("", *_BESIDE):
        if target.name.endswith(ending):
            database = target.with_name(target.name.removesuffix(ending) or target.name)
            if database.is_file():
                with database.open("rb") as file:
                    if file.read(len(_DATABASE)) == _DATABASE:
                        return True
    return False


def _draft(target: Path, data: bytes, there: int | None) -> Path:
    """The bytes in a file of their own, with the permissions of the one that is there."""
    # Its name is short, whatever the file's, and it lies on the same disk.
    draft = target.with_name(f".{uuid.uuid4().hex}.part")
    mode = 0o666 if there is None else stat.S_IMODE(there)
    try:
        with os.fdopen(_begun(draft, target, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _drop(draft)
        raise
    if there is not None:
        with suppress(OSError):  # a disk without permissions
            draft.chmod(mode)
    return draft


def _drop(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _begun(draft: Path, target: Path, mode: int) -> int:
    """The draft, open to be written; raises FolderRefuses where the folder takes no file."""
    try:
        return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except OSError as error:
        why = _WHY.get(error.errno or 0)
        if why is None or not draft.parent.is_dir():
            raise
        raise failures.FolderRefuses(target, _(why)) from error


def _settle(folder: Path) -> None:
    # The new name itself must reach the disk; where folders cannot be opened it does by itself.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
