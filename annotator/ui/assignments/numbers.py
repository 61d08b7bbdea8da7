"""How many passages are asked for: in all, and of each tag."""

from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from annotator.model.assignment import Minimums
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _

_MOST = 99


class Numbers(QWidget):
    """Four small numbers; 0 asks for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._in_all = self._add(_("In all"), 0)
        self._of_tag = {
            tag: self._add(_(MEANINGS[tag].name), place) for place, tag in enumerate(Tag, 1)
        }
        self._grid.setColumnStretch(len(Tag) + 1, 1)

    def minimums(self) -> Minimums:
        """What is asked for."""
        numbers = {tag: field.value() for tag, field in self._of_tag.items() if field.value()}
        return Minimums(self._in_all.value(), numbers)

    def show_minimums(self, minimums: Minimums) -> None:
        """Show what is asked for."""
        self._in_all.setValue(minimums.at_least)
        for tag, field in self._of_tag.items():
            field.setValue(minimums.by_tag.get(tag, 0))

    def _add(self, name: str, place: int) -> QSpinBox:
        label, field = QLabel(name), QSpinBox()
        label.setProperty("look", "small")
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setMaximum(_MOST)
        self._grid.addWidget(label, 0, place)
        self._grid.addWidget(field, 1, place)
        return field
