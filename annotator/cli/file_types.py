"""`annotator file-types`: a double click on a class's file opens it, on this computer."""

import argparse

from annotator.cli.command import DONE, Argument, Command, Errand
from annotator.words import N_, _


def run(errand: Errand) -> int:
    """Tell the system so, or take it back."""
    from annotator.services import double_click

    everyone = errand.given.everyone
    if errand.given.remove:
        double_click.take_back(everyone=everyone)
        errand.output.line(_("A double click no longer opens such files in Annotator."))
        return DONE
    double_click.set_up(None if everyone else errand.data_dir, everyone=everyone)
    errand.output.line(_("From now on a double click opens such files in Annotator."))
    return DONE


def _check(given: argparse.Namespace) -> str | None:
    if given.everyone and given.data_dir:
        return _("--everyone does not go with --data-dir: each has a library of their own.")
    return None


COMMAND = Command(
    "file-types",
    N_("let a double click open assignments and hand-ins"),
    (
        Argument(
            ("--everyone",),
            N_("for all who use this computer, each with a library of their own (as root)"),
            options={"action": "store_true"},
        ),
        Argument(("--remove",), N_("take it back"), options={"action": "store_true"}),
    ),
    check=_check,
    errand=run,
)
