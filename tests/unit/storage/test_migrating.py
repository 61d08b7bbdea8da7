"""An older library is brought up to date with all its rows, after a backup, or stays as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import op

from annotator.storage import failures, library, migrating, sqlite
from annotator.storage.library import SCHEMA
from annotator.storage.migrations import versions
from annotator.storage.words import reading, tables
from tests.unit.storage import old_library
from tests.unit.storage.filled import open_library


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a library of version 1."""
    folder = tmp_path / "library"
    folder.mkdir()
    shutil.copy(old_library.PATH, folder / "library.db")
    return folder


def contents(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of the tables of version 1, in the columns that it had."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT {_names(rows)} FROM {table}")]
            for table, rows in WRITTEN.items()
        }


def _names(rows: list[dict[str, str | int | None]]) -> str:
    return ", ".join(f'"{name}"' for name in rows[0])


WRITTEN = {**old_library.ROWS, "change": [old_library.change()]}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").iterdir())


def test_the_old_library_has_rows_in_every_table() -> None:
    assert contents(old_library.PATH) == WRITTEN
    assert all(WRITTEN.values())


def test_an_upgrade_keeps_every_row_and_makes_a_backup_first(old: Path) -> None:
    opened = open_library(old)
    assert opened.damage() == []
    opened.close()
    assert contents(old / "library.db") == WRITTEN
    assert version(old / "library.db") == SCHEMA
    (backup,) = backups(old)
    assert backup.name.startswith("before-upgrade-from-1-")
    assert backup.suffix == ".db"
    assert (contents(backup), version(backup)) == (WRITTEN, 1)


def test_the_backup_can_be_put_back_and_upgraded_again(old: Path) -> None:
    open_library(old).close()
    (backup,) = backups(old)
    shutil.copy(backup, old / "library.db")
    opened = open_library(old)
    with opened.reading() as reading:
        assert reading.row("person", ("person-1",)) == old_library.ROWS["person"][0]
    opened.close()


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off() -> None:
        op.drop_table("link")
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "steps", lambda: {2: break_off})
    with pytest.raises(ZeroDivisionError):
        open_library(old)
    assert (contents(old / "library.db"), version(old / "library.db")) == (WRITTEN, 1)
    monkeypatch.undo()
    open_library(old).close()
    assert version(old / "library.db") == SCHEMA


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM person", "UPDATE claim SET id = (SELECT min(id) FROM claim)"],
)
def test_an_upgrade_that_rows_contradict_is_taken_back(
    old: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    monkeypatch.setattr(migrating, "steps", lambda: {2: lambda: op.execute(statement)})
    with pytest.raises(failures.NotUpgraded) as caught:
        open_library(old)
    assert (contents(old / "library.db"), version(old / "library.db")) == (WRITTEN, 1)
    (backup,) = backups(old)
    assert caught.value.sentence == (
        f"The library {old / 'library.db'} could not be brought up to date, because rows in it "
        "contradict each other. It was left as it was, and there is a copy of it: "
        f"backups/{backup.name}. Open it with the version of Annotator that made it, export its "
        "articles as .jsonld files, and import them into a new library."
    )


@pytest.mark.parametrize("is_early", [False, True])
def test_a_claim_may_have_the_id_of_its_article(old: Path, is_early: bool) -> None:
    article = str(old_library.ROWS["article"][0]["id"])
    with closing(sqlite3.connect(old / "library.db")) as connection:
        (claim,) = connection.execute("SELECT min(claim) FROM evidence").fetchone()
        for table, column in (
            ("claim", "id"),
            *((part, "claim") for part in ("attribution", "evidence", "link", "former_id")),
        ):
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (article, claim)
            )
        connection.commit()
    if is_early:  # as libraries of version 3 were made in its first days
        migrating.upgrade(old / "library.db", 3, lambda _version: "a copy")
        with closing(sqlite3.connect(old / "library.db")) as connection:
            connection.execute("DROP TABLE unread")
            connection.execute(
                "CREATE TABLE unread (id TEXT NOT NULL, is_claim INTEGER NOT NULL, "
                "CONSTRAINT pk_unread PRIMARY KEY (id)) STRICT"
            )
            connection.execute("INSERT INTO unread VALUES (?, 0)", (article,))
            connection.commit()
    opened = open_library(old)
    assert opened.damage() == []
    with opened.indexing() as connection:
        assert reading.read_on(connection, 60) == 0
        tables.make_anew(connection)
        assert reading.read_on(connection, 60) == 0
        assert tables.is_whole(connection)
    opened.close()


def test_rebuilding_a_parent_table_keeps_its_children(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebuild() -> None:
        with op.batch_alter_table("claim", recreate="always") as batch:
            batch.alter_column("note", new_column_name="remark")

    monkeypatch.setattr(migrating, "steps", lambda: {2: rebuild})
    migrating.upgrade(old / "library.db", 2, lambda _version: "a copy")
    parts = {name: rows for name, rows in contents(old / "library.db").items() if name != "claim"}
    assert parts == {name: rows for name, rows in WRITTEN.items() if name != "claim"}
    assert len(contents(old / "library.db")["claim"]) == 2
    with closing(sqlite3.connect(old / "library.db")) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'claim'").fetchone()
    assert sql.rstrip().endswith("STRICT")


def test_a_damaged_old_library_is_not_upgraded(old: Path) -> None:
    path = old / "library.db"
    whole = bytearray(path.read_bytes())
    whole[-1024:] = b"\xa5" * 1024
    path.write_bytes(whole)
    with pytest.raises(failures.DamagedLibrary):
        open_library(old)
    assert path.read_bytes() == whole
    assert backups(old) == []


def test_no_upgrade_without_room_for_the_backup(old: Path) -> None:
    (old / "backups").write_bytes(b"in the way")
    with pytest.raises(failures.CannotWrite) as caught:
        open_library(old)
    assert caught.value.path.parent == old / "backups"
    assert (contents(old / "library.db"), version(old / "library.db")) == (WRITTEN, 1)


def test_somebody_else_was_quicker(old: Path) -> None:
    kept: list[int] = []

    def keep(number: int) -> str:
        kept.append(number)
        return "a copy"

    migrating.upgrade(old / "library.db", SCHEMA, keep)
    before = (old / "library.db").read_bytes()
    migrating.upgrade(old / "library.db", SCHEMA, keep)
    assert kept == [1]
    assert (old / "library.db").read_bytes() == before
    with pytest.raises(failures.NewerLibrary):
        migrating.upgrade(old / "library.db", SCHEMA - 1, keep)


def test_each_module_of_the_folder_is_a_step() -> None:
    modules = [step.__module__.rsplit(".", 1) for step in migrating.steps().values()]
    assert modules[0] == [versions.__name__, "v0001_library"]
    assert {folder for folder, _name in modules} == {versions.__name__}


def test_an_upgraded_library_enforces_its_references(old: Path) -> None:
    opened = open_library(old)
    with opened.reading() as reading:
        found = reading.connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()
    opened.close()
    assert found == 1
    engine = sqlite.migrating(old / "library.db")
    with engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 0
    engine.dispose()


def test_an_up_to_date_library_costs_no_migration(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(old).close()
    monkeypatch.setattr(library, "_upgrade", lambda *_given: pytest.fail("not needed"))
    open_library(old).close()


def test_the_third_version_keeps_what_the_second_had_more(old: Path) -> None:
    path = old / "library.db"
    migrating.upgrade(path, 2, lambda _version: "a copy")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO dismissal VALUES ('claim-1', 'a hint')")
        connection.commit()
    open_library(old).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM dismissal").fetchall() == [("claim-1", "a hint")]
        binned = connection.execute("SELECT binned, version_of FROM article").fetchall()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
    assert binned == [(None, None)]
    assert columns[-3:] == ["binned", "version_of", "text"]
    assert contents(path) == WRITTEN


def test_what_an_upgraded_library_holds_waits_to_be_read_for_the_search(old: Path) -> None:
    open_library(old).close()
    with closing(sqlite3.connect(old / "library.db")) as connection:
        waiting = connection.execute("SELECT id, is_claim FROM unread ORDER BY id").fetchall()
        up_to = connection.execute("SELECT change FROM read_up_to").fetchall()
    assert waiting == [("article-1", 0), ("claim-1", 1), ("claim-2", 1)]
    assert up_to == [(1,)]
