"""Damage that a disk does not report is found, whatever cell it hits, and named in a sentence."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import checking, searching
from annotator.services.checking import Checked
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage.checking import CONTENT
from annotator.storage.library import Library
from tests.unit.services.full_library import TITLE, fill


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with such a library, which no test changes."""
    folder = tmp_path_factory.mktemp("whole")
    workspace = open_workspace(folder)
    fill(workspace)
    workspace.close()
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(whole, tmp_path / "copy")
    return tmp_path / "copy"


def check(folder: Path) -> Checked:
    workspace = open_workspace(folder)
    try:
        return checking.check(workspace)
    finally:
        workspace.close()


def damage(folder: Path, statement: str) -> list[str]:
    """What is found after a statement behind the program's back, without ids."""
    with closing(sqlite3.connect(folder / "library.db")) as connection, connection:
        assert connection.execute(statement).rowcount == 1
        ids = connection.execute("SELECT id FROM article UNION ALL SELECT id FROM claim").fetchall()
    found = list(check(folder).damage)
    for (identity,) in ids:
        found = [sentence.replace(identity, "ID") for sentence in found]
    return found


def test_a_whole_library(folder: Path) -> None:
    found = check(folder)
    assert found == Checked(folder / "library.db", articles=2, claims=4, damage=())
    assert check(folder) == found


def test_every_table_of_that_library_has_rows(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        for table in (*CONTENT, "change", "handed_work"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table


def test_an_empty_library_is_whole(tmp_path: Path) -> None:
    assert check(tmp_path) == Checked(tmp_path / "library.db", 0, 0, ())


def test_the_work_of_a_hand_in_that_is_not_as_it_came(folder: Path) -> None:
    said = f"“{TITLE}” (ID): the work of the hand-in came is not as it was collected. "
    for statement in (
        "UPDATE handed_work SET claims = CAST(X'FF' || claims AS TEXT)",
        "DELETE FROM handed_work",
    ):
        assert damage(folder, statement) == [said + "Collect the file once more."]


TEXT = f"“{TITLE}” (ID): the text is not the one that was added, or its checksum has changed."
HISTORY = "is not as the history tells."
FIRST_CLAIM = "WHERE note = 'checked in town'"
FIRST_ARTICLE = f"WHERE title = '{TITLE}'"
QUOTE = "does not hold the words that stand in the text from"


@pytest.mark.parametrize(
    ("statement", "sentences"),
    [
        (f"UPDATE article SET sha256 = 'x' {FIRST_ARTICLE}", [TEXT]),
        (f"UPDATE article SET characters = characters + 1 {FIRST_ARTICLE}", [TEXT]),
        (
            f"UPDATE article SET text = replace(text, 'safe', 'sage') {FIRST_ARTICLE}",
            [TEXT, f"“{TITLE}” (ID): the claim ID {QUOTE} 18 to 36."],
        ),
        (
            f"UPDATE article SET outlet = 'The Pamper' {FIRST_ARTICLE}",
            [f"“{TITLE}” (ID): what is known about the article {HISTORY}"],
        ),
        (
            "UPDATE person SET name = 'Anm' WHERE name = 'Ann Löve'",
            [f"The library: the name of a person {HISTORY}"],
        ),
        (
            "UPDATE source SET name = 'The sinister' WHERE name = 'The minister'",
            [f"“{TITLE}” (ID): a source {HISTORY}"],
        ),
        (
            f"UPDATE claim SET quote = 'x' || substr(quote, 2) {FIRST_CLAIM}",
            [f"“{TITLE}” (ID): the claim ID {QUOTE} 18 to 36."],
        ),
        (
            f"UPDATE claim SET start = start + 1 {FIRST_CLAIM}",
            [f"“{TITLE}” (ID): the claim ID {QUOTE} 19 to 36."],
        ),
        (
            f'UPDATE claim SET "end" = 9999 {FIRST_CLAIM}',
            [f"“{TITLE}” (ID): the claim ID {QUOTE} 18 to 9999."],
        ),
        (
            f"UPDATE claim SET verified = 0 {FIRST_CLAIM}",
            [f"“{TITLE}” (ID): a claim {HISTORY}"],
        ),
        (
            f"UPDATE claim SET modified = replace(modified, '2', '3') {FIRST_CLAIM}",
            [f"“{TITLE}” (ID): a claim {HISTORY}"],
        ),
        (
            "UPDATE attribution SET source = (SELECT id FROM source WHERE name = 'Somebody else') "
            "WHERE role = 'counter-source'",
            [f"“{TITLE}” (ID): the claim ID names a source that is not its person's."],
        ),
        (
            "UPDATE evidence SET found = 'it folds'",
            [f"“{TITLE}” (ID): the evidence of a claim {HISTORY}"],
        ),
        (
            "UPDATE link SET role = 'disagrees'",
            [f"“{TITLE}” (ID): the link of a claim {HISTORY}"],
        ),
        (
            "UPDATE former_id SET id = 'x'",
            [
                f"“{TITLE}” (ID): the former id of a claim {HISTORY}",
                f"“{TITLE}” (ID): the former id of a claim is missing that the history tells of.",
            ],
        ),
        (
            "DELETE FROM dismissal",
            [f"“{TITLE}” (ID): a hint that was put away is missing that the history tells of."],
        ),
        (
            "UPDATE change SET rows = '[{' WHERE number = 3",
            [
                "Step 3 of the history is not as it was written.",
                f"“{TITLE}” (ID): what is known about the article {HISTORY}",
            ],
        ),
        (
            "UPDATE change SET rows = replace(rows, '\"person\"', '\"parson\"') WHERE number = 4",
            [
                "Step 4 of the history is not as it was written.",
                f"The library: the name of a person {HISTORY}",
            ],
        ),
        (
            "UPDATE change SET rows = replace(rows, 'Ben', 'Bem') WHERE number = 5",
            ["Step 6 of the history is not as it was written."],
        ),
        (
            "UPDATE change SET rows = replace(rows, 'Benedict', 'Bendeict') WHERE number = 6",
            [f"The library: the name of a person {HISTORY}"],
        ),
    ],
)
def test_damage_is_named(statement: str, sentences: list[str], folder: Path) -> None:
    assert damage(folder, statement) == sentences


def test_a_former_id_that_leads_nowhere(folder: Path) -> None:
    found = damage(folder, "UPDATE former_id SET claim = 'x'")
    assert found[0].startswith("The database file is damaged (former_id ")
    assert found[1].startswith("The former id ")
    assert found[1].endswith(" leads to no claim.")
    assert len(found) == 2


def test_text_that_is_no_utf_8(folder: Path) -> None:
    assert (
        damage(folder, f"UPDATE article SET text = CAST(X'FF' || text AS TEXT) {FIRST_ARTICLE}")[0]
        == TEXT
    )


def test_a_search_index_that_does_not_fit_is_made_anew(folder: Path) -> None:
    workspace = open_workspace(folder)
    searching.search(workspace, "minister", patience=60)
    workspace.close()
    assert check(folder).damage == ()
    with closing(sqlite3.connect(folder / "library.db")) as connection, connection:
        connection.execute("DELETE FROM passage")
    assert check(folder).damage == (
        "The search index did not fit the texts. It is made anew from them now.",
    )
    assert check(folder).damage == ()
    workspace = open_workspace(folder)
    assert len(searching.search(workspace, "minister", patience=60).found) == 1
    workspace.close()


def test_while_somebody_writes_the_search_index_is_left_alone(folder: Path) -> None:
    workspace = Workspace(Library(folder, patience=0.1))
    with closing(sqlite3.connect(folder / "library.db")) as holder:
        holder.execute("DELETE FROM passage")
        assert checking.check(workspace).damage == ()
    workspace.close()
