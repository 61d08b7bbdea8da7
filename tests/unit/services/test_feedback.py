"""Feedback for a class: where it lies, what it says, what a worksheet gets."""

import zipfile
from pathlib import Path

import pytest

from annotator.exchange import worksheets
from annotator.exchange.writers import failures as writing
from annotator.model.ids import AssignmentId
from annotator.model.tags import Tag
from annotator.services import assigning, collecting, feedback, handing_in
from annotator.services.assigning import Asked
from annotator.services.class_failures import NobodyToAnswer
from annotator.services.failures import Cancelled
from annotator.services.feedback import Given, Wanted
from tests.unit.services.class_desk import School, school

MOODLE = {"Ana Öz": "101", "Ben Ito": "102"}
SHEET = (
    "Identifier,Full name,Status,Grade,Feedback comments\r\n"
    "Participant 101,Ana Öz,Submitted,-,\r\n"
    "Participant 103,Coy Li,Submitted,-,\r\n"
)


class Room:
    """A teacher with a key, and what two students handed in, in Moodle's folders."""

    def __init__(self, folder: Path) -> None:
        self.school: School = school(folder)
        teacher = self.school.teacher
        teacher.tag(12, 21, Tag.ATTRIBUTED)
        self.assignment, file = self.school.hand_out(Asked(roster=tuple(MOODLE)))
        for name, id_ in MOODLE.items():
            student = self.school.student(name, file)
            student.tag("The mayor", Tag.ATTRIBUTED, note=f"{name} looked at it.")
            if id_ == "102":
                student.tag("bridges stand", Tag.CONTESTED)
            inside = folder / "came" / f"{name}_{id_}_assignsubmission_file"
            inside.mkdir(parents=True)
            student.hand_in(inside / "work.handin")
        collecting.collect(teacher.workspace, [folder / "came"])
        self.folder = folder

    def give(
        self, wanted: Wanted, assignment: AssignmentId | None = None, told: list[str] | None = None
    ) -> Given:
        teacher = self.school.teacher
        tell = None if told is None else told.append
        return feedback.give(teacher.workspace, teacher.article, wanted, assignment, tell=tell)

    def sheet(self, text: str = SHEET) -> feedback.Worksheet:
        path = self.folder / "Grades.csv"
        path.write_bytes(text.encode("utf-8"))
        return feedback.worksheet(path)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_a_file_for_each_in_a_folder_that_is_made(room: Room) -> None:
    to = room.folder / "out"
    given = room.give(Wanted(to))
    assert given.files == (
        ("Ana Öz", str(to / "Ana Öz.html")),
        ("Ben Ito", str(to / "Ben Ito.html")),
    )
    ana = (to / "Ana Öz.html").read_text("utf-8")
    assert "Ana Öz looked at it." in ana
    assert "What the class saw there" in ana
    assert "Ben" not in ana
    assert room.give(Wanted(to)).files == given.files  # again into the same folder
    assert len(list(to.iterdir())) == 2


def test_the_key_is_in_it_when_it_was_released(room: Room) -> None:
    to = room.folder / "out"
    room.give(Wanted(to), room.assignment.id)
    assert "Beside your teacher" not in (to / "Ana Öz.html").read_text("utf-8")
    assigning.release(room.school.teacher.workspace, room.assignment.id)
    room.give(Wanted(to))
    assert "You found 1 of the 1 claims" in (to / "Ana Öz.html").read_text("utf-8")


def test_an_archive_has_the_folders_of_moodle(room: Room) -> None:
    to = room.folder / "out.zip"
    given = room.give(Wanted(to, "pdf"))
    names = [f"{name}_{id_}_assignsubmission_file/feedback.pdf" for name, id_ in MOODLE.items()]
    assert [path for _name, path in given.files] == names
    with zipfile.ZipFile(to) as archive:
        assert archive.namelist() == names
        assert all(archive.read(name).startswith(b"%PDF") for name in names)
    first = to.read_bytes()
    room.give(Wanted(to, "pdf"))
    assert to.read_bytes() == first


def test_a_folder_of_moodle_keeps_its_number_however_long_the_name_is(room: Room) -> None:
    student = room.school.student("Zoë", room.folder / "out.assignment")
    student.tag("bridges", Tag.VERIFIED)
    file, archive = room.folder / "zoe.handin", room.folder / "long.zip"
    student.hand_in(file)
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(file, f"{'林' * 70}_4711_assignsubmission_file_/zoe.handin")
    collecting.collect(room.school.teacher.workspace, [archive])
    given = room.give(Wanted(room.folder / "out.zip"))
    name = f"{'林' * 44}_4711_assignsubmission_file_"
    assert given.files[-1] == ("Zoë", f"{name}/feedback.html")


def test_who_came_by_stick_lies_beside_the_folders(room: Room) -> None:
    student = room.school.student("Zoë", room.folder / "out.assignment")
    student.tag("bridges", Tag.VERIFIED)
    file = room.folder / "zoe.handin"
    student.hand_in(file)
    collecting.collect(room.school.teacher.workspace, [file])
    given = room.give(Wanted(room.folder / "out.zip", worksheet=room.sheet()))
    assert given.files[-1] == ("Zoë", "Zoë.html")
    assert given.missing == ("Ben Ito",)


def test_a_folder_whose_name_ends_like_an_archive_is_a_folder(room: Room) -> None:
    to = room.folder / "out.zip"
    to.mkdir()
    assert room.give(Wanted(to)).files[0][1] == str(to / "Ana Öz.html")


def test_without_names(room: Room) -> None:
    told: list[str] = []
    to = room.folder / "out.zip"
    given = room.give(Wanted(to, anonymous=True), told=told)
    assert given.files == (
        ("Student 1", "Student 1_101_assignsubmission_file_/feedback.html"),
        ("Student 2", "Student 2_102_assignsubmission_file_/feedback.html"),
    )
    with zipfile.ZipFile(to) as archive:
        pages = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    assert "Student 1 looked at it." in pages[0]
    assert not any(word in page for page in pages for word in ("Ana", "Öz", "Ben", "Ito"))
    assert "“Ana Öz” in what people wrote is now “Student 1”, 1 time." in told


def test_without_the_names_of_those_too_from_whom_nothing_counts(room: Room) -> None:
    teacher = room.school.teacher
    _made, file = room.school.hand_out(Asked(roster=("Eva Zorro", "Zoë Quux")), "other")
    for words in ("The mayor", "bridges stand"):
        eva = room.school.student("Eva Zorro", file)
        eva.tag(words, Tag.ATTRIBUTED)
        eva.hand_in(room.folder / f"{words}.handin")
        collecting.collect(teacher.workspace, [room.folder / f"{words}.handin"])
    ana = room.school.student("Ana Öz", file)
    ana.tag("bridges", Tag.VERIFIED, note="I asked Zoë Quux and Eva Zorro.")
    ana.hand_in(room.folder / "ana.handin")
    collecting.collect(teacher.workspace, [room.folder / "ana.handin"])
    to = room.folder / "out"
    assert room.give(Wanted(to, anonymous=True)).undecided == ("",)
    said = "".join(one.read_text("utf-8") for one in to.iterdir())
    assert "I asked Student" in said
    assert not any(word in said for word in ("Quux", "Zorro"))


def test_a_worksheet_is_filled_beside_the_one_that_was_given(room: Room) -> None:
    sheet = room.sheet()
    given = room.give(Wanted(room.folder / "out", worksheet=sheet))
    assert (given.filled, given.missing) == (1, ("Ben Ito",))
    assert given.worksheet == room.folder / "Grades-feedback.csv"
    assert sheet.path.read_bytes() == SHEET.encode("utf-8")
    said = given.worksheet.read_text("utf-8").splitlines()
    assert said[1].startswith('Participant 101,Ana Öz,Submitted,-,"<p>1 passage: 1 attributed')
    assert said[2] == "Participant 103,Coy Li,Submitted,-,"


def test_whose_feedback_takes_the_place_of_another_is_said(room: Room) -> None:
    """The teacher may have typed it: the given worksheet holds it still."""
    sheet = room.sheet(SHEET.replace("101,Ana Öz,Submitted,-,", "101,Ana Öz,Submitted,-,Seen."))
    given = room.give(Wanted(room.folder / "out", worksheet=sheet))
    assert (given.filled, given.replaced) == (1, ("Ana Öz",))
    assert sheet.path.read_bytes() == sheet.data
    assert given.worksheet
    again = feedback.worksheet(given.worksheet)
    assert room.give(Wanted(room.folder / "out", worksheet=again)).replaced == ()


def test_a_row_with_another_name_is_left_alone_and_said(room: Room) -> None:
    sheet = room.sheet(SHEET.replace("101,Ana Öz", "101,Eve Ito"))
    given = room.give(Wanted(room.folder / "out", worksheet=sheet))
    assert (given.filled, given.missing, given.strangers) == (0, ("Ben Ito",), ("Ana Öz",))
    assert given.worksheet
    assert given.worksheet.read_bytes() == sheet.data


def test_where_two_handed_in_under_one_number_nobody_s_row_is_filled(room: Room) -> None:
    student = room.school.student("Anna", room.folder / "out.assignment")
    student.tag("bridges", Tag.VERIFIED)
    inside = room.folder / "again" / "Ana Öz_101_assignsubmission_file_"
    inside.mkdir(parents=True)
    student.hand_in(inside / "work.handin")
    collecting.collect(room.school.teacher.workspace, [room.folder / "again"])
    given = room.give(Wanted(room.folder / "out", worksheet=room.sheet()))
    assert (given.filled, given.crowded) == (0, ("Ana Öz", "Anna"))
    assert {"Ana Öz", "Anna"} <= {name for name, _path in given.files}


def test_who_has_no_report_before_somebody_chooses_is_said(room: Room) -> None:
    student = room.school.student("Ben Ito", room.folder / "out.assignment")
    student.tag("The mayor", Tag.VERIFIED)
    student.hand_in(room.folder / "again.handin")
    collecting.collect(room.school.teacher.workspace, [room.folder / "again.handin"])
    given = room.give(Wanted(room.folder / "out"))
    assert [name for name, _path in given.files] == ["Ana Öz"]
    assert given.undecided == ("Ben Ito",)
    assert room.give(Wanted(room.folder / "out", anonymous=True)).undecided == ("",)


def test_both_of_a_pair_have_their_row_filled(room: Room) -> None:
    student = room.school.student("Zoë", room.folder / "out.assignment")
    desk = student.desk
    handing_in.pair(desk.workspace, desk.article, desk.person, "Coy Li")
    student.tag("bridges", Tag.VERIFIED)
    inside = room.folder / "pair" / "Zoë_104_assignsubmission_file_"
    inside.mkdir(parents=True)
    student.hand_in(inside / "work.handin")
    collecting.collect(room.school.teacher.workspace, [room.folder / "pair"])
    sheet = room.sheet(SHEET + "Participant 104,Zoë,Submitted,-,\r\n")
    given = room.give(Wanted(room.folder / "out", worksheet=sheet))
    assert given.worksheet
    rows = given.worksheet.read_text("utf-8").splitlines()
    assert [row.partition(",-,")[2][:12] for row in rows[1:]] == ['"<p>1 passag'] * 3


def test_another_table_is_refused_before_anything_is_written(room: Room) -> None:
    with pytest.raises(worksheets.NoWorksheet):
        room.sheet("Name,Age\nAna,12\n")


def test_nobody_to_answer(tmp_path: Path) -> None:
    teacher = school(tmp_path).teacher
    with pytest.raises(NobodyToAnswer) as refused:
        feedback.give(teacher.workspace, teacher.article, Wanted(tmp_path / "out"))
    assert refused.value.sentence == (
        "Nobody has handed anything in on this article, so there is nobody to give feedback to. "
        "Collect the class’s files first."
    )
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made(room: Room) -> None:
    with pytest.raises(writing.NoFolder):
        room.give(Wanted(room.folder / "no" / "out"))
    file = room.folder / "file"
    file.write_bytes(b"mine")
    with pytest.raises(writing.NoFolder):
        room.give(Wanted(file))
    with pytest.raises(writing.CannotWrite):
        room.give(Wanted(room.folder / ("x" * 300)))
    assert file.read_bytes() == b"mine"


def test_it_can_be_stopped(room: Room) -> None:
    teacher = room.school.teacher
    wanted = Wanted(room.folder / "out.zip")
    with pytest.raises(Cancelled):
        feedback.give(
            teacher.workspace, teacher.article, wanted, progress=lambda done, _of: done < 1
        )
    assert not wanted.to.exists()


def test_what_paper_cannot_show_is_told_once(room: Room) -> None:
    told: list[str] = []
    room.give(Wanted(room.folder / "out", "pdf"), told=told)
    assert told == []
    strange = room.school.student("Yu", room.folder / "out.assignment")
    strange.tag("bridges", note="a\x0bb")
    file = room.folder / "yu.handin"
    strange.hand_in(file)
    collecting.collect(room.school.teacher.workspace, [file])
    room.give(Wanted(room.folder / "out", "pdf"), told=told)
    assert told == ["1 character that the file cannot hold is shown as a sign, such as � or ␋."]
