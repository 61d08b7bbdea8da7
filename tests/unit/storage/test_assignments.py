"""Assignments and their rosters come back as they were written."""

from dataclasses import replace

from annotator.model.assignment import Minimums, RosterRow
from annotator.model.ids import AssignmentId, PersonId
from annotator.model.tags import Tag
from annotator.storage import assignments, people
from annotator.storage.library import Library
from tests.unit.storage.filled import ARTICLE, NOON, assignment, step

DEE = RosterRow(PersonId("person-dee"), "Dee")


def test_an_assignment_comes_back_whole(filled: Library) -> None:
    with filled.reading() as reading:
        assert assignments.one(reading, AssignmentId("assignment-1")) == assignment()
        assert assignments.of_article(reading, ARTICLE) == [assignment()]
        assert assignments.all_of(reading) == [assignment()]
        assert assignments.one(reading, AssignmentId("none")) is None


def test_what_asks_for_nothing_comes_back_as_such(filled: Library) -> None:
    plain = assignment("plain", due=None, minimums=Minimums(), roster=(), maker=None, is_mine=False)
    with step(filled) as running:
        assignments.put(running, plain, NOON)
        assert assignments.one(running, plain.id) == plain


def test_a_revision_takes_the_place_of_what_was_there(filled: Library) -> None:
    first = assignment()
    for roster in ((first.roster[1],), (first.roster[0], DEE, first.roster[1])):
        revised = replace(
            first, revision=3, roster=roster, minimums=Minimums(0, {Tag.CONTESTED: 1})
        )
        with step(filled) as running:
            assignments.put(running, revised, NOON)
            assert assignments.all_of(running) == [revised]


def test_rosters_say_which_ids_a_name_was_given_the_first_first(filled: Library) -> None:
    alike = (RosterRow(PersonId("another-ben"), "Ben"), assignment().roster[0])
    with step(filled) as running:
        assignments.put(running, assignment("assignment-2", roster=alike), NOON)
        assert assignments.roster_ids(running) == {
            "Ben": ["person-ben", "another-ben"],
            "Cem": ["person-cem"],
        }


def test_those_of_a_roster_are_nobody_here_before_they_annotate(filled: Library) -> None:
    with filled.reading() as reading:
        assert [one.name for one in people.all_of(reading)] == ["Ana"]
