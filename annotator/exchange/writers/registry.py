"""The formats a report can be written in. A new one joins by one entry in FORMATS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.exchange.jsonld.writing import collection
from annotator.exchange.writers import brat, csv, docx, failures, html, odt, paged, qdpx, xlsx
from annotator.exchange.writers.losses import signs
from annotator.model.personal import DATA, REPORT, Personal
from annotator.model.report import Report
from annotator.words import N_

Tick = Callable[[int], None]
"""Told how many more claims are written; it may raise to stop."""


def _no_warnings(_report: Report) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, its suffix, its name in the File menu.

    `title` is a message id. `write` gives the same bytes for the same report. `holds` is what the
    file says about people. `warnings` are sentences about what this report loses in the format.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[Report, Tick], bytes]
    holds: frozenset[Personal] = REPORT
    warnings: Callable[[Report], tuple[str, ...]] = _no_warnings


def _jsonld(report: Report, tick: Tick) -> bytes:
    return collection(report.works, tick)


WORKSHEET = "worksheet"
"""The one format that is no report: the article, and room to write."""

FORMATS = (
    Format("html", ".html", N_("Report to read and print"), html.write),
    Format("pdf", ".pdf", N_("Report on paper (PDF)"), paged.write, warnings=signs),
    Format("csv", ".csv", N_("Table for a spreadsheet"), csv.write, REPORT | {Personal.TIMES}),
    Format(
        "xlsx",
        ".xlsx",
        N_("Workbook for a spreadsheet (Excel)"),
        xlsx.write,
        REPORT | {Personal.TIMES},
        xlsx.cut,
    ),
    Format(
        "docx",
        ".docx",
        N_("Report as a Word document"),
        docx.write,
        REPORT | {Personal.TIMES},
        signs,
    ),
    Format("odt", ".odt", N_("Report as an OpenDocument text"), odt.write, warnings=signs),
    Format("jsonld", ".jsonld", N_("Annotations for other programs"), _jsonld, DATA),
    Format("brat", ".zip", N_("Texts and marks for brat"), brat.write, warnings=brat.lost),
    Format("qdpx", ".qdpx", N_("Project for research programs"), qdpx.write, DATA, qdpx.unsure),
    # Last: the suffix means the report, and a worksheet is asked for by its name.
    Format(
        WORKSHEET,
        ".pdf",
        N_("Worksheet to fill in by hand (PDF)"),
        paged.write_worksheet,
        frozenset(),
        signs,
    ),
)


def choose(name: str, path: Path | None) -> Format:
    """The format of that name, or without one, the format of the file's suffix.

    Raises UnknownFormat, UnknownSuffix or NoFormat.
    """
    if not name and path is None:
        raise failures.NoFormat(_known())
    if name:
        found = _by_name(name)
        if found is None:
            raise failures.UnknownFormat(name, _known())
        return found
    assert path is not None
    for one in FORMATS:
        if path.suffix.casefold() == one.suffix:
            return one
    raise failures.UnknownSuffix(path, ", ".join(dict.fromkeys(one.suffix for one in FORMATS)))


def _by_name(name: str) -> Format | None:
    wanted = name.casefold().removeprefix(".")
    return next((one for one in FORMATS if one.name == wanted), None)


def _known() -> str:
    return ", ".join(one.name for one in FORMATS)
