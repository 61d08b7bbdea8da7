"""What a handler of the window raises: it never comes to `main`, and the window goes on.

Qt calls the handlers, so Python hands such an error to `sys.excepthook`. It is logged, said on
standard error, and said in the window, because there the person sits.
"""

import time
from collections.abc import Callable
from pathlib import Path

_NOT_AGAIN_FOR = 2.0
"""Seconds: what fails at painting fails again when the window says so."""


class Strays:
    """To be `sys.excepthook`; `tell` says in the window that something went wrong, if there is one.

    `complain` says it on standard error, given the error, the log and whether it could be written.
    """

    def __init__(self, file: Path, complain: Callable[[BaseException, Path, bool], None]) -> None:
        self._file, self._complain = file, complain
        self._told = -_NOT_AGAIN_FOR
        self.tell: Callable[[], None] | None = None

    def __call__(self, _kind: object, error: BaseException, _trace: object) -> None:
        """Log it and say it."""
        from annotator.app import logs

        self._complain(error, self._file, logs.record(error, "window"))
        now = time.monotonic()
        if self.tell and now - self._told >= _NOT_AGAIN_FOR:
            self._told = now
            self.tell()
