"""What a file is, is known at once and never by a word that it merely speaks of."""

from collections.abc import Callable
from time import perf_counter

import pytest

from annotator.exchange.readers import recognising, refusing
from annotator.exchange.readers.prologue import after_prologue
from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.registry import PLAIN_TEXT, format_of
from annotator.exchange.readers.web import archived
from annotator.exchange.readers.web import recognising as web
from annotator.exchange.readers.web.recognising import is_web_page
from annotator.model.failure import Refusal

HOSTILE = (
    b"<!--",
    b"<!-- -->",
    b"<!---->",
    b" ",
    b"\n",
    b"%PDF",
    b"%PDF-1.7\n",
    b"X-Note: a\n",
    b"X-Note: a\n b\n",
    b"Content-Type:\n",
    b"a-",
    b"\"'",
    b"> ",
    b"<?xml",
    b"<html ",
    b"<office:document ",
    b"PK\x03\x04mimetype",
    b"PK\x03\x04 xl",
    b"MZ",
    b"\xff\xfe< ",
)
SMALL, LARGE = 64_000, 512_000
"""Eight times as much may take eight times as long; squared it would be 64 times."""
MOST = 28


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def in_proportion(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """By the quickest of some runs: what else goes on here only makes one slower."""
    most = MOST * min(seconds(small) for _run in range(5))
    return any(seconds(large) < most for _run in range(5))


def looked_at(data: bytes) -> str:
    try:
        return format_of(data, "a.txt").name
    except Refusal as refused:
        return type(refused).__name__


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("begins", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html"])
def test_looking_at_a_file_takes_time_in_proportion_to_it(
    monkeypatch: pytest.MonkeyPatch, piece: bytes, begins: bytes
) -> None:
    # All of it is looked at, not only the start: so a start that takes too long shows.
    for module in (archived, web, refusing):
        monkeypatch.setattr(module, "_LOOKED_AT", LARGE)
    monkeypatch.setattr(recognising, "_START", LARGE)
    small, large = ((begins + piece * (size // len(piece))) for size in (SMALL, LARGE))
    assert in_proportion(lambda: looked_at(small), lambda: looked_at(large))


@pytest.mark.parametrize("piece", ["<!-- -->", "<!---->", " ", "<?xml?>\n", "<!-- "])
def test_what_stands_before_a_document_is_passed_over_once(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (SMALL, LARGE))
    assert in_proportion(lambda: after_prologue(small), lambda: after_prologue(large))


@pytest.mark.parametrize(
    "text",
    [
        "MIME-Version: 1.0 is how a mail begins.\nContent-Type: text/html says that it is a page.",
        "Note: on mail\nMIME-Version: 1.0\nContent-Type: text/html\nare what begins it.\n\nOh.",
        "From: a friend\n\nContent-Type: text/html\n\nis what mail says.",
        "The mark of a PDF is %PDF-1.7 and its end is %%EOF.",
        "%PDF-1.7 is how they begin, and then comes 1 0 obj.",
        "It begins so:\n%PDF-1.7\n1 0 obj\n<< >>\nendobj\n",
        "%PDF-1.7\nis how they begin: objects follow.",
        "<html> is the word that a page begins with, and <p> a paragraph.",
        "<!DOCTYPE html> stands before it.",
        "<body> is where the words are, <head> is not.\n\n</body> ends it.\n\nThat is all.",
        "<office:document> is what an OpenDocument begins with.",
        "<!-- a note -->\nA text may have one.",
    ],
)
def test_a_text_that_speaks_of_a_document_is_plain_text(text: str) -> None:
    assert format_of(text.encode(), "a.txt") is PLAIN_TEXT
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<HTML lang=en>\n\n<head>",
        "<!DOCTYPE html>\n<!-- a --><p>Hello",
        "<body>Hello</body>\n</html>\n",
        "<body bgcolor=white>Hello <a href='/'>there</a>, and so on",
    ],
)
def test_a_page_is_known_for_one(page: str) -> None:
    assert is_web_page(page.encode())
