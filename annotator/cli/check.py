"""`annotator check`: is the library as it was written? Exit status 1 when it is not."""

from pathlib import Path

from annotator.cli.command import DONE, NOT_DONE, Command, Job
from annotator.cli.output import shown
from annotator.words import N_, _, ngettext


def run(job: Job) -> int:
    """Look at every row; each damage is one sentence on standard output."""
    from annotator.services import checking

    found = checking.check(job.workspace)
    _warn_of_network(job, found.library.parent)
    for sentence in found.damage:
        job.output.line(sentence)
    if found.damage:
        number = ngettext(
            "{number} damage was found.", "{number} damages were found.", len(found.damage)
        ).format(number=len(found.damage))
        said = f"{number} {_what_to_do(found.library)}"
        job.output.complain(said, shown(str(found.library)))
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


def _warn_of_network(job: Job, folder: Path) -> None:
    from annotator.storage import shares

    warning = shares.warning(folder)
    if warning:
        job.output.complain(warning)


def _what_to_do(library: Path) -> str:
    """A backup stands there only after an upgrade or when one was made."""
    from annotator.storage.failures import has_backup

    if has_backup(library):
        return _(
            "Keep a copy of the file, then put a copy of the newest file from its folder “backups” "
            "in its place. Later work is not in it."
        )
    return _(
        "There is no backup. Keep a copy of the file, and write the work in it to .jsonld files "
        "with “export” while it can be read."
    )


COMMAND = Command("check", N_("look for damage in the whole library"), (), run)
