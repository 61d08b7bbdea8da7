"""`annotator feedback ARTICLE --to FOLDER-OR-ZIP`: a report for each student."""

from typing import TYPE_CHECKING

from annotator.cli.agreement import ASSIGNMENT
from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.export import ANONYMOUS, PAPER
from annotator.cli.output import shown
from annotator.cli.refusing import complain
from annotator.cli.text import ARTICLE
from annotator.model.failure import Refusal
from annotator.words import N_, _, ngettext

if TYPE_CHECKING:
    from annotator.services.feedback import Given


def run(job: Job) -> int:
    """Write the reports, then the worksheet; a worksheet that is none stops it before."""
    from annotator.model.paper import Paper
    from annotator.services import assigning, feedback, listing

    given = job.given
    article = listing.find(job.workspace, given.article)
    wanted = given.assignment
    assignment = assigning.find(job.workspace, article.id, wanted) if wanted else None
    about = shown(str(given.worksheet or given.to))
    try:
        sheet = feedback.worksheet(given.worksheet) if given.worksheet else None
        about = shown(str(given.to))
        done = feedback.give(
            job.workspace,
            article.id,
            feedback.Wanted(
                given.to,
                given.format or "html",
                given.anonymous,
                sheet,
                Paper(given.paper) if given.paper else None,
            ),
            assignment.id if assignment else None,
            tell=lambda sentence: job.output.complain(sentence, about),
        )
    except Refusal as refusal:
        complain(job.output, refusal, about)
        return NOT_DONE
    _lines(job, done)
    return DONE


def _lines(job: Job, done: "Given") -> None:
    for name, path in done.files:
        job.output.line(name, shown(path))
    for name in done.undecided:
        why = _("no report: several hand-ins have one number, choose first which counts")
        job.output.line(name or _("Somebody"), why)
    if done.worksheet:
        said = ngettext("{number} cell filled", "{number} cells filled", done.filled)
        job.output.line(said.format(number=done.filled), shown(str(done.worksheet)))
    for name in done.replaced:
        job.output.line(name, _("other feedback stood in this row, and is replaced in the copy"))
    for name in done.missing:
        job.output.line(name, _("not in the worksheet"))
    for name in done.crowded:
        job.output.line(name, _("not filled in: several people handed in under this number"))
    for name in done.strangers:
        job.output.line(name, _("not filled in: the worksheet has another name in this row"))


COMMAND = Command(
    "feedback",
    N_("write a report for each student"),
    (
        ARTICLE,
        Argument(
            ("--to",),
            N_("a folder, or a file that ends in .zip, with the folder names of Moodle in it"),
            is_path=True,
            options={"required": True, "metavar": "FOLDER-OR-ZIP"},
        ),
        ASSIGNMENT,
        Argument(
            ("--format",),
            N_("html or pdf (else html)"),
            options={"choices": ["html", "pdf"]},
        ),
        Argument(
            ("--worksheet",),
            N_("a grading worksheet of Moodle; a copy with feedback is written beside it"),
            is_path=True,
            options={"metavar": "CSV"},
        ),
        ANONYMOUS,
        PAPER,
    ),
    run,
)
