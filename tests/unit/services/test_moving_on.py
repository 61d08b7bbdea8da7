"""An earlier version that is removed for good takes nothing along that was handed in on it."""

from pathlib import Path

import pytest

from annotator.model.assignment import Assignment
from annotator.model.carrying import Carrying
from annotator.model.handin import Collected
from annotator.model.ids import ArticleId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import (
    assigning,
    binning,
    checking,
    claiming,
    collecting,
    moving_on,
    versioning,
)
from annotator.services.assigning import Asked
from annotator.services.comparing import classroom
from annotator.services.preparing import prepare_text
from annotator.services.versioning_keeping import add_version
from tests.unit.services.class_desk import School
from tests.unit.services.desk import STORY, Desk, desk

NEWER = "News! " + STORY.replace("bridges stand", "towers stood there")


def move_on(at_school: School, made: Assignment, text: str = NEWER) -> tuple[ArticleId, Path]:
    """Revise an assignment on a newer version; the article it was on, and the newer file."""
    desk = at_school.teacher
    left = desk.article
    versions = versioning.propose(desk.workspace, left, prepare_text(text, "newer"))
    desk.article = add_version(desk.workspace, versions).article.id
    to = at_school.folder / "newer.assignment"
    assigning.assign(desk.workspace, desk.article, Asked(), to, revises=made.id)
    return left, to


def empty(desk: Desk, *articles: ArticleId) -> None:
    binning.remove(desk.workspace, *articles)
    assert binning.empty(desk.workspace) == len(articles)
    assert checking.check(desk.workspace).damage == ()


def test_what_was_collected_on_it_goes_on_with_the_assignment(at_school: School) -> None:
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    for words in ("The mayor", "bridges stand", "He was wrong"):
        student.tag(words, Tag.ATTRIBUTED)
    handed = at_school.folder / "1.handin"
    student.hand_in(handed)
    desk = at_school.teacher
    (one,) = collecting.collect(desk.workspace, [handed])
    left, _newer = move_on(at_school, made)
    before = classroom(desk.workspace, desk.article, made.id)
    empty(desk, left)
    room = classroom(desk.workspace, desk.article, made.id)
    assert room.annotators == before.annotators
    assert [room.text[slice(*claim.span)] for claim in room.annotators[0].claims] == [
        "The mayor",
        "He was wrong",
    ]
    (kept,) = room.hand_ins.values()
    assert (kept.id, kept.article, kept.moved, kept.lost) == (one.hand_in, desk.article, 2, 1)


def test_a_class_on_an_earlier_version_has_the_two_texts_compared_once(
    at_school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for each who handed in, it took a class of 200 five seconds."""
    made, out = at_school.hand_out()
    desk = at_school.teacher
    for name in ("Ana", "Ben", "Cem"):
        student = at_school.student(name, out)
        student.tag("The mayor", Tag.ATTRIBUTED)
        student.hand_in(at_school.folder / "hand in.handin")
        collecting.collect(desk.workspace, [at_school.folder / "hand in.handin"])
    left, _newer = move_on(at_school, made)
    compared: list[Carrying] = []

    def comparing(old: str, new: str) -> Carrying:
        compared.append(Carrying(old, new))
        return compared[-1]

    monkeypatch.setattr(moving_on, "Carrying", comparing)
    room = classroom(desk.workspace, desk.article, made.id)
    assert [len(one.claims) for one in room.annotators] == [1, 1, 1]
    assert len(compared) == 1
    empty(desk, left)
    assert len(compared) == 2


def test_what_is_on_none_but_the_removed_versions_goes_with_them(
    at_school: School,
) -> None:
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    student.tag("The mayor", Tag.ATTRIBUTED)
    handed = at_school.folder / "1.handin"
    student.hand_in(handed)
    desk = at_school.teacher
    collecting.collect(desk.workspace, [handed])
    left, _newer = move_on(at_school, made)
    empty(desk, left, desk.article)
    assert assigning.every(desk.workspace) == []


def test_the_number_goes_on_after_the_earlier_version_is_gone(at_school: School) -> None:
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    student.tag("The mayor", Tag.ATTRIBUTED)
    handed = at_school.folder / "1.handin"
    assert (student.hand_in(handed), student.hand_in(handed)) == (1, 2)
    desk = at_school.teacher
    collecting.collect(desk.workspace, [handed])
    before = student.desk.article
    _left, newer = move_on(at_school, made)
    student.open(newer)
    empty(student.desk, before)
    assert student.hand_in(handed) == 3
    (one,) = collecting.collect(desk.workspace, [handed])
    assert one.result is Collected.NEWER


def test_two_claims_that_come_to_stand_on_one_span_are_one(tmp_path: Path) -> None:
    fell = "The tower fell down."
    twice = f"Intro line here.\n{fell}\nMiddle words of the article.\n{fell}\nEnd.\n"
    at_school = School(desk(tmp_path / "teacher", texts=(twice,)), tmp_path)
    made, out = at_school.hand_out()
    student = at_school.student("Ana", out)
    for start, tag in (
        (twice.index(fell), Tag.ATTRIBUTED),
        (twice.rindex(fell), Tag.CONTESTED),
    ):
        spot = Span(start, start + len(fell))
        target = claiming.Target(student.desk.article, student.desk.person, spot)
        claiming.tag_exactly(student.desk.workspace, target, claiming.Fields(frozenset({tag})))
    handed = tmp_path / "1.handin"
    student.hand_in(handed)
    teacher = at_school.teacher
    collecting.collect(teacher.workspace, [handed])
    left, _newer = move_on(at_school, made, f"Intro line here.\n{fell}\nEnd.\n")
    before = classroom(teacher.workspace, teacher.article, made.id)
    (claim,) = before.annotators[0].claims
    assert claim.tags == {Tag.ATTRIBUTED, Tag.CONTESTED}
    empty(teacher, left)
    room = classroom(teacher.workspace, teacher.article, made.id)
    assert room.annotators == before.annotators
    (kept,) = room.hand_ins.values()
    assert (kept.moved, kept.lost) == (1, 0)
