"""`annotator agreement ARTICLE`: how far the annotators of an article agree."""

from typing import TYPE_CHECKING

from annotator.cli.command import DONE, Argument, Command, Job
from annotator.cli.text import ARTICLE
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.agreement import Agreement

ASSIGNMENT = Argument(
    ("--assignment",),
    N_("only what was handed in for this assignment"),
    options={"metavar": "ID"},
)


def run(job: Job) -> int:
    """Print the figures, and what they mean."""
    from annotator.services import agreeing, assigning, listing

    given = job.given
    article = listing.find(job.workspace, given.article)
    wanted = given.assignment
    assignment = assigning.find(job.workspace, article.id, wanted) if wanted else None
    found = agreeing.agree(job.workspace, article.id, assignment.id if assignment else None)
    if given.json:
        job.output.document(as_json(found))
    else:
        _lines(job, found)
    return DONE


def as_json(found: "Agreement") -> dict[str, object]:
    """The figures as the interface fixes them."""
    return {
        "annotators": [one.name for one in found.annotators],
        "people": [one.id for one in found.annotators],
        "units": found.units,
        "alpha": dict(found.alpha),
        "pairs": [{"a": one.a.id, "b": one.b.id, "alpha": one.alpha} for one in found.pairs],
    }


def _lines(job: Job, found: "Agreement") -> None:
    from annotator.model.agreement import ALL, judged
    from annotator.model.tags import MEANINGS, Tag

    names = {ALL: _("all tags"), **{str(tag): _(MEANINGS[tag].name) for tag in Tag}}
    for which, figure in found.alpha.items():
        shown = _("not defined") if figure is None else f"{figure:.3f}"
        job.output.line(names[which], shown)
    for sentence in judged(found.alpha[ALL], len(found.annotators), found.claims):
        job.output.line(sentence)


COMMAND = Command(
    "agreement",
    N_("how far the annotators of an article agree"),
    (
        ARTICLE,
        ASSIGNMENT,
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
)
