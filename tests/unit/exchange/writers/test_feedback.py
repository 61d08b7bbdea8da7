"""What feedback says in words, and how pages show it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from annotator.exchange.writers import html, paged
from annotator.exchange.writers.feedback import in_short, parts
from annotator.exchange.writers.parts import Part
from annotator.model.assignment import Assignment
from annotator.model.feedback import Feedback, feedback_of
from tests.unit.exchange.writers.unpacked import unpacked
from tests.unit.model import made_class as made

RELEASED = replace(made.ASSIGNMENT, released=True)


def to(number: int, assignment: Assignment = RELEASED) -> Feedback:
    every = feedback_of(made.twelve(), [assignment])
    return next(one for one in every if one.student.annotator.id == made.person(number))


def part(of: Feedback, title: str) -> Part:
    (found,) = [one for one in parts(of) if one.title == title]
    return found


def test_what_was_asked_for_and_what_there_is() -> None:
    found = part(to(1), "Handed in")
    assert found.sentences == (
        "Number 1, made on 2024-09-05.",
        "There is as much as was asked for.",
    )
    assert found.rows == (("Passages", "3", "3"), ("Attributed", "1", "2"), ("Checked", "1", "1"))
    less = part(to(8), "Handed in")
    assert less.sentences[1:] == (
        "Handed in anyway, because: Ben was ill, and I have no network",
        "There is less than was asked for.",
    )
    assert part(to(4), "Handed in").sentences[1] == "That was after the due day."


def test_where_nothing_was_asked_for_there_is_no_table() -> None:
    free = replace(RELEASED, minimums=type(RELEASED.minimums)())
    found = part(to(1, free), "Handed in")
    assert (found.columns, len(found.sentences)) == ((), 1)


def test_only_what_was_asked_for_is_in_the_table() -> None:
    some = replace(RELEASED, minimums=replace(RELEASED.minimums, at_least=0))
    assert [row[0] for row in part(to(1, some), "Handed in").rows] == ["Attributed", "Checked"]


def test_the_class_in_numbers() -> None:
    found = part(to(1), "What the class saw there")
    assert found.sentences[0].startswith("How many of 11 in the class marked")
    power, operations, close = found.rows
    assert power == (
        *(made.POWER, "1: Verified", "4 of 11", "Verified: 4"),
        "supports it: 2, speaks against it: 1, found nothing: 1",
    )
    assert operations[1:] == ("2: Attributed", "8 of 11", "Attributed: 8", "–")
    assert close[2:4] == ("9 of 11", "Attributed: 5, Contested: 3, Verified: 1, Open: 1")


def test_beside_the_key() -> None:
    found = part(to(1), "Beside your teacher’s claims")
    assert found.sentences == (
        "You found 2 of the 3 claims that your teacher marked.",
        "Your claim 1 is not in the key; that does not make it wrong.",
    )
    said = {row[0]: row[1:] for row in found.rows}
    assert said[made.CLOSE] == ("Attributed, Contested", "found, without Contested", "–")
    assert said[made.OPERATIONS] == ("Attributed", "found", "–")
    assert said[made.AID] == ("Open", "missed", "–")
    assert said[made.ASSASSINATED] == ("Verified", "optional", "–")
    pair = part(to(10), "Beside your teacher’s claims")
    assert "Besides, you found 1 that nobody had to find." in pair.sentences
    other = {row[0]: row[2:] for row in part(to(5), "Beside your teacher’s claims").rows}
    assert other[made.CLOSE] == ("other tag", "Verified")


def test_wider_than_the_claim_is_said() -> None:
    work = made.twelve()
    wide = made.claim(made.person(99), made.KILLED, "A")
    every = feedback_of(replace(work, key=(wide,)), [RELEASED])
    seventh = next(one for one in every if one.student.annotator.id == made.person(7))
    (row,) = part(seventh, "Beside your teacher’s claims").rows
    assert row[2] == "found, wider than the claim"


def test_nothing_of_the_key_before_it_is_released() -> None:
    before = to(1, made.ASSIGNMENT)
    assert [one.title for one in parts(before)] == ["Handed in", "What the class saw there"]
    assert "teacher" not in in_short(before)


def test_who_did_not_hand_in_and_marked_nothing_gets_no_part() -> None:
    work = replace(made.twelve(), hand_ins={})
    every = list(feedback_of(work, [RELEASED]))
    (empty,) = [one for one in every if not one.student.annotator.claims]
    assert parts(empty) == ()
    assert in_short(empty) == "No claims yet"


def test_in_short_for_a_cell() -> None:
    assert in_short(to(1)).splitlines() == [
        "3 passages: 2 attributed to 2 sources, 1 verified",
        "3 claims, nothing missing",
        "There is as much as was asked for.",
        "You found 2 of the 3 claims that your teacher marked.",
        "Your claim 1 is not in the key; that does not make it wrong.",
    ]


def others(number: int) -> Iterator[str]:
    """The names of all others of the class."""
    for one in made.twelve().annotators:
        if one.id != made.person(number):
            yield from (member.name for member in one.people)


@pytest.mark.parametrize("number", [2, 7, 10])
def test_the_page_holds_all_of_it_and_nobody_else(number: int) -> None:
    feedback = to(number)
    page = html.write(feedback.report, lambda _more: None, parts(feedback)).decode("utf-8")
    for one in parts(feedback):
        assert one.title.replace("’", "&#8217;") in page or one.title in page
    headings = re.findall(r"<h2[^>]*>(?:<bdi>)?([^<]*)", page)
    assert headings.index("Handed in") < headings.index("The article")
    assert "<script>" not in page
    mine = "Ana Li" if number == 7 else ""
    notes = " ".join(claim.note for claim in feedback.student.annotator.claims)
    for name in others(number):
        if name not in (mine, "Ana Li") and name not in notes:
            assert name not in page


def test_the_pages_on_paper_hold_the_same() -> None:
    feedback = to(1)
    data = paged.write(feedback.report, lambda _more: None, parts(feedback))
    said = " ".join(unpacked(data).split())
    for one in parts(feedback):
        assert one.title in said
        assert all(sentence in said for sentence in one.sentences)
    assert said.index("My best check") < said.index("Handed in") < said.index("The article")
    assert data == paged.write(feedback.report, lambda _more: None, parts(feedback))


def test_a_report_without_parts_is_as_it_was() -> None:
    report = to(1).report
    assert b"Handed in" not in html.write(report, lambda _more: None)
