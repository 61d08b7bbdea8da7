"""The heat map's page: three figures, what is to be shown, and the article."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.class_sources import BALANCE
from annotator.model.heat import ANY, Layer
from annotator.model.passage import Passage
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.badges import badge_icon
from annotator.ui.classroom.heat import HeatSheet
from annotator.ui.classroom.parts import Figure, label
from annotator.ui.classroom.seen import LAYERS, ClassSeen
from annotator.ui.flow import Flow
from annotator.ui.palette import Palette
from annotator.words import _, ngettext

_MOST = 0.5
_FEW = 2
_NAMED = 68
"""So many letters wide, there is room for the names of the tags."""
_LOW = 560
"""Below this height the figures give their room to the article."""


class HeatPage(QWidget):
    """The article with its counts."""

    layer_changed = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.sheet = HeatSheet(palette)
        self.setFocusProxy(self.sheet)
        self.figures = [Figure(), Figure(), Figure()]
        self._chips: dict[Layer, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._numbers: dict[Layer, int] = {}
        self._top = QWidget()
        self.layer: Layer = ANY
        self._seen: ClassSeen | None = None
        self._lay_out()
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self.sheet.set_palette(palette)
        for layer, chip in self._chips.items():
            if layer != ANY:
                assert layer is None or isinstance(layer, Tag)
                chip.setIcon(badge_icon(layer, palette))

    def show_class(self, seen: ClassSeen) -> None:
        """Show a class."""
        self._seen = seen
        self.sheet.show_class(seen, self.layer)
        self._say_figures(seen)
        for layer, chip in self._chips.items():
            number = sum(bool(_given(one.found, layer)) for one in seen.passages)
            self._numbers[layer] = number
            chip.setAccessibleName(_chip_name(layer, number))
            chip.setToolTip(_chip_name(layer, number))
        self._name_chips()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(700, 600)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A low window belongs to the article."""
        self._top.setVisible(self.height() >= _LOW)
        self._name_chips()

    def _name_chips(self) -> None:
        """Where the names find no room, the badges stand with their numbers alone."""
        roomy = self.width() >= _NAMED * self.fontMetrics().averageCharWidth()
        for layer, chip in self._chips.items():
            number = self._numbers.get(layer, 0)
            named = roomy or layer == ANY
            chip.setText(f" {_layer_name(layer)} {number}" if named else f" {number}")

    def _lay_out(self) -> None:
        figures = QHBoxLayout(self._top)
        figures.setContentsMargins(0, 0, 0, 4)
        figures.setSpacing(12)
        for figure in self.figures:
            figures.addWidget(figure, 1)
        chips = QWidget()
        flow = Flow(chips, spacing=6)
        flow.add(label(_("Show:"), "small"))
        for layer in LAYERS:
            chip = self._chip(layer)
            flow.add(chip)
        around = QWidget()
        above = QVBoxLayout(around)
        above.setContentsMargins(24, 16, 24, 8)
        above.setSpacing(8)
        above.addWidget(self._top)
        above.addWidget(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(around)
        column.addWidget(self.sheet, 1)
        self._chips[ANY].setChecked(True)

    def _chip(self, layer: Layer) -> QPushButton:
        chip = QPushButton(_layer_name(layer))
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setIconSize(QSize(16, 16))
        chip.toggled.connect(lambda on, one=layer: self._show_layer(one) if on else None)
        self._group.addButton(chip)
        self._chips[layer] = chip
        return chip

    def _show_layer(self, layer: Layer) -> None:
        self.layer = layer
        if self._seen:
            self.sheet.show_class(self._seen, layer)
            self.layer_changed.emit()

    def _say_figures(self, seen: ClassSeen) -> None:
        late = seen.late
        came = _("handed in") if seen.assignment else _("people with work on it")
        if late:
            was_late = ngettext("{number} late", "{number} late", late).format(number=late)
            came = _("{first}, {second}").format(first=came, second=was_late)
        self.figures[0].say(seen.count(), "; ".join(filter(None, (came, seen.open_questions()))))
        number = len(seen.passages)
        most = sum(one.found.marked > _MOST * seen.annotators for one in seen.passages)
        few = sum(one.found.marked <= _FEW for one in seen.passages)
        self.figures[1].say(
            ngettext("{number} passage", "{number} passages", number).format(number=number),
            _("{most} seen by most, {few} by one or two").format(most=most, few=few),
        )
        own, of = seen.sources.balance
        self.figures[2].say(
            _("{number} of {all}").format(number=own, all=of) if of else "–", _(BALANCE)
        )


def _given(passage: Passage, layer: Layer) -> int:
    if layer == ANY:
        return passage.marked
    return passage.tagged(layer) if isinstance(layer, Tag) else passage.open


def _layer_name(layer: Layer) -> str:
    if layer == ANY:
        return _("Everything")
    assert layer is None or isinstance(layer, Tag)
    return _(MEANINGS[layer].name)


def _chip_name(layer: Layer, number: int) -> str:
    passages = ngettext("{number} passage", "{number} passages", number).format(number=number)
    return _("{name}: {passages}").format(name=_layer_name(layer), passages=passages)
