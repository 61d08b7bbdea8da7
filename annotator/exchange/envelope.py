"""The form that an assignment and a hand-in travel in: a line that vouches for the rest.

Sticks, mail programs and learning platforms cut files off and change line ends. A hash over the
rest tells a damaged file from a good one before anything in it is believed. The rest is written
on one line, so that what changes line ends has nothing to change.
"""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import msgspec

from annotator.exchange import envelope_failures as failures
from annotator.exchange.files import MEGABYTE, TooLarge, read_bounded
from annotator.exchange.jsonld.failures import FileRefusal
from annotator.exchange.jsonld.strictness import tree_of

VERSION = 1
"""Of both formats. A reader refuses a higher one."""

LARGEST = 50 * MEGABYTE
"""Bytes of a file, when it is written as when it is read: as much as an archive may hold of one."""

_BOM = b"\xef\xbb\xbf"
_LONGEST_LINE = 1_000
"""Bytes of the first line; ours has about 130."""
FIRST_LINE = len(_BOM) + _LONGEST_LINE
"""So many bytes of a file say what it is."""


class Format(StrEnum):
    """What a file is."""

    ASSIGNMENT = "annotator-assignment"
    HAND_IN = "annotator-hand-in"


class _FirstLine(msgspec.Struct):
    format: Format
    version: int
    sha256: str


def sealed(kind: Format, document: object) -> bytes:
    """The file that holds a document of plain values (dicts, lists, text, numbers).

    Raises TooLargeToWrite for one that could not be read again.
    """
    rest = msgspec.json.encode(document)
    line = {"format": kind, "version": VERSION, "sha256": hashlib.sha256(rest).hexdigest()}
    data = msgspec.json.encode(line) + b"\n" + rest
    if len(data) > LARGEST:
        raise failures.TooLargeToWrite(LARGEST)
    return data


def bytes_of(path: Path) -> bytes:
    """All bytes of a file that may be one of both; raises TooLargeFile, or as read_bounded does."""
    try:
        return read_bounded(path, LARGEST)
    except TooLarge as error:
        raise failures.TooLargeFile(LARGEST) from error


def opened(data: bytes, kind: Format) -> object:
    """The document in a file of that kind, as plain values.

    Raises an EnvelopeRefusal: what is damaged, too large, of another kind or of a newer program is
    refused before its document is looked at.
    """
    line, rest = _parts(data)
    first = _first_line(line)
    if first.format is not kind:
        raise failures.IsHandIn if first.format is Format.HAND_IN else failures.IsAssignment
    if first.version > VERSION:
        raise failures.NewerFormat
    if first.version < 1 or hashlib.sha256(rest).hexdigest() != first.sha256.lower():
        raise failures.DamagedInTransit
    return _tree(rest)


def format_of(data: bytes) -> Format | None:
    """Which of the two some bytes are by their first line, damaged or not; None for neither."""
    try:
        return _first_line(_parts(data[:FIRST_LINE])[0]).format
    except failures.EnvelopeRefusal:
        return None


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > LARGEST:
        raise failures.TooLargeFile(LARGEST)
    if not data:
        raise failures.EmptyFile
    line, _end, rest = data.removeprefix(_BOM).partition(b"\n")
    return line, rest


def _first_line(line: bytes) -> _FirstLine:
    try:
        if len(line) > _LONGEST_LINE:
            raise failures.NotOurs
        return msgspec.convert(tree_of(line), _FirstLine)
    except (FileRefusal, msgspec.ValidationError, RecursionError) as error:
        _refuse_line(line, error)


def _refuse_line(line: bytes, error: Exception) -> NoReturn:
    """A line that names one of the formats and is no good was ours once."""
    if any(f'"{one}"'.encode() in line for one in Format):
        raise failures.DamagedInTransit from error
    raise failures.NotOurs from error


def _tree(rest: bytes) -> object:
    try:
        return tree_of(rest)
    except FileRefusal as error:
        raise failures.NotAsWritten(error) from error
    except RecursionError as error:
        raise failures.NotAsWritten("too deep") from error
