"""What is asked before a class report or feedback is written: kind, paper, names, and no more."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from annotator.model.paper import Paper
from annotator.ui.classroom.parts import label
from annotator.ui.dialogs.dialog import Question
from annotator.words import N_, _

PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("US Letter")}
_SIZE = QSize(580, 540)


class Usual(NamedTuple):
    """What was chosen the last time."""

    kind: str
    paper: Paper
    anonymous: bool


class Kind(NamedTuple):
    """A kind of file: its name, its suffix, a title and what is in it, already in words."""

    name: str
    suffix: str
    title: str
    keeps: str
    on_paper: bool


class GivingQuestion(Question):
    """Asks for the kind of file, its paper, and whether it names people.

    `says` tells of a kind, without names or with them, what the file says about people.
    """

    def __init__(
        self,
        parent: QWidget,
        asks: tuple[str, str],
        kinds: Sequence[Kind],
        usual: Usual,
        says: Callable[[Kind, bool], str],
    ) -> None:
        super().__init__(parent, *asks)
        self._kinds, self._says = tuple(kinds), says
        self.body.setSpacing(4)
        self._keeps, self._personal = label(look="small"), label(look="small")
        self._kind, _label = self._ask(_("Kind of file"), [one.title for one in self._kinds])
        names = [one.name for one in self._kinds]
        self._kind.setCurrentIndex(names.index(usual.kind) if usual.kind in names else 0)
        self.body.addWidget(self._keeps)
        self._paper, self._paper_label = self._ask(
            _("Paper"), [_(name) for name in PAPERS.values()]
        )
        self._paper.setCurrentIndex(list(PAPERS).index(usual.paper))
        self.anonymous = QCheckBox(_("Leave names out (Student 1, 2, …)"))
        self.anonymous.setChecked(usual.anonymous)
        self._kind.currentIndexChanged.connect(lambda _place: self.follow())
        self.anonymous.toggled.connect(lambda _on: self.follow())

    def kind(self) -> Kind:
        """The kind of file that is wanted."""
        return self._kinds[self._kind.currentIndex()]

    def paper(self) -> Paper:
        """The paper that is wanted, where there is any."""
        return list(PAPERS)[self._paper.currentIndex()]

    def usual(self) -> Usual:
        """What is chosen now."""
        return Usual(self.kind().name, self.paper(), self.anonymous.isChecked())

    def follow(self) -> None:
        """Show what goes with what is chosen."""
        kind = self.kind()
        self._keeps.setText(kind.keeps)
        self._keeps.setVisible(bool(kind.keeps))
        self._kind.setAccessibleDescription(kind.keeps)
        for part in (self._paper_label, self._paper):
            part.setVisible(kind.on_paper)
        said = self._says(kind, self.anonymous.isChecked())
        self._personal.setText(said)
        self.anonymous.setAccessibleDescription(said)

    def ask_names(self) -> None:
        """Ask last whether people are named, and say what the file says about them."""
        self.body.addSpacing(8)
        self.body.addWidget(self.anonymous)
        self.body.addWidget(self._personal)
        self.body.addStretch(1)
        self.follow()
        self.fill_with_body()
        self.add_buttons(_("Choose where it goes…"), _("Cancel"))
        self.take_room(_SIZE)

    def _ask(self, name: str, entries: Sequence[str]) -> tuple[QComboBox, QLabel]:
        box, above = QComboBox(), QLabel(name)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.addItems(list(entries))
        above.setProperty("look", "label")
        above.setBuddy(box)
        self.body.addSpacing(4)
        self.body.addWidget(above)
        self.body.addWidget(box)
        return box, above
