"""Names of files after people, whatever these are called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.writers.file_names import FileNames, file_name


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ana Li", "Ana Li"),
        ("فاطمة الزهراء", "فاطمة الزهراء"),
        ("Dora 🦊 Klee", "Dora 🦊 Klee"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Users\\x", "C__Users_x"),
        ('=HYPERLINK("http://x","y")', "=HYPERLINK(_http___x_,_y_)"),
        ("a\u202etxt.exe\x00\n", "a_txt.exe__"),
        (" .-hidden. ", "hidden"),
        ("CON", "_CON"),
        ("com1.notes", "_com1.notes"),
        ("...", "nobody"),
        ("", "nobody"),
        ("Ana_12_assignsubmission_file_", "Ana_12_assignsubmission_file_"),
        ("e\u0301", "é"),
    ],
)
def test_what_a_disk_takes(name: str, file: str) -> None:
    assert file_name(name, "nobody") == file


@given(st.text(max_size=300))
def test_any_name_stays_in_its_folder(name: str) -> None:
    file = file_name(name, "nobody")
    assert file
    assert len(file.encode("utf-8")) <= 161
    assert not {*file} & {*'/\\:*?"<>|\x00\n'}
    assert file[0] not in " .-"
    assert file[-1] not in " ."


@pytest.mark.parametrize(
    "sign",
    ["é", "林", "👩‍👩‍👧‍👦", "👍🏽", "🇫🇷", "กำ", "각", "🏴󠁧󠁢󠁿", "x\u0323\u0302"],
)
def test_what_is_too_long_is_cut_between_two_signs(sign: str) -> None:
    for shift in range(30):
        name = "x" * shift + sign * 60
        file = file_name(name, "nobody")
        assert len(file.encode("utf-8")) <= 160
        assert not file[shift:].replace(unicodedata.normalize("NFC", sign), "")


def test_the_ending_stays_whatever_is_cut() -> None:
    ending = "_12_assignsubmission_file_"
    file = file_name("林" * 100, "nobody", ending)
    assert file == "林" * ((160 - len(ending)) // 3) + ending
    assert file_name("", "nobody", ending) == ending
    assert file_name("x" + "́" * 200, "nobody").startswith("x́")
    assert len(file_name("Ana", "nobody", "_" + "1" * 300)) >= 300


def test_namesakes_are_numbered_whatever_their_case() -> None:
    names = FileNames()
    given = [names.new(one, ".html") for one in ("Ana", "ana", "Ben", "ANA")]
    assert given == ["Ana.html", "ana (2).html", "Ben.html", "ANA (3).html"]
