"""A document that is a ZIP archive of parts (Word, OpenDocument, EPUB), opened with suspicion.

Nothing is ever unpacked to disk. A part is read only when it is asked for, and only as far as it
is of a size that a document can have; what is built to overload is known by its table of contents.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Self

from annotator.exchange.files import MEGABYTE
from annotator.exchange.readers.document_failures import (
    DamagedDocument,
    LockedDocument,
    OverloadingDocument,
    StrangeDocument,
)
from annotator.exchange.readers.refusing import NothingVisible

MOST_PARTS = 10_000
"""Entries of the archive; a book with all its pictures has some hundreds."""
LARGEST_PART = 50 * MEGABYTE
"""Bytes of a part that is read: markup, never a picture."""
MOST_TOGETHER = 100 * MEGABYTE
"""Bytes of all parts that are read."""
MOST_UNPACKED = 1_000 * MEGABYTE
"""Bytes that the whole archive says it unpacks to, pictures too."""
_SMALL = 1 * MEGABYTE
_STRETCH = 300
"""How many times its packed size a part that is not small may have; text packs to a tenth."""

_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing that nobody uses for documents
    OSError,
    ValueError,
    KeyError,
    OverflowError,
)


class Package:
    """The parts of a document by name."""

    def __init__(self, data: bytes) -> None:
        """Look at the table of contents.

        Raises NothingVisible, DamagedDocument, OverloadingDocument or StrangeDocument.
        """
        if not data:
            raise NothingVisible
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise DamagedDocument from error
        self._parts: dict[str, list[zipfile.ZipInfo]] = {}
        self._read = 0
        entries = self._archive.infolist()
        _refuse_overload(entries, len(data))
        for entry in entries:
            self._parts.setdefault(_checked(entry.filename), []).append(entry)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises DamagedDocument where it is not there, or twice, so that nobody knows which counts;
        LockedDocument or OverloadingDocument.
        """
        entries = self._parts.get(name, [])
        if len(entries) != 1:
            raise DamagedDocument
        (entry,) = entries
        if entry.flag_bits & _ENCRYPTED:
            raise LockedDocument
        self._read += entry.file_size
        if self._read > MOST_TOGETHER or is_too_large(entry):
            raise OverloadingDocument
        try:
            # It never unpacks to more than it says: reading stops there.
            return self._archive.read(entry)
        except RuntimeError as error:  # how zipfile says that it wants a password
            raise LockedDocument from error
        except _DAMAGE as error:
            raise DamagedDocument from error

    def part_if_there(self, name: str) -> bytes | None:
        """The bytes of a part that a document need not have; raises what `part` raises."""
        return self.part(name) if name in self else None


def _refuse_overload(entries: list[zipfile.ZipInfo], length: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # Parts that lie on each other are packed once and unpack many times.
    if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED or packed > length:
        raise OverloadingDocument


def is_too_large(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry says that it unpacks to more than a part that is read may have."""
    stretched = entry.file_size > max(_SMALL, entry.compress_size * _STRETCH)
    return entry.file_size > LARGEST_PART or stretched


def _checked(name: str) -> str:
    """The name as other parts refer to it. Raises StrangeDocument for one that leads out."""
    plain = name.replace("\\", "/").lstrip("/")
    if ".." in plain.split("/") or _DRIVE.match(plain):
        raise StrangeDocument
    return plain
