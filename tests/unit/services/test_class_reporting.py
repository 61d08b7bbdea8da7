"""A report on a class out of the library: whose work, whose names, and what stops it."""

from pathlib import Path

import pytest

from annotator.exchange.writers import failures as writing
from annotator.model.class_report import ClassReport
from annotator.model.ids import ArticleId, AssignmentId
from annotator.model.tags import Tag
from annotator.services import choosing, class_reporting, collecting
from annotator.services.assigning import Asked
from annotator.services.class_failures import NoSuchAssignment
from annotator.services.failures import NoSuchArticle
from tests.unit.services.class_desk import School, school


class Room:
    """A teacher with a key; Ana and Ben have handed in, Coy has not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school: School = school(folder)
        self.school.teacher.tag(12, 21, Tag.ATTRIBUTED)
        asked = Asked(roster=("Ana Öz", "Ben Ito", "Coy Li"))
        self.assignment, file = self.school.hand_out(asked)
        for name in ("Ana Öz", "Ben Ito"):
            student = self.school.student(name, file)
            student.tag("The mayor", Tag.ATTRIBUTED, note="Ben Ito and Coy Li saw it.")
            student.hand_in(folder / f"{name}.handin")
        collecting.collect(self.school.teacher.workspace, [*folder.glob("*.handin")])

    def report(
        self, assignment: AssignmentId | None = None, *, anonymous: bool = False
    ) -> ClassReport:
        teacher = self.school.teacher
        self.told: list[str] = []
        return class_reporting.class_report(
            teacher.workspace,
            teacher.article,
            assignment,
            anonymous=anonymous,
            tell=self.told.append,
        )


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_who_handed_in_and_who_is_missing_with_and_without_an_assignment(room: Room) -> None:
    for assignment in (None, room.assignment.id):
        found = room.report(assignment)
        assert (found.handed_in, found.of) == (2, 3)
        assert [one.label for one in found.students] == ["Ana Öz", "Ben Ito"]
        assert found.needing[0].label == "Coy Li"
        assert len(found.key) == 1
        assert found.agreed
        assert found.assignment


def test_of_several_assignments_none_is_meant_and_nobody_missing(room: Room) -> None:
    room.school.hand_out(Asked(title="Again"), "again")
    found = room.report()
    assert (found.handed_in, found.of, found.assignment) == (2, 2, None)


def test_names_are_left_out_and_told_where_they_stood_in_notes(room: Room) -> None:
    found = room.report(anonymous=True)
    assert found.anonymous
    assert [one.label for one in found.students] == ["Student 1", "Student 2"]
    notes = {claim.note for one in found.students for claim in one.annotator.claims}
    assert notes == {"Student 2 and Student 3 saw it."}
    assert any("Ben Ito" in sentence for sentence in room.told)
    teacher = room.school.teacher
    untold = class_reporting.class_report(teacher.workspace, teacher.article, anonymous=True)
    assert [one.label for one in untold.students] == ["Student 1", "Student 2"]


def test_who_is_hidden_is_left_out(room: Room) -> None:
    teacher = room.school.teacher
    ana = room.report().students[0].annotator.id
    choosing.hide_people(teacher.workspace, teacher.article, [ana], on=True)
    found = room.report()
    assert [one.label for one in found.students] == ["Ben Ito"]
    assert found.hidden == 1


def test_a_file_is_written_or_nothing_changes(room: Room) -> None:
    teacher = room.school.teacher
    to = room.folder / "class.html"
    seen: list[tuple[int, int]] = []

    def export(to: Path, goes_on: bool = True) -> None:
        def progress(done: int, total: int) -> bool:
            seen.append((done, total))
            return goes_on

        class_reporting.export_class(teacher.workspace, teacher.article, to, progress=progress)

    export(to)
    assert seen[0] == (0, 2)
    assert seen[-1] == (2, 2)
    before = to.read_bytes()
    with pytest.raises(writing.Stopped):
        export(to, goes_on=False)
    assert to.read_bytes() == before
    with pytest.raises(writing.UnknownSuffix):
        export(room.folder / "class.odt")


def test_an_article_or_an_assignment_that_is_not_there(room: Room) -> None:
    with pytest.raises(NoSuchAssignment):
        room.report(AssignmentId("nope"))
    with pytest.raises(NoSuchArticle):
        class_reporting.class_report(room.school.teacher.workspace, ArticleId("nope"))
