"""Every match is where it stands in the text as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.reader.find import matches

TEXT = (
    "İstanbul’da the THE the\u00a0mayor: “don't”, co-op, CAFÉ cafe\u0301 and 𠮷野 theatre. Straße"
)


def quotes(words: str, **how: bool) -> list[str]:
    return [TEXT[start:end] for start, end in matches(TEXT, words, **how)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the", ["the", "THE", "the", "the"]),
        ("the mayor", ["the\u00a0mayor"]),
        ("café", ["CAFÉ", "cafe\u0301"]),
        ("istanbul'da", ["İstanbul’da"]),
        ("İstanbul'da", ["İstanbul’da"]),
        ('"don', ["“don"]),
        ("野 THEATRE.", ["野 theatre."]),
        ("  野 ", ["野"]),
        ("straße", ["Straße"]),
        (" ", []),
        ("", []),
        (".*", []),
    ],
)
def test_without_case(words: str, found: list[str]) -> None:
    assert quotes(words) == found


def test_with_case() -> None:
    assert quotes("the", case=True) == ["the", "the", "the"]
    assert quotes("Café", case=True) == []


def test_whole_words() -> None:
    assert quotes("the", whole=True) == ["the", "THE", "the"]
    assert quotes("don", whole=True) == []
    assert quotes("don't", whole=True) == ["don't"]
    assert quotes("cafe", whole=True) == []
    assert quotes("the mayor", whole=True) == ["the\u00a0mayor"]


def test_words_of_letters_with_signs_are_whole_with_them() -> None:
    text = "नमस्ते नम"
    assert [text[slice(*span)] for span in matches(text, "नम", whole=True)] == ["नम"]
    assert matches(text, "नम", whole=True)[0].start == text.rindex("नम")


@given(
    st.text(alphabet="abİß\U00020bb7"), st.text(alphabet="abİß\U00020bb7", min_size=1, max_size=3)
)
def test_matches_are_those_of_a_plain_search(text: str, words: str) -> None:
    plain = [found.start() for found in re.finditer(re.escape(words), text)]
    assert [span.start for span in matches(text, words, case=True)] == plain
    assert all(text[start:end] == words for start, end in matches(text, words, case=True))
    assert set(plain) <= {
        place for start, end in matches(text, words) for place in range(start, end)
    }
