"""The formats a report can be written in. A new one joins by one entry in FORMATS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.exchange.jsonld.writing import collection
from annotator.exchange.writers import brat, csv, docx, failures, html, odt, paged, qdpx, xlsx
from annotator.exchange.writers.losses import signs, signs_of_articles
from annotator.model.personal import DATA, REPORT, Personal
from annotator.model.report import Report
from annotator.words import N_

_TABLE = REPORT | {Personal.TIMES, Personal.CLAIM_IDS}

Tick = Callable[[int], None]
"""Told how many more claims are written; it may raise to stop."""


def _no_warnings(_report: Report) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, its suffix, its name in the File menu.

    `title` is a message id. `write` gives the same bytes for the same report. `holds` is what the
    file says about people. `warnings` are sentences about what this report loses in the format.
    `keeps` says in a line what is in the file and whom it is for, a message id as well; `on_paper`
    says that the report's paper matters.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[Report, Tick], bytes]
    holds: frozenset[Personal] = REPORT
    warnings: Callable[[Report], tuple[str, ...]] = _no_warnings
    keeps: str = ""
    on_paper: bool = False


def _jsonld(report: Report, tick: Tick) -> bytes:
    return collection(report.works, tick)


WORKSHEET = "worksheet"
"""The one format that is no report: the article, and room to write."""

FORMATS = (
    Format(
        "html",
        ".html",
        N_("Report to read and print"),
        html.write,
        keeps=N_("Everything, in one page for any browser."),
    ),
    Format(
        "pdf",
        ".pdf",
        N_("Report on paper (PDF)"),
        paged.write,
        warnings=signs,
        keeps=N_("Everything, laid out for paper: to print or hand in."),
        on_paper=True,
    ),
    Format(
        "csv",
        ".csv",
        N_("Table for a spreadsheet"),
        csv.write,
        _TABLE,
        keeps=N_("Every field of every claim, a row each, in fixed English: for scripts."),
    ),
    Format(
        "xlsx",
        ".xlsx",
        N_("Workbook for a spreadsheet (Excel)"),
        xlsx.write,
        _TABLE,
        xlsx.cut,
        keeps=N_("Every field of every claim, sources, a summary; not the article’s text."),
        on_paper=True,
    ),
    Format(
        "docx",
        ".docx",
        N_("Report as a Word document"),
        docx.write,
        REPORT | {Personal.TIMES},
        signs,
        keeps=N_("Everything; each claim is also a comment on its very words."),
        on_paper=True,
    ),
    Format(
        "odt",
        ".odt",
        N_("Report as an OpenDocument text"),
        odt.write,
        warnings=signs,
        keeps=N_("Everything, as text for LibreOffice."),
        on_paper=True,
    ),
    Format(
        "jsonld",
        ".jsonld",
        N_("Annotations for other programs"),
        _jsonld,
        DATA,
        keeps=N_("All that claims hold, to import again; not the article’s text."),
    ),
    Format(
        "brat",
        ".zip",
        N_("Texts and marks for brat"),
        brat.write,
        warnings=brat.lost,
        keeps=N_("Texts, marks and notes, a folder for each person: for language technology."),
    ),
    Format(
        "qdpx",
        ".qdpx",
        N_("Project for research programs"),
        qdpx.write,
        DATA,
        qdpx.unsure,
        keeps=N_("Texts, marks, notes and people: for ATLAS.ti, MAXQDA, NVivo, QualCoder."),
    ),
    # Last: the suffix means the report, and a worksheet is asked for by its name.
    Format(
        WORKSHEET,
        ".pdf",
        N_("Worksheet to fill in by hand (PDF)"),
        paged.write_worksheet,
        frozenset(),
        signs_of_articles,
        keeps=N_("The article with room to write, and an empty table; nobody’s claims."),
        on_paper=True,
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
