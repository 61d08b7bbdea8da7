"""`annotator export ARTICLE... --to FILE`: a report or a data file."""

import argparse

from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.output import STANDARD, shown
from annotator.cli.refusing import complain
from annotator.model.failure import Refusal
from annotator.words import N_, _


def run(job: Job) -> int:
    """Write the file, or its bytes on standard output."""
    from annotator.model.paper import Paper
    from annotator.services import listing, reporting

    given = job.given
    if given.all:
        found = [one.article for one in listing.all_articles(job.workspace)]
    else:
        found = [listing.find(job.workspace, name) for name in given.articles]
    to = None if _to_output(given) else given.to
    about = shown(str(to)) if to else ""
    try:
        data = reporting.export(
            job.workspace,
            [one.id for one in found],
            to,
            given.format or "",
            by=given.by,
            anonymous=given.anonymous,
            paper=Paper(given.paper) if given.paper else None,
            tell=lambda sentence: job.output.complain(sentence, about),
        )
    except Refusal as refusal:
        complain(job.output, refusal, about)
        return NOT_DONE
    if data is not None:
        job.output.raw(data)
    return DONE


def wrong(given: argparse.Namespace) -> str | None:
    """Why the arguments do not go together."""
    if given.all and given.articles:
        return _("name articles or give --all, not both")
    if not given.all and not given.articles:
        return _("name at least one article, or give --all")
    if _to_output(given) and not given.format:
        return _("standard output has no suffix to tell the format by: give --format")
    return None


def _to_output(given: argparse.Namespace) -> bool:
    return str(given.to) == STANDARD


ANONYMOUS = Argument(("--anonymous",), N_("leave the names out"), options={"action": "store_true"})
PAPER = Argument(
    ("--paper",),
    N_("a4 or letter, for formats that have pages (else as the locale says)"),
    options={"choices": ["a4", "letter"]},
)
COMMAND = Command(
    "export",
    N_("write a report or a data file"),
    (
        Argument(
            ("articles",),
            N_("articles by id, by a unique start of it, or by exact title"),
            options={"nargs": "*", "metavar": "ARTICLE"},
        ),
        Argument(("--all",), N_("every article"), options={"action": "store_true"}),
        Argument(
            ("--to",),
            N_("the file to write; - writes to standard output"),
            is_path=True,
            options={"required": True, "metavar": "FILE"},
        ),
        Argument(
            ("--format",),
            N_("such as html, pdf or worksheet (else the suffix of FILE says)"),
            options={"metavar": "F"},
        ),
        Argument(
            ("--by",),
            N_("only this person's work, by name or id; may be repeated"),
            options={"action": "append", "default": [], "metavar": "NAME"},
        ),
        ANONYMOUS,
        PAPER,
    ),
    run,
    wrong,
)
