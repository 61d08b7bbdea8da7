"""Whatever lies where the library should be: it is opened safely or refused, and left as it is."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.storage import failures, sqlite
from annotator.storage.library import SCHEMA, Library
from tests.unit.storage.filled import fill, open_library, rows, step, steps_after

DAMAGED = (
    "The library {path} is damaged. Nothing was written to it. Close Annotator and move this "
    "file, with those whose names begin with its own, to another folder: a new library begins in "
    "its place, and work that you have as .jsonld files can be brought into it."
)
DAMAGED_WITH_BACKUP = (
    "The library {path} is damaged. Nothing was written to it. Close Annotator and move this "
    "file, with those whose names begin with its own, to another folder. Then put a copy of the "
    "newest file from the folder “backups” in its place, under its name. Later work is not in it."
)
NO_LIBRARY = (
    "{path} is not a library of this program. It was left as it is. Choose another folder with "
    "--data-dir, or move the file away."
)
CANNOT_WRITE = (
    "The library {path} cannot be written. What is in it is safe. Allow writing to its folder, or "
    "choose another folder with --data-dir."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a closed library that has rows in every table."""
    library = open_library(tmp_path / "library")
    fill(library)
    library.close()
    return tmp_path / "library"


def refusal(folder: Path, kind: type[failures.LibraryRefusal]) -> str:
    """The sentence with which the library is refused, after which every file is as it was."""
    before = files(folder)
    with pytest.raises(kind) as caught:
        open_library(folder)
    assert files(folder) == before
    return caught.value.sentence


def files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_fresh_folder_is_made_with_its_library(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there ? #1 %20 é"
    library = open_library(folder)
    assert set(rows(library)) == {
        *("article", "person", "source", "claim", "attribution", "evidence", "link"),
        *("former_id", "dismissal", "collection", "filed", "change"),
        *("assignment", "roster", "handed_in", "partner", "hand_in", "handed_work"),
        *("picked", "mark", "spelling", "same_person"),
    }
    library.close()
    assert [path.name for path in folder.iterdir()] == ["library.db"]


def test_what_was_written_is_there_when_it_is_opened_again(folder: Path) -> None:
    library = open_library(folder)
    assert all(rows(library).values())
    library.close()


def test_the_engine_is_set_to_lose_nothing(library: Library) -> None:
    with library.reading() as reading:
        answers = {
            name: reading.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("foreign_keys", "journal_mode", "synchronous", "application_id")
        }
        assert sqlite.version(reading.connection) == SCHEMA
    assert answers == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "application_id": 0x414E4F54,
    }


def test_a_backup_put_in_its_place_is_written_like_any_library(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
    library = open_library(folder)
    with library.reading() as reading:
        mode = reading.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    library.close()
    assert mode == "wal"


def test_an_empty_file(folder: Path) -> None:
    (folder / "library.db").write_bytes(b"")
    assert refusal(folder, failures.EmptyLibrary) == (
        f"The library {folder / 'library.db'} is an empty file. Nothing was written. Put a backup "
        "in its place, or move it away to begin a new library."
    )


@pytest.mark.parametrize("content", [b"x", b"Dear diary", random.Random(1).randbytes(20_000)])
def test_another_kind_of_file(folder: Path, content: bytes) -> None:
    (folder / "library.db").write_bytes(content)
    sentence = refusal(folder, failures.NoLibrary)
    assert sentence == NO_LIBRARY.format(path=folder / "library.db")


def test_another_programs_database(folder: Path) -> None:
    (folder / "library.db").unlink()
    with closing(sqlite3.connect(folder / "library.db")) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE bookmark (address TEXT)")
        other.execute("PRAGMA user_version = 1")
    sentence = refusal(folder, failures.NoLibrary)
    assert sentence == NO_LIBRARY.format(path=folder / "library.db")


def test_another_programs_unfinished_work_is_left_to_it(folder: Path) -> None:
    (folder / "library.db").unlink()
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as other:
        other.execute("CREATE TABLE bookmark (address TEXT)")
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.executemany("INSERT INTO bookmark VALUES (?)", [("x" * 900,)] * 99)
        shutil.copytree(folder, folder.parent / "copy")
    assert (folder.parent / "copy" / "library.db-journal").stat().st_size
    refusal(folder.parent / "copy", failures.NoLibrary)


def newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def test_a_newer_library(folder: Path) -> None:
    newer(folder)
    assert refusal(folder, failures.NewerLibrary) == (
        f"The library {folder / 'library.db'} was made by a newer version of Annotator. It was "
        "left as it is. Install the newer version to open it."
    )


def test_a_library_whose_newer_number_is_still_in_the_log(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as later:
        later.execute("PRAGMA wal_autocheckpoint = 0")
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        shutil.copytree(folder, folder.parent / "copy")
    copy = folder.parent / "copy"
    assert (copy / "library.db-wal").stat().st_size
    before = (copy / "library.db").read_bytes()
    with pytest.raises(failures.NewerLibrary):
        open_library(copy)
    assert (copy / "library.db").read_bytes() == before


def test_a_library_that_a_newer_program_upgrades_under_an_open_window(filled: Library) -> None:
    newer(filled.path.parent)
    before = rows(filled)
    with pytest.raises(failures.NewerLibrary), step(filled) as running:
        running.insert("person", {"id": "b", "name": "Ben", "origin": "local"})
    assert rows(filled) == before


def test_a_library_whose_number_is_of_no_version(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert refusal(folder, failures.DamagedLibrary) == DAMAGED.format(path=folder / "library.db")


def test_a_backup_is_promised_only_where_there_is_one(folder: Path) -> None:
    path, backups = folder / "library.db", folder / "backups"
    backups.mkdir()
    (backups / "notes.txt").touch()
    assert failures.DamagedLibrary(path).sentence == DAMAGED.format(path=path)
    (backups / "before-upgrade-from-1.db").touch()
    assert failures.DamagedLibrary(path).sentence == DAMAGED_WITH_BACKUP.format(path=path)


@pytest.mark.parametrize("length", [50, 99, 100, 511, 4096, 20_000])
def test_a_library_cut_short(folder: Path, length: int) -> None:
    path = folder / "library.db"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(failures.DamagedLibrary) as caught:
        open_library(folder)
    assert caught.value.sentence == DAMAGED.format(path=path)
    assert path.stat().st_size == length


@pytest.mark.parametrize("seed", range(8))
def test_a_library_with_a_broken_page(folder: Path, seed: int) -> None:
    path, dice = folder / "library.db", random.Random(seed)
    whole = bytearray(path.read_bytes())
    page = dice.randrange(1, len(whole) // 4096) * 4096
    whole[page : page + 200] = dice.randbytes(200)
    path.write_bytes(whole)
    with pytest.raises(failures.DamagedLibrary) as caught:
        open_library(folder)
    assert caught.value.sentence == DAMAGED.format(path=path)
    assert path.read_bytes() == whole


def test_a_large_library_is_not_looked_through_at_each_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "library.db"
    whole = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as library:
        named = "SELECT rootpage FROM sqlite_master WHERE name = 'evidence'"
        (page,) = library.execute(named).fetchone()
    whole[4096 * (page - 1) : 4096 * page - 2048] = bytes(2048)
    path.write_bytes(whole)
    monkeypatch.setattr(sqlite, "_CHECKED_AT_OPENING", 4096)
    opened = open_library(folder)
    assert opened.damage() != []
    opened.close()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("article", "added = 'noon'"),
        ("claim", "created = '2024-09-0X'"),
        ("claim", "attributed = 2"),
        ("evidence", "checked = 'yesterday'"),
        ("claim", "note = CAST(x'ff' AS TEXT)"),
        ("change", "rows = '[{]'"),
        ("change", "time = ''"),
    ],
)
def test_cells_that_nobody_can_have_written(folder: Path, table: str, change: str) -> None:
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as disk:
        disk.execute(f"UPDATE {table} SET {change}")
    library = open_library(folder)
    with pytest.raises(failures.DamagedLibrary) as caught:
        read_everything(library)
    assert caught.value.sentence == DAMAGED.format(path=folder / "library.db")
    library.close()


def read_everything(library: Library) -> None:
    from annotator.storage import articles, claims, people

    with library.reading() as reading:
        for one in articles.all_of(reading):
            claims.of_article(reading, one.id)
        people.all_of(reading)
    steps_after(library, 0)


def test_a_folder_where_the_library_should_be(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    assert refusal(tmp_path, failures.NoLibrary) == NO_LIBRARY.format(path=tmp_path / "library.db")


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_where_the_folder_should_be(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_bytes(b"a file")
    folder = tmp_path / "file" / below
    with pytest.raises(failures.NoFolder) as caught:
        open_library(folder)
    assert caught.value.sentence == (
        f"{folder} is a file, not a folder, so no library can be kept in it. It was left as it is. "
        "Choose another folder with --data-dir."
    )
    assert (tmp_path / "file").read_bytes() == b"a file"


@contextmanager
def nobody_special() -> Iterator[None]:
    """As a user to whom permissions apply; the administrator ignores them."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def readable(folder: Path) -> Iterator[Path]:
    """A library in a folder that everybody may read and nobody may write."""
    chain = [folder, *folder.parents]
    outer = [path for path in chain if path.stat().st_mode & 0o005 != 0o005]
    modes = {path: path.stat().st_mode for path in {*outer, folder, folder / "library.db"}}
    for path in outer:
        path.chmod(0o755)
    yield folder
    for path, mode in modes.items():
        if path.exists():
            path.chmod(mode)


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones there")
@pytest.mark.parametrize(
    ("of_folder", "of_file"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444), (0o777, 0o000)]
)
def test_permissions_that_forbid_writing(readable: Path, of_folder: int, of_file: int) -> None:
    (readable / "library.db").chmod(of_file)
    readable.chmod(of_folder)
    before = files(readable)
    with nobody_special(), pytest.raises(failures.CannotWrite) as caught:
        open_library(readable)
    assert caught.value.sentence == CANNOT_WRITE.format(path=readable / "library.db")
    assert files(readable) == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones there")
@pytest.mark.parametrize("below", ["", "deeper"])
def test_an_empty_folder_that_cannot_be_written(readable: Path, below: str) -> None:
    (readable / "library.db").unlink()
    readable.chmod(0o555)
    with nobody_special(), pytest.raises(failures.CannotWrite) as caught:
        open_library(readable / below)
    path = readable / below / "library.db"
    assert caught.value.sentence == CANNOT_WRITE.format(path=path)
    assert list(readable.iterdir()) == []


def test_a_library_that_is_deleted_under_an_open_window(filled: Library) -> None:
    filled.path.unlink()
    with pytest.raises(failures.LibraryGone) as caught, step(filled):
        pytest.fail("a step has begun")
    assert caught.value.sentence == (
        f"The library {filled.path} was moved or deleted while it was open. This step was not "
        "saved. Put the file back, or start Annotator again."
    )
    with pytest.raises(failures.LibraryGone):
        filled.back_up("copy.db")
    with pytest.raises(failures.LibraryGone):
        filled.damage()
    assert not filled.path.exists()


def test_another_library_put_in_its_place_under_an_open_window(
    filled: Library, tmp_path: Path
) -> None:
    other = open_library(tmp_path / "other")
    other.close()
    other.path.replace(filled.path)
    with pytest.raises(failures.LibraryGone), step(filled):
        pytest.fail("a step has begun")


def test_a_library_that_another_program_holds(filled: Library) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(failures.LibraryBusy) as caught, step(filled):
            pytest.fail("a step has begun")
        assert rows(filled)["person"] != []  # reading goes on
    assert caught.value.sentence == (
        f"Another program is writing to the library {filled.path} and does not stop. This step "
        "was not saved; all earlier ones are. Try again in a moment."
    )
    with step(filled) as running:
        running.insert("person", {"id": "b", "name": "Ben", "origin": "local"})


def test_a_full_disk(filled: Library) -> None:
    before = rows(filled)

    def write(*, in_a_part: bool) -> None:
        with step(filled) as running:
            pages = running.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            running.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            if in_a_part:
                with running.savepoint():
                    running.insert("person", {"id": "x", "name": "x" * 9_000, "origin": "local"})
            running.insert("person", {"id": "b", "name": "x" * 900_000, "origin": "local"})

    for in_a_part in (False, True):
        with pytest.raises(failures.DiskFull) as caught:
            write(in_a_part=in_a_part)
        assert caught.value.sentence == (
            f"The disk with the library {filled.path} is full. This step was not saved; all "
            "earlier ones are. Free some space and try again."
        )
        assert rows(filled) == before


def test_what_the_engine_cannot_name_is_not_made_into_a_sentence(library: Library) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError), library.reading() as reading:
        reading.connection.exec_driver_sql("SELECT FROM person")


@pytest.mark.parametrize(
    ("table", "was", "now"),
    [
        ("claim", "CREATE TABLE claim", "CREATE TABLE clain"),
        ("claim", "note TEXT", "nose TEXT"),
        ("evidence", "CREATE TABLE evidence", "CREATE TABLE evidencf"),
        ("person", "origin TEXT", "origim TEXT"),
    ],
)
def test_a_definition_that_the_disk_has_changed(
    folder: Path, table: str, was: str, now: str
) -> None:
    path = folder / "library.db"
    whole = path.read_bytes()
    changed = whole.replace(was.encode(), now.encode())
    assert changed != whole, table
    path.write_bytes(changed)
    with pytest.raises(failures.DamagedLibrary) as caught:
        library = open_library(folder)
        try:
            read_everything(library)
        finally:
            library.close()
    assert caught.value.sentence == DAMAGED.format(path=path)


def test_a_definition_that_is_no_text_any_more(folder: Path) -> None:
    path = folder / "library.db"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE claim", b"CREATE TABLE cl\xffim"))
    with pytest.raises(failures.DamagedLibrary):
        open_library(folder)


def test_references_that_the_disk_has_changed(folder: Path) -> None:
    path = folder / "library.db"
    was = b"fk_source_person FOREIGN KEY(person) REFERENCES person (id)"
    whole = path.read_bytes()
    assert was in whole
    path.write_bytes(whole.replace(was, was.replace(b"(id)", b"(ie)")))
    library = open_library(folder)
    assert library.damage() == ['foreign key mismatch - "source" referencing "person"']
    with pytest.raises(failures.DamagedLibrary), step(library) as running:
        gone = running.row("person", ("person-ana",))
        assert gone
        running.delete("person", [gone])
    library.close()


class Answering:
    """A connection whose checks find these things."""

    def __init__(self, *found: str) -> None:
        self._found = found

    def execute(self, _statement: str) -> list[tuple[str]]:
        return [(one,) for one in self._found]


def test_a_check_that_knows_the_search_index_does_not_close_the_library() -> None:
    index = "malformed inverted index for FTS5 table main.words"
    assert sqlite._findings(Answering("ok"), "quick_check") == []  # type: ignore[arg-type]
    assert sqlite._findings(Answering(index), "quick_check") == []  # type: ignore[arg-type]
    assert sqlite._findings(Answering(index, "row 1 missing"), "quick_check") == [  # type: ignore[arg-type]
        "row 1 missing"
    ]
