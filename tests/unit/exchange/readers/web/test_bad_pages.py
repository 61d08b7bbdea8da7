"""Pages that were made to stop whoever reads them, and pages with nothing in them."""

from contextlib import suppress
from time import monotonic

import pytest

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.web.limits import TooComplicated, refuse_too_complicated
from annotator.exchange.readers.web.page import read

SENTENCE = (
    "Its markup is too deeply nested or too large for an article, so it was not added: "
    "copy the article’s text in the browser and paste it."
)


def of(markup: str) -> ReadArticle:
    return read(markup.encode(), ReadOptions())


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "text",
        "<html><b><i>" * 10_000 + "text" + "</i></b>" * 10_000,
        "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">text",
        "<p " + " ".join(f"a{number}" for number in range(50_000)) + ">text",
        "<a>x</a>" * 200_000,
    ],
    ids=["nested", "nested and closed", "attributes", "bare attributes", "elements"],
)
def test_what_costs_every_parser_seconds_is_not_parsed(markup: str) -> None:
    began = monotonic()
    with pytest.raises(TooComplicated) as refused:
        of(markup)
    assert refused.value.sentence == SENTENCE
    assert monotonic() - began < 5


@pytest.mark.parametrize(
    "markup",
    [
        "<p>text" * 5_000,
        "<!-- " + "<div>" * 5_000 + " -->",
        "<script>" + "'<div>'" * 5_000 + "</script>",
        "<div><br><img src=x>text</div>" * 5_000,
        '<svg><path d="' + "M 0 0 " * 5_000 + '"/></svg>',
        "<font><p>a</font>" * 5_000,
    ],
    ids=["left open", "comment", "script", "void", "one long attribute", "ended from outside"],
)
def test_an_untidy_page_is_no_attack(markup: str) -> None:
    refuse_too_complicated(markup)  # does not raise


@pytest.mark.parametrize("piece", ['<a "', "<!--", "<script>", "<", "<a b='"])
def test_the_look_before_parsing_takes_time_in_proportion(piece: str) -> None:
    began = monotonic()
    with suppress(TooComplicated):
        refuse_too_complicated(piece * 200_000)
    assert monotonic() - began < 5


@pytest.mark.parametrize(
    "markup",
    ["", "<html></html>", "<html><body><script>write()</script></body></html>", "<!-- a -->", "\0"],
)
def test_a_page_without_a_word_is_refused(markup: str) -> None:
    with pytest.raises(NothingVisible):
        of(markup)


def test_an_entity_reads_no_file() -> None:
    markup = (
        '<!DOCTYPE html [<!ENTITY own "a b"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
        "<html><body><p>One &own; two &file; three</p></body></html>"
    )
    assert of(markup).text.endswith("One &own; two &file; three")


def test_a_page_is_known_by_its_first_bytes_and_read_apart() -> None:
    data = b"\n<!-- saved --><!DOCTYPE HTML><title>Note</title><p>The shop is closed."
    assert read_bytes(data, "note.txt").text == "Note\nThe shop is closed."


def test_a_piece_of_markup_is_known_by_its_name() -> None:
    assert read_bytes(b"<p>The shop is closed.", "note.HTM").text == "The shop is closed."
    assert read_bytes(b"<p>The shop is closed.", "note.txt").text == "<p>The shop is closed."
