"""What is to be known of a file that was written: a page, as names are in it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from annotator.ui.classroom.parts import label
from annotator.ui.dialogs.dialog import Question
from annotator.words import _

_SIZE = QSize(620, 480)


class ToKnow(Question):
    """Sentences, one below the other."""

    def __init__(self, parent: QWidget, sentences: Sequence[str]) -> None:
        super().__init__(
            parent,
            _("Before you give it away"),
            _("Look at these places: names are in this list."),
        )
        for sentence in sentences:
            line = label(sentence)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(line)
        self.body.addStretch(1)
        self.fill_with_body()
        self.add_close()
        self.take_room(_SIZE)
