"""A library that cannot be used is refused by every command in one sentence, and left as it is."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal

COMMANDS = [
    ("articles",),
    ("add", "-"),
    ("text", "x"),
    ("--as", "Ann", "tag", "x", "0", "1"),
    ("export", "--all", "--to", "-", "--format", "csv"),
    ("check",),
]

every_command = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[-1])


def refused(terminal: Terminal, words: tuple[str, ...]) -> str:
    """The one line of a command that does nothing, without its beginning."""
    before = terminal.library.read_bytes() if terminal.library.is_file() else None
    result = terminal.run(*words, stdin=b"A story.")
    assert (result.status, result.out, len(result.errors)) == (1, b"", 1), result
    assert before is None or terminal.library.read_bytes() == before
    start = f"annotator: {terminal.library}: "
    assert result.errors[0].startswith(start)
    return result.errors[0].removeprefix(start)


@every_command
def test_an_empty_file(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.data_dir.mkdir()
    terminal.library.touch()
    assert refused(terminal, words) == (
        "The library library.db is an empty file. Nothing was written. Put a backup in its place, "
        "or move it away to begin a new library."
    )


@every_command
def test_another_kind_of_file(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.data_dir.mkdir()
    terminal.library.write_bytes(b"Dear diary, " * 40)
    assert refused(terminal, words) == (
        "library.db is not a library of this program. It was left as it is. Choose another folder "
        "with --data-dir, or move the file away."
    )


@every_command
def test_another_programs_database(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.data_dir.mkdir()
    with closing(sqlite3.connect(terminal.library)) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
    assert refused(terminal, words) == (
        "library.db is not a library of this program. It was left as it is. Choose another folder "
        "with --data-dir, or move the file away."
    )


@every_command
def test_a_newer_library(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.article()
    with closing(sqlite3.connect(terminal.library)) as later:
        later.execute("PRAGMA user_version = 9999")
    assert refused(terminal, words) == (
        "The library library.db was made by a newer version of Annotator. It was left as it is. "
        "Install the newer version to open it."
    )


@every_command
def test_a_damaged_library(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.article()
    whole = terminal.library.read_bytes()
    terminal.library.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))
    assert refused(terminal, words) == (
        "The library library.db is damaged. Nothing was written to it. Close Annotator and move "
        "this file, with those whose names begin with its own, to another folder: a new library "
        "begins in its place, and work that you have as .jsonld files can be brought into it."
    )


@every_command
def test_a_library_cut_short(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.article()
    terminal.library.write_bytes(terminal.library.read_bytes()[:5_000])
    assert "is damaged" in refused(terminal, words)


@every_command
def test_a_file_where_the_folder_should_be(words: tuple[str, ...], terminal: Terminal) -> None:
    terminal.data_dir.write_bytes(b"a file")
    result = terminal.run(*words, stdin=b"A story.")
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        f"annotator: {terminal.data_dir}: data is a file, not a folder, so no library can be kept "
        "in it. It was left as it is. Choose another folder with --data-dir."
    ]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write")
def test_a_folder_that_nobody_can_write(terminal: Terminal) -> None:
    result = terminal.bare("--data-dir", "/proc/self/annotator", "articles")
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        "annotator: /proc/self/annotator/library.db: The library library.db cannot be written. "
        "What is in it is safe. Allow writing to its folder, or choose another folder with "
        "--data-dir."
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_folder_with_an_odd_name(terminal: Terminal) -> None:
    folder = terminal.folder / "a?b#c%20d é\n"
    assert terminal.bare("--data-dir", folder, "add", "-", stdin=b"A story.").status == 0
    assert (folder / "library.db").is_file()
    assert len(terminal.bare("--data-dir", folder, "articles").text.splitlines()) == 1
