"""Open a PDF, or say in a sentence why not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from annotator.exchange.readers.pdf.characters import page_of
from annotator.exchange.readers.pdf.refusals import PdfDamaged, PdfLocked, PdfTooLong
from annotator.exchange.readers.pdf.word import Page

MOST_PAGES = 500
"""No article is longer; a book is something else."""

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document in some bytes, closed afterwards.

    Raises PdfLocked, PdfDamaged or PdfTooLong. One that opens without a password is read, though
    its owner may have set one against copying: the person reads it on the screen as well.
    """
    document = _open(data)
    try:
        pages = len(document)
        if not pages:
            raise PdfDamaged
        if pages > MOST_PAGES:
            raise PdfTooLong(pages, MOST_PAGES)
        yield document
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        if failure.err_code in _LOCKED:
            raise PdfLocked from failure
        raise PdfDamaged from failure


def pages_of(document: pdfium.PdfDocument) -> list[Page]:
    """The words of each page; raises PdfTooMuchText, or PdfDamaged when no page can be read."""
    pages: list[Page] = []
    signs, of_blanks = 0, set[bytes]()
    for number in range(len(document)):
        try:
            page, signs = page_of(document, number, signs, of_blanks)
        except pdfium.PdfiumError:
            page = Page(number, 0, 0, [], damaged=True)
        pages.append(page)
    if all(page.damaged for page in pages):
        raise PdfDamaged
    return pages
