"""What is worked out of a classroom before the window shows it."""

from dataclasses import replace
from datetime import date, timedelta

from annotator.model.assignment import Assignment, RosterRow
from annotator.model.handin import HandIn, Platform
from annotator.model.ids import HandInId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services.comparing import Classroom
from annotator.ui.classroom import seeing
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
    assert (seen.late, seen.roster) == (1, 4)
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
    conflict = seeing.conflict((here, there))
    assert (conflict.who, conflict.number) == ("Ana Lima", 1)
    first, second = (said for _id, said in conflict.choices)
    assert first.startswith("made on 2026-03-02 at ")
    assert second.endswith(", from Ana_1")


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
