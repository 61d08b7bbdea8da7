"""Why an assignment or a hand-in is refused whole. Each kind has a sentence of its own."""

import re

from annotator.exchange.files import MEGABYTE
from annotator.exchange.jsonld.failures import shown
from annotator.model.failure import Refusal
from annotator.words import _

_WORD = re.compile("([A-Z])")


class EnvelopeRefusal(Refusal):
    """Nothing of the file was taken."""


class EmptyFile(EnvelopeRefusal):
    """No bytes at all: an upload that did not work."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is empty, so nothing was taken from it: whoever sent it has it still; "
                "ask for it once more."
            )
        )


class TooLargeFile(EnvelopeRefusal):
    """More bytes than either file may have, whatever it is called. `most` is in bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "It is larger than {limit} MB, which no assignment and no hand-in is, so it was "
                "not read: choose a file that this program wrote, or get this one again from "
                "whoever sent it."
            ).format(limit=most // MEGABYTE)
        )


class TooLargeToWrite(EnvelopeRefusal):
    """What nobody could open or collect again. `most` is in bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "It would be larger than {limit} MB, more than an assignment or a hand-in may be. "
                "Nothing was written; your work is safe. Shorten the longest notes, or export the "
                "article instead."
            ).format(limit=most // MEGABYTE)
        )


class NotOurs(EnvelopeRefusal):
    """Any other file."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is neither an assignment nor a hand-in, or was damaged on its way, so nothing "
                "was taken from it: choose a file that ends in .assignment or .handin, or get this "
                "one again from whoever sent it."
            )
        )


class IsAssignment(EnvelopeRefusal):
    """An assignment where a hand-in is meant."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is an assignment and not a hand-in, so nothing was taken from it: choose the "
                "file that the student wrote by handing in."
            )
        )


class IsHandIn(EnvelopeRefusal):
    """A hand-in where an assignment is meant."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is a hand-in and not an assignment, so nothing was taken from it: choose the "
                "file that the teacher handed out."
            )
        )


class NewerFormat(EnvelopeRefusal):
    """What a later program means by it, nobody knows yet."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It was written by a newer version of this program, so nothing was taken from it: "
                "install the newer version on this computer."
            )
        )


class DamagedInTransit(EnvelopeRefusal):
    """The bytes are not the ones that were written."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It was damaged or changed on its way, so nothing was taken from it: get it again "
                "from whoever sent it, unopened and as a file of its own."
            )
        )


class TooManyClaims(EnvelopeRefusal):
    """More than anybody marks: such a file was made to overload."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "It holds more than {most} claims, more than a hand-in may, so nothing was taken "
                "from it: ask whoever sent it for a file with fewer."
            ).format(most=most)
        )


class NotAsWritten(EnvelopeRefusal):
    """Whole, and made by something else: `problem` says what is wrong, in English.

    Of another refusal the kind is said: NoCollection is "no collection".
    """

    def __init__(self, problem: str | Exception) -> None:
        if isinstance(problem, Exception):
            problem = _WORD.sub(r" \1", type(problem).__name__).strip().lower()
        super().__init__(
            _(
                "It is not written as such a file is ({problem}), so nothing was taken from it: "
                "let this program write it again."
            ).format(problem=shown(problem))
        )
