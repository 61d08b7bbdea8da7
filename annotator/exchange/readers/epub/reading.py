"""An e-book to an article: its chapters one after the other."""

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.document_failures import DamagedDocument
from annotator.exchange.readers.epub.book import Book
from annotator.exchange.readers.epub.chapter import lines_of_chapter
from annotator.exchange.readers.package import Package
from annotator.exchange.readers.saying import dropped_of
from annotator.exchange.readers.web.blocks import key_of


def read(data: bytes, _options: ReadOptions) -> ReadArticle:
    """The article in the bytes of an e-book.

    Raises the refusals of document_failures, or NothingVisible.
    """
    lines: list[str] = []
    aside: list[str] = []
    with Package(data) as package:
        book = Book(package)
        chapters = book.chapters()
        if not chapters:
            raise DamagedDocument
        for chapter in chapters:
            these = lines_of_chapter(package.part(chapter.name))
            (aside if chapter.aside else lines).extend(_without_headline(these, lines))
    return ReadArticle("\n".join(lines), book.metadata(), (), dropped_of(aside))


def _without_headline(chapter: list[str], before: list[str]) -> list[str]:
    """A chapter without the headline that the page before it shows as well, as pandoc's does."""
    again = chapter and before and key_of(chapter[0]) == key_of(before[0]) != ""
    return chapter[1:] if again else chapter
