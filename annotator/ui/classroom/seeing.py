"""Works out what the class window shows: on the worker's thread, from what the services say.

Without Qt. Everything that the window would have to count is counted here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from annotator.model.article import Metadata
from annotator.model.assignment import Minimums
from annotator.model.claim import Claim, Outcome
from annotator.model.class_sources import class_sources
from annotator.model.class_work import ClassWork
from annotator.model.completeness import missing
from annotator.model.folding import folded
from annotator.model.gathering import gathered
from annotator.model.handin import Annotator, HandIn, is_late
from annotator.model.heat import ANY, Heat, Layer, heat
from annotator.model.ids import HandInId, PersonId
from annotator.model.progress import progress
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import paragraph_of, paragraphs
from annotator.services.annotating import whole
from annotator.services.comparing import Classroom
from annotator.services.namesakes import namesakes
from annotator.ui.classroom.hiding import Hiding
from annotator.ui.classroom.keyed import key_of
from annotator.ui.classroom.seen import (
    LAYERS,
    Choice,
    ClassSeen,
    Conflict,
    Doubt,
    Passage,
    Run,
    Student,
)
from annotator.words import _, ngettext

_HALF = 0.5


def seen(room: Classroom) -> ClassSeen:
    """Everything that is shown of a class. Who is hidden is listed, and counted nowhere else."""
    shown = tuple(one for one in room.annotators if one.id not in room.hidden_people)
    due = room.assignment.due if room.assignment else None
    late = {who for who, one in room.hand_ins.items() if is_late(one.made, due)}
    heat, runs = warmth(room.text, shown)
    found, hiding = passages(room.text, shown), hiding_of(room)
    return ClassSeen(
        article=room.article,
        text=room.text,
        assignment=room.assignment,
        assignments=tuple(one for one in room.assignments if one.is_mine),
        students=students(room.annotators, hiding.called, room.hand_ins, late, room.hidden_people),
        missing=tuple(row.name for row in room.missing),
        conflicts=tuple(conflict(same, hiding, room.claims_in, due) for same in room.conflicts),
        annotators=len(shown),
        passages=found,
        heat=heat,
        runs=runs,
        key=key_of(room, shown, found, hiding.called),
        sources=class_sources(shown, room.spellings),
        joins=room.spellings,
        picked=settled(room.picked, [one.found.span for one in found]),
        hiding=hiding,
        handed_in=_handed_in(room),
        hidden_answers=room.hidden_answers,
        namesakes=tuple(namesakes(room)),
        compared=room.annotators,
    )


def settled(picked: Sequence[Span], there: Sequence[Span]) -> tuple[Span, ...]:
    """The picked passages as they lie now: a later hand-in can move the ends of a passage.

    What was picked and shares half of the shorter with no passage any more is left out.
    """

    def shared(one: Span, other: Span) -> float:
        common = min(one.end, other.end) - max(one.start, other.start)
        return common / min(one.end - one.start, other.end - other.start)

    found: dict[Span, None] = {}
    for span in picked:
        nearest = max(there, key=lambda one: (one == span, shared(one, span)), default=None)
        if nearest and shared(nearest, span) >= _HALF:
            found[nearest] = None
    return tuple(found)


def conflict(
    same: Sequence[HandIn], hiding: Hiding, claims: Mapping[HandInId, int], due: date | None = None
) -> Conflict:
    """What is said of hand-ins by the same people, with so many claims, to choose one of them."""
    first = same[0]
    doubt = Doubt.OTHER_WORK
    if len({frozenset(where.id for where in one.platforms) for one in same}) > 1:
        doubt = Doubt.OTHER_PLACE
        if len({one.sha256 for one in same}) == 1:
            doubt = Doubt.SAME_WORK
    choices = tuple(_choice(one, claims.get(one.id, 0)) for one in same)
    late = len(first.people) if all(is_late(one.made, due) for one in same) else 0
    return Conflict(first.name, hiding.whose(first), first.number, doubt, late, choices)


def _choice(one: HandIn, claims: int) -> Choice:
    """Told apart by what is in them, when they were made and where they came from.

    A folder bears a name; without names its number is said.
    """
    when = one.made.astimezone()
    number = ngettext("{number} claim", "{number} claims", claims).format(number=claims)
    made = _("{claims}, made on {day} at {time}").format(
        claims=number, day=f"{when:%Y-%m-%d}", time=f"{when:%H:%M:%S}"
    )
    said = [made, made]
    if one.platforms:
        there = one.platforms[0]
        named = _("{name} ({id})").format(name=there.name, id=there.id) if there.id else there.name
        for place, where in enumerate((named, there.id)):
            if where:
                said[place] = _("{made}, from {place}").format(made=made, place=where)
    return Choice(one.id, said[0], said[1])


def hiding_of(room: Classroom) -> Hiding:
    """What stands for the people of a class."""
    return Hiding(
        ClassWork(
            room.article,
            room.text,
            room.annotators,
            conflicts=room.conflicts,
            missing=room.missing,
        )
    )


def _handed_in(room: Classroom) -> int:
    """How many people handed in, those too of whose hand-ins one has to be chosen."""
    came = [*room.hand_ins.values(), *(one for same in room.conflicts for one in same)]
    return len({person for one in came for person in whole(one.who, room.joined)})


def passages(text: str, annotators: Sequence[Annotator]) -> tuple[Passage, ...]:
    """The passages, the most worth talking about first, all that is shown of them counted."""
    known = paragraphs(text)
    found: list[Passage] = []
    for one in gathered(text, annotators).passages:
        paragraph = paragraph_of(known, one.span.start).number if known else 0
        found.append(Passage(one, text[one.span.start : one.span.end], paragraph))
        # Counted here and kept: the window asks for it in the middle of painting.
        _counted = one.complete, one.outcomes, one.worth, one.answers
    return tuple(found)


def warmth(text: str, annotators: Sequence[Annotator]) -> tuple[Heat, dict[Layer, tuple[Run, ...]]]:
    """The heat map, and of each of its layers the runs that are painted."""
    found = heat(text, annotators)
    return found, {layer: tuple(_runs(text, found, layer)) for layer in LAYERS}


def students(
    annotators: Sequence[Annotator],
    called: Mapping[PersonId, str],
    hand_ins: Mapping[PersonId, HandIn],
    late: Collection[PersonId],
    hidden: Collection[str],
) -> tuple[Student, ...]:
    """A row for each annotator."""
    return tuple(
        _student(one, called[one.id], hand_ins.get(one.id), one.id in late, one.id in hidden)
        for one in annotators
    )


def _student(
    one: Annotator, stand_in: str, hand_in: HandIn | None, late: bool, hidden: bool
) -> Student:
    done = progress(one.claims, Minimums())
    by_tag: dict[Tag | None, int] = {
        tag: sum(tag in claim.tags for claim in one.claims) for tag in Tag
    }
    by_tag[None] = sum(not claim.tags for claim in one.claims)
    return Student(
        id=one.id,
        name=one.name,
        stand_in=stand_in,
        found_by=folded(one.name),
        passages=done.passages,
        by_tag=by_tag,
        claims=len(one.claims),
        complete=sum(bool(claim.tags) and not missing(claim) for claim in one.claims),
        outcomes=_outcomes(one.claims),
        number=hand_in.number if hand_in else None,
        made=hand_in.made if hand_in else None,
        late=late,
        anyway=hand_in.anyway if hand_in else "",
        hidden=hidden,
        work=one.claims,
        people=len(one.people),
        details=hand_in.details if hand_in else Metadata(),
    )


def _outcomes(claims: Iterable[Claim]) -> Counter[Outcome]:
    return Counter(one.outcome for claim in claims for one in claim.evidence if one.outcome)


def _runs(text: str, found: Heat, layer: Layer) -> Iterator[Run]:
    """Runs of equal counts and one tag; a blank between two belongs to the one before it."""
    before: Run | None = None
    for run in _bare(found, layer):
        if before:
            between = text[before.span.end : run.span.start]
            closes = between.isspace() and "\n" not in between
            end = run.span.start if closes else before.span.end
            yield before._replace(span=Span(before.span.start, end))
        before = run
    if before:
        yield before


def _bare(found: Heat, layer: Layer) -> Iterator[Run]:
    counts = found.counts[layer]
    first = 0
    for (marked, tag), some in groupby(
        range(len(counts)), lambda unit: (counts[unit], _tag(found, layer, unit))
    ):
        last = first + sum(1 for _unit in some)
        if marked:
            yield Run(found.units.span(range(first, last)), marked, tag)
        first = last


def _tag(found: Heat, layer: Layer, unit: int) -> Tag | None:
    """What most of those who marked a unit say of it; of equals the tag that stands first."""
    if layer != ANY:
        assert layer is None or isinstance(layer, Tag)
        return layer
    order: tuple[Tag | None, ...] = (*Tag, None)
    return max(order, key=lambda tag: found.counts[tag][unit])
