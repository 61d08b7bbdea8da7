"""Text is compared without case, accents and punctuation, and the way back is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import folded, folded_with_places, is_emoji, is_run_on


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The “Bridge”, 3.5 km's!", "the bridge 3 5 km s"),
        ("Café CAFE\u0301", "cafe cafe"),
        ("Straße Ødegård Łódź đường", "strasse odegard lodz duong"),
        ("İstanbul ISPARTA ısı", "istanbul isparta isi"),
        ("Ёлка ОДЕССА", "елка одесса"),
        ("ΌΧΙ ὄχι ναυς", "οχι οχι ναυσ"),
        ("قال مُحَمَّد أحمد الـجـسر", "قال محمد احمد الجسر"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी में", "हिन्दी में"),
        ("한국은", "한국은"),
        ("沒有問題。iPhone手机", "沒 有 問 題 iphone 手 机"),
        ("𠮷野家", "𠮷 野 家"),
        ("ไทย", "ไ ท ย"),
        ("soft\u00adhyphen می\u200cخواهم", "softhyphen میخواهم"),
        ("one\u00a0two\u200bthree", "one two three"),
        ("🧑‍🚀 said", "🧑 🚀 said"),
        ("I❤\ufe0fit 👍🏽", "i ❤ it 👍 🏽"),
        ("one ❷ (two) ❨©❩ 20 °", "one ❷ two 20"),
        ("ﬁne ½", "fine 1 2"),
    ],
)
def test_what_a_search_compares(text: str, words: str) -> None:
    assert folded(text).split() == words.split()


def test_the_way_back_leads_to_the_letters_and_their_accents() -> None:
    text = "Ein Cafe\u0301, Straße"
    found = folded_with_places(text)
    start = found.text.index("cafe")
    assert found.span(start, start + 4) == (4, 9)
    start = found.text.index("strasse")
    assert found.span(start, start + 7) == (11, 17)


@given(st.text())
def test_every_letter_knows_where_it_comes_from(text: str) -> None:
    found = folded_with_places(text)
    assert found.text == folded(text)
    assert len(found.text) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)


@given(st.text())
def test_there_is_nothing_but_words_and_blanks(text: str) -> None:
    for letter in folded(text):
        assert letter == " " or is_emoji(letter) or unicodedata.category(letter)[0] in "LNM"


@given(st.text(alphabet="aÄßéИй沒ไ한 .,😀"))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)).split() == folded(text).split()


def test_scripts_without_blanks_between_words() -> None:
    assert [is_run_on(letter) for letter in "沒のไ𠮷"] == [True] * 4
    assert [is_run_on(letter) for letter in "aж한قह"] == [False] * 5
