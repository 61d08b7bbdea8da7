"""Run everything in turn with its floor and print the table: `python -m benchmarks`.

Absolute times on a shared machine mean little, so ours and the floor run alternately, and the
median of the ratios of neighbours is what counts. The same in processor time stands beside it, as
a check: what else the machine does hardly changes that.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, rmtree
from statistics import median, quantiles

from benchmarks.articles import SOUGHT, many_articles
from benchmarks.handed import handed_in
from benchmarks.material import large_library, seed_library, text_files
from benchmarks.processes import (
    BenchmarkError,
    Pair,
    Run,
    cpu,
    figure,
    in_turn,
    one_by,
    run,
    wall,
)

_WARM = 10
"""The first keys of a run are left out: a library's first pages are read with them."""

_TAG_RUNS = 3
_SEARCH_RUNS = 3


@dataclass(frozen=True)
class Row:
    """One line of the table; `beside` is the same in processor time, where that is known."""

    what: str
    measured: Pair
    reach: float
    unit: str = "ms"
    beside: Pair | None = None

    @property
    def is_reached(self) -> bool:
        """Whether it is as good as was promised."""
        return self.measured.ratio <= self.reach

    def said(self) -> str:
        """The line in Markdown."""
        one, unit = self.measured, self.unit
        beside = f"{self.beside.ratio:.2f}" if self.beside else ""
        return (
            f"| {self.what} | {one.ours:.1f} {unit} | {one.floor:.1f} {unit} | {one.ratio:.2f} "
            f"| {beside} | {self.reach} | {'reached' if self.is_reached else '**missed**'} |"
        )


def process_rows(folder: Path, times: int) -> list[Row]:
    """Start, opening and memory."""
    seed = str(seed_library(folder / "seed"))
    large = str(large_library(folder / "large", 10_000))
    rows = []
    for what, reach, ours, floor in (
        (
            "start to first painted window",
            1.6,
            ("ours.window", "first-frame", seed),
            ("floors.bare_window",),
        ),
        (
            "start to the sample readable with 12 claims",
            1.4,
            ("ours.window", "article", seed),
            ("floors.read_article", seed),
        ),
        (
            "open 1 MB with 10,000 claims to first paint",
            1.5,
            ("ours.window", "article", large),
            ("floors.read_claims", large),
        ),
    ):
        runs = in_turn(times, ours, floor)
        rows.append(Row(what, wall(*runs), reach, beside=cpu(*runs)))
    return [*rows, _memory_row(seed, times)]


def _memory_row(seed: str, times: int) -> Row:
    runs = in_turn(min(times, 5), ("ours.window", "memory", seed), ("floors.bare_window",))
    held = figure("memory", *runs)
    above = one_by((held.ours - held.floor) / 1024, 90.0)
    return Row("memory with the sample open, above the bare window's", above, 1.0, "MB")


def tag_rows(folder: Path, _times: int) -> list[Row]:
    """A tag's key among 100, 10,000 and 100,000 claims."""
    made = {size: large_library(folder / f"tag-{size}", size) for size in (100, 10_000, 100_000)}
    calls = [("ours.tag", 100), ("ours.tag", 10_000), ("floors.tag", 10_000), ("ours.tag", 100_000)]
    times: dict[tuple[str, int], list[float]] = {call: [] for call in calls}
    for turn in range(_TAG_RUNS):
        for module, size in calls:
            library = folder / f"{module}-{size}-{turn}"
            copytree(made[size], library)  # each run begins with the same claims
            times[module, size] += run((module, str(library))).numbers("times")[_WARM:]
            rmtree(library)
    for (module, size), some in times.items():
        print(f"  {module} among {size}: median {median(some):.1f}, p95 {_p95(some):.1f} ms")
    few, usual, floor, many = (_p95(times[call]) for call in calls)
    return [
        Row("tag key to painted among 10,000 claims, p95, beside 16 ms", one_by(usual, 16), 1.0),
        Row("the same beside a bare insert, commit and repaint", one_by(usual, floor), 2.0),
        Row("tag key among 100 beside 10,000 claims, p95", one_by(few, usual), 1.5),
        Row("tag key among 100,000 beside 10,000 claims, p95", one_by(many, usual), 1.5),
    ]


def report_rows(folder: Path, times: int) -> list[Row]:
    """Reports of 10,000 claims."""
    large = str(large_library(folder / "reported", 10_000))
    rows = []
    for suffix in ("html", "csv"):
        runs = in_turn(
            min(times, 7),
            ("ours.report", large, str(folder / f"report.{suffix}")),
            ("floors.report", large, str(folder / f"floor.{suffix}")),
        )
        what = f"{suffix.upper()} report of 10,000 claims"
        rows.append(Row(what, figure("wall", *runs), 3.0, beside=figure("work", *runs)))
    for suffix, floor, reach, what in (
        ("xlsx", "workbook", 2.0, "XLSX workbook of 10,000 claims, beside bare xlsxwriter"),
        ("docx", "document", 3.0, "DOCX report of 10,000 claims, beside a bare python-docx table"),
    ):
        runs = in_turn(
            min(times, 5),
            ("ours.report", large, str(folder / f"report.{suffix}")),
            (f"floors.{floor}", large, str(folder / f"floor.{suffix}")),
        )
        rows.append(Row(what, figure("wall", *runs), reach, beside=figure("work", *runs)))
    return rows


def page_rows(folder: Path, times: int) -> list[Row]:
    """A report of about 100 pages on paper."""
    library = str(large_library(folder / "on-paper", 500, 100_000))
    made, words = folder / "report.pdf", folder / "report.txt"
    run(("ours.pages", library, str(made)))
    count = _words_of(made, words)
    runs = in_turn(
        min(times, 7),
        ("ours.pages", library, str(made)),
        ("floors.pages", str(words), str(folder / "floor.pdf")),
    )
    what = f"PDF report of {count} pages, beside Qt printing its words"
    row = Row(what, figure("wall", *runs), 2.0, beside=figure("work", *runs))
    large = str(large_library(folder / "on-much-paper", 5000, 1_000_000))
    tenfold = in_turn(3, ("ours.pages", large, str(made)), ("ours.pages", library, str(made)))
    what = "PDF of ten times the text and the claims, beside one"
    return [row, Row(what, figure("wall", *tenfold), 12.0, beside=figure("work", *tenfold))]


def _words_of(made: Path, words: Path) -> int:
    """Write down what a PDF says; how many pages it has."""
    import pypdfium2

    with pypdfium2.PdfDocument(made) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    words.write_text("\n".join(said), encoding="utf-8")
    return len(said)


def adding_rows(folder: Path, times: int) -> list[Row]:
    """A thousand files that become articles, and ten thousand."""
    few, many = (text_files(folder / str(number), number) for number in (1_000, 10_000))
    runs: dict[str, list[Run]] = {"ours": [], "floor": [], "many": []}
    for turn in range(min(times, 7) + 1):
        for name, module, files in (
            ("ours", "ours.adding", few),
            ("floor", "floors.adding", few),
            ("many", "ours.adding", many),
        ):
            target = folder / "added" / f"{name}-{turn}"
            target.parent.mkdir(exist_ok=True)
            one = run((module, str(files), str(target)))
            (rmtree if target.is_dir() else Path.unlink)(target)
            runs[name] += [one] if turn else []  # the first only warms the files up
    ours, floor, tenfold = runs.values()
    beside = figure("work", ours, floor)
    return [
        Row("add 1,000 files of 7 KB", figure("wall", ours, floor), 3.0, beside=beside),
        Row(
            "add 10,000 files beside 1,000",
            figure("wall", tenfold, ours),
            12.0,
            beside=figure("work", tenfold, ours),
        ),
    ]


def search_rows(folder: Path, _times: int) -> list[Row]:
    """A search among 10,000 articles, and among a tenth of them."""
    few, many = (many_articles(folder / f"search-{size}", size) for size in (1_000, 10_000))
    calls = [("ours.search", many), ("floors.search", many), ("ours.search", few)]
    times: dict[tuple[str, Path], list[float]] = {call: [] for call in calls}
    for _turn in range(_SEARCH_RUNS):
        for module, library in calls:
            times[module, library] += run((module, str(library))).numbers("times")[len(SOUGHT) :]
    ours, floor, tenth = (_by_question(times[call]) for call in calls)
    for words, *some in zip(SOUGHT, ours, floor, tenth, strict=True):
        print(f"  {words}: {some[0]:.1f} ms, bare {some[1]:.1f}, a tenth {some[2]:.1f}")
    what = "search among 10,000 articles, key to results painted, beside the bare FTS5 query"
    return [
        Row(what, one_by(sum(ours), sum(floor)), 3.0),
        Row("search among 10,000 articles beside 1,000", one_by(sum(ours), sum(tenth)), 12.0),
    ]


def _by_question(times: list[float]) -> list[float]:
    """The median time of each of the questions, which are asked in turn."""
    return [median(times[place :: len(SOUGHT)]) for place in range(len(SOUGHT))]


def comparing_rows(_folder: Path, times: int) -> list[Row]:
    """A class of 200 compared, and one of ten times as many."""
    rows = []
    for module, what, floor_is, reach in (
        ("passages", "heat map and passages", "counting by word", 5.0),
        ("agreement", "agreement overall and by tag", "krippendorff", 2.0),
        ("class_report", "class report as a web page", "its answers escaped and joined", 3.0),
    ):
        runs = in_turn(
            times,
            (f"ours.{module}", "200"),
            (f"floors.{module}", "200"),
            (f"ours.{module}", "2000"),
        )
        ours, floor, tenfold = runs
        beside = figure("work", ours, floor)
        said = f"{what} of 200 students, beside {floor_is}"
        rows.append(Row(said, figure("wall", ours, floor), reach, beside=beside))
        beside = figure("work", tenfold, ours)
        said = f"{what} of 2,000 students beside 200"
        rows.append(Row(said, figure("wall", tenfold, ours), 12.0, beside=beside))
    return rows


def collecting_rows(folder: Path, times: int) -> list[Row]:
    """What a class of 200 handed in, collected; and one of ten times as many."""
    made = {size: handed_in(folder, size) for size in (200, 2_000)}
    runs: dict[str, list[Run]] = {"ours": [], "floor": [], "many": []}
    for turn in range(min(times, 7) + 1):
        for name, module, size in (
            ("ours", "ours.collecting", 200),
            ("floor", "floors.collecting", 200),
            ("many", "ours.collecting", 2_000),
        ):
            library, files = made[size]
            target = folder / f"collected-{name}-{turn}"
            if module.startswith("ours"):
                copytree(library, target)
                one = run((module, str(target), str(files)))
                rmtree(target)
            else:
                one = run((module, str(files), str(target)))
                target.unlink()
            runs[name] += [one] if turn else []  # the first only warms the files up
    ours, floor, tenfold = runs.values()
    what = "collect 200 hand-ins of 40 claims, beside parsing and inserting them"
    return [
        Row(what, figure("wall", ours, floor), 4.0, beside=figure("work", ours, floor)),
        Row(
            "collect 2,000 hand-ins beside 200",
            figure("wall", tenfold, ours),
            12.0,
            beside=figure("work", tenfold, ours),
        ),
    ]


def standstill_rows(folder: Path, times: int) -> list[Row]:
    """How long the window stands still while a class of 200 is collected and gone through."""
    library, files = handed_in(folder / "gone-through", 200)
    runs = []
    for turn in range(min(times, 7)):
        target = folder / f"gone-through-{turn}"
        copytree(library, target)
        runs.append(run(("ours.stalls", str(target), str(files))))
        rmtree(target)
    longest = [one.number("stall") for one in runs]
    print("  " + ", ".join(f"{one:.0f}" for one in sorted(longest)) + " ms in each run")
    what = "longest standstill of the window, 200 students, beside 50 ms"
    return [Row(what, one_by(median(longest), 50.0), 1.0)]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


PARTS: dict[str, Callable[[Path, int], list[Row]]] = {
    "process": process_rows,
    "tag": tag_rows,
    "report": report_rows,
    "adding": adding_rows,
    "pages": page_rows,
    "search": search_rows,
    "comparing": comparing_rows,
    "collecting": collecting_rows,
    "standstill": standstill_rows,
}


def main() -> int:
    """Measure what was asked for, all by default; 1 when a measured process failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", choices=[*PARTS, []], help="all of them by default")
    parser.add_argument("--times", type=int, default=9, help="runs of each, after a warm-up")
    options = parser.parse_args()
    busy_before, rows = os.getloadavg()[0], []
    with tempfile.TemporaryDirectory() as made:
        try:
            for name in options.rows or PARTS:
                rows += PARTS[name](Path(made), options.times)
        except BenchmarkError as error:
            print(error, file=sys.stderr)
            return 1
    _print(rows, busy_before)
    return 0


def _print(rows: list[Row], busy_before: float) -> None:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    busy = f"load {busy_before:.1f} before and {os.getloadavg()[0]:.1f} after"
    print(f"\n{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {machine}, {busy}\n")
    print("| what | ours | floor | ratio | of processor time | at most | |")
    print("|---|---|---|---|---|---|---|")
    for row in rows:
        print(row.said())


if __name__ == "__main__":
    raise SystemExit(main())
