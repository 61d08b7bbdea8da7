"""Ends of claims move by characters and words, and after the mouse; a claim is never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.ui.reader.boundaries import cluster_end, cluster_start
from annotator.ui.reader.moving import By, End, Way, dragged, moved
from annotator.ui.reader.selection import widened
from tests.ui.reader.making import span_of
from tests.ui.reader.test_boundaries import FAMILY, TEXTS

TEXT = f"He told us the bridge {FAMILY} was safe.\n\nOthers doubt it."
START, END, ON, BACK = End.START, End.END, Way.ON, Way.BACK


@pytest.mark.parametrize(
    ("quote", "end", "way", "by", "after"),
    [
        ("the bridge", END, ON, By.WORD, f"the bridge {FAMILY} was"),
        ("the bridge", END, BACK, By.WORD, "the"),
        ("the", END, BACK, By.WORD, "the"),
        ("the bridge", START, BACK, By.WORD, "us the bridge"),
        ("the bridge", START, ON, By.WORD, "bridge"),
        ("the bridge", END, ON, By.CHARACTER, f"the bridge {FAMILY}"),
        (f"bridge {FAMILY}", END, BACK, By.CHARACTER, "bridge"),
        ("safe.", END, ON, By.CHARACTER, "safe.\n\nO"),
        ("safe.", START, BACK, By.CHARACTER, "s safe."),
        ("Others", START, BACK, By.CHARACTER, ".\n\nOthers"),
        ("doubt it.", END, ON, By.CHARACTER, "doubt it."),
        ("doubt it.", END, ON, By.WORD, "doubt it."),
        ("He", START, BACK, By.CHARACTER, "He"),
        ("H", END, BACK, By.CHARACTER, "H"),
        ("H", START, ON, By.CHARACTER, "H"),
    ],
)
def test_steps(quote: str, end: End, way: Way, by: By, after: str) -> None:
    start, stop = moved(TEXT, span_of(TEXT, quote), end, way, by)
    assert TEXT[start:stop] == after


@pytest.mark.parametrize(
    ("quote", "end", "to", "after"),
    [
        ("the bridge", END, "was", f"the bridge {FAMILY}"),
        ("the bridge", END, FAMILY, "the bridge"),
        ("the bridge", END, "as safe", f"the bridge {FAMILY} w"),
        ("the bridge", END, FAMILY[3:], f"the bridge {FAMILY}"),
        ("the bridge", START, "us", "us the bridge"),
        ("the bridge", START, " the", "the bridge"),
        ("the bridge", START, "ridge", "ridge"),
        ("the bridge", START, "was", "e"),
        ("the bridge", END, "He", "t"),
    ],
)
def test_ends_go_with_the_mouse(quote: str, end: End, to: str, after: str) -> None:
    start, stop = dragged(TEXT, span_of(TEXT, quote), end, TEXT.index(to))
    assert TEXT[start:stop] == after


@st.composite
def claims_in(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS.filter(lambda text: bool(text.strip())))
    span = widened(text, Span(0, len(text)))
    assert span
    start = draw(st.integers(span.start, span.end - 1))
    found = widened(text, Span(start, draw(st.integers(start + 1, span.end))))
    return text, found or span


def stands_well(text: str, span: Span) -> bool:
    whole = (
        cluster_start(text, span.start) == span.start and cluster_end(text, span.end) == span.end
    )
    return whole and not text[span.end - 1].isspace() and span.within(len(text))


@given(claims_in(), st.sampled_from(End), st.sampled_from(Way), st.sampled_from(By))
def test_a_step_moves_one_end_that_way_or_nothing(
    given: tuple[str, Span], end: End, way: Way, by: By
) -> None:
    text, span = given
    after = moved(text, span, end, way, by)
    assert stands_well(text, after)
    if end is START:
        assert after.end == span.end
        assert (after.start - span.start) * way >= 0
    else:
        assert after.start == span.start
        assert (after.end - span.end) * way >= 0


@given(claims_in(), st.sampled_from(End), st.data())
def test_a_dragged_claim_stands_well_wherever_the_mouse_goes(
    given: tuple[str, Span], end: End, data: st.DataObject
) -> None:
    text, span = given
    after = dragged(text, span, end, data.draw(st.integers(-3, len(text) + 3)))
    assert stands_well(text, after)
    assert after.end == span.end if end is START else after.start == span.start
