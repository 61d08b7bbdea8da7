"""Rows as they lie on disk are read as far as they can be."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.storage import checking, failures, sqlite
from annotator.storage.library import Library
from tests.unit.storage.filled import open_library, rows, step


def test_rows_come_out_as_they_are_read_elsewhere(filled: Library) -> None:
    expected = rows(filled)
    with filled.reading() as reading:
        for table in (*checking.CONTENT, "change"):
            found = [row for _key, row in checking.rows(reading, table)]
            assert found == expected[table]
        keys = [key for key, _row in checking.rows(reading, "link")]
    assert keys == [("claim-1", 0), ("claim-1", 1)]
    assert checking.database_damage(filled) == []


def test_text_that_is_no_utf_8_comes_out_altered(filled: Library) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as disk:
        disk.execute("UPDATE person SET name = CAST(x'41ff42' AS TEXT)")
    with filled.reading() as reading:
        ((_key, row),) = checking.rows(reading, "person")
    assert row["name"] == "A\ufffdB"


def test_a_table_that_cannot_be_read_to_its_end(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with step(library) as running:
        for number in range(200):
            running.insert("person", {"id": str(number), "name": "x" * 500, "origin": "local"})
    library.close()
    break_pages_with(b"x" * 500, library.path)
    monkeypatch.setattr(sqlite, "_CHECKED_AT_OPENING", 0)
    broken = open_library(library.path.parent)
    with pytest.raises(failures.DamagedLibrary), broken.reading() as reading:
        list(checking.rows(reading, "person"))
    assert checking.database_damage(broken) != []
    broken.close()


def break_pages_with(words: bytes, path: Path) -> None:
    """Overwrite the beginning of every page of a table that holds these words."""
    leaf = 13
    whole = bytearray(path.read_bytes())
    for page in range(4096, len(whole), 4096):
        if whole[page] == leaf and words in whole[page : page + 4096]:
            whole[page : page + 60] = random.Random(page).randbytes(60)
    path.write_bytes(whole)


@pytest.mark.parametrize(
    "written", ["", "[", "[{}]", '[{"table": "x", "key": [], "before": null, "after": null}]']
)
def test_a_step_that_says_nothing_sensible(written: str) -> None:
    assert checking.row_changes({"rows": written}) is None
    assert checking.row_changes({"rows": "[" * 100_000}) is None


def test_a_step_that_does() -> None:
    written = '[{"table": "person", "key": ["a"], "before": null, "after": {"id": "a"}}]'
    (changed,) = checking.row_changes({"rows": written}) or ()
    assert (changed.table, changed.key, changed.after) == ("person", ("a",), {"id": "a"})
