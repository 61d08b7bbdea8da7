"""Assignments and hand-ins for the tests: a short way to write only what matters."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from annotator.exchange.handins import HandInToWrite
from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.handin import Member
from annotator.model.ids import AssignmentId, PersonId
from annotator.model.report import Work
from annotator.model.tags import Tag
from tests.unit.exchange.writers.works import sample

ANA = Member(PersonId("0d9a3c1e-0000-4000-8000-0000000000aa"), "Ana Li")
BEN = Member(PersonId("0d9a3c1e-0000-4000-8000-0000000000bb"), "Ben 🐝")
CYD = RosterRow(PersonId("0d9a3c1e-0000-4000-8000-0000000000cc"), "سيد")

WORK: Work = sample()
ASSIGNMENT = Assignment(
    id=AssignmentId("0d9a3c1e-0000-4000-8000-000000000001"),
    article=WORK.article.id,
    title="Who says so?",
    revision=3,
    instructions="Mark what is said.\nThen check one claim.",
    due=date(2024, 9, 9),
    minimums=Minimums(6, {Tag.ATTRIBUTED: 4, Tag.VERIFIED: 1}),
    require_complete=True,
    roster=(RosterRow(*ANA), RosterRow(*BEN), CYD),
    maker=PersonId("0d9a3c1e-0000-4000-8000-0000000000ff"),
)
MADE = datetime(2024, 9, 8, 21, 30, 0, 5, tzinfo=UTC)


def work_of(member: Member = ANA) -> Work:
    """The sample's work as done by that member."""
    claims = [replace(one, person=member.id) for one in WORK.claims]
    return replace(WORK, claims=claims)


def handin(**fields: Any) -> HandInToWrite:
    """Ana's hand-in of the sample's work."""
    given = {"work": work_of(), "people": (ANA,), "number": 1, "made": MADE, **fields}
    return HandInToWrite(**given)


def document_in(data: bytes) -> Any:
    """The document in a file, believed."""
    return json.loads(data.partition(b"\n")[2])


def changed(whole: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The same with other members; ... takes a member out."""
    there = {**whole, **members}
    return {name: value for name, value in there.items() if value is not ...}


def because(problem: str) -> str:
    """What is said of a file that is not written as it should be."""
    return (
        f"It is not written as such a file is ({problem}), so nothing was taken from it: let this "
        "program write it again."
    )


def sealed_again(data: bytes, **members: Any) -> bytes:
    """The file with other members in its document and a right hash; ... takes a member out."""
    rest = json.dumps(changed(document_in(data), **members)).encode()
    line = json.loads(data.partition(b"\n")[0]) | {"sha256": hashlib.sha256(rest).hexdigest()}
    return json.dumps(line).encode() + b"\n" + rest
