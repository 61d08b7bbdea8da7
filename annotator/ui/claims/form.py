"""A form built from a table of fields: label above control, half fields side by side."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.ui.claims.fields import Field, Value
from annotator.ui.claims.input import Input
from annotator.ui.claims.inputs import NameInput, input_for
from annotator.words import _


class Form(QWidget):
    """The fields of one thing; `typed` and `chosen` carry a field's name."""

    typed = Signal(str)
    chosen = Signal(str)

    def __init__(self, fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inputs: dict[str, Input] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[str, QLabel] = {}
        self._stacked = False
        for field in fields:
            self._add(field)
        self._lay_out()

    def put(self, values: Mapping[str, Value], keep: str = "") -> None:
        """Show these values, but leave the field `keep` as it is."""
        for name, control in self.inputs.items():
            if name != keep:
                control.put(values[name])

    def fresh(self) -> None:
        """Forget everything, half-written things too: the form is for another thing now."""
        for control in self.inputs.values():
            control.fresh()

    def value(self, name: str) -> Value:
        """What a field says."""
        return self.inputs[name].value()

    def unread(self) -> dict[str, str]:
        """What was typed and cannot be understood, by field."""
        return {name: text for name, one in self.inputs.items() if (text := one.unread())}

    def offer(self, names: list[str]) -> None:
        """Offer known names where a name is asked for."""
        for control in self.inputs.values():
            if isinstance(control, NameInput):
                control.offer(names)

    def targets(self) -> Iterator[tuple[str, QWidget]]:
        """What takes the focus, with the name of its field, in reading order."""
        for name, control in self.inputs.items():
            for widget in control.targets:
                yield name, widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where two fields do not fit side by side they stand one below the other."""
        super().resizeEvent(event)
        halves = [one for one in self.inputs.values() if one.field.half]
        needed = max((one.sizeHint().width() for one in halves), default=0) * 2
        stacked = needed > event.size().width()
        if stacked != self._stacked:
            self._stacked = stacked
            self._lay_out()

    def _add(self, field: Field) -> None:
        control = input_for(field)
        label = QLabel(_(field.label))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("look", "label")
        label.setBuddy(control.targets[0])
        control.typed.connect(lambda: self.typed.emit(field.name))
        control.chosen.connect(lambda: self.chosen.emit(field.name))
        self.inputs[field.name] = control
        self._labels[field.name] = label

    def _lay_out(self) -> None:
        row, column = 0, 0
        for name, control in self.inputs.items():
            half = control.field.half and not self._stacked
            wide = 1 if half or column else 2
            self._grid.addWidget(self._labels[name], row, column, 1, wide)
            self._grid.addWidget(control, row + 1, column, 1, wide)
            self._grid.setRowMinimumHeight(row + 2, 0 if half else 4)
            column = 1 if half else 0
            row += 0 if half else 3
        self._grid.setRowMinimumHeight(row - 1, 0)
