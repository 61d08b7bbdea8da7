"""The file of the log: it stays small, and where it cannot be written nothing stops.

A module of its own, loaded with the first record: Python's rotating files take longer to import
than most parts of the window, and most runs have nothing to tell.
"""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path


class LogFile(RotatingFileHandler):
    """A log that cannot be written must not stop what it tells of."""

    written = False
    """Whether the last record is on disk."""

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
