"""The pictures of the student's page: one for each step that is easier seen than said."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import staging  # names the platform that draws, before Qt starts
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from sample_work import PERSON, mark_sample

from annotator.model.span import Span
from annotator.services import naming, reporting
from annotator.services.workspace import Workspace, open_workspace
from annotator.ui.arriving.question import DraftQuestion
from annotator.ui.window import MainWindow

CLAIM = "the resistance group has successfully conducted over 200 operations"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = staging.ROOT / "scripts" / "sample_page.html"
CORRECTED = (
    ("has successfully conducted over 200 operations", "says it conducted about 160 operations"),
    (
        "\nAs part of the withdrawal",
        "\nThe Taliban denied this on Tuesday.\n\nAs part of the withdrawal",
    ),
    ("Despite the lack of external aid", "Despite the lack of any external aid"),
)
"""What a newspaper might have changed in the sample, before and now."""
HIGH = (1440, 1300)
"""A window in which every field of a claim shows."""


def first_claim() -> None:
    """From the first start to the first claim: the hint, the small bar, the name, the fields."""
    with staging.opened(lambda _workspace: None, staging.SIZE, None, is_first=True) as window:
        staging.keep(window, "first-start")
        page = staging.room(window).page
        begin = page.reader.text().index(CLAIM)
        page.reader.select(Span(begin, begin + len(CLAIM)))
        staging.keep(page, "selection", QRect(0, page.height() - 470, page.width(), 440))
        QTest.keyClick(page.reader, Qt.Key.Key_1)
        question = _question()
        QTest.keyClicks(staging.focused(), PERSON)
        staging.keep(question, "who-annotates")
        QTest.keyClick(staging.focused(), Qt.Key.Key_Return)
        staging.wait_for(lambda: window.desk.claims)
        staging.keep(window, "first-claim")


def cards() -> None:
    """What a claim asks for, and the list of what is still missing."""
    with staging.opened(mark_sample, HIGH) as window:
        for words, name in (
            ("quick to downplay", "card-contested"),
            ("was assassinated by al Qaeda operatives", "card-verified"),
        ):
            staging.choose(window, words)
            staging.keep(staging.room(window).claims.editor.card, name)
    with staging.opened(mark_sample, staging.SIZE) as window:
        panel = staging.room(window).claims
        chips = panel.page.filters.findChildren(QPushButton)
        next(one for one in chips if "still need" in one.text()).click()
        staging.keep(panel, "still-missing", QRect(0, 0, panel.width(), 420))


def people() -> None:
    """The menu of people who share a computer."""

    def fill(workspace: Workspace) -> None:
        mark_sample(workspace)
        naming.find_or_make(workspace, "Student 8")

    with staging.opened(fill, staging.SIZE) as window:
        menu = window.tools.person.menu()
        menu.popup(window.rect().center())
        staging.keep(menu, "people")
        menu.close()


def details() -> None:
    """An end of a claim, large enough to see what can be dragged."""
    with staging.opened(mark_sample, staging.SIZE) as window:
        staging.choose(window, "over 200 operations")
        page = staging.room(window).page
        staging.keep(page, "claim-ends", _around_current(window))


def report() -> None:
    """The report's first page as it is printed; needs a browser and poppler's pdftoppm."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser or not shutil.which("pdftoppm"):
        print("no browser or no pdftoppm: docs/pictures/report.png stays as it is")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = open_workspace(folder)
        article = mark_sample(workspace)
        reporting.export(workspace, [article.id], folder / "report.html")
        workspace.close()
        printed, quiet = folder / "report.pdf", ("--headless=new", "--no-sandbox", "--disable-gpu")
        subprocess.run(
            [
                browser,
                *quiet,
                f"--user-data-dir={folder / 'browser'}",
                "--no-pdf-header-footer",
                f"--print-to-pdf={printed}",
                (folder / "report.html").as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=90,
        )
        first_page = ["-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run(["pdftoppm", *first_page, printed, staging.FOLDER / "report"], check=True)
        print("docs/pictures/report.png")


def arriving() -> None:
    """A saved page as it is shown before it is stored: a caption left out, a paragraph dropped."""
    with (
        staging.opened(mark_sample, staging.SIZE) as window,
        tempfile.TemporaryDirectory() as folder,
    ):
        file = Path(shutil.copy(PAGE, Path(folder) / "council-delays-vote.html"))
        staging.room(window).files.take([file])
        staging.wait_for(lambda: isinstance(QApplication.activeModalWidget(), DraftQuestion))
        question = _question()
        assert isinstance(question, DraftQuestion)
        question.lines.setCurrentIndex(question.model.index(2))
        staging.keep(question, "what-will-be-kept")
        question.reject()


def asking() -> None:
    """What is asked before a report is written, with its pages."""
    with staging.opened(mark_sample, staging.SIZE) as window:
        window.actions_by_id["export"].trigger()
        staging.wait(1_500)
        question = _question()
        staging.keep(question, "write-a-report")
        question.reject()


def versions() -> None:
    """A newer version beside the one before it, with a claim whose words changed."""
    with staging.opened(mark_sample, HIGH) as window, tempfile.TemporaryDirectory() as folder:
        text, article = staging.room(window).page.reader.text(), window.desk.article
        assert article
        for before, now in CORRECTED:
            assert before in text
            text = text.replace(before, now, 1)
        file = Path(folder) / "corrected.txt"
        file.write_text(text, encoding="utf-8")
        staging.room(window).versions.take_file(article, file)
        staging.wait_for(QApplication.activeModalWidget)
        page = _question()
        QTest.keyClick(page, Qt.Key.Key_F6)
        staging.keep(page, "newer-version")
        page.reject()


def _question() -> QDialog:
    staging.wait(300)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QDialog)
    return asked


def _around_current(window: MainWindow) -> QRect:
    page, current = staging.room(window).page, staging.room(window).claims.current()
    span = next(one.span for one in window.desk.claims.values() if one.id == current)
    boxes = page.reader.visible_boxes(span)
    top, bottom = boxes[0].top() - 40, boxes[-1].bottom() + 40
    return QRect(0, page.reader.y() + top, page.width(), bottom - top)


SCENES = (first_claim, cards, people, details, arriving, versions, asking, report)
