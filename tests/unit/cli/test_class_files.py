"""assign, open and hand-in: what they write, print and refuse."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.terminal import STORY, Terminal


def document(path: Path) -> Any:
    """What a file holds after its first line."""
    return json.loads(path.read_bytes().partition(b"\n")[2])


@pytest.fixture
def handed_out(terminal: Terminal) -> Path:
    """An assignment with a roster, made by Ms Roe."""
    article = terminal.article()
    roster = terminal.file("class.csv", "First,Last\nAna,Öz\nBen,Ito\n")
    to = terminal.folder / "out.assignment"
    made = terminal.run(
        *("--as", "Ms Roe", "assign", article, "--to", to, "--title", "Who?", "--due"),
        *("2026-03-02", "--at-least", "4", "--at-least-tag", "verified=1", "--require-complete"),
        *("--instructions", "Read.", "--roster", roster, "--json"),
    )
    assert made.status == 0, made.errors
    assert made.json["at_least_tag"] == {"verified": 1}
    assert [one["name"] for one in made.json["roster"]] == ["Ana Öz", "Ben Ito"]
    return to


@pytest.fixture
def student(terminal: Terminal, handed_out: Path) -> "Student":
    """Ana's computer, with the assignment open."""
    there = Student(terminal)
    there.article = there.run("open", handed_out, "--json").json["article"]
    return there


class Student:
    """Commands on another library."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.article = ""

    def run(self, *words: str | Path) -> Any:
        folder = self.terminal.folder / "student"
        return self.terminal.bare("--data-dir", folder, "--as", "Ana Öz", *words)


def test_the_file_says_what_was_asked(terminal: Terminal, handed_out: Path) -> None:
    holds = document(handed_out)
    assert holds["article"]["text"] == STORY
    known = {name: holds[name] for name in ("title", "instructions", "due", "at_least", "revision")}
    assert known == {
        "title": "Who?",
        "instructions": "Read.",
        "due": "2026-03-02",
        "at_least": 4,
        "revision": 1,
    }
    again = terminal.run(
        *("assign", holds["article"]["metadata"]["title"], "--revises", holds["id"]),
        *("--to", handed_out),
    )
    assert again.text == f"{holds['id']}\tWho?\t{handed_out}\n"
    assert document(handed_out)["revision"] == 2
    assert document(handed_out)["roster"] == holds["roster"]


def test_a_revision_takes_back_what_it_asks_for_no_more(
    terminal: Terminal, handed_out: Path
) -> None:
    before = document(handed_out)
    assert (before["due"], before["require_complete"]) == ("2026-03-02", True)
    revise = ("assign", title(handed_out), "--to", handed_out, "--revises", before["id"])
    assert terminal.run(*revise, "--at-least", "0").status == 0
    kept = document(handed_out)
    assert (kept["due"], kept["require_complete"]) == ("2026-03-02", True)
    assert (kept["roster"], kept["at_least"]) == (before["roster"], 0)
    taken_back = ("--no-due", "--no-require-complete", "--no-roster")
    assert terminal.run(*revise, *taken_back).status == 0
    now = document(handed_out)
    assert (now["due"], now["require_complete"], now["roster"]) == (None, False, [])


def test_work_goes_from_the_roster_to_the_file(student: Student, handed_out: Path) -> None:
    assert student.run("tag", student.article, "4", "12", "attributed").status == 0
    to = student.terminal.folder / "ana.handin"
    refused = student.run("hand-in", student.article, "--to", to)
    assert refused.status == 1
    assert refused.errors[0].startswith("annotator: 1 claim still needs something")
    assert not to.exists()
    done = student.run("hand-in", student.article, "--to", to, "--anyway", "I was ill.")
    assert done.text == f"{to}\tAna Öz\tnumber 1\n"
    holds = document(to)
    assert holds["anyway"] == "I was ill."
    assert holds["people"] == [document(handed_out)["roster"][0]]
    assert holds["assignment"] == {"id": document(handed_out)["id"], "revision": 1}
    assert [one["motivation"] for one in holds["annotations"]["first"]["items"]] == ["tagging"]


def test_a_pair_and_a_draft(student: Student, handed_out: Path) -> None:
    to = student.terminal.folder / "pair.handin"
    done = student.run("hand-in", student.article, "--to", to, "--with", "Ben Ito", "--draft")
    assert done.text == f"{to}\tAna Öz & Ben Ito\tdraft\n"
    assert document(to)["people"] == document(handed_out)["roster"]
    opened = student.terminal.bare("--data-dir", student.terminal.folder / "other", "open", to)
    assert opened.text.endswith("\tWho?\nthe work of Ana Öz & Ben Ito\n")


def test_an_older_revision_does_not_take_the_place_of_a_newer_one(
    student: Student, handed_out: Path
) -> None:
    older = student.terminal.file("older.assignment", handed_out.read_bytes())
    revised = student.terminal.run(
        "assign", title(handed_out), "--to", handed_out,
        "--revises", document(handed_out)["id"],
    )  # fmt: skip
    assert revised.status == 0, revised.errors
    assert student.run("open", handed_out).status == 0
    said = student.run("open", older).text.splitlines()
    assert said[1:] == ["A newer revision of this assignment was here already, and stays."]


def title(handed_out: Path) -> str:
    """The title of the article."""
    return str(document(handed_out)["article"]["metadata"]["title"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--at-least", "-1"), "“-1” is no number of claims to ask for"),
        (("--at-least-tag", "verified"), "“verified” names no number: write it as verified=1"),
        (("--at-least-tag", "true=1"), "“true” is no tag"),
        (
            ("--at-least-tag", "verified=1", "--at-least-tag", "verified=2"),
            "--at-least-tag was given twice for one tag",
        ),
        (("--due", "tomorrow"), "“tomorrow” is no date"),
        (
            ("--due", "2026-03-02", "--no-due"),
            "--due and --no-due say the contrary of each other: give one of them",
        ),
        (
            ("--roster", "class.csv", "--no-roster"),
            "--roster and --no-roster say the contrary of each other: give one of them",
        ),
    ],
)
def test_a_wrong_command_line_makes_nothing(
    terminal: Terminal, words: tuple[str, ...], said: str
) -> None:
    article, to = terminal.article(), terminal.folder / "x.assignment"
    wrong = terminal.run("assign", article, "--to", to, *words)
    assert wrong.status == 2
    assert said in wrong.errors[-1]
    assert not to.exists()


def test_what_cannot_be_opened_is_named(terminal: Terminal) -> None:
    story = terminal.file("story.txt")
    refused = terminal.run("open", story)
    assert refused.status == 1
    assert refused.errors[0].startswith(f"annotator: {story}: ")
