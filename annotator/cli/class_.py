"""`annotator class ARTICLE --to FILE`: the report on a class, or its grade book."""

from annotator.cli.agreement import ASSIGNMENT
from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.export import ANONYMOUS, PAPER
from annotator.cli.output import shown
from annotator.cli.refusing import complain
from annotator.cli.text import ARTICLE
from annotator.model.failure import Refusal
from annotator.words import N_


def run(job: Job) -> int:
    """Write the report."""
    from annotator.model.paper import Paper
    from annotator.services import assigning, class_reporting, listing

    given = job.given
    article = listing.find(job.workspace, given.article)
    wanted = given.assignment
    assignment = assigning.find(job.workspace, article.id, wanted) if wanted else None
    about = shown(str(given.to))
    try:
        class_reporting.export_class(
            job.workspace,
            article.id,
            given.to,
            assignment.id if assignment else None,
            anonymous=given.anonymous,
            paper=Paper(given.paper) if given.paper else None,
            tell=lambda sentence: job.output.complain(sentence, about),
        )
    except Refusal as refusal:
        complain(job.output, refusal, about)
        return NOT_DONE
    return DONE


COMMAND = Command(
    "class",
    N_("report on a class, or write its grade book"),
    (
        ARTICLE,
        Argument(
            ("--to",),
            N_("the file to write: .html, .pdf, .docx, .xlsx, or .csv for the grade book"),
            is_path=True,
            options={"required": True, "metavar": "FILE"},
        ),
        ASSIGNMENT,
        ANONYMOUS,
        PAPER,
    ),
    run,
)
