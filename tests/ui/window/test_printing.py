"""On paper out of the window: a printer that writes into a file, the preview, and worksheets."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QRadioButton

from annotator.exchange.writers.paged import on_printer
from annotator.exchange.writers.paged.booklet import Booklet
from annotator.services.printing import Sheets
from annotator.ui.dialogs.printing import Preview, Printing, SheetsQuestion
from annotator.ui.reporting.pages import PagesView
from tests.ui.window.conftest import Hands, Opener, rest, until
from tests.unit.exchange.writers.paged import poppler

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def printer(to: Path) -> QPrinter:
    """A printer as far as the program can see."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(to))
    return made


def printing(hands: Hands, to: Path) -> Printing:
    """The window's printing, with that printer as the one that was chosen last."""
    made = Printing(hands.window, hands.desk, hands.window.looks)
    made.printer = printer(to)
    return made


def choose(hands: Hands, sheets: Sheets) -> None:
    """Answer what is to be printed."""
    question = hands.question()
    assert isinstance(question, SheetsQuestion)
    question.choose(sheets)
    question.accept()


def pages(file: Path) -> str:
    return " ".join(poppler.pages(file.read_bytes()))


@pytest.mark.parametrize(
    ("sheets", "beginning", "held"),
    [
        (Sheets.ARTICLE, "ANNOTATED ARTICLE", f"{WORDS}1"),
        (Sheets.REPORT, "ANNOTATED ARTICLE", "The claims"),
        (Sheets.WORKSHEET, "WORKSHEET", "Your claims"),
    ],
)
def test_what_was_chosen_is_printed(
    hands: Hands, tmp_path: Path, sheets: Sheets, beginning: str, held: str
) -> None:
    hands.tag(WORDS, "attributed")
    printing(hands, tmp_path / "out.pdf")
    hands.do("print")
    choose(hands, sheets)
    dialog = hands.question()
    assert isinstance(dialog, QPrintDialog)
    dialog.accept()
    until((tmp_path / "out.pdf").exists)
    hands.settle()
    said = pages(tmp_path / "out.pdf")
    assert said.startswith(beginning)
    assert held in said
    assert hands.window.status.summary.text() == "Printed."


def test_the_worker_paints_so_the_window_goes_on(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    usual = on_printer.print_report

    def watched(*given: object) -> None:
        threads.append(threading.current_thread())
        usual(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(on_printer, "print_report", watched)
    hands.tag(WORDS, "attributed")
    printing(hands, tmp_path / "out.pdf").print_on(printer(tmp_path / "out.pdf"), Sheets.REPORT)
    hands.settle()
    assert [one is threading.main_thread() for one in threads] == [False]
    assert (tmp_path / "out.pdf").exists()


def test_a_report_can_be_looked_at_before(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    usual = Booklet.paint

    def watched(booklet: Booklet, painter: QPainter, number: int) -> None:
        threads.append(threading.current_thread())
        usual(booklet, painter, number)

    monkeypatch.setattr(Booklet, "paint", watched)
    hands.tag(WORDS, "attributed")
    printing(hands, tmp_path / "out.pdf")
    hands.do("preview")
    choose(hands, Sheets.REPORT)
    until(lambda: hands.window.findChildren(Preview))
    preview = hands.window.findChildren(Preview)[0]
    shown = preview.findChildren(PagesView)[0]
    assert shown.model().rowCount() > 3

    def dots() -> set[str]:
        image = shown.grab().toImage()
        places = ((x, y) for x in range(0, image.width(), 2) for y in range(100, 300, 10))
        return {image.pixelColor(*place).name() for place in places}

    until(lambda: len(dots()) > 4)
    assert {one is threading.main_thread() for one in threads} == {False}
    preview.close()
    rest()
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_gone_is_said(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    to = tmp_path / "nowhere" / "out.pdf"
    printing(hands, to).print_on(printer(to), Sheets.ARTICLE)
    hands.settle()
    assert hands.room.page.refusal.text() == (
        "The printer did not take the pages. Nothing in the library has changed. Check that it is "
        "switched on, or write a PDF and print that."
    )


def test_nobody_can_print_the_text_but_no_report(opener: Opener, tmp_path: Path) -> None:
    hands = opener(as_name=None)
    made = printing(hands, tmp_path / "out.pdf")
    hands.do("print")
    question = hands.question()
    enabled = [button.isEnabled() for button in question.findChildren(QRadioButton)]
    assert enabled == [True, False, True]
    question.reject()
    made.print_on(printer(tmp_path / "out.pdf"), Sheets.ARTICLE)
    hands.settle()
    assert WORDS in pages(tmp_path / "out.pdf")


def test_cancel_takes_the_job_back(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    printing(hands, tmp_path / "out.pdf").print_on(printer(tmp_path / "out.pdf"), Sheets.REPORT)
    hands.desk.worker.cancel_long()
    hands.settle()
    assert "Printed." not in hands.window.status.summary.text()
    assert not hands.room.page.refusal.isVisible()


def test_a_worksheet_is_written_without_a_claim(opener: Opener, tmp_path: Path) -> None:
    hands = opener(as_name=None)
    hands.report(tmp_path / "sheet.pdf", "worksheet")
    assert pages(tmp_path / "sheet.pdf").startswith("WORKSHEET")


def test_a_report_on_paper_is_the_report(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.report(tmp_path / "mine.pdf")
    assert "Each marked passage, in the order of the article" in pages(tmp_path / "mine.pdf")
