"""The tables are what the migrations make of them, to the name of each constraint."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.storage import failures, migrating, sqlite
from annotator.storage.library import SCHEMA, Library, make_tables
from annotator.storage.rows import TABLES
from tests.unit.storage import old_library
from tests.unit.storage.filled import step

Schema = dict[str, list[str]]


def schema(path: Path) -> Schema:
    """Each table and index by name: the lines of its definition, in any order."""
    with closing(sqlite3.connect(path)) as library:
        found = library.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
        return {name: sorted(re.split(r"\s*\n\s*|, $", _bare(sql))) for name, sql in found}


def _bare(sql: str) -> str:
    # A table that a migration has built anew got its name in quotes.
    sql = re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql)
    return re.sub(r",? *\n", "\n", sql)


def made_by_migrations(path: Path, number: int) -> Schema:
    sqlite.make_file(path, number, lambda made: migrating.apply(made, after=0, up_to=number))
    return schema(path)


def test_all_migrations_make_what_a_new_library_has(tmp_path: Path) -> None:
    sqlite.make_file(tmp_path / "new.db", SCHEMA, make_tables)
    new = schema(tmp_path / "new.db")
    assert made_by_migrations(tmp_path / "migrated.db", SCHEMA) == new
    assert set(TABLES) < set(new)


def test_the_first_migration_is_what_it_was(tmp_path: Path) -> None:
    assert made_by_migrations(tmp_path / "first.db", 1) == schema(old_library.PATH)


def test_the_newest_migration_is_the_number_of_the_schema() -> None:
    assert list(migrating.steps()) == list(range(1, SCHEMA + 1))


def test_every_table_is_strict_and_every_constraint_has_a_name(library: Library) -> None:
    with library.reading() as reading:
        tables = reading.connection.exec_driver_sql("PRAGMA table_list").all()
    strict = {row[1] for row in tables if row[5] and not row[1].startswith("sqlite_")}
    assert strict == {*TABLES, "passage", "unread", "read_up_to"}
    # What the engine makes for its own search index has no names of ours.
    ours = [sql for name, sql in schema(library.path).items() if not name.startswith("words_")]
    definitions = "\n".join(line for lines in ours for line in lines)
    # A number that only ever rises cannot be a constraint of its own in this engine.
    definitions = definitions.replace("number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", "")
    for word in ("FOREIGN KEY", "PRIMARY KEY", "UNIQUE (", "CHECK"):
        unnamed = rf"^(?!CONSTRAINT).*{re.escape(word)}.*$"
        assert re.findall(unnamed, definitions, re.MULTILINE) == []


def test_a_strict_table_takes_no_text_for_a_number(library: Library) -> None:
    with pytest.raises(failures.Conflict) as caught, step(library) as running:
        running.connection.exec_driver_sql("""
            INSERT INTO change ("window", time, label, rows, undoes) VALUES ('w', 't', 'l', '', 'x')
        """)
    assert "cannot store TEXT value in INTEGER column change.undoes" in str(caught.value.__cause__)
