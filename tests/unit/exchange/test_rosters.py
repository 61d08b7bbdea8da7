"""Whatever list of names a teacher has, its names come out in order, or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.files import TooLarge
from annotator.exchange.rosters import (
    LARGEST,
    MOST_NAMES,
    NoNames,
    NoRoster,
    TooManyNames,
    of_text,
    read,
    text_of,
)
from annotator.model.failure import Refusal
from annotator.model.person import tidy_name
from annotator.model.text import is_empty


@pytest.mark.parametrize(
    "data",
    [
        "First,Last\nAna,Li\nBen,Olu\n",
        "Ana,Li\r\nBen,Olu",
        "Ana Li\nBen Olu\n",
        "\ufeffName\n\n  Ana   Li \n \nBen Olu",
        "First name;Last name\nAna;Li\nBen;Olu",
        "Ana\tLi\nBen\tOlu",
        '"First name","Surname","Email address"\n"Ana","Li","a@example.org"\nBen,Olu,b@x.org',
        "Nachname;Vorname\nLi;Ana\nOlu;Ben",
        "id,Student,mark\n1,Ana Li,2\n2,Ben Olu,3",
        "Ana,Li,a@example.org\nBen,Olu,b@example.org",
        "Ana Li,\nBen Olu,",
    ],
)
def test_the_ways_in_which_names_are_written(data: str) -> None:
    assert read(data.encode()) == ["Ana Li", "Ben Olu"]
    assert of_text(data) == ["Ana Li", "Ben Olu"]


def test_a_spreadsheets_encodings() -> None:
    text = "First,Last\nZoë,Müller\nJosé,Peña\n"
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        assert read(text.encode(encoding)) == ["Zoë Müller", "José Peña"]


def test_names_of_every_kind_stay_as_they_are() -> None:
    names = [
        'Ana "Annie" Li',
        '"Annie',
        "🧑‍🤝‍🧑 Bee",
        "محمد \u200fعلي",
        "../../etc/passwd",
        "A/B\\C:D",
        "Ana Li",
        "Ana Li",
    ]
    written = [name.replace('"Annie', '"""Annie') if name == '"Annie' else name for name in names]
    assert of_text("\n".join(written)) == names
    assert of_text('"=HYPERLINK(""x"")",Li') == ['=HYPERLINK("x") Li']
    assert of_text("A\0na,Li\ud800\n") == ["Ana Li"]


def test_two_of_one_name_are_two() -> None:
    assert of_text("Ana,Li\nAna,Li") == ["Ana Li", "Ana Li"]


def test_only_the_first_row_is_a_header() -> None:
    assert of_text("Ana\nName\nFirst") == ["Ana", "Name", "First"]


@pytest.mark.parametrize("text", ["", "\n \n", "First,Last\n", "Name", ",\n,,", "\u200b"])
def test_no_names_are_refused(text: str) -> None:
    with pytest.raises(NoNames) as caught:
        of_text(text)
    assert caught.value.sentence == (
        "There is no name in it, so nobody was taken from it: write one name a line."
    )
    with pytest.raises(NoNames):
        read(text.encode())


def test_what_is_no_list_is_refused() -> None:
    for data in (b"PK\x03\x04xyz", b"\0\0\0\0", b"Ana\n" + b"a sentence of many words " * 20):
        with pytest.raises(NoRoster) as caught:
            read(data)
    assert caught.value.sentence == (
        "It is no list of names (line 2), so nobody was taken from it: save it as CSV with a "
        "first and a last name in each line, or as text with a name a line."
    )


def test_too_many_are_refused() -> None:
    assert len(of_text("Ana\n" * MOST_NAMES)) == MOST_NAMES
    with pytest.raises(TooManyNames) as caught:
        of_text("Ana\n" * (MOST_NAMES + 1))
    assert caught.value.sentence == (
        "It holds more than 5000 names, so nobody was taken from it: choose the list of one class."
    )
    with pytest.raises(TooLarge):
        read(b"A" * (LARGEST + 1))


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: text.encode("utf-8")))
def test_any_bytes_are_names_or_refused(data: bytes) -> None:
    try:
        names = read(data)
    except Refusal:
        return
    assert names
    for name in names:
        assert name == tidy_name(name)
        assert not is_empty(name)


@given(st.lists(st.text("aZ é,;\t\"'", min_size=1, max_size=9), min_size=1, max_size=5))
def test_names_that_are_written_down_are_read_as_they_are(names: list[str]) -> None:
    tidy = ["Ana", *(one for one in map(tidy_name, names) if one)]
    assert of_text(text_of(tidy)) == tidy
