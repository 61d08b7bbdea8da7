"""What is true of every article that comes out of a document, whichever reader it was."""

from dataclasses import astuple, replace

from annotator.exchange.files import MEGABYTE
from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.refusing import NothingVisible, TooMuchText
from annotator.model.article import Metadata
from annotator.model.text import canonical, is_empty

MOST = 20
"""Megabytes of text, as of a file that is nothing but text."""


def finished(article: ReadArticle) -> ReadArticle:
    """The article with its text canonical and its details on one line each.

    Raises NothingVisible or TooMuchText: a document is not empty, so its text must not be.
    """
    text = canonical(article.text)
    if is_empty(text):
        raise NothingVisible
    if len(text.encode("utf-8")) > MOST * MEGABYTE:
        raise TooMuchText(MOST)
    shown = [number for number, one in enumerate(article.dropped) if not is_empty(one)]
    is_placed = len(article.places) == len(article.dropped)
    return replace(
        article,
        text=text,
        metadata=Metadata(*map(_one_line, astuple(article.metadata))),
        notes=tuple(map(canonical, article.notes)),
        dropped=tuple(canonical(article.dropped[number]) for number in shown),
        places=tuple(article.places[number] for number in shown) if is_placed else (),
    )


def _one_line(detail: str) -> str:
    return " ".join(canonical(detail).split())
