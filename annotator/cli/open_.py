"""`annotator open FILE`: take an assignment, a draft or one's own hand-in into the library."""

from typing import TYPE_CHECKING

from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.output import shown
from annotator.cli.refusing import complain
from annotator.model.failure import Refusal
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.services.opening import Opened


def run(job: Job) -> int:
    """Take the file in, and say what is here now."""
    from annotator.services import opening

    path = job.given.file
    try:
        opened = opening.open_file(job.workspace, path)
    except Refusal as refusal:
        complain(job.output, refusal, shown(str(path)))
        return NOT_DONE
    for item in opened.refused:
        job.output.complain(item.reason, f"{shown(str(path))}: {item.id}")
    if job.given.json:
        job.output.document(as_json(opened))
    else:
        _lines(job, opened)
    return NOT_DONE if opened.refused else DONE


def as_json(opened: "Opened") -> dict[str, object]:
    """What is in the library now because of the file."""
    work, person = opened.work, opened.person
    people = [one for one in (person, opened.partner) if one]
    return {
        "article": opened.article,
        "assignment": opened.assignment.id if opened.assignment else None,
        "revision": opened.assignment.revision if opened.assignment else None,
        "older": opened.is_older,
        "people": [{"id": one.id, "name": one.name} for one in people],
        "new": work.new if work else 0,
        "updated": work.updated if work else 0,
        "unchanged": work.unchanged if work else 0,
        "moved": work.moved if work else 0,
        "refused": [{"id": one.id, "reason": one.reason} for one in opened.refused],
        "carried": len(opened.kept) - len(opened.left),
        "left": [one.fate.claim.id for one in opened.left],
    }


def _lines(job: Job, opened: "Opened") -> None:
    assignment = opened.assignment
    job.output.line(opened.article, *([assignment.title] if assignment else []))
    if opened.person:
        names = " & ".join(one.name for one in (opened.person, opened.partner) if one)
        job.output.line(_("the work of {names}").format(names=names))
    for sentence in opened.sentences:
        job.output.line(sentence)


COMMAND = Command(
    "open",
    N_("open an assignment, a draft, or one's own hand-in"),
    (
        Argument(
            ("file",),
            N_("a file that a teacher handed out, or that came of one's own work"),
            is_path=True,
            options={"metavar": "FILE"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
)
