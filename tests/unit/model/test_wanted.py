"""What is typed is words and phrases, whatever it looks like to a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import folded, folded_with_places
from annotator.model.wanted import Part, Wanted, wanted


def parts(typed: str) -> list[tuple[str, bool]]:
    return [(" ".join(one.words), one.unfinished) for one in wanted(typed).parts]


def test_words_and_an_unfinished_last_one() -> None:
    assert parts("The Bridg") == [("the", False), ("bridg", True)]
    assert parts("bridge ") == [("bridge", True)]


def test_a_phrase_that_is_closed_is_whole_and_one_that_is_not_goes_on() -> None:
    assert parts('"the bridge"') == [("the bridge", False)]
    assert parts("say “the bridge is saf") == [("say", False), ("the bridge is saf", True)]
    assert parts('«le pont» est"') == [("le pont", False), ("est", True)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("AND", ["and"]),
        ("a OR b NOT c", ["a", "or", "b", "not", "c"]),
        ("NEAR(a b, 3)", ["near a", "b", "3"]),
        ("x* -y ^z text:w", ["x", "y", "z", "text w"]),
        ("don't", ["don t"]),
        ("問題", ["問 題"]),
        ("'; DROP TABLE article; --", ["drop", "table", "article"]),
    ],
)
def test_nothing_has_to_be_learnt(typed: str, words: list[str]) -> None:
    assert [one for one, _open in parts(typed)] == words


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "-", "()", "…", "\ufe0f"])
def test_nothing_to_look_for(typed: str) -> None:
    assert not wanted(typed)


def test_who_pastes_a_page_means_its_beginning() -> None:
    found = wanted("word " * 1000 + '"' + "phrase " * 1000)
    assert sum(len(one.words) for one in found.parts) == 40
    assert len(wanted('"' + "word " * 1000).parts[0].words) == 40


def test_where_it_stands() -> None:
    text = "Bridges: the Bridge, abridged. THE   bridge!"
    found = wanted('the "bridge"').found(folded_with_places(text))
    assert [(text[one.span.start : one.span.end], one.part) for one in found] == [
        ("the", 0),
        ("Bridge", 1),
        ("THE", 0),
        ("bridge", 1),
    ]
    open_end = wanted("bridg").found(folded_with_places(text))
    assert [text[slice(*one.span)] for one in open_end] == ["Bridges", "Bridge", "bridge"]
    phrase = wanted('"the bridge"').found(folded_with_places(text))
    assert [text[slice(*one.span)] for one in phrase] == ["the Bridge", "THE   bridge"]


def test_words_of_scripts_without_blanks_are_found_within_others() -> None:
    text = "他說：沒有問題。"
    found = wanted("有問").found(folded_with_places(text))
    assert [text[slice(*one.span)] for one in found] == ["有問"]


@given(st.text(), st.text(min_size=1, alphabet="ab éß沒"))
def test_all_that_is_found_is_what_was_wanted(text: str, typed: str) -> None:
    looked_for = wanted(typed)
    for span, number in looked_for.found(folded_with_places(text)):
        part = looked_for.parts[number]
        assert " ".join(folded(text[slice(*span)]).split()).startswith(" ".join(part.words))


def test_nothing_is_wanted_of_no_parts() -> None:
    assert not Wanted(())
    assert Wanted((Part(("a",)),))
