"""From the work of a class to what a report on it says."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from annotator.model.agreement import ALL, Agreement, judged
from annotator.model.class_report import (
    Agreed,
    ClassReport,
    KeyLine,
    Missed,
    Needing,
    ReportedPassage,
    ShownAnswer,
    Waiting,
)
from annotator.model.class_sources import class_sources
from annotator.model.class_students import Need, Student, needs_of, student, urgency
from annotator.model.class_work import ClassWork, labels_of, name_of
from annotator.model.differing import differing
from annotator.model.gathering import gathered
from annotator.model.handin import is_late
from annotator.model.heat import heat
from annotator.model.ids import ClaimId, PersonId
from annotator.model.key import AnswerKey, Comparison, Met
from annotator.model.passage import Answer, Reason
from annotator.model.span import Span
from annotator.model.text import Paragraph, paragraph_of, paragraphs

_DISCUSSED = 3
"""So many passages stand on the first page."""


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
        waiting=tuple(Waiting(name_of(same[0].people), same[0].number) for same in work.conflicts),
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
