"""How much one file may cost: time and memory of the process that reads it.

Where the system keeps limits (Linux, macOS) the process gets them; elsewhere only time is kept,
by whoever started the process.
"""

import os
import sys
from threading import Thread
from time import sleep

SECONDS = 10
"""For one file, on the wall."""
MEGABYTES = 500
"""Of memory in use."""

OUT_OF_MEMORY = 86
"""Exit status of a process that has outgrown its memory."""

_DATA = 440_000_000
"""Bytes of data. The rest of the 500 MB is the program's own code, which is no data."""
_LOOK_EVERY = 0.05
"""Seconds."""


def keep_to_them() -> None:
    """Take the limits of memory on for this process, for good."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Of the limits there are, this is the one that counts what a process has got for itself, mapped
    # memory too. RLIMIT_AS also counts addresses that nobody uses, and refuses good files.
    _lower(resource.RLIMIT_DATA, _DATA)
    Thread(target=_watch, daemon=True).start()


def renew_time() -> None:
    """Let the processor work for one more file."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + SECONDS + 1)


def _lower(which: int, soft: int) -> None:
    """Set the soft limit; a harder one that was there stays, since it cannot be raised."""
    if sys.platform == "win32":
        return
    import resource

    _soft, hard = resource.getrlimit(which)
    bound = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(which, (bound, hard))


def _watch() -> None:
    """End the process when it is too large: macOS counts mapped memory as nobody's data."""
    if sys.platform == "win32":
        return
    import resource

    def most() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

    unit = 1 if sys.platform == "darwin" else 1024
    began = most()  # on Linux as much as the program had that started it
    while most() < began + _DATA:
        sleep(_LOOK_EVERY)
    os._exit(OUT_OF_MEMORY)
