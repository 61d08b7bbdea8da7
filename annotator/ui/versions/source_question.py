"""Asks where the newer version of an article is."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from annotator.model.article import Article
from annotator.ui.dialogs.dialog import Question
from annotator.words import N_, _


class Place(Enum):
    """Where a newer version may be."""

    FILE = N_("In a file")
    ADDRESS = N_("On the web, at an address")
    CLIPBOARD = N_("On the clipboard: I have copied it")


class SourceQuestion(Question):
    """Says which of the places it is."""

    chosen = Signal(object)
    """The Place."""

    def __init__(self, parent: QWidget, article: Article) -> None:
        super().__init__(
            parent,
            _("Add a newer version"),
            _(
                "The same story, published later. “{title}” stays as it is, with all claims. You "
                "see both side by side, and what becomes of each claim, before anything is stored. "
                "Where is the newer version?"
            ).format(title=article.metadata.title),
        )
        self._buttons = {place: QRadioButton(_(place.value)) for place in Place}
        for place, button in self._buttons.items():
            button.setChecked(place is Place.FILE)
            self.body.addWidget(button)
        self.add_buttons(_("Go on"), _("Cancel"))
        self._buttons[Place.FILE].setFocus()

    def choose(self, place: Place) -> None:
        """Choose as the mouse would."""
        self._buttons[place].setChecked(True)

    def accept(self) -> None:
        """Say which it is."""
        super().accept()
        self.chosen.emit(next(one for one, button in self._buttons.items() if button.isChecked()))
