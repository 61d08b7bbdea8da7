"""`annotator collect PATH...`: what a class handed in, from files, folders and archives."""

from typing import TYPE_CHECKING

from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.words import N_, _, ngettext

if TYPE_CHECKING:
    from annotator.model.ids import AssignmentId
    from annotator.services.collecting import CollectedFile


def run(job: Job) -> int:
    """Collect all there is; each file that was refused has its line."""
    from annotator.model.handin import Collected
    from annotator.services import collecting

    wanted = _assignment(job)
    found = collecting.collect(job.workspace, job.given.paths, wanted)
    refused = [one for one in found if one.result is Collected.REFUSED]
    for one in refused:
        job.output.complain(one.reason, one.file)
    if job.given.json:
        job.output.document([as_json(one) for one in found])
    else:
        _lines(job, found, wanted)
    return NOT_DONE if refused else DONE


def as_json(one: "CollectedFile") -> dict[str, object]:
    """What became of a file, as the interface fixes it."""
    return {
        "file": one.file,
        "result": str(one.result),
        "people": [{"id": member.id, "name": member.name} for member in one.people],
        "number": one.number or None,
        "late": one.late,
        "moved": one.moved,
        "lost": one.lost,
        "reason": one.reason or None,
    }


def _assignment(job: Job) -> "AssignmentId | None":
    from annotator.services import assigning

    if job.given.assignment is None:
        return None
    found = assigning.meant(assigning.every(job.workspace), job.given.assignment)
    return found.id if found else None


def _lines(job: Job, found: "list[CollectedFile]", wanted: "AssignmentId | None") -> None:
    """A line for each that was taken, then who is missing and who may be somebody else's twin."""
    from annotator.model.handin import Collected
    from annotator.services import collecting
    from annotator.services.namesakes import namesakes

    said = {
        Collected.NEW: _("handed in"),
        Collected.NEWER: _("newer, replaces the one before"),
        Collected.OLDER: _("older, the newer one stays"),
        Collected.SAME: _("there already"),
        Collected.CONFLICT: _("contradicts another of the same people; choose one in the window"),
    }
    for one in found:
        if one.result in said:
            names = " & ".join(member.name for member in one.people)
            job.output.line(names, said[one.result], *_besides(one))
    rooms = collecting.classes_of(job.workspace, found, wanted)
    for row in collecting.missing(rooms):
        job.output.line(row.name, _("missing"))
    for same in (one for room in rooms for one in namesakes(room)):
        sentence = _("{name} handed in as {id}, and the same name is there as {other}")
        job.output.line(sentence.format(name=same.name, id=same.person, other=same.known_as))


def _besides(one: "CollectedFile") -> list[str]:
    """Whether it is late, which file it is, and what became of some of its claims."""
    late = [_("late")] if one.late else []
    moved = ngettext(
        "{number} claim was found elsewhere in the text.",
        "{number} claims were found elsewhere in the text.",
        one.moved,
    ).format(number=one.moved)
    return [*late, one.file, *([moved] if one.moved else []), *([one.reason] if one.reason else [])]


COMMAND = Command(
    "collect",
    N_("collect what a class handed in"),
    (
        Argument(
            ("paths",),
            N_("hand-ins, folders, or the archive of a learning platform"),
            is_path=True,
            options={"nargs": "+", "metavar": "PATH"},
        ),
        Argument(
            ("--assignment",),
            N_("only what was handed in for this assignment"),
            options={"metavar": "ID"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
)
