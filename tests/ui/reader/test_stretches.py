"""Every code point lies in one stretch, and what lies where is found from either side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.ui.reader import stretches as module
from annotator.ui.reader.stretches import Stretches

TEXTS = st.text(alphabet="ab \n", max_size=60)


@pytest.fixture(autouse=True, scope="module")
def short_stretches() -> object:
    patch = pytest.MonkeyPatch()
    patch.setattr(module, "LONGEST", 7)
    yield
    patch.undo()


@given(TEXTS)
def test_stretches_lie_side_by_side(text: str) -> None:
    made = Stretches(text)
    spans = [made.span(number) for number in range(len(made))]
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.end - span.start <= 7 for span in spans)
    assert [one.end for one in spans[:-1]] == [one.start for one in spans[1:]]


@given(TEXTS)
def test_no_stretch_reaches_over_a_line_end(text: str) -> None:
    made = Stretches(text)
    for number in range(len(made)):
        start, end = made.span(number)
        assert "\n" not in text[start : end - 1]


@given(TEXTS)
def test_a_code_point_is_found_in_its_stretch(text: str) -> None:
    made = Stretches(text)
    for position in range(len(text)):
        span = made.span(made.at(position))
        assert span.start <= position < span.end
    assert made.at(len(text)) == len(made) - 1


@given(TEXTS)
def test_lines_are_those_of_the_text(text: str) -> None:
    made = Stretches(text)
    for line, words in enumerate(text.split("\n")):
        start, end = made.span_of_line(line)
        assert text[start:end].rstrip("\n") == words
        assert {made.line(stretch) for stretch in made.of_line(line)} == {line}


@given(TEXTS.filter(bool), st.data())
def test_a_span_lies_in_the_stretches_that_share_a_code_point(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = Stretches(text)
    sharing = [number for number in range(len(made)) if made.span(number).overlaps(span)]
    assert list(made.of(span)) == sharing
    assert sorted(made.by_stretch([("one", span)])) == sharing


@given(TEXTS.filter(bool), st.data())
def test_many_spans_in_any_order_lie_where_each_lies_alone(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=8))
    spans = [Span(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    made = Stretches(text)
    alone = {(stretch, number) for number, one in enumerate(spans) for stretch in made.of(one)}
    together = made.by_stretch(enumerate(spans))
    assert {(stretch, number) for stretch, there in together.items() for number in there} == alone
