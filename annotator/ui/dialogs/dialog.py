"""What all the window's questions share: a sentence, fields in a column, two buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.words import _

_SIDES = 48
"""The room at both sides of what is said and asked, in px."""
_FRAME = QSize(16, 16)
"""So much of the window behind a question is seen around it."""


class Question(QDialog):
    """A question in front of the window. It never blocks the program: `open()` it."""

    yes: QPushButton
    """The button that goes on, where something is asked."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDES // 2, 24, _SIDES // 2, 16)
        self._column.setSpacing(16)
        heading = QLabel(title)
        heading.setProperty("look", "heading")
        self._column.addWidget(heading)
        self._column.addWidget(said(sentence))
        self._column.addLayout(self.body)

    def fill_with_body(self) -> None:
        """Give the body all room that there is; where that is too little, it scrolls."""
        self._holder = _Body()
        self.body.setContentsMargins(0, 0, 0, 0)
        self._column.removeItem(self.body)
        self._holder.setLayout(self.body)
        area = self._area = QScrollArea()
        area.setWidget(self._holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.insertWidget(2, area, 1)

    def take_room(self, usual: QSize) -> None:
        """Be as large as usual, larger for large letters, not larger than the window behind."""
        behind = self.parentWidget()
        assert behind
        self.ensurePolished()
        least, body = self.minimumSizeHint(), self._holder.minimumSizeHint()
        width = max(least.width(), body.width() + _SIDES)
        high = max(body.height(), self._holder.heightForWidth(max(width, usual.width()) - _SIDES))
        needed = QSize(width, least.height() - self._area.minimumSizeHint().height() + high)
        self.resize(usual.expandedTo(needed).boundedTo(behind.window().size() - _FRAME))

    def add_close(self) -> None:
        """The one button of a page that asks nothing."""
        box = QDialogButtonBox()
        box.addButton(_("Close"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        box.accepted.connect(self.accept)
        self._column.addWidget(box)

    def add_buttons(self, yes: str, no: str) -> QDialogButtonBox:
        """The two buttons; Enter is the first, Escape the second."""
        box = QDialogButtonBox()
        self.yes = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        reject = box.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        reject.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._column.addWidget(box)
        return box


class _Body(QWidget):
    """Scrolls only when it cannot get smaller: a list in it takes the room that is left."""

    def heightForWidth(self, width: int) -> int:
        """The least height, where Qt would say the one that is liked."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else -1


def said(sentence: str) -> QLabel:
    """A sentence that wraps and is never taken for markup."""
    label = QLabel(sentence)
    label.setWordWrap(True)
    label.setMinimumWidth(380)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "soft")
    return label
