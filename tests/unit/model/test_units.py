"""What a claim carries, beside the plainest way to say it: look at each character."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.model.units import ranges, runs, units

TEXTS = st.text(alphabet=st.sampled_from("aé中1_ .-\n\u0301🙂"), max_size=40)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS.filter(bool))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


def half_covered(text: str, spans: list[Span]) -> list[int]:
    """The units of which the spans together cover half, character by character."""
    marked = {place for span in spans for place in range(*span)}
    found = [range(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    return [
        number for number, unit in enumerate(found) if 2 * len(marked & {*unit}) >= len({*unit})
    ]


@given(texts_with_spans())
def test_a_unit_is_carried_where_half_of_its_characters_are_covered_together(
    given: tuple[str, list[Span]],
) -> None:
    text, spans = given
    carried = [number for found in ranges(units(text), spans) for number in found]
    assert carried == half_covered(text, spans)


@given(texts_with_spans())
def test_what_one_span_reaches_is_what_it_carries_alone(given: tuple[str, list[Span]]) -> None:
    text, spans = given
    reached = [list(range(*one)) for one in units(text).reached(spans)]
    assert reached == [half_covered(text, [span]) for span in spans]


@given(TEXTS)
def test_units_stand_where_their_words_and_signs_stand(text: str) -> None:
    found = units(text)
    spans = zip(found.starts, found.ends, strict=True)
    assert [text[start:end] for start, end in spans] == re.findall(r"\w+|[^\w\s]", text)
    assert len(found) == len(found.starts)
    assert [found.at(place) for place in range(len(text))] == [
        next((n for n in range(len(found)) if found.starts[n] <= place < found.ends[n]), None)
        for place in range(len(text))
    ]


def test_words_are_told_from_signs() -> None:
    found = units("Rain, he said: 4%")
    assert bytes(found.words) == bytes([1, 0, 1, 1, 0, 1, 0])
    assert found.span(range(1, 4)) == Span(4, 13)


@pytest.mark.parametrize(
    ("spans", "carried"),
    [
        ([Span(0, 3)], []),  # less than half of "bridges"
        ([Span(0, 3), Span(6, 7)], [range(0, 1)]),  # half by two claims
        ([Span(0, 3), Span(1, 3)], []),  # the same characters twice are no more
        ([Span(2, 5)], []),  # its middle, and no half of it
        ([Span(2, 5), Span(5, 9)], [range(0, 1)]),
        ([Span(3, 12)], [range(0, 2)]),
    ],
)
def test_pieces_of_a_word_count_together(spans: list[Span], carried: list[range]) -> None:
    assert ranges(units("bridges fell"), spans) == carried


def test_a_set_is_read_as_ranges() -> None:
    assert runs(0) == []
    assert runs(0b1101110) == [range(1, 4), range(5, 7)]
