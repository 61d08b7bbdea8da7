"""Floor: Qt's own document, printing the words of the report as they come, without a mark."""

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from annotator.exchange.writers.families import SERIF
from benchmarks.clock import end_on_error, finish, now

if __name__ == "__main__":
    end_on_error()
    application = QGuiApplication(["floor", "-platform", "offscreen"])
    words = Path(sys.argv[1]).read_text(encoding="utf-8")
    began = now()
    font = QFont()
    font.setFamilies(list(SERIF))
    font.setPointSizeF(8.5)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setPlainText(words)
    writer = QPdfWriter(sys.argv[2])
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)
    del writer  # which ends the file
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
