"""What cards are painted with: palette, fonts and lengths that grow with the interface."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from annotator.ui.fonts import INTERFACE, QUOTE, SMALL, sans, serif
from annotator.ui.palette import Palette
from annotator.ui.style import colours

PAD = 12
GAP = 8
LINES = 2
"""A closed card shows so many lines of the quote."""


def interface_scale() -> float:
    """How much larger than 100 % the application's font is."""
    now = QFontInfo(QApplication.font()).pointSizeF()
    return max(now / QFontInfo(sans(INTERFACE)).pointSizeF(), 0.5)


@dataclass(frozen=True)
class Look:
    """A palette at a size. Made anew when either changes."""

    palette: Palette
    scale: float = 1.0

    def px(self, length: float) -> int:
        """A length of 100 % at this size."""
        return round(length * self.scale)

    @cached_property
    def colours(self) -> dict[str, QColor]:
        """The colours of the style sheet, by name."""
        return colours(self.palette)

    @cached_property
    def title(self) -> QFont:
        """A card's first line."""
        return sans(INTERFACE * self.scale, QFont.Weight.DemiBold)

    @cached_property
    def small(self) -> QFont:
        """Everything below the quote."""
        return sans(SMALL * self.scale)

    @cached_property
    def quote(self) -> QFont:
        """The article's words."""
        return serif(QUOTE * self.scale)

    @cached_property
    def line(self) -> int:
        """From one line of the quote to the next."""
        return max(QFontMetrics(self.quote).height(), self.px(20))

    @cached_property
    def badge(self) -> int:
        """The side of a badge on a card."""
        return self.px(17)

    @cached_property
    def head(self) -> int:
        """The height of the first line of a card."""
        return max(QFontMetrics(self.title).height(), self.badge)

    @cached_property
    def foot(self) -> int:
        """The height of a line of facts, with room for a label."""
        return QFontMetrics(self.small).height() + self.px(6)

    @cached_property
    def closed(self) -> int:
        """The height of every closed card."""
        return (
            2 * self.px(PAD) + self.head + self.px(6) + LINES * self.line + self.px(4) + self.foot
        )
