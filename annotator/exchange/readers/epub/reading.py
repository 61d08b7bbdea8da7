"""An e-book to an article: its chapters one after the other."""

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.document_failures import DamagedDocument
from annotator.exchange.readers.epub.book import Book
from annotator.exchange.readers.epub.chapter import lines_of_chapter
from annotator.exchange.readers.package import Package
from annotator.exchange.readers.saying import dropped_of


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
            (aside if chapter.aside else lines).extend(lines_of_chapter(package.part(chapter.name)))
    return ReadArticle("\n".join(lines), book.metadata(), (), dropped_of(aside))
