"""`annotator check`: no flipped bit changes what somebody wrote without being found."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services.workspace import open_workspace
from annotator.storage.checking import CONTENT
from tests.unit.cli.terminal import Terminal
from tests.unit.services.full_library import TITLE, fill

WORDS = [
    "The minister said",
    "🌉",
    "checked in town",
    "The mayor",
    "Ann Löve",
    "it holds",
    "2026-01-02",
    "a-hint",
    "The Paper",
    "öäü",
]
"""What somebody typed, in each kind of field."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a library in which every table has rows."""
    folder = tmp_path_factory.mktemp("whole")
    workspace = open_workspace(folder)
    fill(workspace)
    workspace.close()
    return (folder / "library.db").read_bytes()


@pytest.fixture(autouse=True)
def there(terminal: Terminal, whole: bytes) -> None:
    """A copy of it as the terminal's library."""
    terminal.data_dir.mkdir()
    terminal.library.write_bytes(whole)


def test_a_whole_library(terminal: Terminal) -> None:
    result = terminal.run("check")
    assert (result.status, result.errors) == (0, [])
    assert result.text == "The library is whole: 2 articles, 4 claims.\n"


def test_damage_is_named_and_what_to_do_about_it(terminal: Terminal) -> None:
    with closing(sqlite3.connect(terminal.library)) as library, library:
        library.execute("UPDATE article SET outlet = 'x' WHERE title = ?", (TITLE,))
        library.execute("UPDATE person SET name = 'x' WHERE name = 'Ann Löve'")
        [article] = library.execute("SELECT id FROM article WHERE title = ?", (TITLE,)).fetchone()
    result = terminal.run("check")
    assert result.status == 1
    assert result.text.splitlines() == [
        f"“{TITLE}” ({article}): what is known about the article is not as the history tells.",
        "The library: the name of a person is not as the history tells.",
    ]
    assert result.errors == [
        f"annotator: {terminal.library}: 2 damages were found. There is no backup. Keep a copy of "
        "the file, and write the work in it to .jsonld files with “export” while it can be read."
    ]


def test_a_library_on_another_computer_is_warned_of(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.shares.is_on_network", lambda _folder: True)
    result = terminal.run("check")
    assert result.status == 0
    assert result.text.startswith("The library is whole")
    (line,) = result.errors
    assert line.startswith(
        f"annotator: The library lies on another computer: {terminal.library.parent}. When two"
    )


def test_a_backup_is_named_where_there_is_one(terminal: Terminal) -> None:
    backups = terminal.library.parent / "backups"
    backups.mkdir()
    (backups / "before-upgrade.db").write_bytes(terminal.library.read_bytes())
    with closing(sqlite3.connect(terminal.library)) as library, library:
        library.execute("UPDATE person SET name = 'x' WHERE name = 'Ann Löve'")
    assert terminal.run("check").errors == [
        f"annotator: {terminal.library}: 1 damage was found. Keep a copy of the file, then put a "
        "copy of the newest file from its folder “backups” in its place. Later work is not in it."
    ]


def test_a_reference_to_nothing(terminal: Terminal) -> None:
    with closing(sqlite3.connect(terminal.library)) as library, library:
        library.execute("DELETE FROM claim WHERE note = 'öäü'")
    result = terminal.run("check")
    assert result.status == 1
    assert any("is missing that the history tells of" in line for line in result.text.splitlines())


def test_a_schema_that_contradicts_itself(terminal: Terminal) -> None:
    with closing(sqlite3.connect(terminal.library)) as library, library:
        library.execute("PRAGMA writable_schema = ON")
        library.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'REFERENCES person (id)', "
            "'REFERENCES person (ie)') WHERE name = 'source'"
        )
    result = terminal.run("check")
    assert result.status == 1
    assert result.text.startswith("The database file is damaged (foreign key mismatch")


def contents(path: Path) -> dict[str, list[object]] | None:
    """Every row but those of the history, or None where they cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return {
                table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in CONTENT
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def flips(data: bytes) -> Iterator[tuple[int, int]]:
    """Places and bits: in words that somebody typed, in header and schema, and anywhere."""
    chance = random.Random(20260131)
    for word in (word.encode("utf-8") for word in WORDS):
        place = data.find(word)
        while place >= 0:
            yield place + chance.randrange(len(word)), chance.randrange(8)
            place = data.find(word, place + 1)
    for place in range(16, 100, 4):
        yield place, chance.randrange(8)
    schema = data.find(b"CREATE TABLE")
    for _each in range(30):
        yield schema + chance.randrange(500), chance.choice((2, 7))
    used = [place for place, byte in enumerate(data) if byte]
    for _each in range(80):
        yield chance.choice(used), chance.randrange(8)


def test_no_flipped_bit_changes_content_unnoticed(terminal: Terminal, whole: bytes) -> None:
    before = contents(terminal.library)
    changed, missed = 0, []
    for place, bit in flips(whole):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << bit
        terminal.library.write_bytes(flipped)
        is_changed = contents(terminal.library) != before
        terminal.library.write_bytes(flipped)
        found = terminal.run("check").status == 1
        changed += is_changed
        if is_changed and not found:
            missed.append((place, bit))
    assert changed > 60
    assert missed == []
