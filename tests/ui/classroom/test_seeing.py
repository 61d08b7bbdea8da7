"""What is worked out of a classroom before the window shows it."""

from dataclasses import replace
from datetime import date, timedelta

from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Outcome
from annotator.model.handin import HandIn, Member, Platform
from annotator.model.ids import HandInId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services.comparing import Classroom
from annotator.ui.classroom import seeing
from annotator.ui.classroom.seen import Doubt
from annotator.ui.classroom.wording import asked, checks
from tests.ui.classroom.making import (
    ANA,
    ARTICLE,
    BEN,
    CLOSED,
    DANA,
    HURT,
    MAY,
    NOON,
    TEXT,
    WORK,
    annotators,
    claim,
)

OAK = PersonId("oak")


def room() -> Classroom:
    """The class of `making`, with a key on the noon, which must be found, and on May."""
    people = annotators()
    handed = {
        one.id: HandIn(
            HandInId(one.id),
            ARTICLE.id,
            WORK,
            1,
            one.people,
            1,
            NOON + timedelta(days=day),
            "",
            NOON,
        )
        for day, one in enumerate(people)
    }
    key = (claim(OAK, CLOSED, Tag.CONTESTED), claim(OAK, MAY))
    assignment = Assignment(WORK, ARTICLE.id, "Class 9b", due=date(2026, 3, 3))
    return Classroom(
        ARTICLE,
        TEXT,
        assignment,
        (assignment, replace(assignment, is_mine=False)),
        people,
        handed,
        (),
        {},
        (RosterRow(PersonId("eva"), "Eva"),),
        key,
        (Person(OAK, "Ms. Oak"),),
        frozenset({key[1].id}),
        frozenset(),
        frozenset(),
        (),
        {},
        {},
    )


def test_who_came_after_the_due_day_is_late() -> None:
    seen = seeing.seen(room())
    assert {one.id: one.late for one in seen.students} == {ANA: False, BEN: False, DANA: True}
    assert (seen.late, seen.handed_in, seen.count()) == (1, 3, "3")
    assert seen.assignments == (seen.assignment,)


def test_a_row_counts_what_somebody_did() -> None:
    ben = next(one for one in seeing.seen(room()).students if one.id == BEN)
    assert (ben.passages, ben.claims, ben.complete) == (2, 2, 2)
    assert ben.by_tag == {Tag.ATTRIBUTED: 1, Tag.CONTESTED: 0, Tag.VERIFIED: 1, None: 0}
    assert ben.outcomes == {"supports": 1}
    assert ben.called(names_hidden=True) == "Student 2"


def test_the_key_says_who_found_what_and_never_wrong() -> None:
    key = seeing.seen(room()).key
    assert key
    noon, may = key.claims
    assert (noon.quote, noon.found, noon.other_tag, noon.missed) == (CLOSED, 0, 3, 0)
    assert (may.quote, may.found, may.missed, may.optional) == (MAY, 1, 2, True)
    assert [(one.name, one.how) for one in may.met] == [
        ("Ana Lima", "missed"),
        ("Ben Oak", "missed"),
        ("دانا", "found"),
    ]
    assert (key.whose, key.others, key.can_release) == ("Ms. Oak", 1, True)


def test_who_is_hidden_is_in_the_list_and_the_agreement_alone() -> None:
    seen = seeing.seen(replace(room(), hidden_people=frozenset({ANA})))
    assert [one.hidden for one in seen.students] == [True, False, False]
    assert seen.annotators == 2
    assert next(one for one in seen.passages if one.quote == HURT).found.marked == 1
    assert len(seen.compared) == 3
    assert seen.key
    assert [one.person for one in seen.key.claims[0].met] == [BEN, DANA]


def test_two_of_one_number_are_told_apart_by_when_and_where() -> None:
    here = room().hand_ins[ANA]
    there = replace(
        here,
        id=HandInId("x"),
        made=NOON + timedelta(hours=1),
        platforms=(Platform("Ana_1", "1", "Ana"),),
    )
    claims = {here.id: 1, there.id: 8}
    conflict = seeing.conflict((here, there), seeing.hiding_of(room()), claims)
    assert (conflict.who, conflict.stand_in, conflict.number) == ("Ana Lima", "Student 1", 1)
    first, second = conflict.choices
    assert conflict.doubt is Doubt.SAME_WORK
    assert first.said.startswith("1 claim, made on 2026-03-02 at ")
    assert second.said.startswith("8 claims, ")
    assert second.said.endswith(", from Ana (1)")
    assert second.nameless.endswith(", from 1")


def test_why_somebody_has_to_choose_is_said_as_it_is() -> None:
    here = room().hand_ins[ANA]
    hiding = seeing.hiding_of(room())
    differs = replace(here, id=HandInId("x"), sha256="other")
    places = [replace(differs, platforms=(Platform(f"A_{id_}", id_, "A"),)) for id_ in "12"]
    first = seeing.conflict((here, differs), hiding, {})
    assert asked(first).startswith("Number 1 of Ana Lima came twice, with different work.")
    assert asked(first, names_hidden=True, of=3) == (
        "Number 1 of Student 1 came twice, with different work. Which counts? 2 more after it."
    )
    second = seeing.conflict((places[0], replace(places[1], sha256="y")), hiding, {})
    assert asked(second).startswith("The learning platform has work of Ana Lima from different")
    third = seeing.conflict(places, hiding, {})
    assert asked(third).startswith("The learning platform has the same work of Ana Lima from")


def test_people_are_counted_against_the_roster_and_a_pair_is_two() -> None:
    there = room()
    assert there.assignment
    rows = tuple(RosterRow(PersonId(str(place)), "") for place in range(5))
    ana, fay = (
        HandIn(HandInId(who), ARTICLE.id, WORK, 1, (Member(PersonId(who), who),), 1, NOON, "", NOON)
        for who in ("ana", "fay")
    )
    pair = replace(ana, people=(*ana.people, Member(PersonId("gil"), "Gil")))
    seen = seeing.seen(
        replace(
            there,
            assignment=replace(there.assignment, roster=rows),
            hand_ins={**there.hand_ins, ANA: pair},
            conflicts=((fay, replace(fay, id=HandInId("other"))),),
        )
    )
    assert (len(seen.students), seen.count()) == (3, "5 of 6")


def test_before_names_are_looked_up_nothing_that_was_written_is_shown() -> None:
    seen = seeing.seen(room())
    assert seen.words("Ben says so.", names_hidden=True) == "…"
    seen.hiding.look_up([Member(PersonId("zoe"), "Zoe Hart")])
    assert seen.words("Ben says so.", names_hidden=True) == "Student 2 says so."
    assert seen.words("Zoe Hart and Eva", names_hidden=True) == "Student 5 and Student 4"
    assert seen.absent(names_hidden=True) == ("Student 4",)


def test_a_class_without_key_or_work_is_a_class() -> None:
    seen = seeing.seen(replace(room(), annotators=(), hand_ins={}, key=(), key_people=()))
    assert (seen.key, seen.passages, seen.annotators) == (None, (), 0)
    assert seeing.seen(replace(room(), annotators=(), hand_ins={})).key is not None


def test_a_picked_passage_whose_ends_have_moved_stays_picked() -> None:
    first, second = Span(0, 10), Span(20, 40)
    there = (first, second)
    assert seeing.settled((second, first), there) == (second, first)
    assert seeing.settled((Span(22, 44), Span(2, 9)), there) == (second, first)
    assert seeing.settled((Span(8, 14), Span(50, 60)), there) == ()
    assert seeing.settled((Span(0, 9), Span(1, 10)), there) == (first,)
    assert seeing.settled((first,), ()) == ()


def test_checks_are_said_to_be_checks() -> None:
    assert checks({}) == ""
    said = checks({Outcome.NOTHING: 1, Outcome.SUPPORTS: 2})
    assert said.startswith("Checks: 2 supports it")
    assert said.endswith(", 1 found nothing")
