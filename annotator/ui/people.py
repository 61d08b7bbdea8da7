"""Who annotates, as a menu: somebody who is known here, somebody else, or a corrected name."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.model.ids import PersonId
from annotator.ui.desk import Desk
from annotator.ui.dialogs.naming import ask_name, ask_other_name
from annotator.ui.toolbar import PersonButton
from annotator.words import _


class People(QObject):
    """Fills the menu of the person's button each time it is opened."""

    def __init__(self, window: QObject, desk: Desk, button: PersonButton) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = button.window()
        self._menu = QMenu(button)
        self._menu.aboutToShow.connect(self._fill)
        button.setMenu(self._menu)
        button.show_person(desk.person)
        desk.person_changed.connect(button.show_person)

    def _fill(self) -> None:
        self._menu.clear()
        known = QActionGroup(self._menu)
        for person in sorted(self._desk.people.values(), key=lambda one: one.name.casefold()):
            action = self._menu.addAction(person.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._desk.person is not None and self._desk.person.id == person.id)
            action.triggered.connect(lambda _on=False, one=person.id: self._choose(one))
            known.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(_("Somebody else…"), lambda: ask_name(self._window, self._desk))
        rename = self._menu.addAction(
            _("Correct the name…"), lambda: ask_other_name(self._window, self._desk)
        )
        rename.setEnabled(self._desk.person is not None)

    def _choose(self, person: PersonId) -> None:
        self._desk.sit_down(self._desk.people[person])
