"""`annotator check`: is the library as it was written? Exit status 1 when it is not."""

from annotator.cli.command import DONE, NOT_DONE, Command, Job
from annotator.cli.output import shown
from annotator.words import N_, _, ngettext


def run(job: Job) -> int:
    """Look at every row; each damage is one sentence on standard output."""
    from annotator.services import checking

    found = checking.check(job.workspace)
    for sentence in found.damage:
        job.output.line(sentence)
    if found.damage:
        many = ngettext(
            "{number} damage was found. Keep a copy of the file and put the newest file from its "
            "folder “backups” in its place.",
            "{number} damages were found. Keep a copy of the file and put the newest file from "
            "its folder “backups” in its place.",
            len(found.damage),
        )
        job.output.complain(many.format(number=len(found.damage)), shown(str(found.library)))
        return NOT_DONE
    articles = ngettext("{number} article", "{number} articles", found.articles)
    claims = ngettext("{number} claim", "{number} claims", found.claims)
    job.output.line(
        _("The library is whole: {articles}, {claims}.").format(
            articles=articles.format(number=found.articles),
            claims=claims.format(number=found.claims),
        )
    )
    return DONE


COMMAND = Command("check", N_("look for damage in the whole library"), (), run)
