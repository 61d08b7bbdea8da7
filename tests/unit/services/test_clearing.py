"""Work that was handed in leaves a computer without a word of it staying in the library."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.exchange import handins as files
from annotator.model.edit import ClaimEdit
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import (
    assigning,
    claiming,
    clearing,
    handing_in,
    handing_over,
    listing,
    naming,
    undoing,
)
from annotator.services import class_failures as failures
from annotator.services.assigning import Asked
from annotator.services.handing_in import HandingIn
from annotator.storage import backups
from annotator.storage.failures import BACKUPS
from tests.unit.services.class_desk import School, Student
from tests.unit.services.desk import state
from tests.unit.services.test_moving_on import move_on

A = Tag.ATTRIBUTED


@pytest.fixture
def student(at_school: School) -> Student:
    """Ana, who has marked, corrected and removed."""
    student = at_school.student("Ana", at_school.hand_out()[1])
    student.tag("The mayor", A, note="a secret", source="Somebody Secret")
    student.tag("The mayor", note="another secret")
    claiming.remove(student.desk.workspace, [student.tag("He was wrong", note="removed secret")])
    other = claiming.Fields(note="what Ben says")
    spot = claiming.Target(student.desk.article, student.desk.other, span(student))
    claiming.tag_exactly(student.desk.workspace, spot, other)
    return student


def span(student: Student) -> Span:
    """Where the claim stands."""
    return next(iter(student.desk.claims().values())).span


def everything(student: Student) -> str:
    """All cells of the library, as text."""
    path = student.desk.workspace.library.path
    with closing(sqlite3.connect(path)) as library:
        tables = library.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).fetchall()
        return "\n".join(
            str(row) for (name,) in tables for row in library.execute(f"SELECT * FROM {name}")
        )


def test_nothing_of_the_work_stays_in_the_library(student: Student, tmp_path: Path) -> None:
    to = tmp_path / "x.handin"
    desk = student.desk
    handing_in.pair(desk.workspace, desk.article, desk.person, "Cem")
    assert "removed secret" in everything(student)
    cleared = clearing.hand_in_and_clear(desk.workspace, HandingIn(desk.article, desk.person), to)
    assert (cleared.number, cleared.backups) == (1, ())
    left = everything(student)
    for word in ("secret", "Secret", "'Ana'", "Cem"):
        assert word not in left
    assert "what Ben says" in left
    assert [one.name for one in files.read(to.read_bytes()).people] == ["Ana", "Cem"]
    assert desk.workspace.history.undo_label() == "tag"
    undoing.undo(desk.workspace)
    assert desk.claims() == {}


def test_who_has_other_work_here_stays_known(student: Student, tmp_path: Path) -> None:
    desk = student.desk
    elsewhere = desk.article
    listed = [one.article.id for one in listing.all_articles(desk.workspace)]
    (first,) = set(listed) - {elsewhere}
    desk.article = first
    kept = desk.tag(0, 3, A)
    desk.article = elsewhere
    clearing.hand_in_and_clear(
        desk.workspace, HandingIn(elsewhere, desk.person), tmp_path / "x.handin"
    )
    assert list(desk.claims(first)) == [kept]
    assert "Ana" in [one.name for one in naming.everybody(desk.workspace)]


def test_copies_of_the_library_that_hold_the_work_are_said(
    student: Student, tmp_path: Path
) -> None:
    desk = student.desk
    copy = desk.workspace.library.back_up("with.db")
    folder = copy.parent
    assert folder.name == BACKUPS
    (folder / "broken.db").write_bytes(b"no database")
    with closing(sqlite3.connect(folder / "without.db")) as empty:
        empty.execute("CREATE TABLE claim (person TEXT)")
        empty.execute("CREATE TABLE change (rows TEXT)")
    shutil.copy(copy, folder / "notes.txt")
    cleared = clearing.hand_in_and_clear(
        desk.workspace, HandingIn(desk.article, desk.person), tmp_path / "x.handin"
    )
    assert [one.name for one in cleared.backups] == ["broken.db", "with.db"]


def test_a_copy_in_which_the_work_was_removed_holds_its_words_until_it_is_purged(
    student: Student, tmp_path: Path
) -> None:
    desk = student.desk
    claiming.remove(desk.workspace, list(desk.claims()))
    assert desk.claims() == {}
    removed = desk.workspace.library.back_up("removed.db")
    cleared = clearing.hand_in_and_clear(
        desk.workspace, HandingIn(desk.article, desk.person), tmp_path / "x.handin"
    )
    assert cleared.backups == (removed,)
    desk.workspace.library.back_up("purged.db")
    assert backups.holding(desk.workspace.library.path, desk.person) == (removed,)


def write_instead(monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    """Let a disk write something else than it is given, or nothing."""

    @contextmanager
    def beside(path: Path, _given: bytes) -> Iterator[Callable[[], None]]:
        yield lambda: None
        if data is not None:
            path.write_bytes(data)

    monkeypatch.setattr(handing_over, "beside", beside)


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_file_that_does_not_read_back_removes_nothing(
    student: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    before = state(desk.workspace)

    write_instead(monkeypatch, damage)
    with pytest.raises(failures.NotWritten) as caught:
        clearing.hand_in_and_clear(desk.workspace, HandingIn(desk.article, desk.person), to)
    assert "nothing was removed" in caught.value.sentence
    now = state(desk.workspace)
    assert {table: rows for table, rows in now.items() if table != "handed_in"} == {
        table: rows for table, rows in before.items() if table != "handed_in"
    }


def test_a_file_that_lacks_a_claim_removes_nothing(
    student: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    student.hand_in(to)
    stale = to.read_bytes()
    student.tag("bridges stand", A)
    write_instead(monkeypatch, stale)
    with pytest.raises(failures.NotWritten):
        clearing.hand_in_and_clear(desk.workspace, HandingIn(desk.article, desk.person), to)
    assert len(desk.claims()) == 3


def test_the_next_hand_in_has_a_higher_number(at_school: School, tmp_path: Path) -> None:
    out = at_school.hand_out(Asked(roster=("Ana",)))[1]
    student = at_school.student("Ana", out)
    desk, to = student.desk, tmp_path / "x.handin"
    student.tag("The mayor", A)
    given = assigning.find(desk.workspace, desk.article, None)
    what = HandingIn(desk.article, desk.person, given)
    assert clearing.hand_in_and_clear(desk.workspace, what, to).number == 1
    student.open(out)
    student.tag("He was wrong", A)
    assert student.hand_in(to) == 2


def test_what_another_window_changes_meanwhile_is_not_removed(
    student: Student, tmp_path: Path
) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    student.hand_in(to)
    student.tag("The mayor", note="said since then")
    with pytest.raises(failures.NotWritten):
        clearing.clear(desk.workspace, desk.article, desk.person, to)
    assert "said since then" in [one.note for one in desk.claims().values()]


NEWER = "hand it in or take it along, remove the {claims} there, and try again here."


def revised(at_school: School, student_words: tuple[str, ...]) -> tuple[Student, HandingIn]:
    """Somebody who has marked words, and then opened the revision on a newer version."""
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    for words in student_words:
        student.tag(words, A, note=f"secret of {words}")
    before = HandingIn(student.desk.article, student.desk.person)
    student.open(move_on(at_school, made)[1])
    return student, before


def now_of(student: Student) -> HandingIn:
    return HandingIn(student.desk.article, student.desk.person)


def test_claims_that_go_on_in_the_file_are_removed_from_every_version(
    at_school: School, tmp_path: Path
) -> None:
    student, before = revised(at_school, ("The mayor", "He was wrong"))
    (one, *_rest) = student.desk.claims()
    claiming.edit(student.desk.workspace, ClaimEdit(one, "", note="a later secret"))
    to = tmp_path / "x.handin"
    clearing.hand_in_and_clear(student.desk.workspace, now_of(student), to)
    assert "secret" not in everything(student)
    assert student.desk.claims(before.article) == {}
    assert "a later secret" in to.read_text()


def test_the_earlier_version_can_be_handed_in_while_the_newer_says_the_same(
    at_school: School, tmp_path: Path
) -> None:
    student, before = revised(at_school, ("The mayor", "He was wrong"))
    clearing.hand_in_and_clear(student.desk.workspace, before, tmp_path / "x.handin")
    assert "secret" not in everything(student)


def test_a_claim_that_stays_on_the_earlier_version_is_not_lost(
    at_school: School, tmp_path: Path
) -> None:
    student, before = revised(at_school, ("The mayor", "bridges stand"))
    desk, to = student.desk, tmp_path / "x.handin"
    with pytest.raises(failures.WorkElsewhere) as caught:
        clearing.hand_in_and_clear(desk.workspace, now_of(student), to)
    assert caught.value.sentence == (
        "1 claim of yours on another version of the article, “Story 😀 one”, is not in the file "
        "that was written, so nothing was removed from this computer. The file is complete for "
        "this version, and your work is safe. Open the other version, "
        + NEWER.format(claims="claim")
    )
    assert (len(desk.claims(before.article)), len(desk.claims())) == (2, 1)
    left = [one.id for one in desk.claims(before.article).values() if "bridges" in one.note]
    claiming.remove(desk.workspace, left)
    clearing.hand_in_and_clear(desk.workspace, now_of(student), to)
    assert "secret" not in everything(student)


def test_work_that_was_done_on_the_newer_version_only_is_not_lost(
    at_school: School, tmp_path: Path
) -> None:
    student, before = revised(at_school, ("The mayor",))
    student.tag("He was wrong", A, note="an hour of work")
    student.tag("News", A)
    with pytest.raises(failures.WorkElsewhere) as caught:
        clearing.hand_in_and_clear(student.desk.workspace, before, tmp_path / "x.handin")
    assert caught.value.sentence.startswith("2 claims of yours on another version")
    assert caught.value.sentence.endswith(NEWER.format(claims="claims"))
    assert len(student.desk.claims()) == 3


@pytest.mark.parametrize("and_newer", [False, True])
def test_what_was_changed_after_it_went_on_is_not_lost(
    at_school: School, tmp_path: Path, and_newer: bool
) -> None:
    student, before = revised(at_school, ("The mayor",))
    desk = student.desk
    late = ClaimEdit(next(iter(desk.claims(before.article))), "", note="said late")
    claiming.edit(desk.workspace, late)
    if and_newer:
        late = ClaimEdit(next(iter(desk.claims())), "", note="said later still")
        claiming.edit(desk.workspace, late)
    with pytest.raises(failures.WorkElsewhere):
        clearing.hand_in_and_clear(desk.workspace, now_of(student), tmp_path / "x.handin")
    assert "said late" in [one.note for one in desk.claims(before.article).values()]


def test_no_word_of_it_stays_in_a_file_beside_the_library(student: Student, tmp_path: Path) -> None:
    desk = student.desk
    library = desk.workspace.library
    assert b"secret" in library.log.read_bytes()
    what = HandingIn(desk.article, desk.person)
    cleared = clearing.hand_in_and_clear(desk.workspace, what, tmp_path / "x.handin")
    assert cleared.log is None
    for one in library.path.parent.iterdir():
        assert one.is_dir() or b"secret" not in one.read_bytes()


def test_where_another_program_reads_the_log_is_said_to_hold_it(
    student: Student, tmp_path: Path
) -> None:
    desk = student.desk
    library = desk.workspace.library
    what = HandingIn(desk.article, desk.person)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM claim").fetchall()
        cleared = clearing.hand_in_and_clear(desk.workspace, what, tmp_path / "x.handin")
    assert cleared.log == library.log
    assert b"secret" in library.log.read_bytes()
