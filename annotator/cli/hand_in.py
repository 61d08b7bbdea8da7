"""`annotator hand-in ARTICLE --to FILE`: one's work on an article as one file."""

from annotator.cli.command import DONE, Argument, Command, Job
from annotator.cli.output import shown
from annotator.cli.text import ARTICLE
from annotator.words import N_, _


def run(job: Job) -> int:
    """Write the work, alone or as a pair; nothing is written where it is refused."""
    from annotator.services import assigning, handing_in, listing, naming

    given = job.given
    article = listing.find(job.workspace, given.article)
    assignment = assigning.find(job.workspace, article.id, given.assignment)
    person = naming.annotator(job.workspace, job.as_name, article.id)
    what = handing_in.HandingIn(
        article.id, person.id, assignment, draft=given.draft, anyway=given.anyway or ""
    )
    number = handing_in.hand_in(job.workspace, what, given.to, given.partner)
    now = handing_in.standing(job.workspace, article.id, person.id, assignment)
    names = " & ".join(one.name for one in now.people)
    said = _("draft") if given.draft else _("number {number}").format(number=number)
    job.output.line(shown(str(given.to)), names, said)
    return DONE


COMMAND = Command(
    "hand-in",
    N_("hand one's work on an article in"),
    (
        ARTICLE,
        Argument(
            ("--to",),
            N_("the file to write, for the teacher"),
            is_path=True,
            options={"required": True, "metavar": "FILE"},
        ),
        Argument(
            ("--assignment",),
            N_("the id of the assignment, where the article has several"),
            options={"metavar": "ID"},
        ),
        Argument(
            ("--with",),
            N_("the other one of a pair, by name or id"),
            options={"dest": "partner", "metavar": "NAME"},
        ),
        Argument(
            ("--draft",),
            N_("write a file that opens and goes on elsewhere"),
            options={"action": "store_true"},
        ),
        Argument(
            ("--anyway",),
            N_("hand in though something is missing, for this reason"),
            options={"metavar": "REASON"},
        ),
    ),
    run,
)
