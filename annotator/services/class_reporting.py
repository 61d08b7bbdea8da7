"""Report on a class: to read, to print, for a spreadsheet, or as a grade book."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.exchange.writers import failures as writing
from annotator.exchange.writers.class_registry import (
    CLASS_FORMATS,
    ClassFormat,
    choose_class_format,
)
from annotator.exchange.writers.placing import place
from annotator.model.agreement import agreement
from annotator.model.anonymity import say_mentions
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport
from annotator.model.class_work import ClassWork
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, AssignmentId
from annotator.model.paper import Paper
from annotator.model.person import Origin, Person
from annotator.services.annotating import known_as, whole
from annotator.services.comparing import Classroom, classroom, people_of_class
from annotator.services.progress import Progress
from annotator.services.reporting import Tell, paper_here
from annotator.services.workspace import Workspace
from annotator.storage import people
from annotator.storage.garbage import not_searched

__all__ = [
    "CLASS_FORMATS",
    "ClassFormat",
    "choose_class_format",
    "class_report",
    "class_work",
    "export_class",
]


def export_class(
    workspace: Workspace,
    article: ArticleId,
    to: Path,
    assignment: AssignmentId | None = None,
    *,
    anonymous: bool = False,
    progress: Progress | None = None,
    tell: Tell | None = None,
    paper: Paper | None = None,
) -> None:
    """Write the report on a class; the file's suffix says in which format.

    `progress` counts answers; `tell` hears which names were found in what people wrote. Raises
    UnknownSuffix, NoSuchArticle, NoSuchAssignment, Stopped or what the disk refuses; then the file
    is as it was.
    """
    chosen = choose_class_format(to)
    with not_searched():
        report = class_report(workspace, article, assignment, anonymous=anonymous, tell=tell)
        report = replace(report, paper=paper or paper_here())
        tick = _ticking(report.size, progress)
        tick(0)
        data = chosen.write(report, tick)
    place(to, data)


def class_report(
    workspace: Workspace,
    article: ArticleId,
    assignment: AssignmentId | None = None,
    *,
    anonymous: bool = False,
    tell: Tell | None = None,
) -> ClassReport:
    """What a report on a class says, of one state of the library.

    Raises NoSuchArticle, NoSuchAssignment.
    """
    room = classroom(workspace, article, assignment)
    work = class_work(room)
    if anonymous:
        hidden = class_without_names(work, everybody(workspace, article))
        work = hidden.work
        if tell is not None:
            for sentence in say_mentions(hidden.mentions):
                tell(sentence)
    value = agreement(work.text, work.annotators)
    return class_report_of(work, value, anonymous=anonymous)


def class_work(room: Classroom) -> ClassWork:
    """A class as reports on it are made of it.

    Without an assignment, the only one that was made here says what was asked, and of whom.
    """
    mine = [one for one in room.assignments if one.is_mine]
    only = mine[0] if len(mine) == 1 else None
    return ClassWork(
        article=room.article,
        text=room.text,
        annotators=room.annotators,
        assignment=room.assignment or only,
        hand_ins=room.hand_ins,
        conflicts=room.conflicts,
        missing=room.missing if room.assignment else _missing(room, only),
        key=room.key,
        optional=room.optional,
        hidden_people=room.hidden_people,
        hidden_answers=room.hidden_answers,
        picked=room.picked,
        spellings=room.spellings,
    )


def _missing(room: Classroom, assignment: Assignment | None) -> tuple[RosterRow, ...]:
    """Those of an assignment's roster from whom nothing came, for whatever assignment."""
    if assignment is None:
        return ()
    came = [*room.hand_ins.values(), *(one for same in room.conflicts for one in same)]
    there = {id_ for one in came for id_ in whole(one.who, room.joined)}
    return tuple(row for row in assignment.roster if known_as(row.id, room.joined) not in there)


def everybody(workspace: Workspace, article: ArticleId) -> list[Person]:
    """Those of whom notes may speak by name: the library's people, and the article's class."""
    with workspace.library.reading() as reading:
        known = [Member(one.id, one.name) for one in people.all_of(reading)]
        known += people_of_class(reading, article)
    return [Person(one.id, one.name, Origin.IMPORTED) for one in dict.fromkeys(known)]


def _ticking(size: int, progress: Progress | None) -> Callable[[int], None]:
    done = 0

    def tick(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None and not progress(done, size):
            raise writing.Stopped

    return tick
