"""What the class window asks about a class, on the worker's thread. No Qt."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.model.handin import Collected, Member
from annotator.model.ids import ArticleId, AssignmentId
from annotator.services import collecting, comparing
from annotator.services.class_failures import NobodyToAnswer
from annotator.services.collecting import CollectedFile
from annotator.services.comparing import Classroom
from annotator.services.namesakes import namesakes
from annotator.services.progress import Progress
from annotator.services.workspace import Workspace
from annotator.storage import assignments, people
from annotator.ui.classroom import seeing
from annotator.ui.classroom.came import Came, CollectedSeen
from annotator.ui.classroom.seen import NEWEST, ClassSeen, Conflict, ToReport


def see(
    workspace: Workspace,
    article: ArticleId,
    wanted: AssignmentId | None,
    *,
    names_hidden: bool = False,
) -> ClassSeen:
    """Everything that is shown of a class; `wanted` None is everybody with work on the article.

    An assignment that is not there any more is everybody, too.
    """
    seen = seeing.seen(comparing.classroom(workspace, article, meant(workspace, article, wanted)))
    if names_hidden:
        hide(workspace, seen)
    return seen


def meant(
    workspace: Workspace, article: ArticleId, wanted: AssignmentId | None
) -> AssignmentId | None:
    """The assignment that is wanted, where it is there: of NEWEST the one that is."""
    with workspace.library.reading() as reading:
        there = assignments.of_article(reading, article)
    mine = [one.id for one in there if one.is_mine]
    newest = mine[-1] if mine else None
    return newest if wanted == NEWEST else wanted if wanted in mine else None


def to_report(
    workspace: Workspace,
    article: ArticleId,
    wanted: AssignmentId | None,
    *,
    for_each: bool = False,
) -> ToReport:
    """The class that a report is about. Raises NobodyToAnswer where `for_each` would be nobody."""
    room = comparing.classroom(workspace, article, meant(workspace, article, wanted))
    if for_each and not room.annotators:
        raise NobodyToAnswer
    one = room.assignment
    mine = [one] if one else [each for each in room.assignments if each.is_mine]
    return ToReport(
        article,
        one.id if one else None,
        " ".join((one.title if one else room.article.metadata.title).split()),
        len(room.annotators),
        has_key=bool(room.key),
        can_release=one is not None,
        released=any(each.released for each in mine),
    )


def hide(workspace: Workspace, seen: ClassSeen) -> None:
    """Learn what names may stand in what the class wrote: of the class, and of the library."""
    with workspace.library.reading() as reading:
        known = [Member(one.id, one.name) for one in people.all_of(reading)]
        known += comparing.people_of_class(reading, seen.article.id)
    seen.hiding.look_up(known)


def collect(workspace: Workspace, paths: Sequence[Path], progress: Progress) -> CollectedSeen:
    """Collect what lies at these paths; what came of it, and what needs a choice."""
    files = collecting.collect(workspace, paths, progress=progress)
    rooms = collecting.classes_of(workspace, files)
    first = rooms[0] if rooms else None
    return CollectedSeen(
        came=tuple(map(_came, files, _names([one.file for one in files]))),
        missing=tuple(row.name for row in collecting.missing(rooms)),
        conflicts=tuple(one for room in rooms for one in _conflicts(room)),
        twins=tuple(one for room in rooms for one in namesakes(room)),
        article=first.article.id if first else None,
        assignment=first.assignment.id if first and first.assignment else None,
    )


def _names(files: Sequence[str]) -> list[str]:
    """The paths without what they all begin with: nobody looks for the folder in each line."""
    parts = [file.split("/") for file in files]
    same = 0
    while len(files) > 1 and all(len(one) > same + 1 for one in parts):
        if len({one[same] for one in parts}) > 1:
            break
        same += 1
    return ["/".join(one[same:]) for one in parts]


def _came(one: CollectedFile, file: str) -> Came:
    who = " & ".join(member.name for member in one.people)
    number = None if one.result is Collected.REFUSED else one.number
    ids = frozenset(member.id for member in one.people)
    return Came(file, one.result, who, ids, number, one.late, one.moved, one.lost, one.reason)


def _conflicts(room: Classroom) -> Iterator[Conflict]:
    """The choices that are left in a class."""
    hiding = seeing.hiding_of(room)
    return (seeing.conflict(same, hiding, room.claims_in) for same in room.conflicts)
