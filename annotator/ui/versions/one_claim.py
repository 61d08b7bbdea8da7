"""One claim that is looked at: its words then and now, and what to do with it."""

from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model.anchor import How
from annotator.model.carrying import Fate
from annotator.model.differences import changed_words
from annotator.model.span import Span
from annotator.ui.flow import Flow
from annotator.ui.versions.decisions import Decisions
from annotator.words import _

_LONGEST_COMPARED = 4_000
"""A longer passage is shown without marks: it stands marked in the texts above."""


class OneClaim(QWidget):
    """Shows a claim and says what the person decides for it."""

    decided = Signal(object)
    """Where it shall go on: a Span of the newer text, or None to leave it behind."""

    def __init__(self, decisions: Decisions) -> None:
        super().__init__()
        self._decisions = decisions
        self._fate: Fate | None = None
        self._selected: Span | None = None
        self._question, self._then, self._now = _label("strong"), _label(), _label()
        self._take, self._leave = _chip(_("Take over")), _chip(_("Leave behind"))
        self._anew = _chip(_("Take over to the selected words"))
        self._anew.setCheckable(False)
        # Assistive technology toggles, and does not click.
        self._take.toggled.connect(self._take_over)
        self._leave.toggled.connect(lambda: self.decided.emit(None))
        self._anew.clicked.connect(self._take_selected)
        self._lay_out()
        self.show_claim(None)

    def show_claim(self, fate: Fate | None) -> None:
        """Show another claim, or what was decided for this one."""
        self._fate = fate
        self._question.setText(self._decisions.question(fate) if fate else "")
        self._say_words(fate)
        is_asked = fate is not None and self._decisions.is_open
        for button in (self._take, self._leave, self._anew):
            button.setVisible(is_asked)
        if fate is None or not is_asked:
            return
        place = self._decisions.place(fate)
        self._take.setVisible(fate.span is not None)
        _check(self._take, place is not None and place == fate.span)
        _check(self._leave, place is None and not self._is_undecided(fate))
        self._allow_anew()

    def show_selected(self, span: Span | None) -> None:
        """Something else is selected in the newer text."""
        self._selected = span
        self._allow_anew()

    def _is_undecided(self, fate: Fate) -> bool:
        return fate.how is How.CHANGED and fate.claim.id not in self._decisions.choices

    def _allow_anew(self) -> None:
        self._anew.setEnabled(self._selected is not None)
        self._anew.setToolTip(
            "" if self._selected else _("Select the words in the newer version first.")
        )

    def _say_words(self, fate: Fate | None) -> None:
        texts = self._decisions.versions.texts
        place = None
        if fate:
            place = self._decisions.place(fate) or fate.span
        then = texts.old_words(fate.claim.span) if fate else ""
        now = texts.new_words(place) if place else ""
        gone: list[Span] = []
        came: list[Span] = []
        if then != now and now and max(len(then), len(now)) <= _LONGEST_COMPARED:
            gone, came = changed_words(then, now)
        differs = bool(now) and now != then
        _show(self._then, _("Then: “{words}”") if differs else _("“{words}”"), then, gone, "s")
        _show(self._now, _("Now: “{words}”"), now, came, "u")
        self._then.setVisible(bool(then))
        self._now.setVisible(differs)

    def _take_over(self) -> None:
        if self._fate:
            self.decided.emit(self._fate.span)

    def _take_selected(self) -> None:
        if self._selected:
            self.decided.emit(self._selected)

    def _lay_out(self) -> None:
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        for label in (self._question, self._then, self._now):
            inner.addWidget(label)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(words)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        buttons = QWidget()
        row = Flow(buttons, spacing=8, down=8)
        for button in (self._take, self._leave, self._anew):
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addWidget(buttons)


def _chip(name: str) -> QPushButton:
    button = QPushButton(name)
    button.setAutoDefault(False)
    button.setCheckable(True)
    button.setProperty("look", "chip")
    return button


def _check(button: QPushButton, checked: bool) -> None:
    """Show what was decided, which decides nothing."""
    with QSignalBlocker(button):
        button.setChecked(checked)


def _label(look: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("look", look)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _show(label: QLabel, sentence: str, words: str, marks: list[Span], element: str) -> None:
    """Words with marks; they are escaped, because a label takes what is like markup for markup."""
    said, at = "", 0
    for start, end in marks:
        said += f"{escape(words[at:start])}<{element}>{escape(words[start:end])}</{element}>"
        at = end
    said += escape(words[at:])
    label.setText(escape(sentence).format(words=said.replace("\n", "<br>")))
    label.setAccessibleName(sentence.format(words=words))
