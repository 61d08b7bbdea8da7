"""Handing out: what is asked, for whom, and never the teacher's own claims."""

from datetime import date
from pathlib import Path

import pytest

from annotator.exchange import assignments as files
from annotator.model.assignment import Assignment, Minimums
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, AssignmentId
from annotator.model.tags import Tag
from annotator.services import adding, assigning, claiming, opening
from annotator.services import class_failures as failures
from annotator.services.assigning import Asked
from annotator.services.failures import NoSuchArticle
from annotator.storage import articles, assignments
from tests.unit.services.class_desk import School
from tests.unit.services.desk import STORY, state

FULL = Asked(
    "Find 😀",
    "Read.\nMark.",
    date(2026, 3, 2),
    Minimums(4, {Tag.VERIFIED: 1}),
    require_complete=True,
    roster=("Ana  Öz", "Ben", "", "Ben"),
)


def test_an_assignment_is_written_with_all_that_is_asked(at_school: School) -> None:
    made, path = at_school.hand_out(FULL)
    read = files.read(path.read_bytes())
    assert (read.text, read.metadata.title) == (STORY, "Story 😀 one")
    asked = read.assignment
    assert (asked.id, asked.title, asked.instructions) == (made.id, "Find 😀", "Read.\nMark.")
    assert (asked.due, asked.minimums) == (FULL.due, FULL.minimums)
    assert asked.require_complete
    assert [one.name for one in asked.roster] == ["Ana Öz", "Ben", "Ben"]
    assert len({one.id for one in asked.roster}) == 3
    assert made.is_mine
    assert made.maker == at_school.teacher.person


def test_nothing_of_the_teachers_own_work_is_in_the_bytes(at_school: School) -> None:
    desk = at_school.teacher
    claim = desk.tag(14, 23, Tag.ATTRIBUTED)
    claiming.star(desk.workspace, claim)
    secret = claiming.Fields(note="the key 🔑", source="The mayor", against="Others")
    spot = claiming.Target(desk.article, desk.person, desk.claim(claim).span)
    claiming.tag_exactly(desk.workspace, spot, secret)
    _made, path = at_school.hand_out(FULL)
    data = path.read_bytes().decode()
    for kept_back in (claim, desk.person, "the key", "\\ud83d\\udd11", "Annotation", '"Ana"'):
        assert kept_back not in data


def test_without_a_title_it_is_the_articles(at_school: School) -> None:
    assert at_school.hand_out()[0].title == "Story 😀 one"
    assert at_school.hand_out(Asked(title=" \n"))[0].title == "Story 😀 one"


def test_a_roster_row_keeps_its_id_from_one_assignment_to_the_next(at_school: School) -> None:
    first, _ = at_school.hand_out(Asked(roster=("Ben", "Ana", "Ben")))
    again, _ = at_school.hand_out(Asked(roster=("Ben", "Ben", "Ben", "Ana")))
    bens = [one.id for one in first.roster if one.name == "Ben"]
    assert [one.id for one in again.roster][:2] == bens
    assert again.roster[3] == first.roster[1]
    assert again.roster[2].id not in bens


def test_a_revision_keeps_what_is_not_said_anew(at_school: School) -> None:
    made, _ = at_school.hand_out(FULL)
    desk, to = at_school.teacher, at_school.folder / "again.assignment"
    asked = Asked(instructions="Read twice.")
    revised = assigning.assign(
        desk.workspace, desk.article, asked, to, maker=desk.other, revises=made.id
    )
    assert (revised.id, revised.revision, revised.title) == (made.id, 2, "Find 😀")
    assert (revised.roster, revised.due, revised.maker) == (made.roster, made.due, made.maker)
    assert files.read(to.read_bytes()).assignment.instructions == "Read twice."


def test_a_revision_takes_back_what_it_asks_for_no_more(at_school: School) -> None:
    made, _ = at_school.hand_out(FULL)
    desk, to = at_school.teacher, at_school.folder / "again.assignment"
    asked = Asked("", "", None, Minimums(), require_complete=False, roster=(), no_due=True)
    revised = assigning.assign(desk.workspace, desk.article, asked, to, revises=made.id)
    assert revised == Assignment(
        made.id, made.article, "Story 😀 one", revision=2, maker=desk.person
    )
    assert files.read(to.read_bytes()).assignment.due is None


def test_a_revision_may_hand_out_a_newer_version_and_nothing_else(at_school: School) -> None:
    made, _ = at_school.hand_out()
    desk, to = at_school.teacher, at_school.folder / "again.assignment"
    other = adding.add_text(desk.workspace, "Something else.", "x").article
    assert other
    sentence = refused(at_school, other.id, made.id, to, failures.AnotherArticle)
    assert sentence.startswith("The assignment “Story 😀 one” is on another article.")
    assert not to.exists()
    with desk.workspace.step("version") as step:
        articles.make_version(step, other.id, desk.article)
    revised = assigning.assign(desk.workspace, other.id, Asked(), to, revises=made.id)
    assert (revised.article, revised.revision) == (other.id, 2)


def test_what_is_not_there_is_refused(at_school: School) -> None:
    desk, to = at_school.teacher, at_school.folder / "x.assignment"
    refused(at_school, ArticleId("gone"), None, to, NoSuchArticle)
    refused(at_school, desk.article, AssignmentId("gone"), to, failures.NoSuchAssignment)
    with pytest.raises(failures.NoSuchAssignment):
        assigning.write(desk.workspace, AssignmentId("gone"), to)
    with pytest.raises(failures.NoSuchAssignment):
        assigning.release(desk.workspace, AssignmentId("gone"))


def test_where_the_file_cannot_be_written_there_is_no_assignment(at_school: School) -> None:
    to = at_school.folder / "no folder" / "x.assignment"
    before = state(at_school.teacher.workspace)
    with pytest.raises(Refusal) as caught:
        assigning.assign(at_school.teacher.workspace, at_school.teacher.article, FULL, to)
    assert "no folder" in caught.value.sentence
    assert state(at_school.teacher.workspace) == before


def test_what_somebody_else_made_cannot_be_revised(at_school: School) -> None:
    made, path = at_school.hand_out()
    student = at_school.student("Ana", path)
    to = at_school.folder / "x.assignment"
    with pytest.raises(failures.NotYours):
        assigning.assign(student.desk.workspace, student.desk.article, Asked(), to, revises=made.id)


def test_the_file_can_be_written_once_more(at_school: School) -> None:
    made, path = at_school.hand_out(FULL)
    again = at_school.folder / "again.assignment"
    assigning.write(at_school.teacher.workspace, made.id, again)
    assert again.read_bytes() == path.read_bytes()


def test_the_comparison_is_released_and_held_back(at_school: School) -> None:
    made, _ = at_school.hand_out()
    workspace = at_school.teacher.workspace
    for on in (True, False):
        assigning.release(workspace, made.id, on=on)
        with workspace.library.reading() as reading:
            now = assignments.one(reading, made.id)
        assert now is not None
        assert now.released is on


def test_an_assignment_is_found_by_its_id_a_start_of_it_or_alone(at_school: School) -> None:
    workspace, article = at_school.teacher.workspace, at_school.teacher.article
    assert assigning.find(workspace, article, None) is None
    first, _ = at_school.hand_out()
    assert assigning.find(workspace, article, None) == first
    assert assigning.find(workspace, article, first.id[:6].upper()) == first
    second, _ = at_school.hand_out()
    with pytest.raises(failures.SeveralAssignments) as caught:
        assigning.find(workspace, article, None)
    assert first.id in caught.value.sentence
    assert assigning.find(workspace, article, second.id) == second
    for name in ("abc", "none at all"):
        with pytest.raises(failures.NoSuchAssignment):
            assigning.find(workspace, article, name)


def test_names_come_from_a_file_or_a_pasted_list(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text("First,Last\nAna,Öz\n", encoding="utf-8")
    assert assigning.roster_of(path) == ("Ana Öz",)
    assert assigning.roster_of_text("Ben\nCem Kaya\n") == ("Ben", "Cem Kaya")


def test_opening_ones_own_assignment_changes_nothing(at_school: School) -> None:
    made, path = at_school.hand_out(FULL)
    before = state(at_school.teacher.workspace)
    opened = opening.open_file(at_school.teacher.workspace, path)
    assert opened.assignment == made
    assert state(at_school.teacher.workspace) == before


def refused(
    at_school: School,
    article: ArticleId,
    revises: AssignmentId | None,
    to: Path,
    kind: type[Refusal],
) -> str:
    """The sentence, after which nothing has changed."""
    before = state(at_school.teacher.workspace)
    with pytest.raises(kind) as caught:
        assigning.assign(at_school.teacher.workspace, article, Asked(), to, revises=revises)
    assert state(at_school.teacher.workspace) == before
    return caught.value.sentence
