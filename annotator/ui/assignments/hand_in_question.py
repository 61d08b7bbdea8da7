"""What is still missing, with whom, and why anyway: asked before work leaves this computer."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from annotator.model.assignment import Assignment
from annotator.model.completeness import WHAT_TO_DO
from annotator.model.person import tidy_name
from annotator.model.progress import Progress
from annotator.model.tags import MEANINGS
from annotator.services.handing_in import Standing, Unfinished
from annotator.ui.dialogs.dialog import Question, said
from annotator.words import N_, _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIZE = QSize(560, 460)
_LONGEST = 90
"""Code points of a quote in the list."""


class How(Enum):
    """What becomes of the work here."""

    HAND_IN = "hand in"
    TAKE_ALONG = "take along"
    CLEAR = "clear"


_TITLES = {
    How.HAND_IN: N_("Hand in"),
    How.TAKE_ALONG: N_("Take my work along"),
    How.CLEAR: N_("Hand in and remove my work from this computer"),
}
_SENTENCES = {
    How.HAND_IN: N_(
        "Your work becomes one file for your teacher. It stays here too: you can go on, and hand "
        "in again."
    ),
    How.TAKE_ALONG: N_(
        "Your work and the article become one file that opens on another computer, where you go "
        "on. It is not handed in."
    ),
    How.CLEAR: N_(
        "Your work becomes one file for your teacher. When the file has been read back, your work "
        "is removed from this computer. That cannot be undone: keep the file. Outlet, author, date "
        "and address above the article stay, for whoever comes next."
    ),
}


class MissingModel(QAbstractListModel):
    """Claims that still need something: their words, and what to do."""

    def __init__(self, unfinished: Sequence[Unfinished]) -> None:
        super().__init__()
        self._rows = tuple(unfinished)

    def claim(self, row: int) -> str:
        """The id of the claim in a row."""
        return self._rows[row].claim.id

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words of the claim and what it still needs."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        one = self._rows[index.row()]
        quote = " ".join(one.quote.split())
        shown = quote if len(quote) <= _LONGEST else quote[:_LONGEST].rstrip() + "…"
        needs = ", ".join(_(WHAT_TO_DO[what]) for what in one.missing)
        return _("“{quote}”: {needs}").format(quote=shown, needs=needs)


class HandInQuestion(Question):
    """Asks before work is handed in, taken along or cleared away."""

    wanted = Signal(str, str)
    """The other one of a pair by name ("" for alone), and a reason to hand in anyway."""
    claim_chosen = Signal(str)
    """Go to this claim instead."""

    def __init__(
        self,
        parent: QWidget,
        how: How,
        standing: Standing,
        assignment: Assignment | None,
        progress: Progress,
    ) -> None:
        super().__init__(parent, _(_TITLES[how]), _(_SENTENCES[how]))
        self._asks_for_all = (
            assignment is not None and assignment.require_complete and how is not How.TAKE_ALONG
        )
        self._unfinished = standing.unfinished
        if how is not How.TAKE_ALONG:
            self._show_missing(progress)
        self._ask_with_whom(standing, assignment)
        self._reason = QLineEdit()
        if self._asks_for_all and standing.unfinished:
            self._ask_why()
        self.fill_with_body()
        self.add_buttons(_("Choose where it goes…"), _("Not yet"))
        self._reason.textChanged.connect(self._check)
        self.take_room(_SIZE)
        self._check()

    def accept(self) -> None:
        """Say with whom, and why anyway."""
        self.wanted.emit(self.partner(), self._reason.text())
        super().accept()

    def partner(self) -> str:
        """The other one of a pair, by id where it is known; "" for alone."""
        words = self._with.currentText()
        place = self._with.findText(words)
        known = self._with.itemData(place) if place >= 0 else None
        return str(known) if known is not None else tidy_name(words)

    def _show_missing(self, progress: Progress) -> None:
        for sentence in _lacking(progress):
            self.body.addWidget(said(sentence))
        if not self._unfinished:
            if progress.is_met:
                self.body.addWidget(said(_("Nothing is missing.")))
            return
        number = len(self._unfinished)
        label = QLabel(
            ngettext(
                "{number} claim still needs something",
                "{number} claims still need something",
                number,
            ).format(number=number)
        )
        label.setProperty("look", "strong")
        self._model = MissingModel(self._unfinished)
        view = QListView()
        view.setModel(self._model)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(_("Still missing"))
        view.setProperty("look", "ticks")
        view.activated.connect(self._go)
        view.setMinimumHeight(5 * view.fontMetrics().height())
        label.setBuddy(view)
        self.body.addWidget(label)
        self.body.addWidget(view, 1)
        self.body.addWidget(said(_("Enter or a double click goes to the claim")))

    def _ask_with_whom(self, standing: Standing, assignment: Assignment | None) -> None:
        self._with = QComboBox()
        self._with.setEditable(True)
        self._with.addItem(_("Alone"), "")
        for row in assignment.roster if assignment else ():
            if row.id != standing.person.id:
                self._with.addItem(row.name, row.id)
        partner = standing.partner
        if partner and self._with.findData(partner.id) < 0:
            self._with.addItem(partner.name, partner.id)
        self._with.setCurrentIndex(self._with.findData(partner.id) if partner else 0)
        name = _("With whom you worked (type a name, or choose one)")
        label = QLabel(name)
        label.setProperty("look", "label")
        label.setWordWrap(True)
        label.setBuddy(self._with)
        self._with.setAccessibleName(name)
        self.body.addWidget(label)
        self.body.addWidget(self._with)

    def _ask_why(self) -> None:
        name = _("Hand in anyway, because…")
        label = QLabel(name)
        label.setProperty("look", "label")
        label.setBuddy(self._reason)
        self._reason.setAccessibleName(name)
        self._reason.setMaxLength(500)
        self._reason.setPlaceholderText(_("Write why; then the work can go"))
        self.body.addWidget(label)
        self.body.addWidget(self._reason)

    def _go(self, index: Index) -> None:
        self.claim_chosen.emit(self._model.claim(index.row()))
        self.reject()

    def _check(self) -> None:
        needs_reason = self._asks_for_all and bool(self._unfinished)
        self.yes.setEnabled(not needs_reason or bool(self._reason.text().strip()))


def _lacking(progress: Progress) -> list[str]:
    """What is asked for and not there, in sentences."""
    sentences = []
    least = progress.minimums.at_least
    if progress.passages < least:
        sentences.append(
            _("Asked for are {least} passages; you have {number}.").format(
                least=least, number=progress.passages
            )
        )
    for tag in progress.lacking:
        sentences.append(
            _("{tag}: asked for are {least}, you have {number}.").format(
                tag=_(MEANINGS[tag].name),
                least=progress.minimums.by_tag[tag],
                number=progress.by_tag[tag],
            )
        )
    return sentences
