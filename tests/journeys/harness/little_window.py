"""A window with the parts that journeys drive, to try the harness itself on.

    python little_window.py TEXT-FILE MARKS-FILE

It shows the text read-only, a menu Tag with one item, and a list of what was marked. A mark is
on disk, in UTF-16 units, before the list shows it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QSplitter, QTextEdit


def main(text_file: str, marks_file: str) -> int:
    application = QApplication([])
    window = QMainWindow()
    article = QTextEdit()
    article.setReadOnly(True)
    article.setAccessibleName("Article")
    article.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    article.setPlainText(Path(text_file).read_text(encoding="utf-8"))
    marks = QListWidget()
    marks.setAccessibleName("Claims")
    store = Path(marks_file)

    def show() -> None:
        marks.clear()
        if store.exists():
            for line in store.read_text(encoding="utf-8").splitlines():
                marks.addItem(line)

    def mark() -> None:
        cursor = article.textCursor()
        line = f"{cursor.selectedText()} {cursor.selectionStart()} {cursor.selectionEnd()}"
        with store.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        show()

    action = window.menuBar().addMenu("Tag").addAction("Attributed")
    action.triggered.connect(mark)
    action.setShortcut("2")
    splitter = QSplitter()
    splitter.addWidget(article)
    splitter.addWidget(marks)
    window.setCentralWidget(splitter)
    window.resize(900, 500)
    show()
    article.setFocus()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
