"""A ZIP archive of many people's files, such as a learning platform hands out.

It may be large and full of films, so it is never read whole; names in it are only shown, nothing
is unpacked to disk, and what is built to overload is known before it costs anything.
"""

import struct
import zipfile
import zlib
from contextlib import suppress
from typing import BinaryIO

from annotator.exchange.incoming_failures import DamagedArchive, LockedEntry, OverloadingArchive
from annotator.exchange.readers.package import MOST_PARTS, is_too_large

_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_ELSEWHERE_ENTRIES, _ELSEWHERE_TABLE = 0xFFFF, 0xFFFFFFFF
_LARGE_END = struct.Struct("<4sQ2H2L4Q")
_LARGE_END_MARK = b"PK\x06\x06"
_LOCATOR_SIZE = 20
_LONGEST_END = _LARGE_END.size + _LOCATOR_SIZE + _END.size + 0xFFFF
_LARGEST_TABLE = 5_000_000
"""Bytes of the table of contents: what is read before the first entry is known."""
_STARTS = (b"PK\x03\x04", _END_MARK)
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    ValueError, KeyError, OverflowError,
)  # fmt: skip


def is_archive(head: bytes) -> bool:
    """Whether a file begins as a ZIP archive does."""
    return head.startswith(_STARTS)


class Archive:
    """The files in an archive."""

    def __init__(self, file: BinaryIO) -> None:
        """Look at the table of contents. Raises DamagedArchive or OverloadingArchive."""
        try:
            size = file.seek(0, 2)
            _refuse_large_table(file, size)
            self._archive = zipfile.ZipFile(file)
        except _DAMAGE as error:
            raise DamagedArchive from error
        # Not by is_dir(), which trips on a name without a letter.
        entries = self._archive.infolist()
        self.entries = [one for one in entries if not one.filename.endswith("/")]
        # Entries that lie on each other are packed once and unpack many times.
        if len(self.entries) > MOST_PARTS or sum(one.compress_size for one in self.entries) > size:
            raise OverloadingArchive

    def head(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        """The first bytes of an entry; none where they cannot be read."""
        if entry.flag_bits & _ENCRYPTED:
            return b""
        try:
            with self._archive.open(entry) as file:
                return file.read(most)
        except (*_DAMAGE, RuntimeError):
            return b""

    def content(self, entry: zipfile.ZipInfo) -> bytes:
        """All of an entry. Raises LockedEntry, OverloadingArchive or DamagedArchive."""
        if entry.flag_bits & _ENCRYPTED:
            raise LockedEntry
        if is_too_large(entry):
            raise OverloadingArchive
        try:
            # It never unpacks to more than it says: reading stops there.
            return self._archive.read(entry)
        except RuntimeError as error:  # how zipfile says that it wants a password
            raise LockedEntry from error
        except _DAMAGE as error:
            raise DamagedArchive from error


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, its folders before it with `/`.

    An archive that does not say how its names are written has them in UTF-8 all the same, as most
    programs do it, or else in the code page that ZIP began with.
    """
    name = entry.orig_filename
    if not entry.flag_bits & _NAME_IS_UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _refuse_large_table(file: BinaryIO, size: int) -> None:
    """Read how much there is to come: the standard library would read all of it."""
    file.seek(max(size - _LONGEST_END, 0))
    tail = file.read(_LONGEST_END)
    at = tail.rfind(_END_MARK)
    if at < 0:
        raise DamagedArchive
    entries, table = _END.unpack_from(tail, at)[4:6]
    if entries == _ELSEWHERE_ENTRIES or table == _ELSEWHERE_TABLE:
        entries, table = _of_large_archive(tail, at)
    if entries > MOST_PARTS or table > _LARGEST_TABLE:
        raise OverloadingArchive


def _of_large_archive(tail: bytes, at: int) -> tuple[int, int]:
    """Both where they stand in larger numbers (ZIP64), as some programs always write them."""
    start = at - _LOCATOR_SIZE - _LARGE_END.size
    if start < 0 or not tail.startswith(_LARGE_END_MARK, start):
        raise DamagedArchive
    entries, table = _LARGE_END.unpack_from(tail, start)[7:9]
    return entries, table
