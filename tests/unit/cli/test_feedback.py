"""feedback: what it prints, and what it refuses."""

from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal

SHEET = (
    "Identifier,Full name,Status,Feedback comments\r\n"
    "Participant 7,Ana Öz,,\r\n"
    "Participant 9,X,,\r\n"
)


@pytest.fixture
def article(terminal: Terminal) -> str:
    """An article on which Ana, whom Moodle knows, and Ben have handed in."""
    found = terminal.article()
    out = terminal.folder / "out.assignment"
    assert terminal.run("assign", found, "--to", out).status == 0
    for name, to in (("Ana Öz", "Ana Öz_7_assignsubmission_file/a.handin"), ("Ben", "b.handin")):
        file = terminal.folder / "came" / to
        file.parent.mkdir(parents=True, exist_ok=True)
        there = ("--data-dir", terminal.folder / name, "--as", name)
        assert terminal.bare(*there, "open", out).status == 0
        assert terminal.bare(*there, "tag", found, "0", "5", "attributed").status in (0, 1)
        opened = terminal.bare(*there, "articles", "--json").json[0]["id"]
        assert terminal.bare(*there, "tag", opened, "0", "5", "attributed").status == 0
        assert terminal.bare(*there, "hand-in", opened, "--to", file).status == 0
    assert terminal.run("collect", terminal.folder / "came").status == 0
    return found


def test_a_line_for_each_file_then_the_worksheet(terminal: Terminal, article: str) -> None:
    sheet, to = terminal.file("grades.csv", SHEET), terminal.folder / "out.zip"
    done = terminal.run("feedback", article, "--to", to, "--worksheet", sheet)
    assert (done.status, done.errors) == (0, [])
    assert done.text.splitlines() == [
        "Ana Öz\tAna Öz_7_assignsubmission_file/feedback.html",
        "Ben\tBen.html",
        f"1 cell filled\t{terminal.folder / 'grades-feedback.csv'}",
    ]
    assert sheet.read_bytes() == SHEET.encode("utf-8")


def test_pages_without_names(terminal: Terminal, article: str) -> None:
    to = terminal.folder / "out"
    done = terminal.run(
        *("feedback", article, "--to", to, "--format", "pdf", "--anonymous", "--paper", "letter")
    )
    assert done.text == f"Student 1\t{to / 'Student 1.pdf'}\nStudent 2\t{to / 'Student 2.pdf'}\n"
    assert b"/MediaBox [0 0 612.000000 792.000000]" in (to / "Student 1.pdf").read_bytes()


def test_who_is_not_in_the_worksheet_is_named(terminal: Terminal, article: str) -> None:
    other = terminal.file("grades.csv", SHEET.replace("Participant 7", "Participant 8"))
    done = terminal.run(
        *("feedback", article, "--to", terminal.folder / "out", "--worksheet", other)
    )
    assert done.text.splitlines()[-2:] == [
        f"0 cells filled\t{terminal.folder / 'grades-feedback.csv'}",
        "Ana Öz\tnot in the worksheet",
    ]


def test_whose_other_feedback_is_replaced_is_named(terminal: Terminal, article: str) -> None:
    sheet = terminal.file("grades.csv", SHEET.replace("Ana Öz,,", "Ana Öz,,Seen in class."))
    to = terminal.folder / "out"
    done = terminal.run("feedback", article, "--to", to, "--worksheet", sheet)
    assert done.text.splitlines()[-2:] == [
        f"1 cell filled\t{terminal.folder / 'grades-feedback.csv'}",
        "Ana Öz\tother feedback stood in this row, and is replaced in the copy",
    ]


def test_a_table_that_is_no_worksheet_stops_it_before(terminal: Terminal, article: str) -> None:
    table, to = terminal.file("ages.csv", "Name,Age\nAna,12\n"), terminal.folder / "out"
    done = terminal.run("feedback", article, "--to", to, "--worksheet", table)
    assert (done.status, len(done.errors)) == (1, 1)
    assert done.errors[0].startswith(f"annotator: {table}: It is no grading worksheet of Moodle")
    assert not to.exists()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--assignment", "nope"), 1, "no assignment “nope”"),
        (("--format", "docx"), 2, "annotator"),
    ],
)
def test_what_is_refused(
    terminal: Terminal, article: str, words: tuple[str, ...], status: int, said: str
) -> None:
    to: Path = terminal.folder / "out"
    done = terminal.run("feedback", article, "--to", to, *words)
    assert done.status == status
    assert any(said in line for line in done.errors), done.errors
    assert not to.exists()


def test_nobody_has_handed_in(terminal: Terminal) -> None:
    done = terminal.run("feedback", terminal.article(), "--to", terminal.folder / "out")
    assert done.status == 1
    assert done.errors[0].startswith(f"annotator: {terminal.folder / 'out'}: Nobody has handed")
