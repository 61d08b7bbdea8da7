"""In which copies of the library somebody's work still lies."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from annotator.model.change import Row, RowChange
from annotator.model.ids import PersonId
from annotator.storage import backups
from annotator.storage.failures import BACKUPS
from annotator.storage.library import FILE_NAME, Library
from tests.unit.storage.filled import ANA


def test_copies_with_claims_of_a_person_are_named_and_so_are_unreadable_ones(
    filled: Library,
) -> None:
    assert backups.holding(filled.path, ANA) == ()
    with_ana = filled.back_up("with.db")
    with closing(sqlite3.connect(with_ana.with_name("without.db"))) as empty:
        empty.execute("CREATE TABLE claim (person TEXT)")
        empty.execute("CREATE TABLE change (rows TEXT)")
    broken = with_ana.with_name("broken.db")
    broken.write_bytes(b"no database")
    assert backups.holding(filled.path, ANA) == (broken, with_ana)
    assert backups.holding(filled.path, PersonId("somebody")) == (broken,)


def test_copies_that_remember_claims_or_sources_of_a_person_are_named(tmp_path: Path) -> None:
    library = tmp_path / FILE_NAME
    gone: Row = {"person": ANA, "note": "a secret"}
    for name, rows in (
        ("was.db", [RowChange("claim", ("1",), gone, None)]),
        ("came.db", [RowChange("source", ("1",), None, gone)]),
        ("forgotten.db", [RowChange("claim", (ANA,), {"id": ANA}, None)]),
        ("known.db", [RowChange("person", (ANA,), None, {"id": ANA, "person": ANA})]),
        ("unknown.db", f"something else about {ANA}"),
    ):
        copy_with(library.parent / BACKUPS / name, rows)
    names = [one.name for one in backups.holding(library, ANA)]
    assert names == ["came.db", "unknown.db", "was.db"]


def copy_with(path: Path, rows: object) -> None:
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute("CREATE TABLE claim (person TEXT)")
        copy.execute("CREATE TABLE change (rows TEXT)")
        copy.execute("INSERT INTO change VALUES (?)", [msgspec.json.encode(rows).decode()])
