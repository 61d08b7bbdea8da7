"""A selection becomes whole characters without white space around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.ui.reader.boundaries import cluster_end, cluster_start
from annotator.ui.reader.selection import widened
from tests.ui.reader.test_boundaries import FAMILY, TEXTS


@pytest.mark.parametrize(
    ("text", "span", "quote"),
    [
        ("one two three", (3, 8), "two"),
        ("one two three", (0, 13), "one two three"),
        (f"a{FAMILY}b", (3, 4), FAMILY),
        ("cafe\u0301 au", (0, 4), "cafe\u0301"),
        ("cafe\u0301 au", (4, 6), "e\u0301"),
        ("one\n\n\u00a0 two", (3, 8), "t"),
        ("x \u0301 y", (1, 4), " \u0301"),
        ("🇩🇪🇫🇷", (1, 2), "🇩🇪"),
    ],
)
def test_examples(text: str, span: tuple[int, int], quote: str) -> None:
    found = widened(text, Span(*span))
    assert found is not None
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize("span", [(3, 3), (3, 6), (4, 5)])
def test_nothing_but_white_space_is_no_selection(span: tuple[int, int]) -> None:
    assert widened("one \u00a0\ntwo", Span(*span)) is None


@given(TEXTS.filter(bool), st.data())
def test_every_visible_character_of_the_selection_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = widened(text, Span(start, end))
    visible = [place for place in range(start, end) if not text[place].isspace()]
    if found is None:
        assert not visible
        return
    assert all(found.start <= place < found.end for place in visible)
    assert cluster_start(text, found.start) == found.start
    assert cluster_end(text, found.end) == found.end
    assert not text[found.end - 1].isspace()
    assert widened(text, found) == found
