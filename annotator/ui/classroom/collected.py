"""After collecting: one list of what came and what became of it, and the choices that are left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from annotator.model.ids import HandInId
from annotator.services.namesakes import Namesake
from annotator.ui.classroom.came import RESULTS, Came, CollectedSeen
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import Conflict
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.ui.classroom.wording import asked, asked_of
from annotator.ui.dialogs.dialog import Question
from annotator.words import _

_SIZE = QSize(900, 620)


class CollectedPage(Question):
    """Tells what was collected. Whatever is chosen here is done at once."""

    chosen = Signal(str)
    """The id of the hand-in that counts."""
    joined = Signal(str, str)
    """The id of a person, and the id that they are known as."""
    kept_apart = Signal(str)
    """The id of a person who is nobody else of that name."""
    compare_asked = Signal()

    def __init__(self, parent: QWidget, seen: CollectedSeen) -> None:
        super().__init__(parent, _("Collected hand-ins"), seen.summary())
        self.fill_with_body()
        self._model = TableModel(_columns())
        self.table = Table(_("What came"), self._model, lines=2)
        self.table.show_rows(sorted(seen.came, key=Came.order))
        self.body.addWidget(self.table, 1)
        self._whole = label("")
        self.body.addWidget(self._whole)
        self.table.chosen.connect(self._show_whole)
        self.table.selectRow(0)
        self._missing = label("", "soft")
        self.body.addWidget(self._missing)
        self._show_missing(seen.missing)
        for conflict in seen.conflicts:
            self.body.addWidget(self._conflict(conflict))
        for twin in seen.twins:
            self.body.addWidget(self._twin(twin))
        box = self.add_buttons(_("Compare the class"), _("Close"))
        box.accepted.connect(self.compare_asked)
        box.buttons()[0].setEnabled(seen.article is not None)
        room = parent.screen().availableSize() - QSize(40, 80)
        self.resize(_SIZE.boundedTo(room))

    def _show_whole(self, one: Came) -> None:
        """All that is to be known of the current file: its row has room for the beginning."""
        self._whole.setText(": ".join(filter(None, (one.who or one.file, one.notes()))))
        self._whole.setVisible(bool(one.notes()))

    def _conflict(self, conflict: Conflict) -> QWidget:
        """Which of two hand-ins of one number counts; neither does before it is said."""
        words = asked(conflict)
        part, column = _strip(words)
        group = QButtonGroup(part)
        row = QHBoxLayout()
        for hand_in, said, _nameless in conflict.choices:
            choice = QRadioButton(said)
            choice.setAccessibleName(f"{words} {said}")
            # Not `clicked`: assistive technology turns it without a click.
            choice.toggled.connect(lambda on, one=hand_in: self._choose(one) if on else None)
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _show_missing(self, names: Sequence[str]) -> None:
        self._names = names
        self._missing.setText(_("Not in yet: {names}").format(names=", ".join(names)))
        self._missing.setVisible(bool(names))

    def _twin(self, twin: Namesake) -> QWidget:
        words = asked_of(twin)
        part, column = _strip(words)
        one, two = button(_("They are one person")), button(_("They are two people"))
        for made in (one, two):
            made.setAccessibleName(f"{words} {made.text()}")
        one.clicked.connect(lambda: self._join(twin, part))
        two.clicked.connect(lambda: self._keep_apart(twin, part))
        row = QHBoxLayout()
        row.addWidget(one)
        row.addWidget(two)
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _choose(self, hand_in: HandInId) -> None:
        self.chosen.emit(hand_in)

    def _join(self, twin: Namesake, part: QWidget) -> None:
        self.joined.emit(twin.person, twin.known_as)
        part.hide()
        if twin.is_absent:
            left = list(self._names)
            left.remove(twin.other)
            self._show_missing(left)

    def _keep_apart(self, twin: Namesake, part: QWidget) -> None:
        self.kept_apart.emit(twin.person)
        part.hide()


def _strip(words: str) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    part.setProperty("look", "hint")
    column = QVBoxLayout(part)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(6)
    column.addWidget(label(words))
    return part, column


def _columns() -> Sequence[Column[Came]]:
    return [
        Column(_("What became of it"), lambda one: _(RESULTS[one.result]), Came.order),
        Column(_("Name"), lambda one: one.who),
        Column(
            _("Number"),
            lambda one: "" if one.number is None else str(one.number),
            lambda one: one.number or 0,
            is_number=True,
        ),
        Column(_("Note"), Came.notes, wide=True),
        Column(_("File"), lambda one: one.file),
    ]
