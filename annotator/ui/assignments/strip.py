"""What is asked for, beside the article: the student's instructions and how far they are.

For whoever handed the article out it is the way to what the class made of it.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.assignment import Assignment
from annotator.model.progress import Progress
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.dates import long_day
from annotator.ui.flow import Flow
from annotator.ui.palette import Palette
from annotator.words import _, ngettext

_FOLDED = 2
"""So many lines of the instructions are always seen."""
_LONG = 160
"""Code points; what is longer is folded."""


class AssignmentStrip(QWidget):
    """Says what it is shown; its buttons are the deeds of the menu, by their ids."""

    asked = Signal(str)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._progress: Progress | None = None
        self.setAccessibleName(_("Assignment"))
        card = QWidget()
        card.setProperty("look", "hint")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._due = _words("strong"), _words("small")
        self._instructions = _words("")
        self._more = QPushButton()
        self._more.setProperty("look", "quiet")
        self._more.setCheckable(True)
        self._more.toggled.connect(lambda _on: self._fold())
        self._chips = QWidget()
        self._flow = Flow(self._chips, spacing=12)
        self._handed = _words("small")
        self._buttons = QWidget()
        self._row = Flow(self._buttons, spacing=8)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self._title, self._due, self._instructions, self._chips, self._handed):
            column.addWidget(widget)
        column.insertWidget(3, self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._buttons)
        around = QHBoxLayout(self)
        around.setContentsMargins(12, 0, 12, 0)
        around.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_assignment(self, assignment: Assignment | None, *, late: bool) -> None:
        """Show what is asked for; None: nothing is."""
        self.setVisible(assignment is not None)
        if assignment is None:
            return
        self._title.setText(assignment.title)
        self._due.setText(_due(assignment, late=late))
        self._due.setVisible(assignment.due is not None)
        _look(self._due, "warm" if late and not assignment.is_mine else "small")
        self._asked_words = assignment.instructions
        self._more.setChecked(False)
        self._fold()
        self._offer(assignment)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the work is; None: nobody works on it here."""
        if progress == self._progress:
            return
        self._progress = progress
        self._flow.clear()
        for chip in _chips(progress, self._palette) if progress else ():
            self._flow.add(chip)
        self._chips.setVisible(progress is not None)
        self._chips.setAccessibleName(_said(progress) if progress else "")

    def show_handed_in(self, sentence: str) -> None:
        """Say when it was handed in last; "" says nothing."""
        self._handed.setText(sentence)
        self._handed.setVisible(bool(sentence))

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self._palette = palette
        progress, self._progress = self._progress, None
        self.show_progress(progress)

    _asked_words = ""

    def _fold(self) -> None:
        lines = [line for line in self._asked_words.splitlines() if line.strip()]
        is_long = len(lines) > _FOLDED or len(self._asked_words) > _LONG
        shown = self._asked_words
        if is_long and not self._more.isChecked():
            shown = _begun("\n".join(lines[:_FOLDED]))
        self._instructions.setText(shown)
        self._instructions.setVisible(bool(shown))
        self._more.setVisible(is_long)
        self._more.setText(_("Less") if self._more.isChecked() else _("All of it"))

    def _offer(self, assignment: Assignment) -> None:
        self._row.clear()
        offers = (
            (("collect", _("Collect hand-ins…")), ("compare_class", _("Compare the class…")))
            if assignment.is_mine
            else (("hand_in", _("Hand in…")),)
        )
        for deed, words in offers:
            button = QPushButton(words)
            button.setProperty("look", "quiet")
            button.clicked.connect(lambda _on=False, one=deed: self.asked.emit(one))
            self._row.add(button)


def _begun(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(None, 1)[0] + " …"


def _due(assignment: Assignment, *, late: bool) -> str:
    if assignment.due is None:
        return ""
    said = _("It was due on {day}.") if late else _("Due on {day}")
    return said.format(day=long_day(assignment.due))


def _chips(progress: Progress, palette: Palette) -> list[QWidget]:
    chips: list[QWidget] = []
    asked = progress.minimums
    if asked.at_least:
        chips.append(_chip(None, _count(progress.passages, asked.at_least), palette))
    for tag in Tag:
        if asked.by_tag.get(tag):
            words = _count(progress.by_tag[tag], asked.by_tag[tag])
            chips.append(_chip(tag, words, palette))
    return chips


def _chip(tag: Tag | None, words: str, palette: Palette) -> QWidget:
    chip = QWidget()
    row = QHBoxLayout(chip)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(4)
    if tag is not None:
        badge = QLabel()
        badge.setPixmap(badge_pixmap(tag, palette, ratio=chip.devicePixelRatioF()))
        badge.setToolTip(_(MEANINGS[tag].name))
        row.addWidget(badge)
    said = words if tag is not None else _("{count} passages").format(count=words)
    row.addWidget(QLabel(said))
    return chip


def _count(number: int, least: int) -> str:
    said = _("{number} of {least}").format(number=number, least=least)
    return f"✓ {said}" if number >= least else said


def _said(progress: Progress) -> str:
    """The same in words, for those who do not see it."""
    parts = [
        ngettext("{number} passage", "{number} passages", progress.passages).format(
            number=progress.passages
        )
    ]
    for tag, least in progress.minimums.by_tag.items():
        parts.append(
            _("{tag}: {number} of {least}").format(
                tag=_(MEANINGS[tag].name), number=progress.by_tag[tag], least=least
            )
        )
    return ", ".join(parts)


def _words(look: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumSize(QSize(0, 0))
    if look:
        label.setProperty("look", look)
    return label


def _look(label: QLabel, look: str) -> None:
    if label.property("look") != look:
        label.setProperty("look", look)
        label.style().unpolish(label)
        label.style().polish(label)
