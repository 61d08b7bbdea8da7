"""A file and the step that goes with it: whatever ends the program, neither contradicts another."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from annotator.exchange import assignments as assignment_files
from annotator.exchange import handins as files
from annotator.exchange.writers import failures, placing
from annotator.model.handin import Collected
from annotator.model.tags import Tag
from annotator.services import assigning, collecting, handing_in, handing_over
from annotator.services.assigning import Asked
from annotator.services.undoing import ChangedSince
from annotator.services.workspace import Workspace
from annotator.storage.step import Draft
from tests.unit.services.class_desk import School, Student
from tests.unit.services.desk import state
from tests.unit.services.killed import KILLED, killed

A = Tag.ATTRIBUTED


@pytest.fixture
def ana(at_school: School) -> Student:
    """A student who has marked something."""
    student = at_school.student("Ana", at_school.hand_out(Asked(roster=("Ana",)))[1])
    student.tag("The mayor", A)
    return student


def collected(at_school: School, folder: Path) -> list[tuple[str, Collected, int]]:
    found = collecting.collect(at_school.teacher.workspace, [folder])
    return [(Path(one.file).name, one.result, one.number) for one in found]


@pytest.mark.parametrize(
    ("when", "there", "then"), [("written", 1, 2), ("committed", 1, 3), ("placed", 2, 3)]
)
def test_a_hand_in_that_was_killed_contradicts_no_later_one(
    at_school: School, ana: Student, tmp_path: Path, when: str, there: int, then: int
) -> None:
    """Its file is the old one or the new one, and the next one has a number of its own."""
    folder = tmp_path / "handed in"
    folder.mkdir()
    assert ana.hand_in(folder / "b.handin") == 1
    ana.tag("bridges stand", A)
    library = ana.desk.workspace.library.path
    assert killed("hand-in", when, library, folder / "b.handin") == KILLED
    assert len(list(folder.iterdir())) == (1 if when == "placed" else 2)
    assert len(files.read((folder / "b.handin").read_bytes()).items) == there
    assert collected(at_school, folder) == [("b.handin", Collected.NEW, there)]
    ana.tag("He was wrong", A)
    assert ana.hand_in(folder / "c.handin") == then
    assert collected(at_school, folder) == [
        ("b.handin", Collected.SAME, there),
        ("c.handin", Collected.NEWER, then),
    ]


@pytest.mark.parametrize("when", ["written", "committed", "placed"])
def test_an_assignment_that_was_killed_is_known_where_its_file_is_under_way(
    at_school: School, tmp_path: Path, when: str
) -> None:
    to = tmp_path / "out.assignment"
    workspace = at_school.teacher.workspace
    assert killed("assign", when, workspace.library.path, to) == KILLED
    known = {one.id for one in assigning.every(workspace)}
    assert len(known) == (0 if when == "written" else 1)
    assert to.exists() is (when == "placed")
    if to.exists():
        assert {assignment_files.read(to.read_bytes()).assignment.id} == known
    for one in known:  # whose file was never put in its place can be written once more
        assigning.write(workspace, one, to)
        assert assignment_files.read(to.read_bytes()).assignment.id == one


def refuse(*_given: object, **_named: object) -> NoReturn:
    """What a system says of a file that another program holds."""
    raise PermissionError(13, os.strerror(13))


def test_where_the_file_cannot_get_its_name_all_is_as_it_was(
    at_school: School, ana: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "ana.handin"
    assert ana.hand_in(to) == 1
    there, desk = to.read_bytes(), ana.desk
    before, taught = state(desk.workspace), state(at_school.teacher.workspace)
    (given,) = assigning.every(desk.workspace)
    what = handing_in.HandingIn(desk.article, desk.person, given)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        with pytest.raises(failures.CannotWrite):
            handing_in.hand_in(desk.workspace, what, to, "Ben")
        with pytest.raises(failures.CannotWrite):
            at_school.hand_out(name="another")
    assert (state(desk.workspace), to.read_bytes()) == (before, there)
    assert state(at_school.teacher.workspace) == taught
    assert not [one for one in tmp_path.iterdir() if placing.is_draft(one.name)]
    assert ana.hand_in(to) == 2


def test_a_number_that_was_gone_on_from_is_left_out(
    ana: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file's refusal is what is said, and not that its number cannot be given back."""
    to = tmp_path / "ana.handin"

    def meanwhile(_workspace: Workspace, _done: Draft) -> NoReturn:
        raise ChangedSince("hand in")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        patched.setattr(handing_over, "take_back", meanwhile)
        with pytest.raises(failures.CannotWrite):
            ana.hand_in(to)
    assert not to.exists()
    assert ana.hand_in(to) == 2


def test_a_draft_that_changes_nothing_has_nothing_to_take_back(
    ana: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(ana.desk.workspace)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(failures.CannotWrite):
        ana.hand_in(tmp_path / "mine.handin", draft=True)
    assert state(ana.desk.workspace) == before
