"""`annotator articles`: what is in the library, and how much is marked on it."""

from typing import TYPE_CHECKING

from annotator.cli import listed
from annotator.cli.command import DONE, Argument, Command, Job
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.article import TagCounts


def run(job: Job) -> int:
    """List every article with the counts of everyone's own work."""
    from annotator.services import listing

    found = listing.all_articles(job.workspace)
    if job.given.json:
        job.output.document([listed.as_json(one.article, one.tags) for one in found])
        return DONE
    for one in found:
        job.output.line(one.article.id, listed.title(one.article), _counts(one.tags))
    return DONE


def _counts(tags: "TagCounts") -> str:
    return _(
        "{attributed} attributed, {contested} contested, {verified} verified, {open} open"
    ).format(
        attributed=tags.attributed,
        contested=tags.contested,
        verified=tags.verified,
        open=tags.open,
    )


COMMAND = Command(
    "articles",
    N_("list the articles with counts of everyone's work"),
    (Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),),
    run,
)
