"""The two texts beside each other, scrolled together, and the way through what differs."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.model.carrying import Carrying
from annotator.model.differences import Row
from annotator.model.span import Span
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.ui.versions.aligned import columns, document_of
from annotator.ui.versions.look import Look
from annotator.ui.versions.side import Side
from annotator.words import _

_SETTLED_MS = 120
"""So long a width must stay before the texts are set for it."""


class Texts(QWidget):
    """The earlier text on the left, the newer one on the right (mirrored, right to left)."""

    selection_changed = Signal()
    """Something else is selected in the newer text."""

    def __init__(
        self,
        texts: Carrying,
        rows: Sequence[Row],
        palette: Palette,
        zoom: int,
        names: Sequence[str],
    ) -> None:
        super().__init__()
        self._texts, self._rows = texts, rows
        self._palette, self._zoom = palette, zoom
        self._changed = [row for row in rows if row.differs]
        self.old = Side(_("Earlier version"), texts.old)
        self.new = Side(_("Newer version"), texts.new)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED_MS)
        self._later.timeout.connect(self._set)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._going: tuple[Side, int, float] | None = None
        """On the way to this code point, at this share of the height."""
        self._coming: Iterator[None] | None = None
        """The rest of the steps to the texts' next width, one for each event."""
        self._width = 0
        """The width of a line for which the texts are set; 0 before they are."""
        self._claim: tuple[Span, Span | None] | None = None
        self._at = -1
        self._lay_out(names)
        for side, other in ((self.old, self.new), (self.new, self.old)):
            side.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
        self.old.resized.connect(self._resized)
        self.new.selectionChanged.connect(self.selection_changed)

    def show_claim(self, old: Span, new: Span | None) -> None:
        """Mark a claim in both texts and scroll to it."""
        self._claim = (old, new)
        if self._coming:
            self._going = None
        if not self._width or self._coming:
            return
        self.old.mark(old, self._look())
        self.new.mark(new, self._look())
        # Where it goes is what one wants to see; a text that has it not is beside that place.
        if new:
            self._reveal(self.new, new.start)
        else:
            self._reveal(self.old, old.start)

    def next_difference(self) -> None:
        """Scroll to the next place where the texts differ."""
        self._go(1)

    def previous_difference(self) -> None:
        """Scroll to the one before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if not self._changed:
            return
        self._at = (max(self._at, 0) + step if self._at >= 0 else 0) % len(self._changed)
        row = self._changed[self._at]
        side, span = (self.new, row.new) if row.new else (self.old, row.old)
        assert span
        self._reveal(side, span.start)
        self._place.setText(
            _("{number} of {all}").format(number=self._at + 1, all=len(self._changed))
        )

    def _reveal(self, side: Side, position: int) -> None:
        """Put a code point in the upper third."""
        self._going = (side, position, 1 / 3)
        self._go_on()

    def _go_on(self) -> None:
        """Set both texts piece by piece, and arrive when the place to go to is set."""
        if self._coming:
            next(self._coming, None)
            self._soon.start()
            return
        if self._going and self._arrives(*self._going):
            self._going = None
        rest = [one for one in (self.old, self.new) if not one.is_set]
        for one in rest:
            one.set_more()
        if rest or self._going:
            self._soon.start()

    def _arrives(self, side: Side, position: int, share: float) -> bool:
        height, sides = side.height_of(position), (self.old, self.new)
        if height is None:
            return False
        top = max(height - round(side.viewport().height() * share), 0)
        if not all(one.is_set_below(top) for one in sides):
            return False
        for one in sides:
            one.go_down_to(top)
        return True

    def _look(self) -> Look:
        width = min(self.old.line_width(), self.new.line_width())
        return Look(self._palette, width, self._zoom)

    def _resized(self) -> None:
        if not self._width:
            self._set()
        else:
            self._later.start()

    def _set(self) -> None:
        look = self._look()
        if look.width == self._width:
            return
        going = self._going
        if self._width and going is None and (top := self.new.position_at_top()):
            going = (self.new, top, 0.0)
        self._width, self._going = look.width, going
        self._coming = self._steps(look)
        self._soon.start()

    def _steps(self, look: Look) -> Iterator[None]:
        """Set both texts for a width: a long one takes some hundredths of a second."""
        both = columns(self._texts.old, self._texts.new, self._rows, look)
        for side, column in zip((self.old, self.new), both, strict=True):
            yield
            side.show_document(document_of(column, look), look)
        self._coming = None
        if self._claim and not self._going:
            self.show_claim(*self._claim)

    def _lay_out(self, names: Sequence[str]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(1)
        grid.setVerticalSpacing(4)
        for column, (name, side) in enumerate(zip(names, (self.old, self.new), strict=True)):
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("look", "strong")
            label.setMinimumWidth(80)
            label.setWordWrap(True)
            label.setContentsMargins(8, 0, 8, 0)
            grid.addWidget(label, 0, column)
            grid.addWidget(side, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        grid.addLayout(self._foot(), 2, 0, 1, 2)

    def _foot(self) -> QHBoxLayout:
        legend = QLabel(_("Struck out: gone since then. Underlined: new."))
        legend.setProperty("look", "small")
        legend.setWordWrap(True)
        self._place = QLabel()
        self._place.setProperty("look", "small")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(legend, 1)
        row.addWidget(self._place)
        for name, picture, go in (
            (_("Previous difference"), "previous", self.previous_difference),
            (_("Next difference"), "next", self.next_difference),
        ):
            button = small_button(name, picture, self._palette, go)
            button.setEnabled(bool(self._changed))
            row.addWidget(button)
        return row


def small_button(
    name: str, picture: str, palette: Palette, go: Callable[[], object]
) -> QToolButton:
    """A button with a picture and a name."""
    button = QToolButton()
    button.setIcon(icon(picture, palette))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setProperty("look", "small")
    button.clicked.connect(lambda: go())
    return button
