"""The report as a Word document."""

from collections.abc import Callable

from annotator.model.report import Report


def write(report: Report, tick: Callable[[int], None]) -> bytes:
    """The document. The same report gives the same bytes."""
    # python-docx takes longer to come than most commands take altogether.
    from annotator.exchange.writers.docx.report import write

    return write(report, tick)
