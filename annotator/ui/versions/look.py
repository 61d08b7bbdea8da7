"""How two versions are set: one face and one leading, and marks that do not need their colour.

What came is underlined, what is gone is struck out; the tint under both only helps to find them.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextOption

from annotator.model.tags import Tag
from annotator.ui.fonts import LEADING, QUOTE, serif
from annotator.ui.palette import Palette

SIDE = 16
"""The margin beside the words, in px."""
_SIZE = QUOTE + 1
_EMPTY_LEADING = 0.25


@dataclass(frozen=True)
class Look:
    """Everything two texts are set with; `width` is that of a line of words, in px.

    Distances are whole px, so that what is added up here is what Qt adds up.
    """

    palette: Palette
    width: int
    zoom: int = 100

    @property
    def font(self) -> QFont:
        """The face of both texts."""
        return serif(_SIZE * self.zoom / 100)

    @property
    def leading(self) -> int:
        """From one baseline to the next."""
        return round(_SIZE * LEADING * self.zoom / 100)

    @property
    def gap(self) -> int:
        """Below a paragraph."""
        return round(10 * self.zoom / 100)

    @property
    def empty(self) -> int:
        """The height of a line without a visible character."""
        return round(self.leading * _EMPTY_LEADING)

    def wrapping(self) -> QTextOption:
        """Where lines may break."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def paragraph(self, below: int = 0) -> QTextBlockFormat:
        """A paragraph with so much more room below it."""
        return _fixed(self.leading, self.gap + below)

    def between(self) -> QTextBlockFormat:
        """A line without a visible character."""
        return _fixed(self.empty, 0)

    def gone(self) -> QTextCharFormat:
        """Words that only the earlier version has."""
        marked = QTextCharFormat()
        marked.setFontStrikeOut(True)
        marked.setBackground(self.palette.tags[None].tint)
        return marked

    def came(self) -> QTextCharFormat:
        """Words that only the newer version has."""
        marked = QTextCharFormat()
        marked.setFontUnderline(True)
        marked.setBackground(self.palette.selection)
        return marked

    def current(self) -> QTextCharFormat:
        """The claim that is looked at."""
        marked = QTextCharFormat()
        marked.setBackground(self.palette.tags[Tag.CONTESTED].tint)
        return marked


def _fixed(pixels: int, below: int) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    shape.setBottomMargin(below)
    return shape
