"""Documents known by their bytes, whatever their names are.

A ZIP archive names its parts in plain letters, so the parts of a document can be looked for
without opening it.
"""

import re

from annotator.exchange.readers.prologue import after_prologue

_ZIP = b"PK\x03\x04"
_MIME_TYPE = rb"PK\x03\x04.{26}mimetype(?:.{0,64}?)application/"
_OPEN_DOCUMENT = re.compile(_MIME_TYPE + rb"vnd\.oasis\.opendocument\.text(?!-web)", re.DOTALL)
_E_BOOK = re.compile(_MIME_TYPE + rb"epub\+zip", re.DOTALL)
_FLAT = re.compile(r"<office:document\s+[\w:.-]+\s*=")
_START = 2_000
"""Bytes in which a kind shows."""


def is_word(data: bytes) -> bool:
    """Whether it is a Word document or a template of one, not a spreadsheet or slides."""
    return data.startswith(_ZIP) and b"[Content_Types].xml" in data and b"word/" in data


def is_open_document(data: bytes) -> bool:
    """Whether it is an OpenDocument text, packed or flat."""
    start = data[:_START]
    flat = start.decode("latin-1").lstrip("ï»¿ \t\r\n")
    return bool(_OPEN_DOCUMENT.match(start) or _FLAT.match(after_prologue(flat)))


def is_e_book(data: bytes) -> bool:
    """Whether it is an EPUB."""
    start = data[:_START]
    return bool(_E_BOOK.match(start)) or (
        data.startswith(_ZIP) and b"META-INF/container.xml" in data and b".opf" in data
    )
