"""A backup is a checked copy that appears whole or not at all."""

import errno
import os
import random
import sqlite3
from pathlib import Path

import pytest

from annotator.storage import failures, sqlite
from annotator.storage.library import Library
from tests.unit.storage.filled import open_library, rows, step


def test_a_backup_of_a_library_in_use_has_all_rows(filled: Library, tmp_path: Path) -> None:
    with step(filled) as running:
        running.insert("person", {"id": "b", "name": "Ben", "origin": "local"})
    backup = filled.back_up("copy.db")
    assert backup == filled.path.parent / "backups" / "copy.db"
    assert [path.name for path in backup.parent.iterdir()] == ["copy.db"]
    (tmp_path / "other").mkdir()
    backup.rename(tmp_path / "other" / "library.db")
    other = open_library(tmp_path / "other")
    assert rows(other) == rows(filled)
    other.close()


def test_a_later_backup_takes_the_place_of_an_earlier_one(filled: Library) -> None:
    first = filled.back_up("copy.db").read_bytes()
    with step(filled) as running:
        running.insert("person", {"id": "b", "name": "Ben" * 999, "origin": "local"})
    assert filled.back_up("copy.db").read_bytes() != first


def test_a_damaged_library_has_no_backup(filled: Library) -> None:
    filled.back_up("copy.db")
    before = (filled.path.parent / "backups" / "copy.db").read_bytes()
    filled.close()  # what stands in the log comes into the file
    whole = bytearray(filled.path.read_bytes())
    whole[-4096:] = random.Random(1).randbytes(4096)
    filled.path.write_bytes(whole)
    with pytest.raises(failures.DamagedLibrary):
        filled.back_up("copy.db")
    assert [path.name for path in (filled.path.parent / "backups").iterdir()] == ["copy.db"]
    assert (filled.path.parent / "backups" / "copy.db").read_bytes() == before


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, failures.DiskFull),
        (errno.EDQUOT, failures.DiskFull),
        (errno.EIO, failures.DiskFailed),
        (errno.EACCES, failures.CannotWrite),
    ],
)
def test_what_the_computer_answers(
    filled: Library, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[Exception]
) -> None:
    def fail(_self: Path, _target: Path) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(kind) as caught:
        filled.back_up("copy.db")
    target = filled.path.parent / "backups" / "copy.db"
    assert isinstance(caught.value, failures.LibraryRefusal)
    assert caught.value.path == target
    assert list(target.parent.iterdir()) == []


def test_the_sentence_of_a_disk_that_fails() -> None:
    assert failures.DiskFailed(Path("x")).sentence == (
        "The disk with the library x did not answer as it should. This step was not saved. Check "
        "the disk, or whether the stick was pulled out, and try again."
    )


def test_damage_is_told_row_by_row(filled: Library) -> None:
    assert filled.damage() == []
    engine = sqlite.migrating(filled.path)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM article")
    engine.dispose()
    of_class = ("assignment", "hand_in", "handed_in", "mark", "partner", "picked", "spelling")
    once = {f"{table} 1 -> article" for table in ("claim", "filed", "source", *of_class)}
    twice = {f"{table} 2 -> article" for table in ("claim", "picked", "source")}
    assert set(filled.damage()) == once | twice


def test_damage_that_stops_the_check_itself_is_told(filled: Library) -> None:
    filled.close()
    whole = bytearray(filled.path.read_bytes())
    whole[100:4096] = random.Random(1).randbytes(3996)
    filled.path.write_bytes(whole)
    assert filled.damage() == ["database disk image is malformed"]


def test_a_check_that_cannot_be_made_is_no_damage(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = sqlite3.connect(":memory:")
    closed.close()
    monkeypatch.setattr(sqlite, "_connect", lambda *_given: closed)
    with pytest.raises(sqlite3.ProgrammingError):
        filled.damage()
