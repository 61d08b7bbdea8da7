"""`annotator assign ARTICLE --to FILE`: an assignment for a class, as one file."""

import argparse
from typing import TYPE_CHECKING

from annotator.cli import arguments
from annotator.cli.command import DONE, Argument, Command, Job
from annotator.cli.output import shown
from annotator.cli.text import ARTICLE
from annotator.model.tags import Tag
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.assignment import Assignment, Minimums
    from annotator.model.ids import PersonId

_MOST = 1_000_000


def run(job: Job) -> int:
    """Make the assignment, or a revision of one, and print its id."""
    from annotator.services import assigning, listing

    given = job.given
    article = listing.find(job.workspace, given.article)
    roster = None if given.roster is None else assigning.roster_of(given.roster)
    asked = assigning.Asked(
        title=given.title,
        instructions=given.instructions,
        due=given.due,
        minimums=_minimums(job),
        require_complete=given.require_complete,
        roster=() if given.no_roster else roster,
        no_due=given.no_due,
    )
    maker = _maker(job)
    made = assigning.assign(
        job.workspace, article.id, asked, given.to, maker=maker, revises=given.revises
    )
    if given.json:
        job.output.document(as_json(made))
    else:
        job.output.line(made.id, made.title, shown(str(given.to)))
    return DONE


def wrong(given: argparse.Namespace) -> str | None:
    """Why the numbers asked for make no sense."""
    tags = [tag for tag, _number in given.at_least_tag]
    if len(set(tags)) < len(tags):
        return _("--at-least-tag was given twice for one tag")
    if given.due and given.no_due:
        return _("--due and --no-due say the contrary of each other: give one of them")
    if given.roster and given.no_roster:
        return _("--roster and --no-roster say the contrary of each other: give one of them")
    return None


def as_json(made: "Assignment") -> dict[str, object]:
    """The assignment but for its article's text."""
    minimums = made.minimums
    return {
        "id": made.id,
        "revision": made.revision,
        "article": made.article,
        "title": made.title,
        "instructions": made.instructions,
        "due": made.due.isoformat() if made.due else None,
        "at_least": minimums.at_least,
        "at_least_tag": {str(tag): least for tag, least in minimums.by_tag.items()},
        "require_complete": made.require_complete,
        "roster": [{"id": one.id, "name": one.name} for one in made.roster],
    }


def _maker(job: Job) -> "PersonId | None":
    from annotator.services import naming

    if job.as_name is not None:
        return naming.find_or_make(job.workspace, job.as_name).id
    last = naming.last_annotator(job.workspace)
    return last.id if last else None


def _minimums(job: Job) -> "Minimums | None":
    """What is asked for; in a revision, what is not said anew is as it was."""
    from annotator.model.assignment import Minimums
    from annotator.services import assigning

    given = job.given
    if given.at_least is None and not given.at_least_tag:
        return None
    there = (
        assigning.meant(assigning.every(job.workspace), given.revises) if given.revises else None
    )
    before = there.minimums if there else Minimums()
    by_tag = before.by_tag | dict(given.at_least_tag)
    least = before.at_least if given.at_least is None else given.at_least
    return Minimums(least, {tag: number for tag, number in by_tag.items() if number})


def _number(word: str) -> int:
    number = arguments.whole_number(word)
    if not 0 <= number <= _MOST:
        raise argparse.ArgumentTypeError(
            _("“{word}” is no number of claims to ask for").format(word=word)
        )
    return number


def _tag_and_number(word: str) -> tuple[Tag, int]:
    tag, sign, number = word.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(
            _("“{word}” names no number: write it as verified=1").format(word=word)
        )
    return arguments.tag(tag), _number(number)


COMMAND = Command(
    "assign",
    N_("hand an article out to a class"),
    (
        ARTICLE,
        Argument(
            ("--to",),
            N_("the file to write, for the students"),
            is_path=True,
            options={"required": True, "metavar": "FILE"},
        ),
        Argument(("--title",), N_("its title (else the article's)"), options={"metavar": "T"}),
        Argument(("--instructions",), N_("what the students shall do"), options={"metavar": "T"}),
        Argument(
            ("--due",),
            N_("the last day to hand in: 2026-01-31"),
            options={"type": arguments.day, "metavar": "DATE"},
        ),
        Argument(
            ("--no-due",),
            N_("no last day any more, in a revision"),
            options={"action": "store_true"},
        ),
        Argument(
            ("--at-least",),
            N_("how many passages in all"),
            options={"type": _number, "metavar": "N"},
        ),
        Argument(
            ("--at-least-tag",),
            N_("how many passages with a tag, such as verified=1; may be repeated"),
            options={
                "type": _tag_and_number,
                "action": "append",
                "default": [],
                "metavar": "TAG=N",
            },
        ),
        Argument(
            ("--require-complete",),
            N_("ask for a reason when something is missing"),
            options={"action": "store_true", "default": None},
        ),
        Argument(
            ("--no-require-complete",),
            N_("ask for no reason any more, in a revision"),
            options={"action": "store_false", "default": None, "dest": "require_complete"},
        ),
        Argument(
            ("--roster",),
            N_("the names of the class: a CSV of First,Last or one name a line"),
            is_path=True,
            options={"metavar": "CSV"},
        ),
        Argument(
            ("--no-roster",),
            N_("no names any more, in a revision"),
            options={"action": "store_true"},
        ),
        Argument(
            ("--revises",),
            N_("the id of the assignment of which this is a newer revision"),
            options={"metavar": "ID"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
    wrong,
)
