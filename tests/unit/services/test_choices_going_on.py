"""What was chosen about a class is chosen on the newer version of the article, too."""

from pathlib import Path

from annotator.model.carrying import carried_id
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, assigning, checking, choosing, collecting
from annotator.services.assigning import Asked
from annotator.services.comparing import Classroom, classroom
from tests.unit.services.class_desk import School, Student
from tests.unit.services.test_moving_on import move_on


def class_of_one(at_school: School) -> tuple[Student, Claim, Classroom]:
    """A student who marked two places; the first of the claims, and the class."""
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    for words in ("The mayor", "bridges stand"):
        student.tag(words, Tag.ATTRIBUTED)
    collect(at_school, student, at_school.folder / "1.handin")
    desk = at_school.teacher
    room = classroom(desk.workspace, desk.article, made.id)
    return student, room.annotators[0].claims[0], room


def collect(at_school: School, student: Student, to: Path) -> None:
    student.hand_in(to)
    collecting.collect(at_school.teacher.workspace, [to])


def now(at_school: School, room: Classroom) -> Classroom:
    assert room.assignment
    desk = at_school.teacher
    return classroom(desk.workspace, desk.article, room.assignment.id)


def hidden_in(room: Classroom) -> list[str]:
    """The words of the answers that the class does not see."""
    return [
        room.text[slice(*claim.span)]
        for one in room.annotators
        for claim in one.claims
        if claim.id in room.hidden_answers
    ]


def test_what_was_hidden_stays_hidden(at_school: School) -> None:
    _student, claim, room = class_of_one(at_school)
    workspace, article = at_school.teacher.workspace, at_school.teacher.article
    choosing.hide_answers(workspace, article, [claim.id], on=True)
    choosing.hide_people(workspace, article, [claim.person], on=True)
    assert room.assignment
    move_on(at_school, room.assignment)
    moved = now(at_school, room)
    assert moved.article.id != article
    assert hidden_in(moved) == ["The mayor"]
    assert moved.hidden_people == {claim.person}
    assert checking.check(workspace).damage == ()


def test_it_stays_so_when_the_student_goes_on_in_the_newer_version(at_school: School) -> None:
    student, claim, room = class_of_one(at_school)
    desk = at_school.teacher
    choosing.hide_answers(desk.workspace, desk.article, [claim.id], on=True)
    assert room.assignment
    _left, newer = move_on(at_school, room.assignment)
    student.open(newer)
    collect(at_school, student, at_school.folder / "2.handin")
    moved = now(at_school, room)
    assert claim.id not in {one.id for one in moved.annotators[0].claims}
    assert hidden_in(moved) == ["The mayor"]


def test_what_becomes_one_with_a_hidden_answer_is_hidden(at_school: School) -> None:
    desk, words = at_school.teacher, "It fell."
    text = f"{words} Nobody saw it. {words}"
    added = adding.add_text(desk.workspace, text, "clipboard").article
    assert added
    desk.article = added.id
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    student.desk.tag(0, len(words), Tag.ATTRIBUTED)
    other = student.desk.tag(text.rindex(words), len(text), Tag.CONTESTED)
    collect(at_school, student, at_school.folder / "1.handin")
    choosing.hide_answers(desk.workspace, desk.article, [other], on=True)
    move_on(at_school, made, f"Nobody saw it. {words}")
    room = classroom(desk.workspace, desk.article, made.id)
    assert [len(one.claims) for one in room.annotators] == [1]
    assert hidden_in(room) == [words]


def test_picked_passages_lie_on_their_words(at_school: School) -> None:
    _student, claim, room = class_of_one(at_school)
    desk = at_school.teacher
    gone = room.text.index("bridges stand")
    picked = (Span(gone, gone + len("bridges stand")), claim.span)
    choosing.pick(desk.workspace, desk.article, picked)
    assert room.assignment
    left, _newer = move_on(at_school, room.assignment)
    moved = now(at_school, room)
    assert [moved.text[slice(*span)] for span in moved.picked] == ["The mayor"]
    assert classroom(desk.workspace, left).picked == picked


def test_spellings_and_optional_claims_go_along(at_school: School) -> None:
    _student, _claim, room = class_of_one(at_school)
    desk = at_school.teacher
    key = desk.tag(0, 9, Tag.ATTRIBUTED)
    choosing.make_optional(desk.workspace, desk.article, key, on=True)
    choosing.join_spellings(desk.workspace, desk.article, ["mayor"], "The mayor")
    assert room.assignment
    move_on(at_school, room.assignment)
    moved = now(at_school, room)
    assert moved.spellings == {"mayor": "The mayor"}
    assert {key, carried_id(key, moved.article.sha256)} == moved.optional


def test_nothing_is_chosen_twice_on_the_same_version(at_school: School) -> None:
    _student, claim, room = class_of_one(at_school)
    desk = at_school.teacher
    choosing.pick(desk.workspace, desk.article, [claim.span])
    assert room.assignment
    article: ArticleId = desk.article
    again = at_school.folder / "again.assignment"
    assigning.assign(desk.workspace, article, Asked(), again, revises=room.assignment.id)
    assert now(at_school, room).picked == (claim.span,)
