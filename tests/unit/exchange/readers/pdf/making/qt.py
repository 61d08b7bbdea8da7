"""A document as Qt prints it: its printing adds page numbers."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from tests.unit.exchange.readers.pdf.making.chromium import paragraphs
from tests.unit.exchange.readers.pdf.making.story import HEADLINE, STORY


def make(folder: Path) -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    writer = QPdfWriter(str(folder / "qt-report.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15))
    writer.setTitle("Microsoft Word - bridge.docx")
    document = QTextDocument()
    document.setDefaultFont(QFont("Liberation Serif", 11))
    document.setHtml(f"<h1>{HEADLINE}</h1>{paragraphs(STORY)}")
    document.print_(writer)
    assert app is not None
