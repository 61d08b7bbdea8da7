"""Two texts side by side: paragraphs that belong together, and the words that differ in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import differences, matching
from annotator.model.differences import Row, changed_words, rows
from annotator.model.matching import matches
from annotator.model.span import Span
from annotator.model.tokens import spans_of, tokens

TEXT = st.text(st.sampled_from("ab .,😀é\n\u0301\u200dא家"), max_size=60)


def shown(old: str, new: str) -> list[tuple[str, str]]:
    """Rows as their words, those that differ in [brackets]."""
    return [
        (_bracketed(old, row.old, row.old_marks), _bracketed(new, row.new, row.new_marks))
        for row in rows(old, new)
    ]


def _bracketed(text: str, whole: Span | None, marks: tuple[Span, ...]) -> str:
    if whole is None:
        return ""
    said, at = "", whole.start
    for start, end in marks:
        said += f"{text[at:start]}[{text[start:end]}]"
        at = end
    return said + text[at : whole.end]


@given(TEXT)
def test_tokens_laid_end_to_end_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXT, TEXT)
def test_what_is_not_marked_is_the_same_on_both_sides(old: str, new: str) -> None:
    gone, came = changed_words(old, new)
    assert "".join(_left(old, gone).split()) == "".join(_left(new, came).split())


def _left(text: str, marks: list[Span]) -> str:
    for start, end in reversed(marks):
        text = text[:start] + text[end:]
    return text


@given(TEXT, TEXT)
def test_each_paragraph_is_shown_once_and_in_order(old: str, new: str) -> None:
    shown_rows = list(rows(old, new))
    for text, spans in (
        (old, [row.old for row in shown_rows if row.old]),
        (new, [row.new for row in shown_rows if row.new]),
    ):
        assert spans == sorted(spans)
        said = "".join(text[start:end] for start, end in spans)
        assert _visible(said) == _visible(text)


def _visible(text: str) -> str:
    return "".join(text.replace("\u200d", "").split())


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_matches_are_equal_and_rise(old: list[str], new: list[str]) -> None:
    before = (-1, -1)
    for here, there in matches(old, new):
        assert old[here] == new[there]
        assert here > before[0] and there > before[1]
        before = here, there


@given(st.lists(st.integers(0, 30)), st.lists(st.integers(0, 30)))
def test_long_stretches_are_cut_at_what_occurs_once(old: list[int], new: list[int]) -> None:
    one, other = [str(number) for number in old], [str(number) for number in new]
    small, matching.SMALL = matching.SMALL, 0
    try:
        found = matches(one, other)
    finally:
        matching.SMALL = small
    assert all(one[here] == other[there] for here, there in found)
    assert found == sorted(found)
    assert len({here for here, _ in found}) == len({there for _, there in found}) == len(found)


def test_a_corrected_word_is_marked_on_both_sides() -> None:
    old = "Title\n\nThe mayor said 30 people were hurt. Nobody was killed.\n"
    new = "Title\nThe mayor said at least 35 people were hurt. Nobody was killed, she said.\n"
    assert shown(old, new) == [
        ("Title", "Title"),
        (
            "The mayor said [30] people were hurt. Nobody was killed.",
            "The mayor said [at least 35] people were hurt. Nobody was killed[, she said].",
        ),
    ]


def test_a_new_and_a_dropped_paragraph_stand_alone() -> None:
    old = "One stays here.\nTwo goes away for ever.\nThree stays as well.\n"
    new = "One stays here.\nThree stays as well.\nSomething entirely else came.\n"
    assert shown(old, new) == [
        ("One stays here.", "One stays here."),
        ("[Two goes away for ever.]", ""),
        ("Three stays as well.", "Three stays as well."),
        ("", "[Something entirely else came.]"),
    ]


def test_paragraphs_that_were_changed_find_their_versions_beside_new_ones() -> None:
    old = "The bridge opens in May.\nThe school stays shut today.\n"
    new = "Rain fell.\nThe bridge opens in June.\nWind blew.\nThe school stays shut tomorrow.\n"
    assert shown(old, new) == [
        ("", "[Rain fell.]"),
        ("The bridge opens in [May].", "The bridge opens in [June]."),
        ("", "[Wind blew.]"),
        ("The school stays shut [today].", "The school stays shut [tomorrow]."),
    ]


def test_in_a_long_stretch_each_paragraph_takes_the_nearest_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(differences, "MOST_PAIRS", 0)
    old = "The bridge opens in May.\nGone for good, all of it.\nThe school stays shut today.\n"
    new = "The bridge opens in June.\nRain fell.\nThe school stays shut tomorrow.\n"
    assert [one for one, _other in shown(old, new)] == [
        "The bridge opens in [May].",
        "[Gone for good, all of it.]",
        "",
        "The school stays shut [today].",
    ]
    assert list(rows("", "a")) == [Row(None, Span(0, 1), (), (Span(0, 1),))]


def test_letters_that_stayed_by_chance_between_changes_count_as_changed() -> None:
    gone, came = changed_words("red a green , blue", "one a two , three")
    assert [gone, came] == [[Span(0, 18)], [Span(0, 17)]]


def test_only_white_space_that_changed_is_nothing_to_be_seen() -> None:
    row = next(iter(rows("One line.  \n", "One line.\n")))
    assert (row.is_same, row.differs) == (True, False)


@pytest.mark.parametrize(
    "drawn", ["👩🏽‍⚖️", "🇩🇪", "e\u0301te\u0301", "قَالَ", "हिन्दी", "don’t"[:3], "क\u200dष"]
)
def test_what_is_drawn_as_one_is_never_cut(drawn: str) -> None:
    assert tokens(f"x {drawn} y") == ["x", f" {drawn}", " y"]


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    assert tokens("𠮷野家で") == ["𠮷", "野", "家", "で"]
    assert spans_of([" a", "  bc"], 10) == [Span(11, 12), Span(14, 16)]
