"""Chapters in the order of the spine; what is no part of the book's text stands aside."""

import pytest

from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.document_failures import DamagedDocument, ProtectedBook
from annotator.exchange.readers.epub.reading import read
from tests.unit.exchange.readers.documents.packed import epub

XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
TYPED = (
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
    '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
)


def text(*chapters: str) -> str:
    return read(epub({f"c{n}": one for n, one in enumerate(chapters)}), ReadOptions()).text


def test_the_spine_gives_the_order_and_stands_for_what_is_text() -> None:
    chapters = {name: XHTML.format(f"<p>{name}</p>") for name in ("b", "a", "contents", "extra")}
    spine = (
        '<itemref idref="contents"/><itemref idref="a"/><itemref idref="extra" linear="no"/>'
        '<itemref idref="b"/><itemref idref="nowhere"/>'
    )
    guide = '<guide><reference type="toc" href="contents.xhtml#top"/></guide>'
    book = read(epub(chapters, spine, guide), ReadOptions())
    assert (book.text, book.dropped) == ("a\nb", ("contents", "extra"))


def test_xhtml_with_the_names_of_html_and_elements_that_end_themselves() -> None:
    chapter = TYPED + XHTML.format(
        '<p>5&nbsp;km &mdash; A&amp;B<a id="x"/> on</p><div/><p>after</p>'
    )
    assert text(chapter) == "5\u00a0km — A&B on\nafter"


def test_what_is_no_xml_is_read_as_a_web_page() -> None:
    assert text("<html><body><p>one<br>two<p>three & more</body>") == "one\ntwo\nthree & more"


def test_notes_and_ways_back_and_navigation() -> None:
    chapter = XHTML.format(
        '<nav><p>Next</p></nav><p>Said<a epub:type="noteref" '
        'xmlns:epub="http://www.idpf.org/2007/ops" href="#n"><sup>1</sup></a> so.</p>'
        '<p>The note <a role="doc-backlink" href="#r">↩</a> ends.</p>'
    )
    assert text(chapter) == "Said[1] so.\nThe note ends."


def test_the_headline_stands_once_though_the_title_page_has_it_too() -> None:
    title, chapter = "<h1>The bridge</h1><p>Ida Fennick</p>", "<h1>The Bridge</h1><p>It closes.</p>"
    assert text(*map(XHTML.format, (title, chapter))) == "The bridge\nIda Fennick\nIt closes."
    other = "<h1>The ferry</h1><p>The bridge</p>"
    assert text(*map(XHTML.format, (chapter, other))) == (
        "The Bridge\nIt closes.\nThe ferry\nThe bridge"
    )


def test_copy_protection_is_said_and_scrambled_fonts_are_no_hindrance() -> None:
    def book(algorithm: str, place: str) -> bytes:
        locks = (
            '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
            f'<enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>'
            f'<enc:CipherReference URI="{place}"/></enc:CipherData></enc:EncryptedData>'
            "</encryption>"
        )
        chapters = {"c1": XHTML.format("<p>text</p>")}
        return epub(chapters, **{"META-INF_encryption.xml": locks})

    font = book("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")
    assert read(font, ReadOptions()).text == "text"
    with pytest.raises(ProtectedBook) as refused:
        read(book("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/c1.xhtml"), ReadOptions())
    assert refused.value.sentence == (
        "It is an e-book with copy protection, so it was not added: only the program that it was "
        "bought for can show it; choose one without."
    )


def test_a_book_without_chapters_or_with_a_missing_one_is_damaged() -> None:
    for broken in (epub({}), epub({"a": XHTML}, spine="<itemref/>")):
        with pytest.raises(DamagedDocument):
            read(broken, ReadOptions())
