"""Every size of the reader at one zoom, worked out once: the page is set from these alone."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.badges import BADGE
from annotator.ui.fonts import BODY, HEADLINE, HEADLINE_LEADING, LEADING, SMALL, sans, serif
from annotator.ui.reader.patterns import ink
from annotator.ui.reader.rows import ROWS

SMALLEST_ZOOM = 50
LARGEST_ZOOM = 300

_TYPICAL = "It is the nature of the news that what was said on one day has to be shown on another."
"""The letters of common English prose, to measure what a character is wide on average."""

_ASCENDER = 0.77
"""How far tall letters reach above the baseline, as a part of their size."""

_CLOSEST, _WIDEST = 3.0, 3.8
"""From one underline to the next, in px at 100 %: closer, they would be one."""

_COLUMN = 69
"""So many characters fit a full line; lines end raggedly, which makes 66 on average."""


@dataclass(frozen=True)
class Measures:
    """Sizes in px for a zoom in percent. The margins grow half as fast as the words."""

    zoom: int = 100

    @property
    def scale(self) -> float:
        """How much larger the words are than at 100 %."""
        return self.zoom / 100

    @property
    def margin_scale(self) -> float:
        """How much larger numbers and badges are than at 100 %."""
        return (1 + self.scale) / 2

    @cached_property
    def body(self) -> QFont:
        """The face of the article."""
        return serif(BODY * self.scale)

    @cached_property
    def heading(self) -> QFont:
        """The face of a first line that is the title."""
        return serif(BODY * self.heading_scale, QFont.Weight.DemiBold)

    @cached_property
    def number(self) -> QFont:
        """The face of paragraph numbers and of what badges leave unsaid."""
        return sans(SMALL * self.margin_scale)

    @property
    def body_size(self) -> float:
        """The size of the article's letters."""
        return BODY * self.scale

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return BODY * LEADING * self.scale

    @property
    def heading_leading(self) -> float:
        """From one baseline to the next in a title."""
        return BODY * self.heading_scale * HEADLINE_LEADING

    @property
    def gap(self) -> float:
        """Between two paragraphs."""
        return 12 * self.scale

    @cached_property
    def column(self) -> int:
        """The width of the text: lines of about 66 characters."""
        width = QFontMetricsF(self.body).horizontalAdvance(_TYPICAL) / len(_TYPICAL)
        return round(width * _COLUMN)

    @property
    def left(self) -> int:
        """The margin of the paragraph numbers."""
        return round(56 * self.margin_scale)

    @property
    def right(self) -> int:
        """The margin of the badges."""
        return round(28 * self.margin_scale + 3 * (self.badge + 4) + 28 * self.margin_scale)

    @property
    def full_width(self) -> int:
        """Column and margins."""
        return self.left + self.column + self.right

    @property
    def badge(self) -> float:
        """The side of a letter badge."""
        return round(BADGE * self.margin_scale)

    @property
    def heading_scale(self) -> float:
        """How much larger a title is than the article at 100 %: large words grow more slowly."""
        return min(self.scale, self.margin_scale) * HEADLINE / BODY


class Slot(NamedTuple):
    """What belongs to one line of text, as px above and below its baseline.

    `above` to `below` lies the paper of a claim; the slots of two lines, from `top` to `bottom`,
    touch without a gap. The first underline is at `below`, the next ones `row` px apart.
    """

    above: float
    below: float
    top: float
    bottom: float
    row: float


def slot(measures: Measures, heading: bool) -> Slot:
    """The slot of a line of the article, or of its heading."""
    scale = measures.heading_scale if heading else measures.scale
    leading = measures.heading_leading if heading else measures.leading
    above, below = (14.4 * scale, 4.6 * scale) if heading else (16.0 * scale, 4.6 * scale)
    spare = leading - above - below
    room = leading - _ASCENDER * BODY * scale - below
    row = _between_rows(room, measures.scale)
    return Slot(above, below, above + spare * 0.4, below + spare * 0.6, row)


def _between_rows(room: float, scale: float) -> float:
    """So far apart that the last of three underlines ends above the letters of the next line."""
    fitting = (room - ink(scale)) / (ROWS - 1)
    return min(max(fitting, _CLOSEST * scale), _WIDEST * scale)
