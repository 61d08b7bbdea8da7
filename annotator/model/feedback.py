"""What one student, or a pair, gets back: their own report, how far they came, what the class saw.

Of others it holds numbers and never a name. How the work compares with the teacher's claims is in
it only where the teacher released that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import NamedTuple

from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment
from annotator.model.class_students import Student, student
from annotator.model.class_work import ClassWork, labels_of
from annotator.model.gathering import gathered
from annotator.model.handin import HandIn
from annotator.model.ids import ClaimId
from annotator.model.key import AnswerKey
from annotator.model.paper import Paper
from annotator.model.passage import Passage
from annotator.model.person import Person
from annotator.model.report import Entry, Report, Work, report_of


class Seen(NamedTuple):
    """A passage to which own claims belong, with its words."""

    passage: Passage
    quote: str
    own: tuple[Entry, ...]


@dataclass(frozen=True)
class Feedback:
    """What somebody gets back. `report` is on the own work alone, the best check before the rest.

    `seen` are the passages of the class that were marked, by position; none where nobody else is in
    it. `student.comparison` is None unless it is released.
    """

    student: Student
    report: Report
    assignment: Assignment | None
    seen: tuple[Seen, ...]

    @property
    def not_in_key(self) -> tuple[Entry, ...]:
        """The own claims that are not in the key."""
        compared = self.student.comparison
        beyond = {claim.id for claim in compared.not_in_key} if compared else set()
        return tuple(one for one in self.report.articles[0].entries if one.claim.id in beyond)


def feedback_of(
    work: ClassWork,
    assignments: Iterable[Assignment] = (),
    *,
    anonymous: bool = False,
    paper: Paper = Paper.A4,
    zone: tzinfo | None = None,
) -> Iterator[Feedback]:
    """A feedback for each annotator, hidden ones too, in their order.

    `assignments` are those for which something may have been handed in: each says what was asked
    for, until when, and whether the comparison is released.
    """
    labels, saw = labels_of(work.annotators), _saw(work)
    key = AnswerKey(work.text, work.key, work.optional)
    given_out = {one.id: one for one in assignments}
    for one in work.annotators:
        label, hand_in = labels[one.id], work.hand_ins.get(one.id)
        given = given_out.get(hand_in.assignment) if hand_in and hand_in.assignment else None
        compared = key.compare(one) if key.claims and given and given.released else None
        article = _as_known_to(hand_in, work.article)
        own = Work(article, work.text, one.claims, [Person(one.id, label)], {})
        report = replace(report_of([own], anonymous), paper=paper)
        yield Feedback(
            student(one, label, hand_in, compared, given, zone),
            report,
            given,
            tuple(_seen(work.text, report.articles[0].entries, saw)),
        )


def _as_known_to(hand_in: HandIn | None, article: Article) -> Article:
    """The article with what a student found out about it, else with what is known here."""
    if hand_in is None:
        return article
    theirs, known = hand_in.details, article.metadata
    details = Metadata(
        known.title,
        theirs.outlet or known.outlet,
        theirs.author or known.author,
        theirs.date or known.date,
        theirs.address or known.address,
        known.language or theirs.language,
    )
    return replace(article, metadata=details)


def _saw(work: ClassWork) -> dict[ClaimId, list[Passage]]:
    """The passages of each claim of the class; nothing where somebody would see only themselves."""
    found: defaultdict[ClaimId, list[Passage]] = defaultdict(list)
    for passage in gathered(work.text, work.shown).passages if len(work.shown) > 1 else ():
        for answer in passage.answers:
            for claim in answer.claims:
                found[claim.id].append(passage)
    return found


def _seen(text: str, entries: Iterable[Entry], saw: dict[ClaimId, list[Passage]]) -> Iterator[Seen]:
    own: defaultdict[Passage, list[Entry]] = defaultdict(list)
    for entry in entries:
        for passage in saw.get(entry.claim.id, ()):
            own[passage].append(entry)
    for passage in sorted(own, key=lambda one: one.span):
        yield Seen(passage, text[slice(*passage.span)], tuple(own[passage]))
