"""`annotator tag ARTICLE START END [TAG...]`: one claim at exactly these code points."""

import argparse
from typing import TYPE_CHECKING

from annotator.cli import arguments, evidence
from annotator.cli.command import DONE, Argument, Command, Job
from annotator.cli.text import ARTICLE
from annotator.model.span import Span
from annotator.model.tags import in_order
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.claim import Claim


def run(job: Job) -> int:
    """Make the claim or add to it. Nothing is written, no person made, before all is known."""
    from annotator.services import claiming, failures, listing, naming

    given = job.given
    article = listing.find(job.workspace, given.article)
    span = Span(given.start, given.end)
    if not span.within(article.characters):
        raise failures.OutsideText(span.start, span.end, article.characters)
    person = naming.annotator(job.workspace, job.as_name, article.id)
    claim = claiming.tag_exactly(
        job.workspace,
        claiming.Target(article.id, person.id, span),
        claiming.Fields(
            frozenset(given.tags),
            given.note,
            given.source,
            given.against,
            evidence.grouped(given.evidence),
        ),
    )
    quote = listing.text_of(job.workspace, article.id)[span.start : span.end]
    _print(job, claim, quote)
    return DONE


def wrong(given: argparse.Namespace) -> str | None:
    """Why the options of the evidence do not go together."""
    try:
        evidence.grouped(given.evidence)
    except ValueError as error:
        return str(error)
    return None


def _print(job: Job, claim: "Claim", quote: str) -> None:
    from annotator.model.completeness import WHAT_TO_DO, missing

    if job.given.json:
        job.output.document(as_json(claim, quote))
        return
    tags = ", ".join(in_order(claim.tags)) or "open"
    asked = "; ".join(_(WHAT_TO_DO[one]) for one in missing(claim))
    job.output.line(claim.id, tags, quote, *([asked] if asked else []))


def as_json(claim: "Claim", quote: str) -> dict[str, object]:
    """The claim as the interface fixes it; positions are code points."""
    from annotator.model.completeness import missing

    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "tags": list(in_order(claim.tags)),
        "quote": quote,
        "missing": list(missing(claim)),
    }


COMMAND = Command(
    "tag",
    N_("mark a passage and say what it is"),
    (
        ARTICLE,
        Argument(
            ("start",),
            N_("the first code point of the passage, counted from 0"),
            options={"type": arguments.whole_number, "metavar": "START"},
        ),
        Argument(
            ("end",),
            N_("the code point after its last one"),
            options={"type": arguments.whole_number, "metavar": "END"},
        ),
        Argument(
            ("tags",),
            N_("attributed, contested, verified; none of them makes an open claim"),
            options={"type": arguments.tag, "nargs": "*", "default": [], "metavar": "TAG"},
        ),
        Argument(("--note",), N_("a note"), options={"metavar": "T"}),
        Argument(("--source",), N_("who says so"), options={"metavar": "T"}),
        Argument(("--against",), N_("who disputes it"), options={"metavar": "T"}),
        *evidence.ARGUMENTS,
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
    wrong,
)
