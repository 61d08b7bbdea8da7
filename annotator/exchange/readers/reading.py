"""Read an article, whatever it comes in: the one door for files, standard input and clipboard."""

from pathlib import Path

from annotator.exchange.files import MEGABYTE, TooLarge, read_bounded
from annotator.exchange.readers import plain_text
from annotator.exchange.readers.apart import Cancelled, ReadingProcess, Stopped, read_apart
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.registry import format_of

__all__ = [
    "LARGEST",
    "ReadArticle",
    "ReadingProcess",
    "Stopped",
    "read_bytes",
    "read_file",
    "read_text",
]

LARGEST = 20 * MEGABYTE
"""No news article is longer; what is, is something else."""


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
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    known, options = format_of(data, name), ReadOptions(encoding)
    if not known.apart:
        return known.read(data, options)
    return (process.read if process else read_apart)(data, name, options, cancelled)


def read_text(text: str) -> ReadArticle:
    """The article in a text, such as the clipboard's; raises TooLarge or NothingVisible."""
    if len(text) > LARGEST or len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise TooLarge(LARGEST)
    return plain_text.of_text(text)
