"""What a teacher asks for: words, a day, how many passages, whether complete, and of whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.model.assignment import Assignment, Minimums
from annotator.model.failure import Refusal
from annotator.model.ids import AssignmentId
from annotator.services.assigning import Asked, roster_of_text, text_of_roster
from annotator.ui.assignments.numbers import Numbers
from annotator.ui.dialogs.dialog import Question
from annotator.words import _, ngettext

_SIZE = QSize(600, 700)
_IN_A_WEEK = 7
_LINES = 4


class AssignmentQuestion(Question):
    """Asks what shall be done with an article; an assignment that there is can be revised."""

    wanted = Signal(object, object)
    """What is asked for, and the id of the assignment that it revises, or None."""
    list_asked = Signal()
    """The names of the class are to come from a file; `show_names` takes them."""

    def __init__(self, parent: QWidget, title: str, there: Sequence[Assignment]) -> None:
        super().__init__(
            parent,
            _("Make an assignment"),
            _(
                "One file with the article and what you ask for. Your own claims on it are not "
                "in the file: they are the key that you can compare the class with later."
            ),
        )
        self._there = list(there)
        self._article_title = title
        self.body.setSpacing(4)
        self._ask_which()
        self._ask_words()
        self._ask_numbers()
        self._ask_names()
        self.body.addStretch(1)
        self.fill_with_body()
        self.add_buttons(_("Choose where it goes…"), _("Cancel"))
        self.take_room(_SIZE)
        self._fill(None)
        self._title.setFocus()

    def asked(self) -> Asked:
        """What the fields say."""
        return Asked(
            title=self._title.text(),
            instructions=self._instructions.toPlainText(),
            due=_day(self._due.date()) if self._has_due.isChecked() else None,
            minimums=self._numbers.minimums(),
            require_complete=self._complete.isChecked(),
            roster=self._names(),
            no_due=not self._has_due.isChecked(),
        )

    def show_names(self, names: Sequence[str]) -> None:
        """Fill in the names of the class, one a line."""
        self._roster.setPlainText(text_of_roster(names))

    def accept(self) -> None:
        """Say what is asked for."""
        if self._names() is None:
            return
        self.wanted.emit(self.asked(), self._revised_id())
        super().accept()

    # The fields

    def _ask_which(self) -> None:
        self._which = QComboBox()
        self._which.addItem(_("A new assignment"))
        for one in self._there:
            said = _("A newer revision of “{title}” (now {revision})")
            self._which.addItem(said.format(title=one.title, revision=one.revision))
        label = self._add(_("What to make"), self._which)
        for widget in (label, self._which):
            widget.setVisible(bool(self._there))
        self._which.currentIndexChanged.connect(lambda _place: self._fill(self._revised()))

    def _ask_words(self) -> None:
        self._title = QLineEdit()
        self._title.setMaxLength(200)
        self._instructions = QPlainTextEdit()
        self._instructions.setTabChangesFocus(True)
        self._instructions.setPlaceholderText(
            _("For example: Find who says what, and check one number.")
        )
        metrics = self._instructions.fontMetrics()
        self._instructions.setFixedHeight(_LINES * metrics.lineSpacing() + 20)
        self._has_due = QCheckBox(_("Due on"))
        self._due = QDateEdit()
        self._due.setCalendarPopup(True)
        self._due.setAccessibleName(_("The last day to hand in"))
        self._due.setEnabled(False)
        self._has_due.toggled.connect(self._due.setEnabled)
        self._add(_("Title"), self._title)
        self._add(_("What the students shall do"), self._instructions)
        row = QHBoxLayout()
        row.addWidget(self._has_due)
        row.addWidget(self._due)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)

    def _ask_numbers(self) -> None:
        self._numbers = Numbers()
        label = QLabel(_("At least this many passages (0 asks for none; it never blocks)"))
        label.setWordWrap(True)
        label.setProperty("look", "label")
        self._complete = QCheckBox(_("Ask for a reason when something is missing"))
        self._complete.setToolTip(
            _("Who hands in claims that lack a source or evidence has to say why.")
        )
        self.body.addSpacing(8)
        for widget in (label, self._numbers, self._complete):
            self.body.addWidget(widget)

    def _ask_names(self) -> None:
        self._roster = QPlainTextEdit()
        self._roster.setTabChangesFocus(True)
        self._roster.setPlaceholderText(_("One name a line; leave it empty to do without"))
        self._roster.setFixedHeight(self._instructions.height())
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setProperty("look", "small")
        from_file = QPushButton(_("From a file…"))
        from_file.setProperty("look", "quiet")
        from_file.setAutoDefault(False)
        from_file.clicked.connect(self.list_asked)
        self._add(_("The class, so that you see who is missing (optional)"), self._roster)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(from_file)
        self.body.addLayout(row)
        self._roster.textChanged.connect(self._count)

    def _add(self, name: str, field: QWidget) -> QLabel:
        label = QLabel(name)
        label.setProperty("look", "label")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.body.addSpacing(4)
        self.body.addWidget(label)
        self.body.addWidget(field)
        return label

    # What stands in them

    def _revised(self) -> Assignment | None:
        place = self._which.currentIndex() - 1
        return self._there[place] if place >= 0 else None

    def _revised_id(self) -> AssignmentId | None:
        revised = self._revised()
        return revised.id if revised else None

    def _fill(self, revised: Assignment | None) -> None:
        self._title.setText(revised.title if revised else self._article_title)
        self._instructions.setPlainText(revised.instructions if revised else "")
        due = revised.due if revised else None
        self._has_due.setChecked(due is not None)
        in_a_week = QDate.currentDate().addDays(_IN_A_WEEK)
        self._due.setDate(QDate(due.year, due.month, due.day) if due else in_a_week)
        self._numbers.show_minimums(revised.minimums if revised else Minimums())
        self._complete.setChecked(revised is not None and revised.require_complete)
        last = self._there[-1] if self._there else None
        # The class is the same one as the last time, more often than not.
        known = revised or last
        self.show_names([one.name for one in known.roster] if known else [])
        self._count()

    def _names(self) -> tuple[str, ...] | None:
        """The names; None when what stands there is no list of them."""
        text = self._roster.toPlainText()
        if not text.strip():
            return ()
        try:
            return roster_of_text(text)
        except Refusal as refusal:
            self._said.setText(refusal.sentence)
            return None

    def _count(self) -> None:
        names = self._names()
        if names is None:
            return
        number = len(names)
        said = ngettext("{number} name", "{number} names", number).format(number=number)
        self._said.setText(said if number else "")


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
