"""The details of an article as one line, for windows so low that the text would have no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from annotator.words import _

_BETWEEN = " · "
_AROUND = 6
"""Between the words and the button's ends, in px."""


def in_one_line(details: dict[str, str]) -> str:
    """What is known, then what is not; `details` are values by their names, empty when unknown."""
    known = _BETWEEN.join(value for value in details.values() if value)
    missing = _BETWEEN.join(name for name, value in details.items() if not value)
    if not missing:
        return known
    if not known:
        return _("{names} — unknown: find out").format(names=missing)
    return _("{known} — still unknown: {names}").format(known=known, names=missing)


class FoldButton(QPushButton):
    """Opens the details and folds them again; its words are cut where they are too long."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("look", "fold")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str, does: str) -> None:
        """Show some words; `does` is what a click does."""
        self._words = words
        self.setAccessibleName(words)
        self.setAccessibleDescription(does)
        self.setToolTip(does)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._cut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click, as Space is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _cut(self) -> None:
        room = self.width() - 2 * _AROUND
        shown = QFontMetrics(self.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        self.setText(shown.replace("&", "&&"))
