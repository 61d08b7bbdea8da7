"""Small things that the places of the class window are made of."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.classroom.seen import Tags
from annotator.ui.classroom.splits import paint_split
from annotator.ui.palette import Palette


def label(words: str = "", look: str = "") -> QLabel:
    """Plain words that wrap, never taken for markup."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if look:
        made.setProperty("look", look)
    return made


def button(words: str, look: str = "", hint: str = "") -> QPushButton:
    """A button that Enter in a list never presses."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if hint:
        made.setToolTip(hint)
    return made


class SplitBar(QWidget):
    """How a class splits, as a bar; what it shows is said in words beside it."""

    def __init__(self, palette: Palette, height: int = 8) -> None:
        super().__init__()
        self._palette = palette
        self._split: tuple[tuple[Tags, int], ...] = ()
        self._high = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_split(self, split: Sequence[tuple[Tags, int]], palette: Palette) -> None:
        """Show another split, or other colours."""
        self._palette = palette
        self._split = tuple(split)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was made."""
        return QSize(80, self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_split(painter, QRectF(self.rect()), self._split, self._palette, mirrored)


class Figure(QWidget):
    """A number that counts at a glance, and what it is of."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "figure")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number, self._words = label(look="heading"), label(look="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        column.addWidget(self._number)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, number: str, words: str) -> None:
        """Show another number."""
        self._number.setText(number)
        self._words.setText(words)
