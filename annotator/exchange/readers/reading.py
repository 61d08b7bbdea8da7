"""Read an article, whatever it comes in: the one door for files, standard input and clipboard."""

from pathlib import Path

from annotator.exchange.files import MEGABYTE, TooLarge, read_bounded
from annotator.exchange.readers import plain_text
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.registry import format_of

__all__ = ["LARGEST", "ReadArticle", "read_bytes", "read_file", "read_text"]

LARGEST = 20 * MEGABYTE
"""No news article is longer; what is, is something else."""


def read_file(path: Path, encoding: str | None = None) -> ReadArticle:
    """The article in a file; `encoding` as a person named it.

    Raises the refusals of files.read_bounded and of read_bytes.
    """
    return read_bytes(read_bounded(path, LARGEST), path.name, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> ReadArticle:
    """The article in some bytes; the suffix of `name` helps to tell what they are.

    Raises TooLarge, the refusals of registry.format_of and those of the format.
    """
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    return format_of(data, name).read(data, ReadOptions(encoding))


def read_text(text: str) -> ReadArticle:
    """The article in a text, such as the clipboard's; raises TooLarge or NothingVisible."""
    if len(text) > LARGEST or len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise TooLarge(LARGEST)
    return plain_text.of_text(text)
