"""PDFs that give no article: one sentence each, whole, and soon."""

import random
import time
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument, PdfiumError

from annotator.exchange.readers import limits
from annotator.exchange.readers.apart import read_apart
from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.pdf import characters, opening
from annotator.exchange.readers.pdf.reading import read, recognises
from annotator.exchange.readers.pdf.refusals import (
    PdfDamaged,
    PdfIsPicture,
    PdfTooLong,
    PdfTooMuchText,
    PdfUnreadable,
)
from annotator.exchange.readers.pdf.word import Page
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.registry import format_of
from annotator.model.failure import Refusal
from tests.unit.exchange.readers.pdf.by_hand import DRAWN, PICTURE, bomb, lines, pdf, shown

SAMPLES = Path(__file__).parent / "samples"


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read(data, ReadOptions())
    return refused.value


@pytest.mark.parametrize("page", [PICTURE, DRAWN])
def test_a_picture_of_a_page(page: bytes) -> None:
    refused = refusal(pdf([page]))
    assert isinstance(refused, PdfIsPicture)
    assert str(refused) == (
        "This PDF is a picture of a page and holds no text, so it was not added: have a program "
        "recognise its text (OCR) and add the result, or type the article’s text and paste it."
    )


def test_a_scanner_s_mark_on_each_page_is_no_text() -> None:
    marked = PICTURE + shown("Scanned by PaperCam", 150, 10, 8)
    assert isinstance(refusal(pdf([marked, marked, marked])), PdfIsPicture)


def test_an_empty_page() -> None:
    assert isinstance(refusal(pdf([b""])), NothingVisible)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 500, pdf([])])
def test_nothing_that_can_be_opened(data: bytes) -> None:
    refused = refusal(data)
    assert isinstance(refused, PdfDamaged)
    assert str(refused) == (
        "This PDF is damaged or was not saved to its end, so it was not added: "
        "get the file again, or copy the article’s text and paste it."
    )


def test_more_pages_than_an_article_has() -> None:
    refused = refusal(pdf([b""] * 501))
    assert isinstance(refused, PdfTooLong)
    assert str(refused) == (
        "This PDF has 501 pages and at most 500 can be read, so it was not added: "
        "save the pages of the article as a PDF of their own and add that."
    )


def test_more_text_than_an_article_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(characters, "MOST_SIGNS", 100)
    refused = refusal(pdf([lines(["The bridge is closed"] * 6)]))
    assert isinstance(refused, PdfTooMuchText)
    assert str(refused) == (
        "This PDF holds far more text than an article, so it was not added: "
        "save the pages of the article as a PDF of their own and add that."
    )


def test_letters_that_nobody_can_name() -> None:
    nameless = b"BT /F1 10 Tf 50 500 Td (\\001\\003\\004\\005\\006\\007\\016\\017) Tj ET"
    refused = refusal(pdf([nameless + shown("no", 50, 400)]))
    assert isinstance(refused, PdfUnreadable)
    assert str(refused) == (
        "This PDF does not say which letters its signs stand for, so it was not added: have a "
        "program recognise its text (OCR) and add the result, or copy the article from another "
        "place and paste it."
    )


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused_or_read(share: float) -> None:
    data = (SAMPLES / "libreoffice-report.pdf").read_bytes()
    try:
        text = read(data[: int(len(data) * share)], ReadOptions()).text
    except PdfDamaged:
        return
    assert text.strip()


def test_damaged_bytes_end_in_a_text_or_a_refusal() -> None:
    data = bytearray((SAMPLES / "groff-columns.pdf").read_bytes())
    chance = random.Random(7)
    for _attempt in range(30):
        broken = bytearray(data)
        for _byte in range(40):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            assert read(bytes(broken), ReadOptions()).text.strip()
        except Refusal as refused:
            assert str(refused)


def test_it_is_known_by_its_first_bytes() -> None:
    assert recognises(b"\n\n%PDF-1.4\r%\xe2\xe3\n1 0 obj ...")
    assert recognises(b"\x1b%-12345X@PJL SET COPIES=1\n%PDF-1.7\n1 0 obj")


@pytest.mark.parametrize("contents", [bomb(3000), b"q " * 5_000_000, b"BT ET " * 3_000_000])
def test_a_bomb_ends_in_a_sentence_in_a_process_of_its_own(contents: bytes) -> None:
    start = time.monotonic()
    with pytest.raises(Refusal) as refused:
        read_apart(pdf([contents]), "bomb.pdf", ReadOptions())
    assert str(refused.value).endswith(".")
    assert "(" not in str(refused.value)
    assert time.monotonic() - start < limits.SECONDS + 3


def test_a_good_file_is_read_in_a_process_of_its_own() -> None:
    data = (SAMPLES / "libreoffice-no-copying.pdf").read_bytes()
    assert read_apart(data, "a.pdf", ReadOptions()) == read(data, ReadOptions())


def test_what_is_only_named_so_is_said_to_be_damaged() -> None:
    assert format_of(b"no PDF at all", "article.pdf").read is read
    assert isinstance(refusal(b"no PDF at all"), PdfDamaged)


def test_a_damaged_page_among_others_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "page_of", broken_on_the_second)
    given = read(pdf([lines(["The bridge is closed."])] * 2), ReadOptions())
    assert given.notes == ("1 page is damaged and could not be read; it was left out.",)


def broken_on_the_second(
    document: PdfDocument, number: int, seen: int, of_blanks: set[bytes]
) -> tuple[Page, int]:
    if number == 1:
        raise PdfiumError("no page")
    return characters.page_of(document, number, seen, of_blanks)
