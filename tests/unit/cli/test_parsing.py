"""The command line: what is a command, what is a file, what is wrong."""

import io
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli import parsing
from annotator.cli.arguments import NotText
from annotator.cli.command import Asked
from annotator.cli.commands import COMMANDS
from annotator.cli.output import Output
from tests.unit.cli.terminal import Terminal


def ask(*words: str) -> Asked:
    asked = parsing.read(words, COMMANDS, Output(None, None))
    assert isinstance(asked, Asked)
    return asked


def wrong(*words: str) -> list[str]:
    """The last line on standard error of a command line that is wrong."""
    err = io.BytesIO()
    assert parsing.read(words, COMMANDS, Output(None, err)) == 2
    return err.getvalue().decode("utf-8").splitlines()


def test_nothing_opens_the_window() -> None:
    asked = ask()
    assert (asked.command, asked.file, asked.as_name, asked.data_dir) == (None, None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        ("seed.txt", "--as", "Ann", "--data-dir", "d"),
        ("--as", "Ann", "seed.txt", "--data-dir", "d"),
        ("--as=Ann", "--data-dir=d", "seed.txt"),
        ("--as", "Ann", "--data-dir", "d", "--", "seed.txt"),
    ],
)
def test_a_file_opens_the_window_on_it(words: tuple[str, ...]) -> None:
    asked = ask(*words)
    assert asked.command is None
    assert (asked.file, asked.as_name, asked.data_dir) == (Path("seed.txt"), "Ann", Path("d"))


def test_a_first_word_that_is_a_commands_name_is_the_command() -> None:
    assert ask("check").command is COMMANDS["check"]
    assert ask("./check").file == Path("check")
    assert ask("--", "check").file == Path("check")
    assert ask("seed.txt").command is None


def test_the_fixed_commands_are_there() -> None:
    known = {"add", "articles", "text", "tag", "export", "import", "check"}
    of_classes = {"assign", "open", "hand-in", "collect", "agreement", "class", "feedback"}
    later = {"backup", "restore", "suggest"}
    assert known | of_classes | later | {"file-types"} == COMMANDS.keys() | parsing.LATER
    assert all(name == command.name for name, command in COMMANDS.items())


@pytest.mark.parametrize(
    "words",
    [
        ("--data-dir", "d", "--as", "Ann", "tag", "a", "0", "1"),
        ("tag", "--data-dir", "d", "--as", "Ann", "a", "0", "1"),
        ("tag", "a", "0", "1", "--data-dir", "d", "--as", "Ann"),
        ("--data-dir", "x", "--as", "Ben", "tag", "a", "0", "1", "--data-dir", "d", "--as", "Ann"),
    ],
)
def test_folder_and_person_stand_before_a_command_or_after_it(words: tuple[str, ...]) -> None:
    asked = ask(*words)
    assert asked.command is COMMANDS["tag"]
    assert (asked.data_dir, asked.as_name) == (Path("d"), "Ann")


def test_options_may_stand_between_what_a_command_takes() -> None:
    given = ask(
        "tag", "a", "0", "--note", "n", "1", "attributed", "--source", "s", "verified"
    ).given
    assert (given.article, given.start, given.end, given.note, given.source) == (
        "a",
        0,
        1,
        "n",
        "s",
    )
    assert given.tags == ["attributed", "verified"]


def test_what_begins_with_a_dash_can_follow_two_dashes() -> None:
    assert ask("add", "--json", "--", "-a.txt", "--json").given.files == [
        Path("-a.txt"),
        Path("--json"),
    ]


@pytest.mark.parametrize("name", sorted(parsing.LATER))
def test_a_command_of_a_later_version_says_so(name: str) -> None:
    assert wrong(name, "x") == [
        f"annotator: “{name}” is a command of a later version; this one has: "
        f"{', '.join(COMMANDS)}. Write ./{name} for a file of that name."
    ]
    assert ask(f"./{name}").file == Path(name)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--data-dir",), "argument --data-dir: expected one argument"),
        (("--data-dir", "", "check"), "argument --data-dir: the name of a folder is missing"),
        (("--bogus",), "unrecognized arguments: --bogus"),
        (("--vers",), "unrecognized arguments: --vers"),
        (("one.txt", "two.txt"), "unrecognized arguments: two.txt"),
        (("add",), "the following arguments are required: FILE"),
        (("add", "--js", "x"), "unrecognized arguments: --js"),
        (("text",), "the following arguments are required: ARTICLE"),
        (("tag", "a", "1_0", "2"), "argument START: “1_0” is not a whole number"),
        (("tag", "a", "1", "2.5"), "argument END: “2.5” is not a whole number"),
        (("tag", "a", "1", "٣"), "argument END: “٣” is not a whole number"),
        (
            ("tag", "a", "1", "9" * 4_301),
            f"argument END: “{'9' * 4_301}” is not a whole number",
        ),
        (
            ("tag", "a", "1", "2", "Attributed"),
            "argument TAG: “Attributed” is no tag: there are attributed, contested and verified",
        ),
        (("tag", "a", "1", "2", "--found", "x"), "--found belongs to an --evidence before it"),
        (("tag", "a", "1", "2", "--evidence", " "), "--evidence needs an address or a text"),
        (
            ("tag", "a", "1", "2", "--evidence", "e", "--outcome", "proven"),
            "argument --outcome: “proven” is no outcome: there are supports, against and nothing",
        ),
        (
            ("tag", "a", "1", "2", "--evidence", "e", "--checked", "2026-02-30"),
            "argument --checked: “2026-02-30” is no date: write it as 2026-01-31",
        ),
        (("export", "a"), "the following arguments are required: --to"),
        (("export", "--to", "x.html"), "name at least one article, or give --all"),
        (("export", "a", "--all", "--to", "x.html"), "name articles or give --all, not both"),
        (
            ("export", "a", "--to", "-"),
            "standard output has no suffix to tell the format by: give --format",
        ),
        (("import",), "the following arguments are required: FILE"),
        (("check", "x"), "unrecognized arguments: x"),
        (("add", "a\nb", "--x\ny"), "unrecognized arguments: --x\\ny"),
    ],
)
def test_a_command_line_that_is_wrong(words: tuple[str, ...], sentence: str) -> None:
    lines = wrong(*words)
    assert lines[0].startswith("usage: annotator")
    assert lines[-1] == f"annotator: {sentence}"


@pytest.mark.parametrize(
    "words",
    [
        ("--as", "a\udcff", "articles"),
        ("--data-dir", "a\udcff", "articles"),
        ("text", "a\udcff"),
        ("tag", "a", "0", "1", "--note", "a\udcff"),
        ("tag", "a", "0", "1", "--evidence", "e", "--found", "a\udcff"),
        ("export", "a", "--to", "x.html", "--by", "a\udcff"),
        ("import", "x", "--article", "a\udcff"),
    ],
)
def test_bytes_that_are_no_text(words: tuple[str, ...]) -> None:
    with pytest.raises(NotText) as refused:
        ask(*words)
    assert str(refused.value) == (
        "“a\\xff” is no text: it holds a NUL or bytes that are not UTF-8. Nothing was written. "
        "Type these words again, or set the terminal to UTF-8."
    )


def test_nul_in_any_word(terminal: Terminal) -> None:
    for words in (("text", "a\0"), ("add", "a\0"), ("--data-dir", "a\0", "check"), ("a\0",)):
        result = terminal.bare(*words)
        assert (result.status, result.out) == (1, b"")
        assert result.errors == [
            "annotator: “a\\x00” is no text: it holds a NUL or bytes that are not UTF-8. Nothing "
            "was written. Type these words again, or set the terminal to UTF-8."
        ]


def test_files_may_have_names_that_are_no_text() -> None:
    assert ask("add", "caf\udce9.txt").given.files == [Path("caf\udce9.txt")]
    assert ask("caf\udce9.txt").file == Path("caf\udce9.txt")


def test_help_lists_every_command(terminal: Terminal) -> None:
    result = terminal.bare("--help")
    assert (result.status, result.errors) == (0, [])
    assert all(f"\n  {name} " in result.text for name in COMMANDS)
    assert not any(f"\n  {name} " in result.text for name in parsing.LATER)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help(name: str, terminal: Terminal) -> None:
    result = terminal.bare(name, "--help")
    assert (result.status, result.errors) == (0, [])
    assert result.text.startswith(f"usage: annotator {name} ")
    assert "--data-dir DIR" in result.text


def test_version(terminal: Terminal) -> None:
    result = terminal.bare("--version")
    assert (result.status, result.text, result.errors) == (0, f"annotator {__version__}\n", [])
