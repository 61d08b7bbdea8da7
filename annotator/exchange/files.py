"""A file from outside, read whole and bounded, or refused with a sentence.

A folder, a pipe that never ends or a file of ten gigabytes costs nothing: what is no regular file
is not opened, and not a byte more than the limit is read.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from annotator.model.failure import Refusal
from annotator.words import _

MEGABYTE = 1_000_000
"""Bytes."""

_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without blocking, should the file become a pipe between the look and the opening."""


class NotFound(Refusal):
    """There is nothing by that name."""

    def __init__(self) -> None:
        super().__init__(_("There is no such file: check its name and its folder."))


class IsFolder(Refusal):
    """A folder stands where a file is meant."""

    def __init__(self) -> None:
        super().__init__(_("It is a folder and was not read: choose the files in it."))


class NotRegular(Refusal):
    """A pipe, a device, a socket."""

    def __init__(self) -> None:
        super().__init__(
            _("It is a device or a pipe and was not read: save its content as a file first.")
        )


class NotAllowed(Refusal):
    """The computer does not let this person read it."""

    def __init__(self) -> None:
        super().__init__(
            _("You have no permission to read it: ask its owner, or copy it to a folder of yours.")
        )


class Unreadable(Refusal):
    """Reading fails for a reason of the computer's own."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("It cannot be read ({reason}): copy it to this computer and try again.").format(
                reason=reason
            )
        )


class TooLarge(Refusal):
    """More bytes than are read. `most` is in bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _("It is larger than {limit} MB and was not read: split it into smaller files.").format(
                limit=most // MEGABYTE
            )
        )


def read_bounded(path: Path, most: int) -> bytes:
    """All bytes of a regular file of at most `most` bytes.

    Raises NotFound, IsFolder, NotRegular, NotAllowed, Unreadable or TooLarge.
    """
    with open_regular(path) as file:
        try:
            return _read_whole(file, os.fstat(file.fileno()).st_size, most)
        except OSError as fault:
            raise _unreadable(fault) from fault


def open_regular(path: Path) -> BinaryIO:
    """A regular file, to be read in pieces, and closed by whoever asked.

    Raises NotFound, IsFolder, NotRegular, NotAllowed or Unreadable.
    """
    try:
        _refuse_irregular(path.stat().st_mode)
        file = os.fdopen(os.open(path, _OPEN), "rb")
    except (OSError, ValueError) as fault:
        raise refusal_of(fault) from fault
    try:
        _refuse_irregular(os.fstat(file.fileno()).st_mode)
    except BaseException:
        file.close()
        raise
    return file


def refusal_of(fault: OSError | ValueError) -> Refusal:
    """What is said of a file or a folder that cannot be opened; a NUL in a name is a ValueError."""
    if isinstance(fault, FileNotFoundError | NotADirectoryError | ValueError):
        return NotFound()
    return NotAllowed() if isinstance(fault, PermissionError) else _unreadable(fault)


def _unreadable(fault: OSError) -> Unreadable:
    return Unreadable(fault.strerror or type(fault).__name__)


def read_stream(stream: BinaryIO, most: int) -> bytes:
    """All bytes of a stream, such as standard input; raises TooLarge after `most` of them."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise TooLarge(most)
    return data


def _read_whole(file: BinaryIO, size: int, most: int) -> bytes:
    """All bytes of a file that says how many it has, which may have changed meanwhile.

    Asking for as many as a file may have would first get memory for so many.
    """
    data = file.read(min(size, most) + 1)
    if len(data) > size:
        data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise TooLarge(most)
    return data


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsFolder
    if not stat.S_ISREG(mode):
        raise NotRegular
