"""`annotator text ARTICLE`: the canonical text, byte for byte, for scripts that count in it."""

from annotator.cli.command import DONE, Argument, Command, Job
from annotator.words import N_

ARTICLE = Argument(
    ("article",),
    N_("an article's id, a unique start of it (4 characters or more), or its exact title"),
    options={"metavar": "ARTICLE"},
)


def run(job: Job) -> int:
    """Write the text as UTF-8 and nothing else: no line end that it does not have."""
    from annotator.services import listing

    article = listing.find(job.workspace, job.given.article)
    job.output.raw(listing.text_of(job.workspace, article.id).encode("utf-8"))
    return DONE


COMMAND = Command("text", N_("print the text of an article"), (ARTICLE,), run)
