"""Code points and UTF-16 units, against Python's own encoder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map

TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("a😀𠀀é\n\uffff\U00010000\U0010ffff"),
    )
)


def units_in(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_each_position_is_where_the_encoder_puts_it(text: str) -> None:
    utf16 = Utf16Map(text)
    for position in range(len(text) + 1):
        unit = units_in(text[:position])
        assert utf16.to_utf16(position) == unit
        assert utf16.to_code_points(unit) == position
    assert (utf16.characters, utf16.units) == (len(text), units_in(text))


@given(TEXT)
def test_the_middle_of_a_pair_goes_to_its_start(text: str) -> None:
    utf16 = Utf16Map(text)
    for position, character in enumerate(text):
        if character > "\uffff":
            assert utf16.to_code_points(units_in(text[:position]) + 1) == position


@pytest.mark.parametrize("text", ["", "abc", "é", "a😀"])
def test_outside_the_text_is_nowhere(text: str) -> None:
    utf16 = Utf16Map(text)
    for position in (-1, len(text) + 1):
        with pytest.raises(IndexError):
            utf16.to_utf16(position)
    for unit in (-1, units_in(text) + 1):
        with pytest.raises(IndexError):
            utf16.to_code_points(unit)


def test_spans_go_both_ways() -> None:
    utf16 = Utf16Map("a😀b😀c")
    assert utf16.span_to_utf16(Span(1, 4)) == (1, 6)
    assert utf16.span_of(1, 6) == Span(1, 4)
    assert utf16.span_of(2, 5) == Span(1, 3)


def test_a_large_text_full_of_pairs() -> None:
    utf16 = Utf16Map("😀" * 100_000)
    assert utf16.to_utf16(99_999) == 199_998
    assert utf16.to_code_points(199_999) == 99_999
