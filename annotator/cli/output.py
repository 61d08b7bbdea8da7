"""What a command says: one small writer, so that every word leaves in one way.

Output is UTF-8 whatever the locale is, because scripts and other programs read it. Names of files
may hold bytes that are no text, and articles may hold control characters that a terminal obeys:
both are shown as escapes. Only `text` and an export to standard output leave as they are.
"""

import os
import sys
import unicodedata
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO, TextIO

from annotator.model.failure import Refusal
from annotator.words import _

STANDARD = "-"
"""How a command line names standard input, and standard output."""


class CannotPrint(Refusal):
    """Standard output takes no more: the disk it is led to is full, or gone."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _(
                "what was asked for could not be written there ({reason}). What the command did in "
                "the library is safe. Lead the output somewhere else and try again."
            ).format(reason=reason)
        )


class Output:
    """Standard output and standard error of one run; None swallows what it is given."""

    def __init__(self, out: BinaryIO | None, err: BinaryIO | None) -> None:
        self._out = out
        self._err = err

    def line(self, *cells: str) -> None:
        """One line on standard output, its cells set apart by tabs."""
        self.raw(("\t".join(one_line(cell) for cell in cells) + "\n").encode("utf-8"))

    def block(self, text: str) -> None:
        """Text of several lines that the program itself has written, such as help."""
        self.raw(text.encode("utf-8", "backslashreplace"))

    def document(self, value: object) -> None:
        """One JSON document."""
        import json  # few runs need it

        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        self.raw(text.encode("utf-8", "backslashreplace"))

    def raw(self, data: bytes) -> None:
        """Bytes as they are. Raises CannotPrint; BrokenPipeError when nobody reads any more."""
        if self._out is None:
            return
        try:
            self._out.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrint(reason(error)) from error

    def flush(self) -> None:
        """Send what waits. Raises as `raw` does."""
        if self._out is None:
            return
        try:
            self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrint(reason(error)) from error

    def complain(self, sentence: str, about: str = "") -> None:
        """The one line on standard error about something that was not done."""
        subject = f"{one_line(about)}: " if about else ""
        self.grumble(f"annotator: {subject}{one_line(sentence)}\n")

    def grumble(self, text: str) -> None:
        """Text on standard error; there is nobody to tell when that fails."""
        if self._err is None:
            return
        with suppress(OSError):
            self._err.write(text.encode("utf-8", "backslashreplace"))
            self._err.flush()

    def abandon(self) -> None:
        """Let the rest of standard output go nowhere, so that Python's end does not trip on it."""
        if self._out is None:
            return
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)


def standard_output() -> Output:
    """The writer to this process's own standard output and standard error."""
    return Output(_bytes_of(sys.stdout), _bytes_of(sys.stderr))


def standard_input() -> BinaryIO:
    """The process's own standard input as bytes; empty when it is closed."""
    return _bytes_of(sys.stdin) or BytesIO()


def _bytes_of(stream: TextIO | None) -> BinaryIO | None:
    return getattr(stream, "buffer", None)


def shown(name: str) -> str:
    r"""A file's name as text: bytes in it that are no UTF-8 stand as `\xff`."""
    return "".join(
        f"\\x{ord(one) - 0xDC00:02x}" if "\udc80" <= one <= "\udcff" else one for one in name
    )


def one_line(text: str) -> str:
    """The text without control characters or surrogates: each stands as an escape."""
    if text.isprintable():
        return text
    return "".join(_escaped(one) if _is_unsafe(one) else one for one in text)


def reason(error: OSError) -> str:
    """What the system says about an error, without names of files."""
    return error.strerror or type(error).__name__


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
