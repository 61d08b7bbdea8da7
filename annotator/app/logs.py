"""The log: what went wrong inside the program, for whoever mends it.

It holds nothing of a person's: of an error it keeps the kind and the places in the program, never
its words, because those may quote an article, a note or a name; nor a line of a path, because a
home folder is named after somebody.
"""

import logging
import traceback
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from annotator import __version__

if TYPE_CHECKING:
    from annotator.app.log_file import LogFile

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
    root.addHandler(_ToFile(file))
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
    import platform  # most runs log nothing

    version = f"{__version__}, Python {platform.python_version()}, {platform.system()}"
    logging.getLogger("annotator").error(
        "internal error in %s (%s)", during, version, exc_info=error
    )
    written = [one.written for one in logging.getLogger().handlers if isinstance(one, _ToFile)]
    return any(written)


class _ToFile(logging.Handler):
    """Opens the file for the first record."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.baseFilename = str(file)
        """Where the window finds out what to name, as with any handler that has a file."""
        self._file: LogFile | None = None

    @property
    def written(self) -> bool:
        """Whether the last record is on disk."""
        return self._file is not None and self._file.written

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        if self._file is None:
            self._file = self._opened()
        self._file.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> "LogFile":
        from annotator.app.log_file import LogFile

        file = LogFile(
            self.baseFilename, maxBytes=LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        file.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return file


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
