"""Collecting: twice is once, newer wins, contradictions wait, and own work is never touched."""

import json
import sys
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from annotator.exchange import envelope
from annotator.exchange import handins as files
from annotator.model.handin import Collected, HandIn, Member
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.model.person import Person
from annotator.model.tags import Tag
from annotator.services import (
    assigning,
    collecting,
    handing_in,
    naming,
    reporting,
    undoing,
    versioning,
)
from annotator.services import class_failures as failures
from annotator.services.annotating import known_as
from annotator.services.assigning import Asked
from annotator.services.class_reporting import class_report
from annotator.services.collecting import CollectedFile
from annotator.services.comparing import classroom
from annotator.services.failures import Cancelled, NoSuchArticle
from annotator.services.feedback import Wanted, give
from annotator.services.handing_in import HandingIn
from annotator.services.namesakes import namesakes
from annotator.services.preparing import prepare_text
from annotator.services.versioning_keeping import add_version
from annotator.storage import articles, assignments, choices, handins, people
from annotator.storage.failures import LibraryBusy
from annotator.storage.step import Step
from tests.unit.services.class_desk import School, Student, school
from tests.unit.services.desk import STORY, state
from tests.unit.services.full_disk import room_for
from tests.unit.services.test_moving_on import empty as empty_bin
from tests.unit.services.test_moving_on import move_on

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED
ROSTER = Asked(roster=("Ana", "Ben", "Cem", "Dee"), due=date(2024, 9, 2))


@pytest.fixture
def out(at_school: School) -> Path:
    """The file of an assignment with a roster."""
    return at_school.hand_out(ROSTER)[1]


def collect(
    at_school: School, *paths: Path, only: AssignmentId | None = None
) -> list[CollectedFile]:
    return collecting.collect(at_school.teacher.workspace, paths, only)


def results(found: Sequence[CollectedFile]) -> list[Collected]:
    return [one.result for one in found]


def handed(student: Student, to: Path, *words: str) -> Path:
    """Mark words and hand in."""
    for one in words:
        student.tag(one, A, source="The mayor")
    student.hand_in(to)
    return to


def said(at_school: School) -> dict[str, int]:
    """How many claims of each count for the article."""
    found = classroom(at_school.teacher.workspace, at_school.teacher.article)
    return {one.name: len(one.claims) for one in found.annotators}


def test_a_hand_in_is_new_then_the_same_then_newer_and_never_older(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    first = handed(ana, tmp_path / "1.handin", "The mayor")
    second = handed(ana, tmp_path / "2.handin", "He was wrong")
    assert results(collect(at_school, first)) == [Collected.NEW]
    before = state(at_school.teacher.workspace)
    assert results(collect(at_school, first, first)) == [Collected.SAME] * 2
    assert state(at_school.teacher.workspace) == before
    assert results(collect(at_school, second, first)) == [Collected.NEWER, Collected.OLDER]
    assert said(at_school) == {"Ana": 2}
    assert results(collect(at_school, second)) == [Collected.SAME]


def test_own_work_is_never_touched(at_school: School, out: Path, tmp_path: Path) -> None:
    desk = at_school.teacher
    desk.tag(0, 5, V)
    ana = at_school.student("Ana", out)
    path = handed(ana, tmp_path / "1.handin", "The mayor")
    own = {table: rows for table, rows in state(desk.workspace).items() if "hand" not in table}
    collect(at_school, path)
    now = {table: rows for table, rows in state(desk.workspace).items() if "hand" not in table}
    assert now == own
    assert desk.workspace.history.undo_label() == "tag"


def test_everything_that_the_file_says_comes_along(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    ana.tag("The mayor", A, note="Who? 🤔", source="The mayor")
    path = tmp_path / "1.handin"
    ana.hand_in(path, anyway="I was ill.")
    (one,) = collect(at_school, path)
    assert (one.people, one.number, one.late) == ((Member(ana.desk.person, "Ana"),), 1, False)
    assert (one.moved, one.lost, one.reason) == (0, 0, "")
    with at_school.teacher.workspace.library.reading() as reading:
        (kept,) = handins.all_of(reading)
        (work,) = handins.work_of(reading, [kept.id])[kept.id]
    assert kept.anyway == "I was ill."
    assert work == replace(
        next(iter(ana.desk.claims().values())), article=at_school.teacher.article
    )


def test_late_is_what_was_made_after_the_due_day(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    ana.desk.clock.time = datetime(2024, 9, 4, 12, tzinfo=UTC)
    path = handed(ana, tmp_path / "1.handin", "The mayor")
    assert [one.late for one in collect(at_school, path)] == [True]


def test_two_computers_with_one_number_contradict_each_other_until_one_is_chosen(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    here, there = at_school.student("Ana", out), at_school.student("Ana", out)
    one = handed(here, tmp_path / "here.handin", "The mayor")
    other = handed(there, tmp_path / "there.handin", "He was wrong", "bridges stand")
    found = collect(at_school, one, other)
    assert results(found) == [Collected.NEW, Collected.CONFLICT]
    assert said(at_school) == {}
    assert results(collect(at_school, other, one)) == [Collected.SAME] * 2
    room = classroom(at_school.teacher.workspace, at_school.teacher.article)
    assert [len(same) for same in room.conflicts] == [2]
    assert found[1].hand_in
    collecting.choose(at_school.teacher.workspace, found[1].hand_in)
    assert said(at_school) == {"Ana": 2}
    assert found[0].hand_in
    collecting.choose(at_school.teacher.workspace, found[0].hand_in)
    assert said(at_school) == {"Ana": 1}
    undoing.undo(at_school.teacher.workspace)
    assert said(at_school) == {"Ana": 2}
    newer = handed(here, tmp_path / "newer.handin")
    assert results(collect(at_school, newer)) == [Collected.NEWER]
    assert said(at_school) == {"Ana": 1}
    with pytest.raises(failures.NoSuchHandIn):
        collecting.choose(at_school.teacher.workspace, HandInId("gone"))


def test_a_pair_is_one_in_any_order_and_both_have_handed_in(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana, ben = at_school.student("Ana", out), at_school.student("Ben", out)
    for student, other in ((ana, "Ben"), (ben, "Ana")):
        desk = student.desk
        handing_in.pair(desk.workspace, desk.article, desk.person, other)
    first = handed(ana, tmp_path / "1.handin", "The mayor")
    handed(ben, tmp_path / "x.handin")
    second = handed(ben, tmp_path / "2.handin", "He was wrong", "bridges stand")
    assert results(collect(at_school, first, second)) == [Collected.NEW, Collected.NEWER]
    assert said(at_school) == {"Ben & Ana": 2}
    given = assigning.every(at_school.teacher.workspace)[0]
    room = classroom(at_school.teacher.workspace, at_school.teacher.article, given.id)
    assert [one.name for one in room.missing] == ["Cem", "Dee"]


def work_alone(student: Student) -> None:
    desk = student.desk
    handing_in.pair(desk.workspace, desk.article, desk.person, None)


def test_who_hands_in_alone_after_a_pair_leaves_the_joint_work_to_the_other_one(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    handing_in.pair(ana.desk.workspace, ana.desk.article, ana.desk.person, "Ben")
    together = handed(ana, tmp_path / "1.handin", "The mayor", "bridges stand")
    work_alone(ana)
    alone = handed(ana, tmp_path / "2.handin", "He was wrong")
    assert results(collect(at_school, alone, together)) == [Collected.NEW] * 2
    assert said(at_school) == {"Ana": 3, "Ben": 2}
    given = assigning.every(at_school.teacher.workspace)[0]
    room = classroom(at_school.teacher.workspace, at_school.teacher.article, given.id)
    assert [one.name for one in room.missing] == ["Cem", "Dee"]
    ben = {one.name: one for one in room.annotators}["Ben"]
    assert {claim.person for claim in ben.claims} == {ben.id} == {given.roster[1].id}
    assert room.hand_ins[ben.id].name == "Ana & Ben"
    claims = [claim.id for one in room.annotators for claim in one.claims]
    assert len(set(claims)) == 5
    report = class_report(at_school.teacher.workspace, at_school.teacher.article, given.id)
    assert (report.handed_in, report.of) == (2, 4)


def test_of_several_pairs_each_stands_with_the_last_one(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    files = []
    for other, words in (("Ben", "The mayor"), ("Cem", "bridges stand")):
        handing_in.pair(ana.desk.workspace, ana.desk.article, ana.desk.person, other)
        files.append(handed(ana, tmp_path / f"{other}.handin", words))
    collect(at_school, *files)
    assert said(at_school) == {"Ana & Cem": 2, "Ben": 1}


def test_feedback_on_joint_work_goes_where_no_newer_file_of_the_other_one_lies(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    handing_in.pair(ana.desk.workspace, ana.desk.article, ana.desk.person, "Ben")
    together = handed(ana, tmp_path / "1.handin", "The mayor")
    work_alone(ana)
    alone = handed(ana, tmp_path / "2.handin", "He was wrong")
    ana_s, ben_s = "Ana_17_assignsubmission_file", "Ben_18_assignsubmission_file"
    collect(at_school, moodle(tmp_path, (ana_s, together), (ben_s, together)))
    collect(at_school, moodle(tmp_path, (ana_s, alone)))
    to = tmp_path / "feedback.zip"
    given = give(at_school.teacher.workspace, at_school.teacher.article, Wanted(to))
    assert [name for _who, name in given.files] == [
        f"{ana_s}/feedback.html",
        f"{ben_s}/feedback.html",
    ]


def moodle(tmp_path: Path, *entries: tuple[str, Path]) -> Path:
    """The archive of a platform: folders and the files in them."""
    to = tmp_path / f"moodle-{len(entries)}.zip"
    with zipfile.ZipFile(to, "w") as archive:
        for folder, path in entries:
            archive.write(path, f"{folder}/{path.name}")
    return to


def test_the_archive_of_a_platform_is_collected_with_its_places(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    path = handed(at_school.student("Ana", out), tmp_path / "1.handin", "The mayor")
    archive = moodle(tmp_path, ("Ana Öz_17_assignsubmission_file", path))
    assert results(collect(at_school, path)) == [Collected.NEW]
    assert results(collect(at_school, archive)) == [Collected.SAME]
    with at_school.teacher.workspace.library.reading() as reading:
        (kept,) = handins.all_of(reading)
    assert [(one.folder, one.id) for one in kept.platforms] == [
        ("Ana Öz_17_assignsubmission_file", "17")
    ]


def test_one_person_under_two_ids_of_a_platform_is_a_conflict(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    path = handed(at_school.student("Ana", out), tmp_path / "1.handin", "The mayor")
    archive = moodle(
        tmp_path,
        ("Ana Öz_17_assignsubmission_file_", path),
        ("Eve Ito_18_assignsubmission_file_", path),
    )
    assert results(collect(at_school, archive)) == [Collected.NEW, Collected.CONFLICT]
    assert said(at_school) == {}
    assert results(collect(at_school, archive)) == [Collected.SAME] * 2
    room = classroom(at_school.teacher.workspace, at_school.teacher.article)
    (same,) = room.conflicts
    collecting.choose(at_school.teacher.workspace, same[0].id)
    assert said(at_school) == {"Ana": 1}


@pytest.mark.parametrize("by_stick_first", [True, False])
def test_feedback_finds_the_folder_of_who_brings_a_newer_one_by_stick(
    at_school: School, out: Path, tmp_path: Path, by_stick_first: bool
) -> None:
    ana = at_school.student("Ana", out)
    first = handed(ana, tmp_path / "1.handin", "The mayor")
    second = handed(ana, tmp_path / "2.handin", "bridges stand")
    archive = moodle(tmp_path, ("Ana_17_assignsubmission_file_", first))
    both = (second, archive) if by_stick_first else (archive, second)
    results_of = [results(collect(at_school, one))[0] for one in both]
    assert results_of[-1] is (Collected.OLDER if by_stick_first else Collected.NEWER)
    with at_school.teacher.workspace.library.reading() as reading:
        (kept,) = handins.all_of(reading)
    assert (kept.number, [one.id for one in kept.platforms]) == (2, ["17"])


def test_an_older_file_of_another_id_of_the_platform_makes_a_conflict_too(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    first = handed(ana, tmp_path / "1.handin", "The mayor")
    second = handed(ana, tmp_path / "2.handin", "bridges stand")
    collect(at_school, second)
    archive = moodle(
        tmp_path,
        ("Ana_17_assignsubmission_file_", first),
        ("Eve_18_assignsubmission_file_", second),
    )
    assert results(collect(at_school, archive)) == [Collected.OLDER, Collected.CONFLICT]
    (same,) = classroom(at_school.teacher.workspace, at_school.teacher.article).conflicts
    assert {one.platforms[0].id for one in same} == {"17", "18"}


def test_the_file_of_a_pair_lies_in_two_places(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    handing_in.pair(ana.desk.workspace, ana.desk.article, ana.desk.person, "Ben")
    path = handed(ana, tmp_path / "1.handin", "The mayor")
    archive = moodle(
        tmp_path, ("Ana_17_assignsubmission_file", path), ("Ben_18_assignsubmission_file", path)
    )
    assert results(collect(at_school, archive)) == [Collected.NEW, Collected.SAME]
    with at_school.teacher.workspace.library.reading() as reading:
        (kept,) = handins.all_of(reading)
    assert [one.id for one in kept.platforms] == ["17", "18"]


def test_two_ids_of_one_name_are_two_people_until_they_are_joined(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    given = assigning.every(at_school.teacher.workspace)[0]
    listed = at_school.student("Ana", out)
    stranger = at_school.student("Zoe", out)
    desk = stranger.desk
    with desk.workspace.step("rename") as step:
        people.update(step, Person(desk.person, "Ana"))
    path = handed(stranger, tmp_path / "1.handin", "The mayor")
    found = collect(at_school, path)
    absent = collecting.missing(collecting.classes_of(at_school.teacher.workspace, found))
    assert [one.name for one in absent] == ["Ana", "Ben", "Cem", "Dee"]
    teacher = at_school.teacher
    (same,) = namesakes(classroom(teacher.workspace, teacher.article, given.id))
    assert same == ("Ana", desk.person, "Ana", listed.desk.person, True)
    collecting.join(teacher.workspace, same.person, same.known_as)
    room = classroom(teacher.workspace, teacher.article, given.id)
    assert namesakes(room) == []
    assert [one.name for one in room.missing] == ["Ben", "Cem", "Dee"]
    assert [one.id for one in room.annotators] == [same.known_as]
    assert {claim.person for claim in room.annotators[0].claims} == {same.known_as}
    newer = handed(listed, tmp_path / "x.handin")
    newer = handed(listed, tmp_path / "2.handin", "He was wrong")
    assert results(collect(at_school, newer)) == [Collected.NEWER]
    collecting.join(at_school.teacher.workspace, same.person, None)
    with at_school.teacher.workspace.library.reading() as reading:
        assert choices.joined(reading) == {}


def test_what_is_no_hand_in_for_this_is_refused_in_a_sentence(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    draft = tmp_path / "draft.handin"
    ana.hand_in(draft, draft=True)
    good = handed(ana, tmp_path / "good.handin", "The mayor")
    cut = tmp_path / "cut.handin"
    cut.write_bytes(good.read_bytes()[:-9])
    other, _ = at_school.hand_out(name="other")
    foreign = school(tmp_path / "foreign")
    unknown = handed(
        foreign.student("Eve", foreign.hand_out()[1]), tmp_path / "unknown.handin", "The mayor"
    )
    text = tmp_path / "story.handin"
    text.write_text(STORY, encoding="utf-8")
    found = collect(at_school, draft, cut, unknown, text, good, only=None)
    assert results(found) == [Collected.REFUSED] * 4 + [Collected.NEW]
    reasons = [one.reason for one in found]
    assert reasons[0].startswith("It is a draft by Ana")
    assert reasons[2].startswith("It is work on “Story 😀 one” for an assignment that is not in")
    assert all(reasons[:4])
    (one,) = collect(at_school, good, only=other.id)
    assert one.reason.startswith("It is work on “Story 😀 one” for another assignment")


def test_work_on_another_text_is_refused(at_school: School, out: Path, tmp_path: Path) -> None:
    ana = at_school.student("Ana", out)
    path = handed(ana, tmp_path / "1.handin", "The mayor")
    file = files.read(path.read_bytes())
    assert file.sha256 in path.read_text(encoding="utf-8")
    given = assigning.every(at_school.teacher.workspace)[0]
    with at_school.teacher.workspace.step("move") as step:
        (other,) = [one for one in articles.all_of(step) if one.id != given.article][:1]
        assignments.put(step, replace(given, article=other.id), datetime.now(UTC))
    (one,) = collect(at_school, path)
    assert one.reason.startswith("It is work on “Story 😀 one”, another text than the article")


def test_work_on_an_earlier_version_is_carried_over_or_said_to_be_lost(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    given = assigning.every(at_school.teacher.workspace)[0]
    ana, ben = at_school.student("Ana", out), at_school.student("Ben", out)
    late = handed(ana, tmp_path / "1.handin", "The mayor", "bridges stand", "He was wrong")
    early = handed(ben, tmp_path / "2.handin", "The mayor", "bridges stand")
    collect(at_school, early)
    desk = at_school.teacher
    newer = "News! " + STORY.replace("bridges stand", "towers stood there")
    versions = versioning.propose(desk.workspace, desk.article, prepare_text(newer, "newer"))
    desk.article = add_version(desk.workspace, versions).article.id
    to = tmp_path / "newer.assignment"
    assigning.assign(desk.workspace, desk.article, Asked(), to, revises=given.id)
    (one,) = collect(at_school, late)
    assert (one.result, one.moved, one.lost) == (Collected.NEW, 2, 1)
    assert one.reason.startswith("1 claim is on words that the article does not have any more")
    room = classroom(desk.workspace, desk.article, given.id)
    words = {
        each.name: [room.text[claim.span.start : claim.span.end] for claim in each.claims]
        for each in room.annotators
    }
    assert words == {"Ana": ["The mayor", "He was wrong"], "Ben": ["The mayor"]}


def test_work_on_a_version_that_is_not_here_stands_where_its_words_are(
    at_school: School, tmp_path: Path
) -> None:
    """The earlier text was removed for good, and somebody hands in who was away."""
    given, out = at_school.hand_out(ROSTER)
    ana, ben, cem = (at_school.student(name, out) for name in ("Ana", "Ben", "Cem"))
    late = handed(ana, tmp_path / "1.handin", "The mayor", "bridges stand", "He was wrong")
    nothing, empty = handed(ben, tmp_path / "2.handin", "bridges"), tmp_path / "3.handin"
    cem.hand_in(empty)
    desk = at_school.teacher
    earlier, _newer = move_on(at_school, given)
    empty_bin(desk, earlier)
    found = collect(at_school, late, nothing, empty)
    assert results(found) == [Collected.NEW, Collected.REFUSED, Collected.NEW]
    assert [(one.moved, one.lost) for one in found] == [(2, 1), (0, 0), (0, 0)]
    elsewhere = (
        "It is work on a version of the article that is not in this library, so each claim stands "
        "where its words are found in this one."
    )
    assert [one.reason for one in found] == [
        f"{elsewhere} 1 claim is on words that the article does not have any more, so it was left "
        "out.",
        failures.OnAnotherText("Story 😀 one").sentence,
        elsewhere,
    ]
    room = classroom(desk.workspace, desk.article, given.id)
    words = [room.text[one.span.start : one.span.end] for one in room.annotators[0].claims]
    assert words == ["The mayor", "He was wrong"]
    assert results(collect(at_school, late)) == [Collected.SAME]


def test_what_other_programs_write_is_placed_joined_or_lost(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    path = handed(at_school.student("Cem", out), tmp_path / "1.handin", "The mayor", "bridges")
    line, _lf, rest = path.read_bytes().partition(b"\n")
    holds = json.loads(rest)
    mayor, bridges = holds["annotations"]["first"]["items"]
    again = mayor | {"id": "urn:uuid:00000000-0000-4000-8000-000000000001", "body": []}
    bare = again | {"id": "urn:uuid:00000000-0000-4000-8000-000000000002"}
    bare["target"] = mayor["target"] | {
        "selector": {"type": "TextPositionSelector", "start": 0, "end": 5}
    }
    far = bare | {"id": "urn:uuid:00000000-0000-4000-8000-000000000003"}
    far["target"] = mayor["target"] | {
        "selector": {"type": "TextPositionSelector", "start": 0, "end": 5_000}
    }
    wrong = bridges | {"id": "urn:uuid:00000000-0000-4000-8000-000000000004", "creator": None}
    holds["annotations"]["first"]["items"] = [mayor, again, bare, far, wrong]
    path.write_bytes(envelope.sealed(json.loads(line)["format"], holds))
    (one,) = collect(at_school, path)
    assert (one.result, one.moved, one.lost) == (Collected.NEW, 0, 1)
    assert one.reason.startswith("1 claim is on words that the article does not have any more")
    assert one.reason.count(".") > 1  # and why the last item was left out
    (room,) = classroom(at_school.teacher.workspace, at_school.teacher.article).annotators
    said_of = [(STORY[claim.span.start : claim.span.end], set(claim.tags)) for claim in room.claims]
    assert said_of == [("Story", set()), ("The mayor", {A})]


def test_thousands_of_claims_on_the_same_words_are_collected_at_once(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    """One file, joined claim by claim, held the collection of a class up for minutes."""
    path = handed(at_school.student("Cem", out), tmp_path / "1.handin", "The mayor")
    holds = json.loads(path.read_bytes().partition(b"\n")[2])
    (item,) = holds["annotations"]["first"]["items"]
    linked = {"type": "TextualBody", "purpose": "linking", "an:outcome": "supports"}
    holds["annotations"]["first"]["items"] = [
        item
        | {
            "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}",
            "body": [linked | {"value": f"{number} {piece}"} for piece in range(20)],
        }
        for number in range(5_000)
    ]
    path.write_bytes(envelope.sealed(envelope.Format.HAND_IN, holds))
    start = time.process_time()
    (one,) = collect(at_school, path)
    assert time.process_time() - start < 10
    assert one.reason == (
        "More than 50 claims are on the same words. The others were left out; on the same words a "
        "person makes one claim."
    )
    (room,) = classroom(at_school.teacher.workspace, at_school.teacher.article).annotators
    assert [len(claim.evidence) for claim in room.claims] == [50 * 20]


def test_an_article_that_is_not_there_has_no_class(at_school: School) -> None:
    nowhere = ArticleId("nowhere")
    with pytest.raises(NoSuchArticle):
        classroom(at_school.teacher.workspace, nowhere)
    with pytest.raises(reporting.NobodyOfThatName):
        reporting.report(at_school.teacher.workspace, [nowhere], by=["Cem"])


def test_an_empty_hand_in_counts_as_handed_in(at_school: School, out: Path, tmp_path: Path) -> None:
    path = handed(at_school.student("Cem", out), tmp_path / "1.handin")
    assert results(collect(at_school, path)) == [Collected.NEW]
    assert said(at_school) == {"Cem": 0}


def test_what_was_handed_in_without_an_assignment_goes_by_its_text(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    ana = at_school.student("Ana", out)
    ana.tag("The mayor", A)
    to = tmp_path / "1.handin"
    handing_in.hand_in(ana.desk.workspace, HandingIn(ana.desk.article, ana.desk.person), to)
    assert results(collect(at_school, to)) == [Collected.NEW]
    assert said(at_school) == {"Ana": 1}
    (one,) = collecting.collect(at_school.student("Zoe").desk.workspace, [to])
    assert one.result is Collected.REFUSED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold a file to a size")
def test_a_disk_that_fills_keeps_what_it_has_room_for(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    paths = []
    for name, note in (("Ana", ""), ("Ben", "long " * 200_000), ("Cem", "")):
        student = at_school.student(name, out)
        student.tag("The mayor", A, note=note)
        paths.append(handed(student, tmp_path / f"{name}.handin"))
    with room_for(at_school.teacher.workspace, 400_000):
        found = collect(at_school, *paths)
    assert results(found) == [Collected.NEW, Collected.REFUSED, Collected.NEW]
    assert "This step was not saved" in found[1].reason
    assert said(at_school) == {"Ana": 1, "Cem": 1}
    again = [Collected.SAME, Collected.NEW, Collected.SAME]
    assert results(collect(at_school, *paths)) == again


def test_what_is_more_than_fits_into_memory_is_left_for_the_next_time(
    at_school: School, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [
        handed(at_school.student(name, out), tmp_path / f"{name}.handin", "The mayor")
        for name in ("Ana", "Ben")
    ]
    monkeypatch.setattr(collecting, "_MOST_AT_ONCE", 600)
    first, second = collect(at_school, *paths)
    assert (first.result, second.result) == (Collected.NEW, Collected.REFUSED)
    assert second.reason == (
        "What came before it is as much as can be collected at once, so it was left out: collect "
        "what is here in several parts."
    )
    assert results(collect(at_school, paths[1])) == [Collected.NEW]


def test_whoever_cancels_keeps_nothing(at_school: School, out: Path, tmp_path: Path) -> None:
    path = handed(at_school.student("Ana", out), tmp_path / "1.handin", "The mayor")
    told: list[int] = []

    def progress(done: int, _total: int) -> bool:
        told.append(done)
        return done < 2

    before = state(at_school.teacher.workspace)
    with pytest.raises(Cancelled):
        collecting.collect(at_school.teacher.workspace, [path, path], progress=progress)
    assert state(at_school.teacher.workspace) == before
    assert told == [1, 2]


def test_whose_claims_are_the_key(at_school: School) -> None:
    desk = at_school.teacher
    mine = desk.tag(0, 5, V)
    desk.tag(6, 7, A, person=desk.other)
    at_school.hand_out()
    room = classroom(desk.workspace, desk.article)
    assert [one.id for one in room.key_people] == [desk.person]
    assert [one.id for one in room.key] == [mine]
    assert [one.name for one in room.annotators] == ["Ben"]


def test_where_nobody_made_it_there_is_no_key(at_school: School, tmp_path: Path) -> None:
    desk = at_school.teacher
    desk.tag(6, 7, A)
    to = tmp_path / "x.assignment"
    assigning.assign(desk.workspace, desk.article, Asked(roster=("Ben",)), to)
    room = classroom(desk.workspace, desk.article)
    assert room.key_people == ()
    assert len(room.annotators) == 1
    with pytest.raises(failures.NoSuchAssignment):
        classroom(desk.workspace, desk.article, AssignmentId("gone"))


def test_an_id_that_leads_in_a_circle_ends() -> None:
    one, other = PersonId("a"), PersonId("b")
    assert known_as(one, {one: other, other: one}) in {one, other}


def test_what_the_library_refuses_of_one_is_not_lost_of_the_others(
    at_school: School, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = handed(at_school.student("Ana", out), tmp_path / "1.handin", "The mayor")
    bad = handed(at_school.student("Ben", out), tmp_path / "2.handin", "He was wrong")
    really = handins.insert_bare

    def refusing(step: Step, hand_in: HandIn) -> None:
        if hand_in.name == "Ben":
            raise LibraryBusy(at_school.teacher.workspace.library.path)
        really(step, hand_in)

    monkeypatch.setattr(handins, "insert_bare", refusing)
    found = collect(at_school, good, bad)
    assert results(found) == [Collected.NEW, Collected.REFUSED]
    assert found[1].reason
    assert said(at_school) == {"Ana": 1}


def test_what_was_collected_is_in_a_report_when_its_person_is_named(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    desk = at_school.teacher
    desk.tag(0, 5, V)
    ana = at_school.student("Ana", out)
    path = handed(ana, tmp_path / "1.handin", "The mayor", "He was wrong")
    collect(at_school, path)
    everybody = reporting.report(desk.workspace, [desk.article])
    assert [one.person for one in everybody.articles[0].entries] == ["Ana"]
    assert [one.quote for one in everybody.articles[0].entries] == ["Story"]
    named = reporting.report(desk.workspace, [desk.article], by=[ana.desk.person])
    assert [one.quote for one in named.articles[0].entries] == ["The mayor", "He was wrong"]
    both = reporting.report(desk.workspace, [desk.article], by=[ana.desk.person, desk.person])
    assert [one.quote for one in both.articles[0].entries] == [
        *("Story", "The mayor", "He was wrong")
    ]


def quotes(at_school: School, *by: str) -> list[str]:
    desk = at_school.teacher
    made = reporting.report(desk.workspace, [desk.article], by=by)
    return [one.quote for one in made.articles[0].entries]


def test_either_of_a_pair_leads_to_their_work(at_school: School, out: Path, tmp_path: Path) -> None:
    cem = at_school.student("Cem", out)
    handing_in.pair(cem.desk.workspace, cem.desk.article, cem.desk.person, "Dee")
    collect(at_school, handed(cem, tmp_path / "1.handin", "The mayor"))
    assert quotes(at_school, "Cem") == quotes(at_school, "Dee") == ["The mayor"]
    assert quotes(at_school, "Cem & Dee", "Dee", cem.desk.person) == ["The mayor"]
    desk = at_school.teacher
    made = reporting.report(desk.workspace, [desk.article], by=["Dee"])
    assert [one.person for one in made.articles[0].entries] == ["Cem & Dee"]
    with pytest.raises(reporting.NobodyOfThatName, match="Cem, Dee, Cem & Dee"):
        quotes(at_school, "Zoe")


def test_who_worked_here_too_is_reported_with_both_and_nothing_twice(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    cem = at_school.student("Cem", out)
    collect(at_school, handed(cem, tmp_path / "1.handin", "The mayor", "He was wrong"))
    desk = at_school.teacher
    here = naming.annotator(desk.workspace, "Cem", desk.article).id
    assert here == cem.desk.person
    teacher, desk.person = desk.person, here
    for words in ("The mayor", "bridges stand"):
        start = STORY.index(words)
        desk.tag(start, start + len(words), V)
    desk.person = teacher
    assert quotes(at_school, "Cem") == ["The mayor", "bridges stand", "He was wrong"]
    assert quotes(at_school) == ["The mayor", "bridges stand"]


def test_names_of_the_class_stand_in_no_anonymous_report(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    cem = at_school.student("Cem", out)
    cem.tag("The mayor", A, note="Dee and I asked.")
    cem.hand_in(tmp_path / "1.handin")
    collect(at_school, tmp_path / "1.handin")
    desk = at_school.teacher
    made = reporting.report(desk.workspace, [desk.article], by=["Cem"], anonymous=True)
    (entry,) = made.articles[0].entries
    assert entry.person == "Student 1"
    assert "Dee" not in entry.claim.note
    assert entry.claim.note.startswith("Student ")


def test_own_work_under_an_id_that_was_joined_is_no_second_annotator(
    at_school: School, out: Path, tmp_path: Path
) -> None:
    cem = at_school.student("Cem", out)
    collect(at_school, handed(cem, tmp_path / "1.handin", "The mayor"))
    desk = at_school.teacher
    teacher, desk.person = desk.person, naming.annotator(desk.workspace, "Cemal").id
    desk.tag(0, 5, V)
    cemal, desk.person = desk.person, teacher
    assert len(classroom(desk.workspace, desk.article).annotators) == 2
    collecting.join(desk.workspace, cemal, cem.desk.person)
    assert [one.name for one in classroom(desk.workspace, desk.article).annotators] == ["Cem"]
