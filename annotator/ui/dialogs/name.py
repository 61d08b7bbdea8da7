"""Who annotates: asked at the first tag, and whenever somebody else sits down."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from annotator.model.folding import folded
from annotator.model.person import folded_name, tidy_name
from annotator.ui.dialogs.dialog import Question
from annotator.words import _

_ROWS = 8
"""So many names are seen at once; the others are scrolled to, or found by typing."""
_AROUND, _FRAME = 6, 8
"""The room around a name, and around the list, in px."""


class _Asked(NamedTuple):
    """The words of a question for a name."""

    title: str
    sentence: str
    yes: str
    no: str


def _who(*, of_class: bool) -> _Asked:
    said = _(
        "Your name stands on your claims and on your report. It stays on this computer until you "
        "hand your work in."
    )
    return _Asked(
        _("Who annotates?"),
        said if of_class else f"{said} {_('A nickname will do.')}",
        _("That is me"),
        _("Not now"),
    )


def _correction() -> _Asked:
    return _Asked(
        _("Correct the name"),
        _(
            "The name changes on all claims made under it, in every article. Nobody else is made, "
            "and no claim changes hands. Files written before keep the old name."
        ),
        _("Correct the name"),
        _("Leave it as it is"),
    )


class NameQuestion(Question):
    """Asks for a name; those that are known stand in a list to choose from.

    Those `of_class` are the names that the teacher knows. With `now` it asks how the person of that
    name is really called.
    """

    named = Signal(str)

    def __init__(
        self, parent: QWidget, names: Sequence[str], now: str = "", *, of_class: bool = False
    ) -> None:
        asked = _correction() if now else _who(of_class=of_class)
        super().__init__(parent, asked.title, asked.sentence)
        self._names, self._corrects = tuple(names), bool(now)
        self._field = QLineEdit(now)
        self._field.setMaxLength(200)
        self._field.setAccessibleName(_("Your name"))
        label = QLabel(_("Choose your name, or type it") if names else _("Your name"))
        label.setProperty("look", "label")
        label.setBuddy(self._field)
        self.body.addWidget(label)
        self.body.addWidget(self._field)
        self.list = self._offered()
        self.body.addWidget(self.list, 1)
        self.add_buttons(asked.yes, asked.no)
        self._field.textChanged.connect(self._check)
        self._field.textEdited.connect(self._narrow)
        self._field.installEventFilter(self)
        self._check()
        self._field.selectAll()
        self._field.setFocus()

    def accept(self) -> None:
        """Say the name, if there is one."""
        if tidy_name(self._field.text()):
            self.named.emit(self._meant(self._field.text()))
            super().accept()

    def _meant(self, typed: str) -> str:
        """The one known name that is so but for capital letters: nobody means two people by that.

        A name that is being corrected is as it is typed.
        """
        same = [one for one in self._names if folded_name(one) == folded_name(typed)]
        return same[0] if len(same) == 1 and not self._corrects else typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the key Down goes into the list.

        Enter takes what is written: “Ann” may be somebody else than the Anna who is offered.
        """
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self._field and is_down and event.type() == QEvent.Type.KeyPress:
            self._go_into_list()
            return True
        return super().eventFilter(watched, event)

    def _offered(self) -> QListView:
        self._shown = QStringListModel(list(self._names), self)
        view = QListView()
        view.setModel(self._shown)
        view.setProperty("look", "ticks")
        view.setAccessibleName(_("Names"))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = min(len(self._names), _ROWS)
        view.setMinimumHeight(rows * (view.fontMetrics().height() + _AROUND) + _FRAME)
        view.setVisible(bool(self._names))
        # Not what is current: the keyboard on its way through the list takes nothing.
        view.selectionModel().selectionChanged.connect(lambda now, _before: self._take(now))
        view.activated.connect(self._take_and_go)
        return view

    def _go_into_list(self) -> None:
        if self._shown.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self._shown.index(0))

    def _take(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            self._field.setText(str(index.data()))

    def _take_and_go(self, index: QModelIndex) -> None:
        self._field.setText(str(index.data()))
        self.accept()

    def _narrow(self, words: str) -> None:
        """Offer the names that hold what is typed, those first that begin so; accents are one."""
        wanted = folded(words.strip())
        found = [one for one in self._names if wanted in folded(one)]
        self._shown.setStringList(sorted(found, key=lambda one: not folded(one).startswith(wanted)))

    def _check(self) -> None:
        self.yes.setEnabled(bool(tidy_name(self._field.text())))
