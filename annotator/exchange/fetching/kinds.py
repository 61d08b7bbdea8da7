"""What a server says that it sends, as a name by which a reader is found."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from annotator.exchange.fetching.failures import OtherKind

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "multipart/related": ".mhtml",
    "message/rfc822": ".mhtml",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_BY_NAME = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
"""Kinds that say nothing: the name in the address has to."""
_SHOWS_ITSELF = ("image/", "audio/", "video/", "application/zip", "application/x-")
"""Kinds whose first bytes tell a better name for them than the server does."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)


def name_for(address: str, content_type: str) -> str:
    """The last part of an address, with the suffix that the kind asks for. Raises OtherKind."""
    kind = content_type.partition(";")[0].strip().lower()
    name = unquote(PurePosixPath(urlsplit(address).path).name) or "page"
    if kind in _SUFFIXES:
        return f"{name}{_SUFFIXES[kind]}"
    if kind in _BY_NAME:
        return name if PurePosixPath(name).suffix else f"{name}.html"
    if kind.startswith("text/") or kind.startswith(_SHOWS_ITSELF):
        return f"{name}.txt"
    raise OtherKind(kind)


def charset_in(content_type: str) -> str | None:
    """The encoding that the server names, if it does."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None
