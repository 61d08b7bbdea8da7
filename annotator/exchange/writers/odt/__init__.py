"""The report as an OpenDocument text: real headings, styles, lists and tables, for LibreOffice."""

from collections.abc import Callable

from annotator.model.report import Report


def write(report: Report, tick: Callable[[int], None]) -> bytes:
    """The document. The same report gives the same bytes."""
    from annotator.exchange.writers.odt import report as document  # lxml: not with the list

    return document.write(report, tick)
