"""The line at the foot: whether it is saved, and one sentence that a student would say."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from annotator.words import N_, _

if TYPE_CHECKING:
    # Not needed for the first frame, so not loaded for it.
    from annotator.model.passages import Tally
    from annotator.ui.worker import Progress

_SAID_FOR_MS = 6_000
_SHOWN_AFTER_MS = 300
_NOT_SAVED = N_("The last change is not saved")


class StatusBar(QStatusBar):
    """Says what is saved, what there is, what is missing, and how large the text is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.saved = _label(_("Saved"))
        self.summary = _label()
        self.needed = _label()
        self.zoom = _label()
        self.addWidget(self.saved)
        self.addWidget(self.summary, 1)
        self.addPermanentWidget(self.needed)
        self.addPermanentWidget(self.zoom)
        self._bar, self._cancel = QProgressBar(), QPushButton(_("Cancel"))
        self._bar.setAccessibleName(_("Progress"))
        self._cancel.setProperty("look", "quiet")
        self._cancel.clicked.connect(self._cancelled)
        for widget in (self._bar, self._cancel):
            self.addPermanentWidget(widget)
            widget.hide()
        self._state = "✓ " + _("Saved")
        self._progress: Progress | None = None
        self._is_busy = self._is_working = False
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_SHOWN_AFTER_MS)
        self._busy.timeout.connect(self._say_busy)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.timeout.connect(self._say_summary)
        self._sentence = ""

    def set_busy(self, busy: bool) -> None:
        """Say that a step is on its way to the disk, when it takes longer than a blink."""
        self._is_busy = busy
        if busy:
            self._busy.start()
            return
        self._busy.stop()
        self._is_working = False
        self._show_state()
        self._show_bar()

    def show_saved(self, saved: bool) -> None:
        """The last change is on disk, or not; it is said when nothing is on its way any more."""
        self._state = "✓ " + _("Saved") if saved else _(_NOT_SAVED)
        if not self._is_busy:
            self._show_state()

    def show_closed(self) -> None:
        """Nothing is open, so nothing is saved; said as `show_saved` is."""
        self._state = _("Closed")

    def show_tally(self, tally: "Tally | None") -> None:
        """Say how many claims there are and what they still need."""
        there = tally if tally and tally.claims else None
        self.show_sentence(there.summary() if there else "", there.still_needed() if there else "")

    def show_sentence(self, sentence: str, needed: str) -> None:
        """Say another sentence than that of a tally, and what stands at the end."""
        self._sentence = sentence
        self.needed.setText(needed)
        if not self._said.isActive():
            self._say_summary()

    def say(self, sentence: str) -> None:
        """Say something for a few seconds."""
        self.summary.setText(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self._said.start(_SAID_FOR_MS)

    def show_zoom(self, percent: int) -> None:
        """Say how large the article's text is."""
        self.zoom.setText(f"{percent} %")

    def show_progress(self, progress: "Progress | None") -> None:
        """Offer to cancel the work whose progress this is; None takes the offer back."""
        self._progress = progress
        self._bar.setRange(0, 0)
        self._show_bar()

    def move_progress(self, done: int, total: int) -> None:
        """Move the bar; of a total of 0 nobody knows how much there is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _say_busy(self) -> None:
        self._is_working = True
        self.saved.setText(_("Working…"))
        self._show_bar()

    def _show_state(self) -> None:
        self.saved.setText(self._state)
        self._warn(self._state == _(_NOT_SAVED))

    def _warn(self, warm: bool) -> None:
        look = "warm" if warm else ""
        if self.saved.property("look") != look:
            self.saved.setProperty("look", look)
            # A style sheet looks at properties once.
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)

    def _show_bar(self) -> None:
        for widget in (self._bar, self._cancel):
            widget.setVisible(self._is_working and self._progress is not None)

    def _cancelled(self) -> None:
        if self._progress:
            self._progress.cancel()

    def _say_summary(self) -> None:
        self.summary.setText(self._sentence)


def _label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
