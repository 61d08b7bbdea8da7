"""Read a PDF with a text layer as a person would read it from the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.pdf.refusals import PdfIsPicture, PdfUnreadable
from annotator.exchange.readers.refusing import NothingVisible
from annotator.model.text import canonical, is_empty
from annotator.words import ngettext

if TYPE_CHECKING:
    from annotator.exchange.readers.pdf.word import Page

_MOST_UNKNOWN = 0.3
"""With a larger share of letters that nobody can name, the text layer is of no use."""
_MARK = re.compile(rb"%PDF-\d\.\d[ \t\0]*(?:[\r\n%]|\Z)")
_NO_TEXT = re.compile(rb"[\r\n]{0,2}%[\x80-\xff]{4}")
_OBJECT = re.compile(rb"\d[ \t\r\n]{1,9}obj\b")
_LETTER, _CONTROL = re.compile(rb"[A-Za-z]"), re.compile(rb"[\0-\x08\x0e-\x1f]")


def recognises(data: bytes) -> bool:
    """Whether some bytes are a PDF: its mark, a line of its own, in the first kilobyte.

    What printers want to know may stand before it; a text that speaks of the mark has words there,
    or behind it neither an object nor the line of four signs that tells a PDF from a text.
    """
    mark = _MARK.search(data[:1024])
    if mark is None:
        return False
    before = data[: mark.start()]
    if _LETTER.search(before) and not _CONTROL.search(before):
        return False
    return bool(_NO_TEXT.match(data, mark.end()) or _OBJECT.search(data, mark.end()))


def read(data: bytes, _options: ReadOptions) -> ReadArticle:
    """The article in the text layer of a PDF.

    Raises PdfLocked, PdfDamaged, PdfTooLong, PdfTooMuchText, PdfIsPicture, PdfUnreadable or
    NothingVisible.
    """
    from annotator.exchange.readers.pdf.describing import described
    from annotator.exchange.readers.pdf.layout import laid_out
    from annotator.exchange.readers.pdf.opening import opened, pages_of

    with opened(data) as document:
        pages = pages_of(document)
        _refuse_unknown(pages)
        paragraphs, dropped, read_pages = laid_out(pages)
        text = canonical("\n".join(paragraphs))
        if is_empty(text):
            raise PdfIsPicture if any(page.picture for page in pages) else NothingVisible
        metadata = described(document, dropped)
    return ReadArticle(text, metadata, _notes(pages, read_pages), tuple(dropped))


def _refuse_unknown(pages: list[Page]) -> None:
    unknown = sum(page.unknown for page in pages)
    known = sum(len(word.text) for page in pages for word in page.words)
    if unknown > _MOST_UNKNOWN * max(known, 1):
        raise PdfUnreadable


def _notes(pages: list[Page], read_pages: set[int]) -> tuple[str, ...]:
    pictures = sum(page.picture and page.number not in read_pages for page in pages)
    damaged = sum(page.damaged for page in pages)
    lost = sum(page.lost for page in pages)
    notes = (
        ngettext(
            "{number} page is a picture without text; it was left out.",
            "{number} pages are pictures without text; they were left out.",
            pictures,
        ).format(number=pictures),
        ngettext(
            "{number} page is damaged and could not be read; it was left out.",
            "{number} pages are damaged and could not be read; they were left out.",
            damaged,
        ).format(number=damaged),
        ngettext(
            "Of {number} sign the PDF does not say which letter it is; it was left out.",
            "Of {number} signs the PDF does not say which letters they are; they were left out.",
            lost,
        ).format(number=lost),
    )
    numbers = (pictures, damaged, lost)
    return tuple(note for note, number in zip(notes, numbers, strict=True) if number)
