"""Opening: work that is here stays, work that comes goes on, and nobody is taken for another."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.article import Metadata
from annotator.model.failure import Refusal
from annotator.model.handin import Collected, Member
from annotator.model.ids import AssignmentId
from annotator.model.person import Origin, Person
from annotator.model.tags import Tag
from annotator.services import (
    adding,
    assigning,
    binning,
    collecting,
    describing,
    handing_in,
    listing,
    naming,
    opening,
    versioning,
)
from annotator.services import class_failures as failures
from annotator.services.assigning import Asked
from annotator.services.failures import SeveralPeople
from annotator.services.noticing import newest
from annotator.services.preparing import prepare_text
from annotator.services.versioning_keeping import add_version
from annotator.storage import people
from tests.unit.services.class_desk import School
from tests.unit.services.desk import STORY, state

A, V = Tag.ATTRIBUTED, Tag.VERIFIED
NEWER = STORY.replace("bridges stand", "towers stood there")
ROSTER = Asked(roster=("Ana Öz", "Ben", "Ben"))


def test_an_assignment_brings_its_article_and_makes_its_people_known(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    student = at_school.student("Ana Öz", path)
    assert listing.text_of(student.desk.workspace, student.desk.article) == STORY
    assert student.desk.person == made.roster[0].id
    opened = opening.open_file(student.desk.workspace, path)
    assert opened.assignment == replace(
        made, article=student.desk.article, is_mine=False, maker=None
    )


def test_a_name_on_the_roster_means_the_rosters_person_and_else_whoever_is_here(
    at_school: School,
) -> None:
    made, path = at_school.hand_out(ROSTER)
    student = at_school.student("Cem", path)
    workspace, article = student.desk.workspace, student.desk.article
    with pytest.raises(SeveralPeople):
        naming.annotator(workspace, "Ben", article)
    ben = naming.annotator(workspace, made.roster[2].id, article)
    assert (ben.name, ben.origin) == ("Ben", Origin.LOCAL)
    assert naming.annotator(workspace, "Ana").id != made.roster[0].id
    elsewhere = listing.all_articles(workspace)[0].article.id
    assert naming.annotator(workspace, "Ana Öz", elsewhere).id != made.roster[0].id
    assert naming.annotator(workspace, "Ana Öz", article).id == made.roster[0].id


def test_a_draft_opens_on_another_computer_and_goes_on(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    here = at_school.student("Ana Öz", path)
    describing.describe(here.desk.workspace, here.desk.article, Metadata("T", "The Paper"))
    here.tag("The mayor", A, note="first")
    draft = at_school.folder / "work.handin"
    assert here.hand_in(draft, draft=True) == 1
    there = at_school.student("Ana Öz", draft)
    assert there.words == {"The mayor": made.roster[0].id}
    article = listing.find(there.desk.workspace, there.desk.article)
    assert article.metadata == Metadata("T", "The Paper")
    there.tag("He was wrong", V)
    handed = at_school.folder / "done.handin"
    assert there.hand_in(handed) == 1
    assert there.hand_in(handed) == 2
    opened = here.open(handed)
    assert opened.work is not None
    assert (opened.work.new, opened.work.unchanged) == (1, 1)
    assert here.hand_in(handed) == 3


def test_work_that_was_changed_later_stays(at_school: School) -> None:
    _made, path = at_school.hand_out()
    here = at_school.student("Ana", path)
    here.tag("The mayor", A, note="first")
    draft = at_school.folder / "work.handin"
    here.hand_in(draft, draft=True)
    here.tag("The mayor", note="later")
    opened = here.open(draft)
    assert opened.work is not None
    assert opened.work.unchanged == 1
    assert [one.note for one in here.desk.claims().values()] == ["later"]


def test_ones_own_hand_in_needs_the_article(at_school: School) -> None:
    _made, path = at_school.hand_out()
    here = at_school.student("Ana", path)
    here.tag("The mayor", A)
    handed = at_school.folder / "done.handin"
    here.hand_in(handed)
    there = at_school.student("Ben")
    with pytest.raises(failures.ArticleMissing) as caught:
        there.open(handed)
    assert caught.value.sentence.startswith("The article “Story 😀 one” is not on this computer")
    there.open(path)
    waiting = opening.look(there.desk.workspace, handed)
    assert waiting.member is not None
    assert (waiting.member.name, waiting.is_to_collect) == ("Ana", False)
    opened = opening.take(there.desk.workspace, waiting.file, handed.name)
    assert opened.person is not None
    assert (opened.person.name, opened.person.origin) == ("Ana", Origin.LOCAL)
    assert there.words == {"The mayor": opened.person.id}


def test_what_was_handed_in_for_an_assignment_made_here_is_to_be_collected(
    at_school: School,
) -> None:
    _made, path = at_school.hand_out()
    here = at_school.student("Ana", path)
    handed, draft = at_school.folder / "done.handin", at_school.folder / "draft.handin"
    here.hand_in(handed)
    here.hand_in(draft, draft=True)
    teacher = at_school.teacher.workspace
    assert opening.look(teacher, handed).is_to_collect
    assert not opening.look(teacher, draft).is_to_collect
    assert not opening.look(teacher, path).is_to_collect


def test_a_pair_goes_on_as_a_pair(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    here = at_school.student("Ana Öz", path)
    workspace, article, person = here.desk.workspace, here.desk.article, here.desk.person
    handing_in.pair(workspace, article, person, made.roster[1].id)
    here.tag("The mayor", A)
    draft = at_school.folder / "pair.handin"
    here.hand_in(draft, draft=True)
    there = at_school.student("Ana Öz")
    opened = there.open(draft)
    assert opened.partner == Member(*made.roster[1])
    now = handing_in.standing(
        there.desk.workspace, there.desk.article, there.desk.person, opened.assignment
    )
    assert [one.name for one in now.people] == ["Ana Öz", "Ben"]


def test_a_newer_revision_takes_the_place_of_an_older_one_and_never_the_reverse(
    at_school: School,
) -> None:
    made, path = at_school.hand_out(ROSTER)
    newer = revise(at_school, made.id, Asked(instructions="Read twice."))
    student = at_school.student("Ana Öz", path)
    student.tag("The mayor", A)
    opened = student.open(newer)
    assert opened.assignment is not None
    assert (opened.assignment.instructions, opened.is_older) == ("Read twice.", False)
    assert list(student.words) == ["The mayor"]
    opened = student.open(path)
    assert opened.assignment is not None
    assert (opened.assignment.instructions, opened.is_older) == ("Read twice.", True)
    draft = at_school.folder / "old.handin"
    behind = at_school.student("Dee", path)
    behind.hand_in(draft, draft=True)
    opened = student.open(draft)
    assert opened.is_older
    assert opened.assignment is not None
    assert opened.assignment.revision == 2


def test_a_revision_on_a_newer_version_of_the_article_keeps_the_work(at_school: School) -> None:
    made, path = at_school.hand_out()
    student = at_school.student("Ana", path)
    student.tag("The mayor", A, note="mine")
    student.tag("bridges stand", V)
    handed = at_school.folder / "done.handin"
    student.hand_in(handed)
    again = move_on(at_school, made.id)
    opened = student.open(again)
    assert listing.text_of(student.desk.workspace, student.desk.article) == NEWER
    assert list(student.words) == ["The mayor"]
    assert [one.fate.claim.tags for one in opened.left] == [{V}]
    assert opened.sentences == (
        "The article has a newer version: 1 claim was carried over to it.",
        "1 claim stays on the earlier version: its words changed.",
    )
    assert student.hand_in(handed) == 2
    assert not student.open(again).left


def test_opening_a_revision_is_one_step_and_no_step_to_undo(at_school: School) -> None:
    made, path = at_school.hand_out()
    student = at_school.student("Ana", path)
    student.tag("The mayor", A)
    workspace = student.desk.workspace
    before, steps = newest(workspace), list(workspace.history.past)
    student.open(move_on(at_school, made.id))
    assert newest(workspace) == before + 1
    assert workspace.history.past == steps


@pytest.mark.parametrize("place", ["beside", "in the bin", "as a version", "as another's version"])
def test_the_work_goes_on_where_the_newer_text_was_here_already(
    at_school: School, place: str
) -> None:
    made, path = at_school.hand_out()
    student = at_school.student("Ana", path)
    workspace, old = student.desk.workspace, student.desk.article
    if place.startswith("as"):
        of = old if place == "as a version" else listing.all_articles(workspace)[0].article.id
        add_version(workspace, versioning.propose(workspace, of, prepare_text(NEWER, "newer")))
    else:
        added = adding.add_text(workspace, NEWER, "newer").article
        assert added
        if place == "in the bin":
            binning.remove(workspace, added.id)
    student.tag("The mayor", A, note="mine")
    opened = student.open(move_on(at_school, made.id))
    assert opened.article != old
    assert list(student.words) == ["The mayor"]
    assert listing.find(workspace, opened.article).binned is None


def test_who_works_as_a_pair_goes_on_as_one_on_a_newer_version(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    student = at_school.student("Ana Öz", path)
    desk = student.desk
    handing_in.pair(desk.workspace, desk.article, desk.person, made.roster[1].id)
    describing.describe(desk.workspace, desk.article, Metadata("T", "The Paper"))
    opened = student.open(move_on(at_school, made.id))
    now = handing_in.standing(desk.workspace, opened.article, desk.person, opened.assignment)
    assert now.partner == Member(*made.roster[1])
    assert listing.find(desk.workspace, opened.article).metadata.outlet == "The Paper"


def test_a_draft_of_an_earlier_version_goes_on_where_the_newer_one_is(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    behind = at_school.student("Ana Öz", path)
    behind.tag("The mayor", A, note="mine")
    behind.tag("bridges stand", V)
    handed, draft = at_school.folder / "done.handin", at_school.folder / "draft.handin"
    behind.hand_in(handed)
    behind.hand_in(draft, draft=True)
    there = at_school.student("Cem", move_on(at_school, made.id))
    newer = there.desk.article
    there.name = "Ana Öz"
    opened = there.open(draft)
    assert (opened.article, opened.is_older) == (newer, True)
    assert there.words == {"The mayor": made.roster[0].id}
    assert opened.sentences == (
        "A newer revision of this assignment was here already, and stays.",
        "The article has a newer version: 1 claim was carried over to it.",
        "1 claim stays on the earlier version: its words changed.",
    )
    (left,) = opened.left
    assert there.desk.claims(left.fate.claim.article)[left.fate.claim.id].tags == {V}
    assert listing.find(there.desk.workspace, newer).version_of == left.fate.claim.article
    assert there.hand_in(handed) == 2
    teacher = at_school.teacher.workspace
    (one,) = collecting.collect(teacher, [handed])
    assert (one.result, one.article) == (Collected.NEW, at_school.teacher.article)


def test_a_draft_of_a_newer_version_takes_the_work_that_is_here_along(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    here = at_school.student("Ana Öz", path)
    here.tag("The mayor", A, note="mine")
    ahead = at_school.student("Ana Öz", move_on(at_school, made.id))
    ahead.tag("He was wrong", A)
    draft = at_school.folder / "draft.handin"
    ahead.hand_in(draft, draft=True)
    opened = here.open(draft)
    assert (opened.is_older, len(opened.kept), opened.left) == (False, 1, ())
    assert sorted(here.words) == ["He was wrong", "The mayor"]


def test_ones_own_hand_in_of_a_newer_version_waits_for_its_assignment(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    here = at_school.student("Ana Öz", path)
    here.tag("The mayor", A, note="mine")
    newer = move_on(at_school, made.id)
    ahead = at_school.student("Ana Öz", newer)
    ahead.tag("He was wrong", A)
    handed = at_school.folder / "done.handin"
    ahead.hand_in(handed)
    adding.add_text(here.desk.workspace, NEWER, "newer")
    opened = here.open(handed)
    assert not opened.kept
    assert list(here.words) == ["He was wrong"]
    here.open(newer)
    assert sorted(here.words) == ["He was wrong", "The mayor"]


def test_an_article_in_the_bin_comes_out_of_it_and_keeps_what_is_known(at_school: School) -> None:
    _made, path = at_school.hand_out()
    student = at_school.student("Ana", path)
    workspace, article = student.desk.workspace, student.desk.article
    describing.describe(workspace, article, Metadata("Mine", "The Paper"))
    binning.remove(workspace, article)
    student.open(path)
    assert listing.find(workspace, article).metadata == Metadata("Mine", "The Paper")
    other = at_school.student("Ben")
    added = adding.add_text(other.desk.workspace, STORY, "clipboard").article
    assert added
    assert other.open(path).article == added.id


def test_somebody_who_came_with_a_file_annotates_here_from_now_on(at_school: School) -> None:
    made, path = at_school.hand_out(ROSTER)
    student = at_school.student("Cem", path)
    with student.desk.workspace.step("test") as step:
        people.insert(step, Person(made.roster[0].id, "Ana Öz", Origin.IMPORTED))
    ana = naming.annotator(student.desk.workspace, "Ana Öz", student.desk.article)
    assert ana.origin is Origin.LOCAL
    with student.desk.workspace.library.reading() as reading:
        assert people.one(reading, ana.id) == ana


def test_what_is_no_such_file_is_refused_and_nothing_changes(at_school: School) -> None:
    student = at_school.student("Ana")
    text = at_school.folder / "story.txt"
    text.write_text(STORY, encoding="utf-8")
    before = state(student.desk.workspace)
    with pytest.raises(Refusal):
        student.open(text)
    assert state(student.desk.workspace) == before
    assert not opening.is_class_file(text)
    assert not opening.is_class_file(at_school.folder / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(at_school.folder / "pipe")
        assert not opening.is_class_file(at_school.folder / "pipe")
    _made, path = at_school.hand_out()
    assert opening.is_class_file(path)


def move_on(at_school: School, id_: AssignmentId) -> Path:
    """The file of a revision on a newer version of the article."""
    desk = at_school.teacher
    versions = versioning.propose(desk.workspace, desk.article, prepare_text(NEWER, "newer"))
    desk.article = add_version(desk.workspace, versions).article.id
    return revise(at_school, id_, Asked())


def revise(at_school: School, id_: AssignmentId, asked: Asked) -> Path:
    """The file of a newer revision, on the teacher's article of now."""
    to = at_school.folder / "newer.assignment"
    desk = at_school.teacher
    assigning.assign(desk.workspace, desk.article, asked, to, revises=id_)
    return to


def test_an_older_file_of_ones_own_does_not_take_the_partner_away(at_school: School) -> None:
    _made, out = at_school.hand_out(Asked(roster=("Ana", "Ben")))
    student = at_school.student("Ana", out)
    workspace, article, person = student.desk.workspace, student.desk.article, student.desk.person
    student.tag("The mayor", Tag.ATTRIBUTED)
    alone, together = at_school.folder / "alone.handin", at_school.folder / "together.handin"
    student.hand_in(alone)
    ben = handing_in.pair(workspace, article, person, "Ben")
    assert student.open(alone).partner == ben
    student.hand_in(together)
    assert student.open(alone).partner == ben
    given = assigning.find(workspace, article, None)
    assert handing_in.standing(workspace, article, person, given).partner == ben
    handing_in.pair(workspace, article, person, None)
    later = at_school.folder / "later.handin"
    student.hand_in(later)
    handing_in.pair(workspace, article, person, "Ben")
    assert student.open(later).partner == ben
    newer = at_school.folder / "newer.handin"
    handing_in.pair(workspace, article, person, None)
    student.hand_in(newer, draft=True)
    handing_in.pair(workspace, article, person, "Ben")
    assert student.open(newer).partner is None
