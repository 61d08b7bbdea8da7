"""Pages on a printer: the same as in the PDF and in a preview, on the paper that lies in it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from annotator.exchange.writers.failures import CannotPrint
from annotator.exchange.writers.paged import report_pages, worksheet
from annotator.exchange.writers.paged.booklet import Booklet
from annotator.model.paper import Paper
from annotator.model.report import Report

Printer = QPrinter
Told = Callable[[int, int], None]
"""Told how many pages are printed, of how many; it may raise to stop."""

KINDS: dict[str, Callable[[Report, Callable[[int], None]], Booklet]] = {
    "article": report_pages.marked_article,
    "report": report_pages.booklet,
    "worksheet": worksheet.booklet,
}
_LETTER = Paper.LETTER.size
_NEAR = 3.0
"""Points by which printers say the same size differently."""


def print_report(printer: QPrinter, report: Report, kind: str, told: Told) -> None:
    """Set what is to be printed for the printer's paper, and print it. Raises CannotPrint."""
    booklet = KINDS[kind](replace(report, paper=paper_of(printer)), lambda _more: told(0, 1))
    printer.setDocName(booklet.title)
    printer.setCreator("Annotator")
    printer.setFullPage(True)
    first, last = _range(printer, booklet.count)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint
    try:
        _paint(painter, printer, booklet, range(first, last + 1), told)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def paper_of(printer: QPrinter) -> Paper:
    """The paper to set for: what is neither is scaled from A4."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
    sides = sorted((size.width(), size.height()))
    near = all(abs(one - other) <= _NEAR for one, other in zip(sides, _LETTER, strict=True))
    return Paper.LETTER if near else Paper.A4


def _paint(
    painter: QPainter, printer: QPrinter, booklet: Booklet, pages: range, told: Told
) -> None:
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    width, height = booklet.sheet.size
    scale = min(sheet.width() / width, sheet.height() / height)
    for done, number in enumerate(pages):
        told(done, len(pages))
        if done and not printer.newPage():
            raise CannotPrint
        painter.save()
        painter.scale(scale, scale)
        booklet.paint(painter, number)
        painter.restore()
    told(len(pages), len(pages))


def _range(printer: QPrinter, count: int) -> tuple[int, int]:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return 1, count
    first = min(max(printer.fromPage(), 1), count)
    return first, max(min(printer.toPage() or count, count), first)
