"""Read an article, whatever it comes in: the one door for files, standard input and clipboard."""

from dataclasses import replace
from pathlib import Path

from annotator.exchange.files import MEGABYTE, TooLarge, read_bounded
from annotator.exchange.readers import plain_text
from annotator.exchange.readers.apart import Cancelled, ReadingProcess, Stopped, read_apart
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import NothingVisible, ReaderBroke, TooHungry, TooSlow
from annotator.exchange.readers.registry import format_of
from annotator.exchange.readers.web.limits import TooComplicated
from annotator.model.text import is_empty

__all__ = [
    "LARGEST",
    "ReadArticle",
    "ReadingProcess",
    "Stopped",
    "is_document",
    "read_bytes",
    "read_file",
    "read_given",
    "read_rich_text",
    "read_text",
]

LARGEST = 20 * MEGABYTE
"""No news article is longer; what is, is something else."""
_NO_MARKUP = (NothingVisible, TooComplicated, TooSlow, TooHungry, ReaderBroke)
"""Why markup cannot be read; what is beside it as plain text then stands in for it."""


def read_file(
    path: Path,
    encoding: str | None = None,
    process: ReadingProcess | None = None,
    cancelled: Cancelled | None = None,
) -> ReadArticle:
    """The article in a file; `encoding` as a person named it.

    Raises the refusals of files.read_bounded and what read_bytes raises.
    """
    return read_bytes(read_bounded(path, LARGEST), path.name, encoding, process, cancelled)


def read_bytes(
    data: bytes,
    name: str,
    encoding: str | None = None,
    process: ReadingProcess | None = None,
    cancelled: Cancelled | None = None,
) -> ReadArticle:
    """The article in some bytes; the suffix of `name` helps to tell what they are.

    A document is read by `process`, or else by one of its own; plain text is read here. Raises
    TooLarge, the refusals of registry.format_of and those of the format; of a document also
    what apart.read_apart raises.
    """
    return read_given(data, name, ReadOptions(encoding), process, cancelled)


def read_given(
    data: bytes,
    name: str,
    options: ReadOptions,
    process: ReadingProcess | None = None,
    cancelled: Cancelled | None = None,
) -> ReadArticle:
    """The same with all that is known about the bytes, as of a page that was fetched."""
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    known = format_of(data, name)
    if not known.apart:
        return known.read(data, options)
    read = process.read if process else read_apart
    return replace(read(data, name, options, cancelled), cleaned=True)


def is_document(path: Path) -> bool:
    """Whether a reader has to choose what of a file is the article; plain text is taken whole.

    Raises the refusals of files.read_bounded and registry.format_of.
    """
    return format_of(read_bounded(path, LARGEST), path.name).apart


def read_text(text: str) -> ReadArticle:
    """The article in a text, such as the clipboard's; raises TooLarge or NothingVisible."""
    if len(text) > LARGEST or len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise TooLarge(LARGEST)
    return plain_text.of_text(text)


def read_rich_text(markup: str, plain: str = "", cancelled: Cancelled | None = None) -> ReadArticle:
    """The article in rich text, as a browser or Word puts it on the clipboard beside `plain`.

    The markup is read in a process of its own; what it cannot give is taken from `plain`. Raises
    TooLarge, NothingVisible, TooComplicated or what read_apart raises.
    """
    data = markup.encode("utf-8", "replace")
    if max(len(data), len(plain)) > LARGEST:
        raise TooLarge(LARGEST)
    try:
        return read_apart(data, "", ReadOptions(selected=True), cancelled)
    except _NO_MARKUP:
        if is_empty(plain):
            raise
        return read_text(plain)
