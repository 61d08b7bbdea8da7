"""The report as a spreadsheet: claims, sources and a summary, a sheet each."""

from collections.abc import Callable

from annotator.exchange.writers.xlsx.cells import too_long
from annotator.exchange.writers.xlsx.rows import claim_rows
from annotator.model.class_report import ClassReport
from annotator.model.report import Report
from annotator.words import ngettext


def write(report: Report, tick: Callable[[int], None]) -> bytes:
    """The workbook. The same report gives the same bytes."""
    # xlsxwriter takes longer to come than most commands take altogether.
    from annotator.exchange.writers.xlsx.book import write

    return write(report, tick)


def write_class(report: ClassReport, tick: Callable[[int], None]) -> bytes:
    """The class report as a workbook. The same report gives the same bytes."""
    from annotator.exchange.writers.xlsx.class_book import write

    return write(report, tick)


def cut(report: Report) -> tuple[str, ...]:
    """A sentence where cells are longer than a spreadsheet can hold."""
    number = sum(
        too_long(cell) for row in claim_rows(report) for cell in row if isinstance(cell, str)
    )
    return (say_cut(number),) if number else ()


def say_cut(number: int) -> str:
    """How many cells do not hold all of their words."""
    return ngettext(
        "{number} cell is longer than a spreadsheet can hold. It is cut where […] stands.",
        "{number} cells are longer than a spreadsheet can hold. They are cut where […] stands.",
        number,
    ).format(number=number)
