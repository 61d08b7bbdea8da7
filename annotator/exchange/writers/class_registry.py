"""The formats a class report can be written in. A new one joins by one entry in CLASS_FORMATS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.exchange.writers import docx, failures, paged, xlsx
from annotator.exchange.writers.classes import gradebook
from annotator.exchange.writers.html import class_page
from annotator.model.class_report import ClassReport
from annotator.words import N_

Tick = Callable[[int], None]
"""Told how many more answers are written; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class ClassFormat:
    """A kind of file: its name, its suffix, its name in the menu (a message id).

    `write` gives the same bytes for the same report. `keeps` says in a line what is in the file, a
    message id as well; `on_paper` says that the report's paper matters.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[ClassReport, Tick], bytes]
    keeps: str
    on_paper: bool = False


CLASS_FORMATS = (
    ClassFormat(
        "html",
        ".html",
        N_("Class report to read and print"),
        class_page.write,
        N_("Everything, in one page for any browser."),
    ),
    ClassFormat(
        "pdf",
        ".pdf",
        N_("Class report on paper (PDF)"),
        paged.write_class,
        N_("Everything, laid out for paper; the last page is for the teacher alone."),
        on_paper=True,
    ),
    ClassFormat(
        "docx",
        ".docx",
        N_("Class report as a Word document"),
        docx.write_class,
        N_("Everything, to change and to take parts from."),
        on_paper=True,
    ),
    ClassFormat(
        "xlsx",
        ".xlsx",
        N_("Class workbook for a spreadsheet (Excel)"),
        xlsx.write_class,
        N_("Students, passages, answers, sources and the key, a sheet each."),
        on_paper=True,
    ),
    ClassFormat(
        "csv",
        ".csv",
        N_("Grade book (CSV)"),
        gradebook.write,
        N_("A row for each student, in fixed English: for scripts and grade books."),
    ),
)


def choose_class_format(path: Path) -> ClassFormat:
    """The format of a file's suffix. Raises UnknownSuffix."""
    for one in CLASS_FORMATS:
        if path.suffix.casefold() == one.suffix:
            return one
    raise failures.UnknownSuffix(path, ", ".join(one.suffix for one in CLASS_FORMATS))
