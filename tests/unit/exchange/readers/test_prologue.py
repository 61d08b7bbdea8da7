"""What stands before a document is passed over in one go, however much of it there is."""

import pytest

from annotator.exchange.readers.prologue import after_prologue
from annotator.exchange.readers.recognising import is_open_document
from annotator.exchange.readers.web.recognising import is_web_page

COMMENTS = b"<!-- note -->\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("<?xml version='1.0'?>\n<!-- a --><!-- b -->\n <html>", "<html>"),
        ("plain", "plain"),
        ("<!-- no end", "<!-- no end"),
        ("  ", ""),
    ],
)
def test_the_first_element_comes_after_declarations_and_comments(text: str, after: str) -> None:
    assert after_prologue(text) == after


@pytest.mark.parametrize("start", [COMMENTS * 500, b" " * 2_000, b"<!-- no end " * 600])
def test_text_behind_much_of_it_is_known_for_text_at_once(start: bytes) -> None:
    assert not is_web_page(start + b"and then plain text")
    assert not is_open_document(start + b"and then plain text")


def test_a_document_behind_it_is_known() -> None:
    assert is_web_page(COMMENTS * 50 + b"<html>")
    assert is_open_document(
        b"\xef\xbb\xbf<?xml?>" + COMMENTS + b"<office:document xmlns:office='x'>"
    )
