"""What one student, or a pair, gets back: their own report, how far they came, what the class saw.

Of others it holds numbers and never a name. How the work compares with the teacher's claims is in
it only where the teacher released that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import NamedTuple

from annotator.model.class_report import ClassWork, labels_of
from annotator.model.class_students import Student, student
from annotator.model.gathering import gathered
from annotator.model.ids import ClaimId, PersonId
from annotator.model.key import AnswerKey
from annotator.model.paper import Paper
from annotator.model.passage import Passage
from annotator.model.person import Person
from annotator.model.report import Entry, Report, Work, report_of


class ClassSaw(NamedTuple):
    """A passage to which an own claim belongs; its words where they are others, else ""."""

    passage: Passage
    quote: str


class OwnClaim(NamedTuple):
    """One of the claims, and what the class saw there."""

    entry: Entry
    saw: tuple[ClassSaw, ...]


@dataclass(frozen=True)
class Feedback:
    """What somebody gets back. `report` is on the own work alone.

    `student.comparison` is None unless it is released.
    """

    student: Student
    report: Report
    claims: tuple[OwnClaim, ...]
    instructions: str = ""
    anonymous: bool = False

    @property
    def best(self) -> Entry | None:
        """The best check, if one is starred: it comes first."""
        return next(iter(self.report.articles[0].best), None)


def feedback_of(
    work: ClassWork,
    released: Collection[PersonId] = (),
    *,
    anonymous: bool = False,
    paper: Paper = Paper.A4,
    zone: tzinfo | None = None,
) -> Iterator[Feedback]:
    """A feedback for each annotator, hidden ones too, in their order.

    `released` are those who may see how they compare with the key.
    """
    labels = labels_of(work.annotators)
    key = AnswerKey(work.text, work.key, work.optional)
    saw = _saw(work)
    for one in work.annotators:
        label = labels[one.id]
        compared = key.compare(one) if key.claims and one.id in released else None
        hand_in = work.hand_ins.get(one.id)
        made = report_of(
            [Work(work.article, work.text, one.claims, [Person(one.id, label)], {})], anonymous
        )
        entries = made.articles[0].entries
        yield Feedback(
            student(one, label, hand_in, compared, work.assignment, zone),
            replace(made, paper=paper),
            tuple(OwnClaim(entry, _seen(work.text, entry, saw)) for entry in entries),
            work.assignment.instructions if work.assignment else "",
            anonymous,
        )


def _saw(work: ClassWork) -> dict[ClaimId, list[Passage]]:
    """The passages of each claim of the class, by position."""
    found: defaultdict[ClaimId, list[Passage]] = defaultdict(list)
    for passage in gathered(work.text, work.shown).passages:
        for answer in passage.answers:
            for claim in answer.claims:
                found[claim.id].append(passage)
    for passages in found.values():
        passages.sort(key=lambda one: one.span)
    return found


def _seen(text: str, entry: Entry, saw: dict[ClaimId, list[Passage]]) -> tuple[ClassSaw, ...]:
    found = []
    for passage in saw.get(entry.claim.id, ()):
        quote = text[slice(*passage.span)]
        found.append(ClassSaw(passage, "" if quote == entry.quote else quote))
    return tuple(found)
