"""Which articles the list is about: all, those of a collection, or the bin."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.model.ids import ArticleId, CollectionId
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.filing import Shelf

ALL, BIN = "", "bin"
"""The places that are no collection."""


class Chooser(QToolButton):
    """A button that names the place; its menu has the others, and what can be done with one."""

    chosen = Signal(str)
    """ALL, BIN, or the id of a collection."""
    new_asked = Signal()
    rename_asked = Signal(object)
    remove_asked = Signal(object)
    """A Collection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = ALL
        self.shelves: tuple[Shelf, ...] = ()
        self.setProperty("look", "place")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(_("All articles, a collection, or the bin"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._show_name()

    def show_shelves(self, shelves: Sequence["Shelf"]) -> None:
        """Know these collections; one that is gone is left."""
        self.shelves = tuple(shelves)
        if self.place not in (ALL, BIN) and self.shelf() is None:
            self.go(ALL)
        self._show_name()

    def shelf(self) -> "Shelf | None":
        """The collection that is chosen."""
        return next((one for one in self.shelves if one.collection.id == self.place), None)

    def within(self) -> frozenset[ArticleId] | None:
        """The articles of the collection; None where there is none."""
        shelf = self.shelf()
        return shelf.articles if shelf else None

    def go(self, place: str | CollectionId, _checked: bool = True) -> None:
        """Choose a place."""
        if place != self.place:
            self.place = place
            self._show_name()
            self.chosen.emit(place)

    def _show_name(self) -> None:
        shelf = self.shelf()
        names = {ALL: _("All articles"), BIN: _("Bin")}
        name = shelf.collection.name if shelf else names.get(self.place, "")
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(_("{place}: which articles are listed").format(place=name))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        places = [(ALL, _("All articles"))]
        places += [(one.collection.id, one.collection.name) for one in self.shelves]
        for place, name in places:
            self._add(menu, group, place, name)
        menu.addSeparator()
        menu.addAction(_("New collection…")).triggered.connect(lambda: self.new_asked.emit())
        shelf = self.shelf()
        if shelf:
            rename = menu.addAction(_("Rename this collection…"))
            rename.triggered.connect(lambda: self.rename_asked.emit(shelf.collection))
            remove = menu.addAction(_("Remove this collection"))
            remove.triggered.connect(lambda: self.remove_asked.emit(shelf.collection))
        menu.addSeparator()
        self._add(menu, group, BIN, _("Bin"))

    def _add(self, menu: QMenu, group: QActionGroup, place: str, name: str) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(place == self.place)
        group.addAction(action)
        action.triggered.connect(partial(self.go, place))
