"""The students as a table: what each did, sorted and filtered; Enter opens the work, read-only."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.model.claim import Outcome
from annotator.model.folding import folded
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.claims.wording import OUTCOMES
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ClassSeen, Student
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.ui.classroom.wording import found_out
from annotator.ui.dates import short_time
from annotator.words import N_, _, ngettext

_PAUSE = 150
_Counted = Callable[[Student], int]
_Key = TypeVar("_Key")
_CHECKS = {
    Outcome.SUPPORTS: N_("Supporting"),
    Outcome.AGAINST: N_("Against"),
    Outcome.NOTHING: N_("Nothing"),
}


class StudentsPage(QWidget):
    """The table, and words to find somebody by."""

    opened = Signal(str)
    """Somebody's work is to be shown: the person's id."""
    hidden = Signal(object, bool)
    """People's ids, and whether their work is to be left out of what the class sees."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: ClassSeen | None = None
        self._names_hidden = False
        self._said = label(look="small")
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Find a name"))
        self._words.setAccessibleName(_("Find a name"))
        self._words.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._fill)
        self._words.textChanged.connect(lambda _text: self._pause.start())
        self._late = QCheckBox(_("Late only"))
        self._late.toggled.connect(lambda _on: self._fill())
        self._open = button(_("Show the work"))
        self._open.setEnabled(False)
        self._open.clicked.connect(self._open_current)
        self._model = TableModel(self._columns())
        self._model.ticked.connect(lambda one, on: self.hidden.emit((one.id,), not on))
        self.table = Table(_("Students"), self._model)
        self.setFocusProxy(self.table)
        self.table.setAccessibleDescription(
            _("Enter shows somebody's work, Space shows or hides them in what the class sees")
        )
        self.table.opened.connect(lambda one: self.opened.emit(one.id))
        self.table.chosen.connect(lambda _one: self._open.setEnabled(True))
        self._all, self._none = button(_("Show all")), button(_("Hide all"))
        self._all.clicked.connect(lambda: self._hide_all(hide=False))
        self._none.clicked.connect(lambda: self._hide_all(hide=True))
        self._lay_out()

    def show_class(self, seen: ClassSeen, *, names_hidden: bool) -> None:
        """Show a class."""
        self._seen, self._names_hidden = seen, names_hidden
        self._words.setVisible(not names_hidden)
        self._fill()

    def _columns(self) -> list[Column[Student]]:
        columns: list[Column[Student]] = [
            Column(
                _("Name"),
                lambda one: one.called(self._names_hidden),
                lambda one: one.found_by if not self._names_hidden else _digits(one.stand_in),
                tick=lambda one: not one.hidden,
                hint=_("A tick: heat map, passages and projector count this work"),
                wide=True,
            ),
            Column(_("Handed in"), _when, lambda one: (one.made is None, str(one.made or ""))),
            _number(_("Passages"), lambda one: one.passages),
        ]
        columns += [_tagged(tag) for tag in (*Tag, None)]
        columns.append(
            Column(
                _("Complete"),
                lambda one: _("{number} of {all}").format(number=one.complete, all=one.claims),
                lambda one: (one.complete, one.claims),
                is_number=True,
            )
        )
        columns += [_checked(outcome) for outcome in Outcome]
        columns.append(
            Column(
                _("Details found"),
                _details,
                _found,
                is_number=True,
                hint=_("What they found out about the article: outlet, author, date, address"),
            )
        )
        return columns

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(8)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._said, 1)
        above.addWidget(self._late)
        above.addWidget(self._words)
        for part in (self._open, self._all, self._none):
            below.addWidget(part)
        below.addStretch(1)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _fill(self) -> None:
        if self._seen is None:
            return
        words = "" if self._names_hidden else folded(self._words.text())
        rows = [
            one
            for one in self._seen.students
            if words in one.found_by and (one.late or not self._late.isChecked())
        ]
        self.table.show_rows(rows)
        self._open.setEnabled(self.table.currentIndex().isValid())
        number = len(rows)
        words = (
            ngettext("{number} hand-in", "{number} hand-ins", number)
            if self._seen.assignment
            else ngettext("{number} annotator", "{number} annotators", number)
        )
        more = self._seen.open_questions()
        self._said.setText("; ".join(filter(None, (words.format(number=number), more))))

    def _open_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.opened.emit(self._model.value(index.row()).id)

    def _hide_all(self, *, hide: bool) -> None:
        if self._seen:
            wanted = [one.id for one in self._seen.students if one.hidden != hide]
            if wanted:
                self.hidden.emit(tuple(wanted), hide)


def _number(name: str, of: _Counted) -> Column[Student]:
    return Column(name, lambda one: str(of(one)), of, is_number=True)


def _tagged(tag: Tag | None) -> Column[Student]:
    return Column(
        _(MEANINGS[tag].name),
        lambda one: str(_of(one.by_tag, tag)),
        lambda one: _of(one.by_tag, tag),
        is_number=True,
        short=MEANINGS[tag].letter,
    )


def _checked(outcome: Outcome) -> Column[Student]:
    return Column(
        _(_CHECKS[outcome]),
        lambda one: str(_of(one.outcomes, outcome)),
        lambda one: _of(one.outcomes, outcome),
        is_number=True,
        hint=_("Checks outside the article: {outcome}").format(outcome=_(OUTCOMES[outcome])),
    )


def _found(one: Student) -> int:
    return sum(bool(value) for _name, value in found_out(one.details))


def _details(one: Student) -> str:
    there = found_out(one.details)
    return _("{number} of {all}").format(number=_found(one), all=len(there))


def _of(numbers: Mapping[_Key, int], key: _Key) -> int:
    return numbers.get(key, 0)


def _digits(words: str) -> tuple[int, str]:
    number = "".join(one for one in words if one.isdecimal())
    return int(number or 0), words


def _when(student: Student) -> str:
    if student.made is None:
        return ""
    when = short_time(student.made)
    return _("{when}, late").format(when=when) if student.late else when
