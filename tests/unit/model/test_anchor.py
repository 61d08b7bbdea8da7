"""Anchors: found again on their own text and on another one, and never by guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import sample_article
from annotator.model.anchor import Anchor, Found, How, Located, anchor_of, find, locate
from annotator.model.span import Span
from annotator.model.text import canonical, sha256_of

SAMPLE = canonical(sample_article().read_text("utf-8"))
TEXT = st.text(st.sampled_from("ab 😀é\n"), min_size=1)


def anchored(text: str, span: Span) -> Anchor:
    return anchor_of(text, sha256_of(text), span)


def found(anchor: Anchor, text: str) -> Found:
    return find(anchor, text, sha256_of(text))


def quoted(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return anchored(text, Span(start, start + len(quote)))


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def test_an_anchor_holds_its_quote_and_32_code_points_around_it() -> None:
    text = "😀" * 40 + "quote" + "é" * 10
    anchor = anchored(text, Span(40, 45))
    assert anchor == Anchor(Span(40, 45), "quote", "😀" * 32, "é" * 10, sha256_of(text))


@pytest.mark.parametrize("span", [Span(-1, 2), Span(2, 2), Span(3, 2), Span(0, 4)])
def test_there_is_no_anchor_outside_the_text(span: Span) -> None:
    with pytest.raises(ValueError, match="Span"):
        anchored("abc", span)


@given(passages())
def test_on_its_own_text_an_anchor_stands_where_it_stood(passage: tuple[str, Span]) -> None:
    text, span = passage
    assert found(anchored(text, span), text) == Found(span, How.SAME)


@given(passages(), st.text(st.sampled_from("xyz"), min_size=1))
def test_after_an_insertion_before_it_an_anchor_is_found_or_lost_but_never_wrong(
    passage: tuple[str, Span], inserted: str
) -> None:
    text, span = passage
    span_now, how = found(anchored(text, span), inserted + text)
    moved = Span(span.start + len(inserted), span.end + len(inserted))
    places = [at for at in range(len(text)) if text.startswith(text[slice(*span)], at)]
    if len(places) == 1:
        assert (span_now, how) == (moved, How.MOVED)
    elif how is not How.SAME:
        assert span_now in (moved, None)


@given(passages())
def test_a_quote_twice_in_the_same_context_is_never_guessed(passage: tuple[str, Span]) -> None:
    text, span = passage
    wall = "#" * 40
    twice = f"{wall}{text}{wall}{text}{wall}"
    anchor = anchored(f"{wall}{text}{wall}", Span(span.start + 40, span.end + 40))
    assert found(anchor, "-" + twice) == Found(None, How.LOST)


def test_the_same_place_counts_on_another_text_when_a_neighbour_agrees() -> None:
    anchor = quoted("one two three two", "two")
    assert found(anchor, "one two three two, and more") == Found(Span(4, 7), How.SAME)


def test_the_same_words_at_the_same_place_by_chance_do_not_count() -> None:
    anchor = quoted("He said no to all that was asked of him. So the two went home again.", "no")
    other = "xx yyy no. He said no to all that was asked of him. So the two went home again."
    assert other[7:9] == "no" == anchor.exact
    anchor = Anchor(Span(7, 9), "no", anchor.prefix, anchor.suffix, anchor.sha256)
    assert found(anchor, other) == Found(Span(19, 21), How.MOVED)


def test_a_single_occurrence_at_its_place_among_new_words_is_the_same() -> None:
    anchor = quoted("aaa quote bbb", "quote")
    assert found(anchor, "xxx quote yyy") == Found(Span(4, 9), How.SAME)


def test_damage_to_a_position_is_mended_by_the_quote() -> None:
    anchor = Anchor(Span(0, 5), "quote", "", "", sha256_of("a quote"))
    assert found(anchor, "a quote") == Found(Span(2, 7), How.MOVED)


def test_a_changed_quote_is_found_as_changed() -> None:
    anchor = quoted(SAMPLE, "has successfully conducted over 200 operations")
    edited = "New: " + SAMPLE.replace("over 200", "more than 250")
    span, how = found(anchor, edited)
    assert how is How.CHANGED
    assert span
    assert edited[slice(*span)] == "has successfully conducted more than 250 operations"


def test_a_removed_quote_is_lost() -> None:
    anchor = quoted(
        SAMPLE, "The report notes that al Qaeda has established eight new training camps"
    )
    assert found(anchor, SAMPLE.replace(anchor.exact, "")) == Found(None, How.LOST)


QUOTE_CASES = [
    # text, exact, prefix, suffix, position, where it is found
    ("one two", "two", "", "", Span(4, 7), Located(Span(4, 7), moved=False)),
    ("one two", "two", "wrong", "", Span(4, 7), Located(Span(4, 7), moved=False)),
    ("one two", "two", "", "", Span(3, 6), Located(Span(4, 7), moved=True)),
    ("one two", "two", "", "", Span(4, 6), Located(Span(4, 7), moved=True)),
    ("one two", "two", "", "", Span(4, 99), Located(Span(4, 7), moved=True)),
    ("one two", "two", "", "", Span(-3, 7), Located(Span(4, 7), moved=True)),
    ("one two", "two", "", "", None, Located(Span(4, 7), moved=False)),
    ("two a two b", "two", "a ", "", Span(1, 4), Located(Span(6, 9), moved=True)),
    ("two a two b", "two", "", " b", None, Located(Span(6, 9), moved=False)),
    ("two a two b", "two", "", " a", None, Located(Span(0, 3), moved=False)),
    ("two a two b", "two", "", " ", Span(1, 4), None),
    ("two a two b", "two", "a ", " a", Span(1, 4), None),
    ("two a two b", "two", "", "", None, None),
    ("aaa", "aa", "", "", None, None),
    ("aaa", "aa", "a", "", None, Located(Span(1, 3), moved=False)),
    ("aaa", "aa", "", "", Span(1, 3), Located(Span(1, 3), moved=False)),
    ("one", "two", "", "", Span(0, 3), None),
    ("one", "", "", "", Span(1, 1), None),
    ("", "", "", "", None, None),
]


@pytest.mark.parametrize(("text", "exact", "prefix", "suffix", "position", "where"), QUOTE_CASES)
def test_a_quote_is_located_strictly(
    text: str, exact: str, prefix: str, suffix: str, position: Span | None, where: Located | None
) -> None:
    assert locate(text, exact, prefix, suffix, position) == where
