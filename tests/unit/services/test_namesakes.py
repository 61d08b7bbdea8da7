"""Who may be one person in a class, and who is asked about no more."""

from pathlib import Path

from annotator.model.tags import Tag
from annotator.services import assigning, collecting
from annotator.services.assigning import Asked
from annotator.services.comparing import Classroom, classroom
from annotator.services.namesakes import keep_apart, namesakes
from annotator.storage import people
from tests.unit.services.class_desk import School, Student


def room(at_school: School) -> Classroom:
    desk = at_school.teacher
    (given,) = assigning.every(desk.workspace)
    return classroom(desk.workspace, desk.article, given.id)


def collected(at_school: School, student: Student, to: Path, name: str = "") -> str:
    """Collect what a student hands in, under another name than the one they came with if given."""
    desk = student.desk
    if name:
        with desk.workspace.step("rename") as step:
            (one,) = (one for one in people.all_of(step) if one.id == desk.person)
            people.update(step, type(one)(one.id, name, one.origin))
    student.tag("The mayor", Tag.ATTRIBUTED, source="The mayor")
    student.hand_in(to)
    collecting.collect(at_school.teacher.workspace, [to])
    return desk.person


def test_both_have_handed_in(at_school: School, tmp_path: Path) -> None:
    out = at_school.hand_out(Asked(roster=("Ana Li", "Ben")))[1]
    listed = collected(at_school, at_school.student("Ana Li", out), tmp_path / "1.handin")
    other = collected(at_school, at_school.student("Zoe", out), tmp_path / "2.handin", "ana li")
    assert namesakes(room(at_school)) == [("ana li", other, "Ana Li", listed, False)]


def test_without_a_roster_the_first_is_the_one(at_school: School, tmp_path: Path) -> None:
    out = at_school.hand_out(Asked())[1]
    one = collected(at_school, at_school.student("Ana", out), tmp_path / "1.handin")
    assert namesakes(room(at_school)) == []
    other = collected(at_school, at_school.student("Ana", out), tmp_path / "2.handin")
    (same,) = namesakes(room(at_school))
    assert {same.person, same.known_as} == {one, other}  # who came first is the one known
    assert not same.is_absent


def test_who_is_kept_apart_is_asked_about_no_more(at_school: School, tmp_path: Path) -> None:
    out = at_school.hand_out(Asked(roster=("Ana", "Ben")))[1]
    other = collected(at_school, at_school.student("Zoe", out), tmp_path / "2.handin", "Ana")
    (same,) = namesakes(room(at_school))
    assert same.is_absent
    keep_apart(at_school.teacher.workspace, same.person)
    found = room(at_school)
    assert namesakes(found) == []
    assert [one.id for one in found.annotators] == [other]
    assert [one.name for one in found.missing] == ["Ana", "Ben"]
    collecting.join(at_school.teacher.workspace, same.person, same.known_as)
    assert [one.name for one in room(at_school).missing] == ["Ben"]


def test_two_of_one_name_on_the_roster_are_two(at_school: School, tmp_path: Path) -> None:
    out = at_school.hand_out(Asked(roster=("Ana", "Ana")))[1]
    assert namesakes(room(at_school)) == []
    collected(at_school, at_school.student("Zoe", out), tmp_path / "2.handin", "Ana")
    assert namesakes(room(at_school)) == []
