"""What a word of the command line may be; each function turns one word into a value.

A ValueError or ArgumentTypeError makes the command line wrong (status 2). A Refusal is about a
word that is in its place and still cannot be used (status 1).
"""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.output import shown
from annotator.model.failure import Refusal
from annotator.model.tags import Tag
from annotator.words import _

if TYPE_CHECKING:
    from annotator.model.claim import Outcome
    from annotator.services.fetching import Address

_LONGEST_SHOWN = 60
_ADDRESS = re.compile("[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # C:/ is a folder
_WHOLE_NUMBER = re.compile("-?[0-9]{1,4000}")  # Python reads up to 4,300 digits


class NotText(Refusal):
    """A word that no file and no library can hold as text."""

    def __init__(self, word: str) -> None:
        super().__init__(
            _(
                "“{word}” is no text: it holds a NUL or bytes that are not UTF-8. Nothing was "
                "written. Type these words again, or set the terminal to UTF-8."
            ).format(word=shown(word[:_LONGEST_SHOWN]))
        )


def plain_text(word: str) -> str:
    """Any text. Raises NotText for NUL and for bytes that were no UTF-8."""
    if "\0" in word or any("\ud800" <= one <= "\udfff" for one in word):
        raise NotText(word)
    return word


def path(word: str) -> Path:
    """A file, whatever bytes its name is made of. Raises NotText for a NUL."""
    if not word:
        # Python takes no name for the folder that one stands in.
        raise argparse.ArgumentTypeError(_("the name of a file is missing"))
    if "\0" in word:
        raise NotText(word)
    return Path(word)


def path_or_address(word: str) -> "Path | Address":
    """A file, or an address; of those only http: and https: can be fetched."""
    from annotator.services.fetching import Address

    return Address(plain_text(word)) if _ADDRESS.match(word) else path(word)


def folder(word: str) -> Path:
    """The folder of a library; its name must be text, because SQLite asks for that."""
    if not word:
        # A script's unset variable must not make a library in whatever folder it stands.
        raise argparse.ArgumentTypeError(_("the name of a folder is missing"))
    return path(plain_text(word))


def whole_number(word: str) -> int:
    """A whole number in plain digits: Python's int() takes 1_000 and other scripts' digits too."""
    if not _WHOLE_NUMBER.fullmatch(word):
        raise argparse.ArgumentTypeError(_("“{word}” is not a whole number").format(word=word))
    return int(word)


def tag(word: str) -> Tag:
    """One of the three tags."""
    try:
        return Tag(word)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{word}” is no tag: there are attributed, contested and verified").format(word=word)
        ) from None


def outcome(word: str) -> "Outcome":
    """What came of a look outside the article."""
    from annotator.model.claim import Outcome  # the window reads its command line here too

    try:
        return Outcome(word)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{word}” is no outcome: there are supports, against and nothing").format(word=word)
        ) from None


def day(word: str) -> date:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{word}” is no date: write it as 2026-01-31").format(word=word)
        ) from None
