"""Runs measured processes, ours and the floor alternately, and fails when one of them does."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median

LONGEST = 90.0
"""Seconds after which a measured process is ended: nothing here may hang."""

Call = tuple[str, ...]
"""A module below `benchmarks`, and its arguments."""


@dataclass(frozen=True)
class Run:
    """What one process took, in seconds from its start, and what it said besides."""

    wall: float
    cpu: float
    said: dict[str, object]

    def number(self, name: str) -> float:
        """One figure that it said."""
        value = self.said[name]
        assert isinstance(value, int | float)
        return float(value)

    def numbers(self, name: str) -> list[float]:
        """One list of figures that it said."""
        values = self.said[name]
        assert isinstance(values, list)
        return [float(one) for one in values]


@dataclass(frozen=True)
class Pair:
    """Medians of ours and of the floor, and how many times the floor ours is."""

    ours: float
    floor: float
    ratio: float


class BenchmarkError(Exception):
    """A measured process did not come to its end; the words are its own."""


def run(call: Call) -> Run:
    """Run one process. Raises BenchmarkError."""
    command = [sys.executable, "-m", f"benchmarks.{call[0]}", *call[1:]]
    began = time.monotonic()
    try:
        done = subprocess.run(
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        # What was said so far comes as bytes here, also where text was asked for.
        said = error.stderr.decode(errors="replace") if isinstance(error.stderr, bytes) else ""
        raise BenchmarkError(f"{' '.join(call)}: nothing came in {LONGEST:.0f} s\n{said}") from None
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        raise BenchmarkError(
            f"{' '.join(call)}: exit {done.returncode}\n{done.stdout}{done.stderr}"
        )
    heard = json.loads(lines[-1])
    return Run(heard["at"] - began, heard["cpu"], heard)


def _environment() -> dict[str, str]:
    """Without a screen where none is named; and modules are compiled once, as anywhere else."""
    usual = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    usual.pop("PYTHONDONTWRITEBYTECODE", None)
    return usual


def in_turn(times: int, *calls: Call) -> list[list[Run]]:
    """So many runs of each, alternately, after one of each that only warms the files up."""
    found: list[list[Run]] = [[] for _ in calls]
    for turn in range(times + 1):
        for runs, call in zip(found, calls, strict=True):
            one = run(call)
            if turn:
                runs.append(one)
    return found


def wall(ours: list[Run], floor: list[Run]) -> Pair:
    """From the start of the process until what was waited for, in ms."""
    return _pair([one.wall * 1000 for one in ours], [one.wall * 1000 for one in floor])


def cpu(ours: list[Run], floor: list[Run]) -> Pair:
    """Processor time until then, of all threads, in ms."""
    return _pair([one.cpu * 1000 for one in ours], [one.cpu * 1000 for one in floor])


def figure(name: str, ours: list[Run], floor: list[Run]) -> Pair:
    """A figure that the processes say themselves."""
    return _pair([one.number(name) for one in ours], [one.number(name) for one in floor])


def one_by(ours: float, floor: float) -> Pair:
    """Two figures that were not taken in pairs."""
    return Pair(ours, floor, ours / floor)


def _pair(ours: list[float], floor: list[float]) -> Pair:
    """The ratio is the median of the ratios of neighbours.

    A machine that others use is now fast, now slow, for seconds: neighbours meet the same of it.
    """
    ratios = [one / other for one, other in zip(ours, floor, strict=True)]
    return Pair(median(ours), median(floor), median(ratios))
