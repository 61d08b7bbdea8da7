"""Run everything in turn with its floor and print the table: `python -m benchmarks`.

Absolute times on a shared machine mean little, so ours and the floor run alternately and the
ratio of the medians is what counts.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from benchmarks.material import large_library, seed_library

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: float
    floor: float
    reach: float
    unit: str = "ms"

    def said(self) -> str:
        """The line in Markdown."""
        ratio = self.ours / self.floor
        met = "reached" if ratio <= self.reach else "**missed**"
        return (
            f"| {self.what} | {self.ours:.1f} {self.unit} | {self.floor:.1f} {self.unit} "
            f"| {ratio:.2f} | {self.reach} | {met} |"
        )


def run(module: str, *arguments: str) -> tuple[float, dict[str, object]]:
    """Seconds from the start of a process to what it says, and what it says."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"{module} failed:\n{done.stdout}\n{done.stderr}")
    said = json.loads(lines[-1])
    return float(said.get("at", 0)) - began, said


def in_turn(
    times: int, ours: tuple[str, ...], floor: tuple[str, ...], figure: str = ""
) -> tuple[float, float]:
    """Medians of ours and the floor, run alternately after one warm-up; ms, or KiB for memory."""
    found: tuple[list[float], list[float]] = ([], [])
    for turn in range(times + 1):
        for values, call in zip(found, (ours, floor), strict=True):
            seconds, said = run(*call)
            value = float(str(said[figure])) if figure else seconds
            if turn:
                values.append(value if figure == "memory" else value * 1000)
    return median(found[0]), median(found[1])


def process_rows(folder: Path, times: int) -> list[Row]:
    """Start, opening and memory."""
    seed = str(seed_library(folder / "seed"))
    large = str(large_library(folder / "large", 10_000))
    started = in_turn(times, ("ours.window", "first-frame", seed), ("floors.bare_window",))
    readable = in_turn(times, ("ours.window", "article", seed), ("floors.read_article", seed))
    opened = in_turn(times, ("ours.window", "article", large), ("floors.read_claims", large))
    memory = in_turn(
        min(times, 5), ("ours.window", "memory", seed), ("floors.bare_window",), "memory"
    )
    return [
        Row("start to first painted window", *started, 1.6),
        Row("start to the sample readable with 12 claims", *readable, 1.4),
        Row("open 1 MB with 10,000 claims to first paint", *opened, 1.5),
        Row(
            "memory with the sample open, above the bare window (90 MB)",
            (memory[0] - memory[1]) / 1024,
            90.0,
            1.0,
            "MB",
        ),
    ]


def tag_rows(folder: Path) -> list[Row]:
    """A tag's key among 100, 10,000 and 100,000 claims."""
    p95: dict[int, tuple[float, float]] = {}
    middle: dict[int, float] = {}
    for number in (100, 10_000, 100_000):
        library = str(large_library(folder / f"tag-{number}", number))
        floor_library = str(large_library(folder / f"floor-{number}", number))
        ours, floor = _times("ours.tag", library), _times("floors.tag", floor_library)
        p95[number] = _p95(ours), _p95(floor)
        middle[number] = median(ours)
        print(f"  tag at {number}: median {median(ours):.1f} ms, floor {median(floor):.1f} ms")
    return [
        Row("tag key to painted, 10,000 claims: p95", *p95[10_000], 2.0),
        Row("tag key to painted, 10,000 claims: p95, in ms", p95[10_000][0], 16.0, 1.0),
        Row("the same at 100 beside 10,000: median", middle[100], middle[10_000], 1.5),
        Row("the same at 100,000 beside 10,000: median", middle[100_000], middle[10_000], 1.5),
    ]


def report_rows(folder: Path, times: int) -> list[Row]:
    """Reports of 10,000 claims."""
    large = str(folder / "large")
    rows = []
    for suffix in ("html", "csv"):
        ours = ("ours.report", large, str(folder / f"report.{suffix}"))
        floor = ("floors.report", large, str(folder / f"floor.{suffix}"))
        rows.append(
            Row(
                f"{suffix.upper()} report of 10,000 claims",
                *in_turn(times, ours, floor, "seconds"),
                3.0,
            )
        )
    return rows


def _times(module: str, folder: str) -> list[float]:
    _seconds, said = run(module, folder)
    times = said["times"]
    assert isinstance(times, list)
    return [float(one) * 1000 for one in times][10:]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def main() -> None:
    """Measure what was asked for, all by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", choices=["process", "tag", "report", []])
    parser.add_argument("--times", type=int, default=9, help="runs of each, after a warm-up")
    options = parser.parse_args()
    wanted = options.rows or ["process", "tag", "report"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        parts: dict[str, Callable[[], list[Row]]] = {
            "process": lambda: process_rows(folder, options.times),
            "tag": lambda: tag_rows(folder),
            "report": lambda: report_rows(folder, options.times),
        }
        if "report" in wanted and "process" not in wanted:
            large_library(folder / "large", 10_000)
        rows = [row for name in wanted for row in parts[name]()]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {machine}\n")
    print("| what | ours | floor | ratio | at most | |\n|---|---|---|---|---|---|")
    for row in rows:
        print(row.said())


if __name__ == "__main__":
    main()
