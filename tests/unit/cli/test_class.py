"""class: what it writes, and what it refuses."""

import csv
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal


@pytest.fixture
def article(terminal: Terminal) -> str:
    """An article that was handed out to Ana and Ben, and on which Ana has handed in."""
    found = terminal.article()
    out, roster = terminal.folder / "out.assignment", terminal.file("roster.txt", "Ana Öz\nBen\n")
    assert terminal.run("assign", found, "--to", out, "--roster", roster).status == 0
    file = terminal.folder / "came" / "a.handin"
    file.parent.mkdir()
    there = ("--data-dir", terminal.folder / "Ana", "--as", "Ana Öz")
    assert terminal.bare(*there, "open", out).status == 0
    opened = terminal.bare(*there, "articles", "--json").json[0]["id"]
    assert terminal.bare(*there, "tag", opened, "0", "5", "attributed").status == 0
    assert terminal.bare(*there, "hand-in", opened, "--to", file).status == 0
    assert terminal.run("collect", terminal.folder / "came").status == 0
    return found


def written(terminal: Terminal, article: str, name: str, *options: str) -> Path:
    to = terminal.folder / name
    done = terminal.run("class", article, "--to", to, *options)
    assert (done.status, done.text) == (0, "")
    return to


def test_the_suffix_says_the_format(terminal: Terminal, article: str) -> None:
    begins = {".html": b"<!DOCTYPE", ".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK"}
    for suffix, first in begins.items():
        assert written(terminal, article, f"class{suffix}").read_bytes().strip().startswith(first)


def test_the_grade_book_has_a_row_for_who_is_missing(terminal: Terminal, article: str) -> None:
    with written(terminal, article, "grades.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["student"], row["handed_in"]) for row in rows] == [
        ("Ana Öz", "yes"),
        ("Ben", "no"),
    ]


def test_without_names(terminal: Terminal, article: str) -> None:
    to = written(terminal, article, "class.html", "--anonymous", "--paper", "letter")
    said = to.read_text("utf-8")
    assert "Student 1" in said
    assert "Ana" not in said


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("class.txt", (), "does not say in which format"),
        ("class.html", ("--assignment", "nope"), "no assignment “nope”"),
        ("none/class.html", (), "There is no folder"),
    ],
)
def test_what_is_refused(
    terminal: Terminal, article: str, name: str, words: tuple[str, ...], said: str
) -> None:
    to = terminal.folder / name
    done = terminal.run("class", article, "--to", to, *words)
    assert done.status == 1
    assert len(done.errors) == 1
    assert said in done.errors[0]
    assert not to.exists()
