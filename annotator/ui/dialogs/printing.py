"""Print, and look at it before: the article with its marks, the report, or a worksheet.

A printer is painted on by the worker's thread, with progress and Cancel. So are the pictures of a
preview: Qt's own would set and paint a whole report on the window's thread.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from annotator.services.failures import Cancelled
from annotator.services.printing import Sheets
from annotator.ui.desk import Desk
from annotator.ui.dialogs.dialog import Question
from annotator.ui.looks import Looks
from annotator.ui.palette import Palette
from annotator.ui.reporting.pages import Pages, PagesModel, PagesView
from annotator.ui.worker import Progress
from annotator.words import N_, _, ngettext

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from annotator.model.ids import ArticleId, PersonId
    from annotator.services.workspace import Workspace

_log = logging.getLogger(__name__)
_NAMES = {
    Sheets.ARTICLE: N_("The article with its marks"),
    Sheets.REPORT: N_("The report: the article, the claims, the sources"),
    Sheets.WORKSHEET: N_("A worksheet to fill in by hand: nobody’s claims are on it"),
}


class SheetsQuestion(Question):
    """Asks what goes on paper."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, yes: str, marked: bool) -> None:
        super().__init__(parent, title, _("What is to be printed?"))
        self._buttons: dict[Sheets, QRadioButton] = {}
        for sheets, name in _NAMES.items():
            button = QRadioButton(_(name))
            button.setChecked(sheets is Sheets.ARTICLE)
            # Without anybody's marks a report has nothing to report.
            button.setEnabled(marked or sheets is not Sheets.REPORT)
            self.body.addWidget(button)
            self._buttons[sheets] = button
        self.add_buttons(yes, _("Cancel"))

    def choose(self, sheets: Sheets) -> None:
        """Choose as the mouse would."""
        self._buttons[sheets].setChecked(True)

    def accept(self) -> None:
        """Say what was chosen."""
        self.chosen.emit(next(one for one, button in self._buttons.items() if button.isChecked()))
        super().accept()


class Preview(Question):
    """The pages as they will be printed, as pictures; accepting it goes on to the printer."""

    def __init__(self, parent: QWidget, desk: Desk, palette: Palette, pages: Pages) -> None:
        said = ngettext("{number} page", "{number} pages", pages.count)
        super().__init__(parent, _("Print preview"), said.format(number=pages.count))
        self._desk, self._pages = desk, pages
        self._model = model = PagesModel()
        model.picture_asked.connect(self._paint)
        model.show(pages.count)
        view = PagesView(model, palette)
        view.set_ratio(pages.ratio)
        self.body.addWidget(view)
        self.fill_with_body()
        self.add_buttons(_("Choose a printer…"), _("Close"))
        self.resize(parent.window().size() * 0.9)

    def _paint(self, number: int, width: int) -> None:
        pages, model = self._pages, self._model
        self._desk.worker.run_quietly(
            lambda: pages.picture(number, width),
            lambda image: model.put(number, width, image),
            lambda error: _log.error("a page could not be painted", exc_info=error),
        )


class Printing(QObject):
    """Prints the article that is shown, with the marks of whoever annotates."""

    def __init__(self, window: QWidget, desk: Desk, looks: Looks) -> None:
        super().__init__(window)
        self._window, self._desk, self._looks = window, desk, looks
        self.printer: QPrinter | None = None
        """Kept, so that the second print is asked with what was chosen for the first."""

    def ask(self) -> None:
        """Ask what to print, then on which printer."""
        self._ask(_("Print"), _("Choose a printer…"), self._print)

    def ask_preview(self) -> None:
        """Ask what to print, then show how it will look."""
        self._ask(_("Print preview"), _("Show"), self._preview)

    def _ask(self, title: str, yes: str, then: Callable[[Sheets], None]) -> None:
        if self._desk.article is None:
            self._desk.told.emit(_("There is no article to print. Open one first."))
            return
        question = SheetsQuestion(self._window, title, yes, bool(self._desk.claims))
        question.chosen.connect(then)
        question.open()

    def _print(self, sheets: Sheets) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self._printer()
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile)
        dialog.accepted.connect(lambda: self.print_on(printer, sheets))
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", sheets: Sheets) -> None:
        """Print on a printer that was chosen; the worker paints, and the window goes on."""
        wanted = self._wanted()
        if wanted is None:
            return
        article, person = wanted

        def work(workspace: "Workspace", progress: Progress) -> None:
            from annotator.services import printing

            report = printing.report_to_print(workspace, article, person, progress)
            printing.print_on(printer, report, sheets, progress)

        said = _("Printed.")
        self._desk.do_long(work, lambda _none: self._desk.told.emit(said), writes=False)

    def _preview(self, sheets: Sheets) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        article, person = wanted

        from annotator.exchange.writers.paged.on_printer import paper_of

        paper = paper_of(self._printer())

        def work(workspace: "Workspace", progress: Progress) -> Pages:
            from annotator.services import printing

            def tick(_more: int) -> None:
                if progress.is_cancelled:
                    raise Cancelled

            report = printing.report_to_print(workspace, article, person, progress)
            return Pages(replace(report, paper=paper), sheets.value, tick)

        self._desk.do_long(work, lambda pages: self._show(pages, sheets), writes=False)

    def _show(self, pages: Pages, sheets: Sheets) -> None:
        preview = Preview(self._window, self._desk, self._looks.palette, pages)
        preview.accepted.connect(lambda: self._print(sheets))
        preview.open()

    def _wanted(self) -> "tuple[ArticleId, PersonId | None] | None":
        article, person = self._desk.article, self._desk.person
        if article is None:
            return None
        return article.id, person.id if person else None

    def _printer(self) -> "QPrinter":
        if self.printer is None:
            from PySide6.QtPrintSupport import QPrinter

            self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        return self.printer
