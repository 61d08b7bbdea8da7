"""What is copied says where it is from."""

import pytest

from annotator.model.quoting import attribution
from annotator.model.span import Span
from tests.unit.exchange.writers.works import article

TEXT = "Bridge 😀 is safe\n\nThe mayor says so.\nEngineers do not."


def quoted(words: str, **known: str) -> str:
    start = TEXT.index(words)
    return attribution(article(1, TEXT, **known), Span(start, start + len(words)), TEXT)


def test_all_that_is_known_stands_after_the_words() -> None:
    known = {
        "title": "Bridge is safe",
        "author": " Mia Cruz ",
        "outlet": "The Paper",
        "date": "2024-08-01",
        "address": "https://example.org/bridge",
        "language": "en",
    }
    assert quoted("The mayor", **known) == (
        "“The mayor” — Mia Cruz, Bridge is safe, The Paper, 2024-08-01, ¶ 2, "
        "https://example.org/bridge"
    )


def test_what_is_not_known_leaves_no_gap() -> None:
    assert quoted("😀 is", title="") == "“😀 is” — ¶ 1"
    assert quoted("😀 is", title="Bridge", date=" ") == "“😀 is” — Bridge, ¶ 1"


def test_words_across_paragraphs_name_both() -> None:
    assert quoted("says so.\nEngineers", title="") == "“says so.\nEngineers” — ¶ 2–3"


def test_white_space_around_the_words_is_not_quoted() -> None:
    assert quoted("says so.\n", title="") == "“says so.” — ¶ 2"


def test_a_text_without_a_paragraph_has_no_passage() -> None:
    with pytest.raises(IndexError):
        attribution(article(1, " \n"), Span(0, 1), " \n")
