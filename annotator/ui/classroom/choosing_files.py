"""Which hand-ins are to be collected: files, a platform's archive, or a whole folder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.classroom.parts import button
from annotator.ui.dialogs.dialog import Question
from annotator.words import _


class WhatToCollect(Question):
    """Asks for the kind; a system's dialog chooses either files or a folder, and never both."""

    files_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("Collect hand-ins"),
            _(
                "Choose the students' files, or what a learning platform gave you: its zip file or "
                "its folder. They can be dropped on this window as well. Your own claims are never "
                "changed, and collecting the same twice changes nothing."
            ),
        )
        files, folder = button(_("Files or a zip…"), "primary"), button(_("A folder…"))
        files.setDefault(True)
        for made, asked in ((files, self.files_asked), (folder, self.folder_asked)):
            made.clicked.connect(self.accept)
            made.clicked.connect(lambda _on=False, say=asked: say.emit())
        row = QHBoxLayout()
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        self.body.addLayout(row)
