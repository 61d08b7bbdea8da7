"""Put an article on paper: with its marks, as a report, or as a worksheet to fill in by hand."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.model.ids import ArticleId, PersonId
from annotator.model.report import Report, report_of
from annotator.services import reporting
from annotator.services.failures import Cancelled
from annotator.services.progress import Progress
from annotator.services.workspace import Workspace
from annotator.storage.garbage import not_searched

if TYPE_CHECKING:
    from annotator.exchange.writers.paged.on_printer import Printer


class Sheets(StrEnum):
    """What can be printed."""

    ARTICLE = "article"
    REPORT = "report"
    WORKSHEET = "worksheet"


def report_to_print(
    workspace: Workspace,
    article: ArticleId,
    person: PersonId | None,
    progress: Progress | None = None,
) -> Report:
    """What the pages will say of a person's work, or of nobody's; of one state of the library.

    Raises Cancelled, and what `reporting.report` raises.
    """
    if progress is not None and not progress(0, 1):
        raise Cancelled
    if person is not None:
        return reporting.report(workspace, [article], [person])
    works = reporting.report(workspace, [article]).works
    return report_of([replace(one, claims=(), people=()) for one in works])


def print_on(
    printer: "Printer", report: Report, sheets: Sheets, progress: Progress | None = None
) -> None:
    """Print on a printer that was chosen, on its paper; `progress` counts pages.

    It may run on any thread, while the printer is used on no other. Raises CannotPrint, or
    Cancelled, which takes the job back.
    """
    from annotator.exchange.writers.paged import on_printer

    def told(done: int, total: int) -> None:
        if progress is not None and not progress(done, total):
            raise Cancelled

    with not_searched():
        on_printer.print_report(printer, report, sheets.value, told)
