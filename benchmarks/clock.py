"""How a measured process says when it was done, what it took, and that it failed.

CLOCK_MONOTONIC is one clock for the whole machine, so the parent can subtract its own start.
Processor time stands beside it: on a machine that others use too, it is the steadier figure.
"""

import json
import os
import sys
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NoReturn

FAILED = 3
"""The exit status of a measured process in which anything went wrong."""


@dataclass(frozen=True)
class Moment:
    """A point in time: seconds on the machine's clock, and of processor time used until then."""

    at: float
    cpu: float


def now() -> Moment:
    """The moment in which it is asked for."""
    return Moment(time.monotonic(), time.process_time())


def finish(moment: Moment, **figures: float | list[float]) -> NoReturn:
    """Print when it was done, the memory held, and more figures; leave without tidying up."""
    said = {"at": moment.at, "cpu": moment.cpu, "memory": resident(), **figures}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    os._exit(0)


def end_on_error() -> None:
    """From now on whatever is raised, in a handler or a thread too, ends the process with it.

    Qt goes on after an error in a handler, and a measured process would wait for ever.
    """
    sys.excepthook = _end
    threading.excepthook = lambda args: _end(args.exc_type, args.exc_value, args.exc_traceback)


def fail(words: str) -> NoReturn:
    """End as failed."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()
    os._exit(FAILED)


def resident() -> int:
    """The resident memory of this process in KiB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def _end(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> NoReturn:
    fail("".join(traceback.format_exception(kind, error, trace)))
