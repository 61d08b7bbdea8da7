"""The report as a Word document."""

from collections.abc import Callable

from annotator.model.class_report import ClassReport
from annotator.model.report import Report


def write(report: Report, tick: Callable[[int], None]) -> bytes:
    """The document. The same report gives the same bytes."""
    # python-docx takes longer to come than most commands take altogether.
    from annotator.exchange.writers.docx.report import write

    return write(report, tick)


def write_class(report: ClassReport, tick: Callable[[int], None]) -> bytes:
    """The report on a class as a document. The same report gives the same bytes."""
    from annotator.exchange.writers.docx.class_report import write

    return write(report, tick)
