"""A quiet strip with a sentence: a first hint, or what went wrong; never a box in the way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.flow import Flow
from annotator.words import _

Offer = tuple[str, Callable[[], object]]
"""What a button below the sentence says, and does."""


class Notice(QWidget):
    """A sentence that stays until it is put away; another one takes its place.

    One that `asks` has buttons that are seen as such, and can be answered later.
    """

    dismissed = Signal()
    grown = Signal()
    """It is shown, hidden, or says something longer or shorter."""

    def __init__(self, name: str, *, warm: bool, asks: bool = False) -> None:
        super().__init__()
        self._asks = asks
        self.setAccessibleName(name)
        strip = QWidget()
        strip.setProperty("look", "warm-strip" if warm else "hint")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(_("Later") if asks else _("Got it"))
        # It begins with what is seen: who speaks to the computer says what is seen.
        close.setAccessibleName(_("{words}: put this away").format(words=close.text()))
        close.setProperty("look", "quiet")
        close.clicked.connect(self._close)
        self._offers = QWidget()
        self._offers.hide()
        self._column = QVBoxLayout(strip)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._column.addLayout(row)
        self._column.addWidget(self._offers)
        row.addWidget(self._words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 12, 0, 0)
        around.addWidget(strip)
        self.hide()

    def say(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence and have it read out; what is offered stands below it."""
        # Not needed for the first article: loading it takes longer than building this strip.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._words.setText(sentence)
        self._offer(offers)
        self.show()
        self.grown.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text() if self.isVisible() else ""

    def hideEvent(self, event: QHideEvent) -> None:
        """There is more room now."""
        super().hideEvent(event)
        self.grown.emit()

    def _offer(self, offers: Sequence[Offer]) -> None:
        if not offers and self._offers.isHidden():
            return
        old, self._offers = self._offers, QWidget()
        self._column.replaceWidget(old, self._offers)
        old.deleteLater()
        row = Flow(self._offers, spacing=8)
        for words, call in offers:
            button = QPushButton(words)
            if not self._asks:
                button.setProperty("look", "quiet")
            button.clicked.connect(lambda _checked=False, do=call: do())
            row.add(button)
        self._offers.setVisible(bool(offers))

    def _close(self) -> None:
        self.hide()
        self.dismissed.emit()
