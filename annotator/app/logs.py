"""The log: what went wrong inside the program, for whoever mends it.

It holds nothing of a person's: of an error it keeps the kind and the places in the program, never
its words, because those may quote an article, a note or a name; nor a line of a path, because a
home folder is named after somebody.
"""

import logging
import platform
import traceback
from copy import copy
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from annotator import __version__

FILE_NAME = "annotator.log"
LARGEST = 200_000
"""Bytes of a file of the log; then the next begins."""
_KEPT = 3


def begin(folder: Path) -> Path:
    """Send what the program logs to a file in that folder, which is made when it is needed.

    Returns the file. Beginning again with another folder takes the place of the first.
    """
    file = folder / FILE_NAME
    root = logging.getLogger()
    end()
    handler = _ToFile(file, maxBytes=LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    return file


def end() -> None:
    """Let go of the file."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _ToFile)]:
        root.removeHandler(handler)
        handler.close()


def record(error: BaseException, during: str) -> bool:
    """Log an error that nobody foresaw; `during` is the program's own word for what was done.

    Returns whether it was written.
    """
    version = f"{__version__}, Python {platform.python_version()}, {platform.system()}"
    logging.getLogger("annotator").error(
        "internal error in %s (%s)", during, version, exc_info=error
    )
    written = [one.written for one in logging.getLogger().handlers if isinstance(one, _ToFile)]
    return any(written)


class _ToFile(RotatingFileHandler):
    """A log that cannot be written must not stop what it tells of."""

    written = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record, and remember whether that went well."""
        self.written = True
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - logging's name
        """Go on without it."""
        self.written = False

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


class _WithoutWords(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """The record, told anew: another handler may have left its own telling in it."""
        anew = copy(record)
        anew.exc_text = anew.stack_info = None
        return super().format(anew)

    def formatException(self, ei: Any) -> str:  # noqa: N802, ANN401 - logging's own
        """The kinds of the errors and where they came from, the first cause first."""
        error: BaseException | None = ei[1]
        chain: list[str] = []
        while error is not None and len(chain) < 10:
            chain.insert(0, f"{_kind(error)}\n{_places(error.__traceback__)}")
            error = error.__cause__ or error.__context__
        return "\n".join(chain)


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _places(trace: TracebackType | None) -> str:
    lines = [
        f"  {frame.f_globals.get('__name__', '?')}:{number} {frame.f_code.co_name}"
        for frame, number in traceback.walk_tb(trace)
    ]
    return "\n".join(lines)
