"""Several processes on one library, and one that is killed: nothing acknowledged is ever lost."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.storage import sqlite
from annotator.storage.library import SCHEMA
from annotator.storage.rows import METADATA
from tests.unit.storage import old_library, processes
from tests.unit.storage.filled import open_library, rows


@contextmanager
def several(what: str, folder: Path, number: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """So many processes that were started and stand ready."""
    started = [processes.start(what, folder) for _each in range(number)]
    try:
        for one in started:
            processes.ready(one)
        yield started
    finally:
        for one in started:
            one.kill()
            one.communicate()


def everyone_opens(folder: Path, number: int = 4) -> set[str]:
    """Let them all open the library at once; the names of those who wrote into it."""
    with several("open", folder, number) as started:
        for one in started:
            processes.go(one)
        for one in started:
            out, errors = one.communicate()
            assert (out, errors.decode()) == (b"done\n", "")
        return {f"process {one.pid}" for one in started}


def test_several_starts_on_an_empty_folder_make_one_library(tmp_path: Path) -> None:
    wrote = everyone_opens(tmp_path / "library")
    library = open_library(tmp_path / "library")
    assert {row["id"] for row in rows(library)["person"]} == wrote
    assert library.damage() == []
    library.close()
    assert [path.name for path in (tmp_path / "library").iterdir()] == ["library.db"]


def test_several_starts_upgrade_a_library_once(tmp_path: Path) -> None:
    shutil.copy(old_library.PATH, tmp_path / "library.db")
    wrote = everyone_opens(tmp_path)
    library = open_library(tmp_path)
    people = {row["id"] for row in rows(library)["person"]}
    library.close()
    assert people == wrote | {"person-1", "person-2"}
    (backup,) = (tmp_path / "backups").iterdir()
    assert sqlite.header(backup) == (sqlite.APPLICATION_ID, 1)


def test_killed_in_the_middle_of_writing(tmp_path: Path) -> None:
    acknowledged = -1
    with several("write", tmp_path, 1) as (writer,):
        processes.go(writer)
        assert writer.stdout
        for _step in range(40):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        rest, _errors = writer.communicate()
    whole = [line for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]
    acknowledged = int(whole[-1]) if whole else acknowledged
    library = open_library(tmp_path)
    assert library.damage() == []
    there = rows(library)
    library.close()
    written = {row["id"] for row in there["person"]}
    assert written >= {f"{part}{number}" for part in "ab" for number in range(acknowledged + 1)}
    # A step is there whole or not at all, and remembered when it is there.
    steps = {str(name)[1:] for name in written}
    assert written == {f"{part}{number}" for part in "ab" for number in steps}
    assert len(there["change"]) == len(steps)


def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(_self: Path, _target: Path) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", cannot)
    first = open_library(tmp_path)
    assert all(found == [] for found in rows(first).values())
    first.close()
    before = (tmp_path / "library.db").read_bytes()
    sqlite.make_file(tmp_path / "library.db", SCHEMA, METADATA.create_all)
    assert (tmp_path / "library.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_a_file_that_came_first_stays(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"first")
    sqlite.make_file(tmp_path / "library.db", SCHEMA, METADATA.create_all)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"first"]


def test_a_library_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail(_connection: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sqlite.make_file(tmp_path / "library.db", SCHEMA, fail)
    assert list(tmp_path.iterdir()) == []
