"""The one writer of pages: reports and worksheets as PDF, and what the window prints.

Qt sets the letters, so this package is the one place below the window that may use it. What stands
here is imported with the list of formats and brings no Qt: that comes with the first page.
"""

from collections.abc import Callable, Sequence

from annotator.exchange.writers.parts import Part
from annotator.model.class_report import ClassReport
from annotator.model.report import Report

Tick = Callable[[int], None]


def write(report: Report, tick: Tick, parts: Sequence[Part] = ()) -> bytes:
    """The report as a PDF on the report's paper. The same report gives the same bytes.

    `parts` stand on the first page of a report on one article, or behind it.
    """
    from annotator.exchange.writers.paged import screenless

    screenless.be_ready()
    from annotator.exchange.writers.paged import pdf, report_pages

    return pdf.write(report_pages.booklet(report, tick, parts), tick)


def write_worksheet(report: Report, tick: Tick) -> bytes:
    """The articles of the report as sheets to work on by hand: nobody's claims are on them."""
    from annotator.exchange.writers.paged import screenless

    screenless.be_ready()
    from annotator.exchange.writers.paged import pdf, worksheet

    data = pdf.write(worksheet.booklet(report, tick), tick)
    tick(report.size)
    return data


def write_class(report: ClassReport, tick: Tick) -> bytes:
    """The report on a class as a PDF on its paper. The same report gives the same bytes."""
    from annotator.exchange.writers.paged import screenless

    screenless.be_ready()
    from annotator.exchange.writers.paged import class_pages, pdf

    return pdf.write(class_pages.booklet(report, tick), tick)
