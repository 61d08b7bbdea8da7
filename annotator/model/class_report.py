"""What a report on a class says, in plain values: every writer reads these and asks nobody else.

It is of one state of the library, so its numbers, sentences and tables agree in each format. Who is
hidden is nowhere in it but in the counts of what was handed in. What is counted, and how, stands in
docs/comparing.md.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import NamedTuple

from annotator.model.agreement import ALL, Agreement, judged
from annotator.model.alpha import Interval
from annotator.model.article import Article
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Claim
from annotator.model.class_sources import ClassSources, class_sources
from annotator.model.class_students import Need, Student, needs_of, student, urgency
from annotator.model.differing import differing
from annotator.model.gathering import gathered
from annotator.model.handin import Annotator, HandIn, Member, is_late
from annotator.model.heat import Heat, heat
from annotator.model.ids import ClaimId, PersonId
from annotator.model.key import AnswerKey, Comparison, Met
from annotator.model.paper import Paper
from annotator.model.passage import Answer, Passage, Reason
from annotator.model.span import Span
from annotator.model.text import Paragraph, paragraph_of, paragraphs

_DISCUSSED = 3
"""So many passages stand on the first page."""


@dataclass(frozen=True, slots=True)
class ClassWork:
    """What a class report is made of.

    `annotators` are everybody who counts, by name; `hand_ins` what counts of theirs, by the
    annotator's id; `conflicts` hand-ins of which the teacher has to choose one; `missing` who is
    on the roster and gave nothing. `key` are the teacher's claims, `optional` those of them that
    nobody has to find. `hidden_people` and `hidden_answers` (claims) are left out. `picked` are
    passages that the teacher wants to talk about, `spellings` what names of sources mean.
    """

    article: Article
    text: str
    annotators: tuple[Annotator, ...]
    assignment: Assignment | None = None
    hand_ins: Mapping[PersonId, HandIn] = field(default_factory=dict)
    conflicts: tuple[tuple[HandIn, ...], ...] = ()
    missing: tuple[RosterRow, ...] = ()
    key: tuple[Claim, ...] = ()
    optional: frozenset[ClaimId] = frozenset()
    hidden_people: frozenset[PersonId] = frozenset()
    hidden_answers: frozenset[ClaimId] = frozenset()
    picked: tuple[Span, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Annotator, ...]:
        """Those who are not hidden."""
        return tuple(one for one in self.annotators if one.id not in self.hidden_people)


class ShownAnswer(NamedTuple):
    """An answer to a passage, and where others than its words were marked: what differs.

    `beyond` are words that were marked and are not the passage's, `without` words of the passage
    that were not. Signs and blanks alone are no difference.
    """

    label: str
    answer: Answer
    beyond: tuple[str, ...]
    without: tuple[str, ...]


class ReportedPassage(NamedTuple):
    """A passage; `number` counts from 1 in the order of worth. `first` and `last` are paragraphs.

    Hidden answers are counted and not among `answers`.
    """

    number: int
    passage: Passage
    quote: str
    first: int
    last: int
    answers: tuple[ShownAnswer, ...]


class KeyLine(NamedTuple):
    """A claim of the key, and how many met it how; `number` counts from 1 by position."""

    number: int
    claim: Claim
    quote: str
    paragraph: int
    is_optional: bool
    met: Mapping[Met, int]
    wider: int
    also_checked: int


class Missed(NamedTuple):
    """The passage that was missed most, and by how many of how many."""

    quote: str
    paragraph: int
    missed: int
    of: int


class Agreed(NamedTuple):
    """How far the class agrees, with what that means in sentences."""

    alpha: Mapping[str, float | None]
    interval: Interval | None
    sentences: tuple[str, ...]


class Needing(NamedTuple):
    """Somebody who needs help, and why; `anyway` is the reason for what was incomplete."""

    label: str
    person: PersonId
    needs: tuple[Need, ...]
    anyway: str = ""


class Waiting(NamedTuple):
    """Somebody of whose hand-ins the teacher has to choose one."""

    label: str
    number: int


@dataclass(frozen=True)
class ClassReport:
    """A class on one article. `handed_in`, `late`, `to_decide` and `of` count people.

    Each of a pair is one there; `pairs` are those of whom two count once in all that follows, and
    `to_decide` are in none of it, because the teacher has to choose one of their hand-ins.

    `needing` and `waiting` are for the teacher alone. `paper` is what it is set on where a format
    has pages.
    """

    article: Article
    text: str
    paragraphs: tuple[Paragraph, ...]
    assignment: Assignment | None
    handed_in: int
    of: int
    late: int
    to_decide: int
    pairs: int
    hidden: int
    students: tuple[Student, ...]
    passages: tuple[ReportedPassage, ...]
    discuss: tuple[ReportedPassage, ...]
    most_missed: Missed | None
    key: tuple[KeyLine, ...]
    not_in_key: int
    sources: ClassSources
    agreed: Agreed | None
    heat: Heat
    needing: tuple[Needing, ...]
    waiting: tuple[Waiting, ...]
    anonymous: bool = False
    paper: Paper = Paper.A4

    @property
    def size(self) -> int:
        """How many answers there are to write: what progress is counted in."""
        return sum(len(one.answers) for one in self.passages)

    @property
    def missing(self) -> int:
        """From how many people of the roster nothing came."""
        return self.of - self.handed_in

    @property
    def seen_by_most(self) -> int:
        """How many passages more than half of the class marked."""
        return sum(2 * one.passage.marked > one.passage.of for one in self.passages)

    @property
    def seen_by_few(self) -> int:
        """How many passages one or two marked."""
        return sum(one.passage.marked <= 2 for one in self.passages)


def class_report_of(
    work: ClassWork,
    agreement: Agreement | None = None,
    *,
    anonymous: bool = False,
    zone: tzinfo | None = None,
) -> ClassReport:
    """The report on a class; `anonymous` where it is without names already.

    `agreement` is that of the class. What is late is told by the day in `zone`, else this
    computer's.
    """
    labels = labels_of(work.annotators)
    key = AnswerKey(work.text, work.key, work.optional)
    students = _students(work, labels, key, zone)
    shown = tuple(one for one in students if one.annotator.id not in work.hidden_people)
    places = paragraphs(work.text)
    passages = _passages(work, labels, places)
    compared = [one.comparison for one in shown if one.comparison]
    lines = _key_lines(work, key, compared, places)
    came = _counted(work, students, zone)
    return ClassReport(
        article=work.article,
        text=work.text,
        paragraphs=places,
        assignment=work.assignment,
        handed_in=came.handed_in,
        of=came.handed_in + len(work.missing),
        late=came.late,
        to_decide=came.to_decide,
        pairs=came.pairs,
        hidden=len(students) - len(shown),
        students=shown,
        passages=passages,
        discuss=_to_discuss(passages, work.picked),
        most_missed=_most_missed(lines, passages),
        key=lines,
        not_in_key=sum(len(one.not_in_key) for one in compared),
        sources=class_sources(work.shown, work.spellings),
        agreed=_agreed(agreement),
        heat=heat(work.text, work.shown),
        needing=_needing(work, shown),
        waiting=tuple(Waiting(_name_of(same[0].people), same[0].number) for same in work.conflicts),
        anonymous=anonymous,
    )


def _students(
    work: ClassWork, labels: Mapping[PersonId, str], key: AnswerKey, zone: tzinfo | None
) -> tuple[Student, ...]:
    """Everybody who counts, hidden or not."""
    return tuple(
        student(
            one,
            labels[one.id],
            work.hand_ins.get(one.id),
            key.compare(one) if key.claims else None,
            work.assignment,
            zone,
        )
        for one in work.annotators
    )


class _Came(NamedTuple):
    handed_in: int
    late: int
    to_decide: int
    pairs: int


def _counted(work: ClassWork, students: Sequence[Student], zone: tzinfo | None) -> _Came:
    """How many people handed in, and of them: late, to be decided on, together with another.

    Somebody to be decided on is late where each hand-in is: else one may count that was not.
    """
    came = [one for one in students if one.hand_in]
    due = work.assignment.due if work.assignment else None
    ids = [{member.id for member in one.annotator.people} for one in came]
    late = set[PersonId]().union(*(who for one, who in zip(came, ids, strict=True) if one.late))
    waiting = set[PersonId]()
    for same in work.conflicts:
        people = {member.id for member in same[0].people}
        waiting |= people
        if all(is_late(one.made, due, zone) for one in same):
            late |= people
    pairs = sum(len(who) > 1 for who in ids)
    return _Came(len(waiting.union(*ids)), len(late), len(waiting), pairs)


def labels_of(annotators: Sequence[Annotator]) -> dict[PersonId, str]:
    """What each is called: the name, and with it a part of the id where several have one name."""
    names = {one.id: _name_of(one.people) for one in annotators}
    alike = Counter(names.values())
    return {id_: name if alike[name] == 1 else f"{name} ({id_[:8]})" for id_, name in names.items()}


def _name_of(people: Iterable[Member]) -> str:
    """The name, or those of a pair: without names both have one number, which is said once."""
    return " & ".join(dict.fromkeys(one.name for one in people))


def _passages(
    work: ClassWork, labels: Mapping[PersonId, str], places: Sequence[Paragraph]
) -> tuple[ReportedPassage, ...]:
    found = []
    for number, one in enumerate(gathered(work.text, work.shown).passages, 1):
        quote = work.text[slice(*one.span)]
        first = paragraph_of(places, one.span.start).number
        last = paragraph_of(places, one.span.end - 1).number
        answers = tuple(
            ShownAnswer(
                labels[answer.annotator.id], answer, *differing(work.text, answer, one.span)
            )
            for answer in one.answers
            if not _is_hidden(answer, work.hidden_answers)
        )
        found.append(ReportedPassage(number, one, quote, first, last, answers))
    return tuple(found)


def _is_hidden(answer: Answer, hidden: Collection[ClaimId]) -> bool:
    return bool(hidden) and any(claim.id in hidden for claim in answer.claims)


def _to_discuss(
    passages: Sequence[ReportedPassage], picked: Iterable[Span]
) -> tuple[ReportedPassage, ...]:
    """What the teacher picked, in that order, and then what is worth most."""
    by_span = {one.passage.span: one for one in passages}
    chosen = [by_span[span] for span in picked if span in by_span]
    rest = (one for one in passages if one.passage.reason is not Reason.NONE)
    # By number: to compare two of them would go through all their claims.
    every = {one.number: one for one in (*chosen, *rest)}
    return tuple(every.values())[:_DISCUSSED]


def _key_lines(
    work: ClassWork,
    key: AnswerKey,
    compared: Sequence[Comparison],
    places: Sequence[Paragraph],
) -> tuple[KeyLine, ...]:
    lines = []
    for place, claim in enumerate(key.claims):
        results = [one.results[place] for one in compared]
        line = KeyLine(
            place + 1,
            claim,
            work.text[slice(*claim.span)],
            paragraph_of(places, claim.span.start).number,
            claim.id in work.optional,
            Counter(one.met for one in results),
            sum(one.wider for one in results),
            sum(bool(one.also_checked) for one in results),
        )
        lines.append(line)
    return tuple(lines)


def _most_missed(lines: Sequence[KeyLine], passages: Sequence[ReportedPassage]) -> Missed | None:
    """Of the key, or without one of what a quarter of the class (and two) saw, the most missed."""
    if lines:
        missed = [
            Missed(one.quote, one.paragraph, one.met.get(Met.MISSED, 0), sum(one.met.values()))
            for one in lines
            if not one.is_optional
        ]
    else:
        missed = [
            Missed(one.quote, one.first, one.passage.of - one.passage.marked, one.passage.of)
            for one in sorted(passages, key=lambda one: one.passage.span)
            if one.passage.marked >= max(2, one.passage.of / 4)
        ]
    most = max(missed, key=lambda one: one.missed, default=None)
    return most if most and most.missed else None


def _agreed(agreement: Agreement | None) -> Agreed | None:
    if agreement is None:
        return None
    figure = agreement.alpha[ALL]
    sentences = judged(figure, len(agreement.annotators), agreement.claims)
    return Agreed(agreement.alpha, agreement.interval(), tuple(sentences))


def _needing(work: ClassWork, students: Iterable[Student]) -> tuple[Needing, ...]:
    """Who gave nothing, then those whose work says that they need help, the most urgent first."""
    nothing = [Needing(row.name, row.id, (Need.NOT_IN,)) for row in work.missing]
    found = [
        Needing(one.label, one.annotator.id, needs, one.hand_in.anyway if one.hand_in else "")
        for one in students
        if (needs := needs_of(one))
    ]
    found.sort(key=lambda one: urgency(one.needs))
    return (*nothing, *found)
