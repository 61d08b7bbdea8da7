"""Names of files after people, whatever these are called."""

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


def test_namesakes_are_numbered_whatever_their_case() -> None:
    names = FileNames()
    given = [names.new(one, ".html") for one in ("Ana", "ana", "Ben", "ANA")]
    assert given == ["Ana.html", "ana (2).html", "Ben.html", "ANA (3).html"]
