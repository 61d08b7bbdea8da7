"""The one line on standard error that says why something was not done."""

from annotator.cli.hints import with_hint
from annotator.cli.output import CannotPrint, Output, shown
from annotator.model.failure import Refusal
from annotator.words import _


def complain(output: Output, refusal: Refusal, about: str = "") -> None:
    """Say a refusal; `about` is the file on the command line that it concerns, if any.

    What concerns the library names the library's file, whichever file the command was at.
    """
    from annotator.storage.failures import LibraryRefusal  # not needed where all goes well

    if isinstance(refusal, CannotPrint):
        output.abandon()
        output.complain(refusal.sentence, _("standard output"))
    elif isinstance(refusal, LibraryRefusal) and not about:
        # The whole path once is enough for one line.
        output.complain(refusal.say().format(path=refusal.path.name), shown(str(refusal.path)))
    else:
        output.complain(with_hint(refusal), about)
