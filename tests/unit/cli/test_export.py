"""`annotator export`: the report is written whole or not at all."""

import csv
import io
import sys
from pathlib import Path

import pytest

from tests.unit.cli.terminal import STORY, Terminal


@pytest.fixture
def article(terminal: Terminal) -> str:
    """An article with a claim of each of two people."""
    made = terminal.article()
    terminal.run("--as", "Ann", "tag", made, "4", "12", "attributed", "--source", "The mayor")
    terminal.run("--as", "Ben", "tag", made, "0", "3", "contested")
    return made


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_suffix_tells_the_format(article: str, terminal: Terminal) -> None:
    for name, start in (("r.html", b"<!doctype html"), ("r.csv", b"\xef\xbb\xbf")):
        target = terminal.folder / name
        result = terminal.run("export", article, "--to", target)
        assert (result.status, result.out, result.errors) == (0, b"", [])
        assert target.read_bytes().lower().startswith(start)


def test_standard_output_is_the_same_bytes(article: str, terminal: Terminal) -> None:
    target = terminal.folder / "r.csv"
    terminal.run("export", article, "--to", target)
    result = terminal.run("export", article, "--to", "-", "--format", "csv")
    assert (result.status, result.out, result.errors) == (0, target.read_bytes(), [])
    assert {row["quote"] for row in table(result.out)} == {"The", "minister"}


def test_the_format_goes_before_the_suffix(article: str, terminal: Terminal) -> None:
    target = terminal.folder / "r.html"
    terminal.run("export", article, "--to", target, "--format", "csv")
    assert len(table(target.read_bytes())) == 2


def test_only_some_peoples_work(article: str, terminal: Terminal) -> None:
    words = ("export", article, "--to", "-", "--format", "csv")
    assert [row["person"] for row in table(terminal.run(*words, "--by", "Ben").out)] == ["Ben"]
    both = terminal.run(*words, "--by", "Ben", "--by", "Ann").out
    assert {row["person"] for row in table(both)} == {"Ann", "Ben"}
    nameless = terminal.run(*words, "--anonymous").out
    assert not {"Ann", "Ben"} & {row["person"] for row in table(nameless)}


def test_names_in_notes_are_said_and_left_out(article: str, terminal: Terminal) -> None:
    terminal.run("--as", "Ann", "tag", article, "9", "12", "--note", "Ben told ann so.")
    words = ("export", article, "--to", "-", "--format", "csv")
    result = terminal.run(*words, "--anonymous")
    assert "Student 2 told Student 1 so." in {row["note"] for row in table(result.out)}
    assert (result.status, result.errors) == (
        0,
        [
            "annotator: “Ben” in what people wrote is now “Student 2”, 1 time.",
            "annotator: “ann” in what people wrote is now “Student 1”, 1 time.",
        ],
    )
    assert terminal.run(*words).errors == []


def test_every_article(article: str, terminal: Terminal) -> None:
    other = terminal.article("Another story.\n")
    terminal.run("tag", other, "0", "7", "verified")
    result = terminal.run("export", "--all", "--to", "-", "--format", "csv")
    assert {row["article"] for row in table(result.out)} == {
        "The minister said the bridge is safe.",
        "Another story.",
    }
    again = terminal.run("export", other, article, other, "--to", "-", "--format", "csv")
    assert len(table(again.out)) == len(table(result.out)) == 3


def refused(terminal: Terminal, *words: str | Path) -> str:
    """The one line of an export that writes nothing."""
    result = terminal.run("export", *words)
    assert (result.status, result.out, len(result.errors)) == (1, b"", 1)
    return result.errors[0]


def test_what_cannot_be_written(article: str, terminal: Terminal) -> None:
    for target in (Path("/nowhere/at/all/r.html"), terminal.folder, terminal.folder / "r.xyz"):
        line = refused(terminal, article, "--to", target)
        assert line.startswith(f"annotator: {target}: ")
        assert "Traceback" not in line


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these")
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/proc/r.html", "Nothing can be written in the folder /proc: "),
        ("/dev/full", "The disk has no space for /dev/full. What was there is as it was. "),
    ],
)
def test_why_a_place_takes_no_report(
    article: str, terminal: Terminal, target: str, said: str
) -> None:
    line = refused(terminal, article, "--to", target, "--format", "html")
    assert line.startswith(f"annotator: {target}: {said}")


def test_a_folder_given_as_the_file(article: str, terminal: Terminal) -> None:
    (terminal.folder / "reports.html").mkdir()
    target = terminal.folder / "reports.html"
    assert refused(terminal, article, "--to", target) == (
        f"annotator: {target}: {target} is a folder. Nothing was written. Add a name for the file."
    )


def test_a_format_that_nobody_writes(article: str, terminal: Terminal) -> None:
    target = terminal.file("r.html", "what was there")
    line = refused(terminal, article, "--to", target, "--format", "papyrus")
    assert line.startswith(f"annotator: {target}: There is no format “papyrus”.")
    assert target.read_bytes() == b"what was there"
    to_output = refused(terminal, article, "--to", "-", "--format", "papyrus")
    assert to_output.startswith("annotator: There is no format “papyrus”.")


def test_nobody_of_that_name(article: str, terminal: Terminal) -> None:
    target = terminal.file("r.html", "what was there")
    line = refused(terminal, article, "--to", target, "--by", "Zoe")
    assert line.startswith(f"annotator: {target}: Nobody called “Zoe” is in this library.")
    assert target.read_bytes() == b"what was there"


def test_an_article_that_is_not_there(article: str, terminal: Terminal) -> None:
    target = terminal.folder / "r.html"
    assert refused(terminal, article, "nonsense", "--to", target) == (
        "annotator: No article “nonsense” is in the library. The command “articles” lists what is "
        "there."
    )
    assert not target.exists()


def test_nothing_to_report(terminal: Terminal) -> None:
    assert refused(terminal, "--all", "--to", terminal.folder / "r.html").startswith(
        f"annotator: {terminal.folder / 'r.html'}: There is no article to report on."
    )


def test_no_input_is_markup(terminal: Terminal) -> None:
    evil = "<script>alert(1)</script>"
    article = terminal.article(f"{evil}\n{STORY}")
    terminal.run("--as", evil, "tag", article, "0", "9", "attributed", "--source", evil)
    result = terminal.run("export", article, "--to", "-", "--format", "html")
    assert result.status == 0
    assert b"<script" not in result.out.lower()
    assert b"&lt;script&gt;" in result.out
