"""Handing in: the work and nothing else, complete or with a reason, with a number that rises."""

from pathlib import Path

import pytest

from annotator.exchange import handins as files
from annotator.exchange.handins import HandInFile
from annotator.exchange.jsonld.items import ReadItem
from annotator.model.assignment import Assignment
from annotator.model.completeness import Missing
from annotator.model.failure import Refusal
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, PersonId
from annotator.model.tags import Tag
from annotator.services import assigning, handing_in, naming
from annotator.services import class_failures as failures
from annotator.services.assigning import Asked
from annotator.services.failures import LongName, NoName, NoSuchArticle, NoSuchPerson, SeveralPeople
from annotator.services.handing_in import HandingIn
from tests.unit.services.class_desk import School, Student
from tests.unit.services.desk import state

A, V = Tag.ATTRIBUTED, Tag.VERIFIED


@pytest.fixture
def student(at_school: School) -> Student:
    """Ana, who opened an assignment that asks for complete claims."""
    asked = Asked(require_complete=True, roster=("Ana", "Ben", "Ben", "Cem"))
    return at_school.student("Ana", at_school.hand_out(asked)[1])


def read(path: Path) -> HandInFile:
    return files.read(path.read_bytes())


def test_the_work_and_nothing_of_others_is_in_the_file(student: Student, tmp_path: Path) -> None:
    student.tag("The mayor", A, source="The mayor")
    student.desk.tag(0, 5, V, person=student.desk.other)
    assert student.hand_in(tmp_path / "x.handin") == 1
    file = read(tmp_path / "x.handin")
    assert (file.number, file.draft, file.anyway) == (1, False, "")
    assert [one.name for one in file.people] == ["Ana"]
    (item,) = file.items
    assert isinstance(item, ReadItem)
    assert item.place.quote is not None
    assert item.place.quote.exact == "The mayor"
    data = (tmp_path / "x.handin").read_text(encoding="utf-8")
    assert student.desk.other not in data
    assert str(tmp_path) not in data


def test_what_is_missing_blocks_where_the_teacher_said_so(student: Student, tmp_path: Path) -> None:
    student.tag("The mayor", A)
    to = tmp_path / "x.handin"
    before = state(student.desk.workspace)
    for reason in ("", " \n"):
        with pytest.raises(failures.Unfinished) as caught:
            student.hand_in(to, anyway=reason)
        assert caught.value.sentence.startswith("1 claim still needs something")
    assert state(student.desk.workspace) == before
    assert not to.exists()
    assert student.hand_in(to, draft=True) == 1
    assert student.hand_in(to, anyway=" I was ill. ") == 1
    assert read(to).anyway == "I was ill."


def test_hints_never_block(at_school: School, tmp_path: Path) -> None:
    student = at_school.student("Ana", at_school.hand_out()[1])
    student.tag("The mayor", A)
    assert student.hand_in(tmp_path / "x.handin") == 1


def test_the_standing_says_what_is_missing_and_when_it_was_handed_in(
    student: Student, tmp_path: Path
) -> None:
    claim = student.tag("The mayor", A)
    student.tag("He was wrong")
    desk = student.desk
    assignment = the_assignment(student)
    now = handing_in.standing(desk.workspace, desk.article, desk.person, assignment)
    assert [(one.claim.id, one.quote, one.missing) for one in now.unfinished] == [
        (claim, "The mayor", (Missing.SOURCE,))
    ]
    assert (len(now.claims), now.last, now.partner) == (2, None, None)
    student.hand_in(tmp_path / "x.handin", anyway="x")
    student.hand_in(tmp_path / "x.handin", anyway="x")
    now = handing_in.standing(desk.workspace, desk.article, desk.person, assignment)
    assert now.last is not None
    assert now.last[0] == 2
    assert now.last[1] == read(tmp_path / "x.handin").made


def test_a_pair_hands_in_under_both_names(student: Student, tmp_path: Path) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    student.hand_in(to)
    partner = handing_in.pair(desk.workspace, desk.article, desk.person, "Cem")
    assert student.hand_in(to) == 1
    assert read(to).people == (Member(desk.person, "Ana"), partner)
    assert handing_in.pair(desk.workspace, desk.article, desk.person, None) is None
    assert student.hand_in(to) == 2


def test_a_partner_is_found_on_the_roster_then_here_then_made(student: Student) -> None:
    desk = student.desk

    def pair(name: str) -> Member | None:
        return handing_in.pair(desk.workspace, desk.article, desk.person, name)

    roster = {one.name: one.id for one in the_assignment(student).roster}
    assert pair("  Cem ") == Member(roster["Cem"], "Cem")
    dee = naming.make(desk.workspace, "Dee")
    assert pair("Dee") == pair(dee.id) == Member(dee.id, "Dee")
    stranger = pair("Eda")
    assert stranger is not None
    assert pair("Eda") == stranger
    naming.make(desk.workspace, "Dee")
    for name, kind in (
        ("Dee", SeveralPeople),
        ("Ben", SeveralPeople),
        ("Ana", failures.WithOneself),
        (" ", NoName),
        ("B" * 1_001, LongName),
    ):
        before = state(desk.workspace)
        with pytest.raises(kind):
            pair(name)
        assert state(desk.workspace) == before


def test_nobody_and_nothing_hand_in_nothing(student: Student, tmp_path: Path) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    with pytest.raises(NoSuchPerson):
        handing_in.hand_in(desk.workspace, HandingIn(desk.article, PersonId("gone")), to)
    with pytest.raises(NoSuchArticle):
        handing_in.hand_in(desk.workspace, HandingIn(ArticleId("gone"), desk.person), to)
    assert not to.exists()


def test_where_the_file_cannot_be_written_no_number_is_used_up(
    student: Student, tmp_path: Path
) -> None:
    with pytest.raises(Refusal):
        student.hand_in(tmp_path / "nowhere" / "x.handin")
    assert student.hand_in(tmp_path / "x.handin") == 1


def test_an_article_without_an_assignment_can_be_handed_in(
    student: Student, tmp_path: Path
) -> None:
    desk, to = student.desk, tmp_path / "x.handin"
    assert handing_in.hand_in(desk.workspace, HandingIn(desk.article, desk.person), to) == 1
    assert read(to).assignment_id is None


def the_assignment(student: Student) -> Assignment:
    """The only assignment on the student's article."""
    found = assigning.find(student.desk.workspace, student.desk.article, None)
    assert found
    return found


def test_more_claims_than_may_be_are_not_written(
    student: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_CLAIMS", 1)
    student.tag("The mayor", A, source="The mayor")
    assert student.hand_in(tmp_path / "x.handin") == 1
    student.tag("He was wrong", A, source="The mayor")
    with pytest.raises(failures.TooManyClaims) as caught:
        student.hand_in(tmp_path / "y.handin")
    assert caught.value.sentence == (
        "There are more than 1 claims here, more than a hand-in may hold. Nothing was written; "
        "your work is safe. Export the article instead."
    )
    assert not (tmp_path / "y.handin").exists()
