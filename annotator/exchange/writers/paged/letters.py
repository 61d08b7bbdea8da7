"""Letters on paper: faces, colours, and words broken into lines.

Fonts and lines belong to the thread that made them, so each booklet has letters of its own.
Lengths are units of the page, sizes are points.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.exchange.writers.allowed import is_suspect, signed
from annotator.exchange.writers.directions import is_right_to_left
from annotator.exchange.writers.families import SANS, SERIF
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.palettes import palette

_LINE_ENDS = re.compile("\r\n|[\n\r\u0085\u2029]")
_LINE_END = "\u2028"
_LOST_AT_THE_START = "\ufeff"
_WORD_JOINER = "\u2060"
_TAB = 80 / 16.5
"""From one tab stop to the next for letters of size 1: as wide as in the window's article."""


class Look(NamedTuple):
    """How words look: a family of `families`, points, weight, a colour of the palette by name."""

    size: float
    serif: bool = False
    weight: int = 400
    colour: str = "ink"
    raised: bool = False
    ground: str = ""
    """The tag whose tint lies under the words."""
    italic: bool = False


Run = tuple[str, Look]
"""Words in one look. They are clean: see `clean`."""


class Line(NamedTuple):
    """A line of words: `height` from one line to the next, `down` from its top to its box."""

    layout: QTextLayout
    line: QTextLine
    height: float
    down: float
    colour: QColor

    @property
    def baseline(self) -> float:
        """From the line's top."""
        return self.down + self.line.ascent()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the words; the line's box begins at `left`."""
        painter.setPen(self.colour)
        self.line.draw(painter, QPointF(left, top + self.down))


def clean(said: str) -> str:
    """What somebody wrote as it may be set: forbidden characters signed, one sign for line ends."""
    if is_suspect(said):
        said = signed(_LINE_ENDS.sub(_LINE_END, said))
    return _LINE_ENDS.sub(_LINE_END, said)


def units(said: str) -> int:
    """How many UTF-16 units Qt counts."""
    return len(said) if said.isascii() else len(said.encode("utf-16-le")) // 2


class Letters:
    """Faces, colours and lines for one booklet."""

    def __init__(self) -> None:
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[Look, QFont] = {}
        self._formats: dict[Look, QTextCharFormat] = {}
        self._metrics: dict[Look, QFontMetricsF] = {}
        self._palette = palette("light")

    def colour(self, name: str) -> QColor:
        """A colour of the palette: "ink", "soft", ..., or "attributed tint", "open line"."""
        found = self._colours.get(name)
        if found is None:
            tag, _space, part = name.partition(" ")
            value = self._palette["tags"][tag][part] if part else self._palette[name]
            found = self._colours[name] = QColor(value)
        return found

    def font(self, look: Look) -> QFont:
        """The font of a look."""
        if look not in self._fonts:
            font = QFont()
            font.setFamilies(list(SERIF if look.serif else SANS))
            hint = QFont.StyleHint.Serif if look.serif else QFont.StyleHint.SansSerif
            font.setStyleHint(hint)
            font.setPixelSize(round(look.size * POINT))
            font.setWeight(QFont.Weight(look.weight))
            font.setItalic(look.italic)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if not look.serif:
                # In some faces a hyphen between digits is a sign of its own, which no search finds.
                font.setFeature(QFont.Tag("calt"), 0)
            self._fonts[look] = font
        return self._fonts[look]

    def width(self, said: str, look: Look) -> float:
        """How wide words are on one line."""
        return self._metric(look).horizontalAdvance(said)

    def elided(self, said: str, look: Look, width: float) -> str:
        """The words, or as many of them as fit, and an ellipsis."""
        return self._metric(look).elidedText(said, Qt.TextElideMode.ElideRight, round(width))

    def say(self, painter: QPainter, said: str, look: Look, left: float, baseline: float) -> None:
        """Draw words on one line."""
        painter.setFont(self.font(look))
        painter.setPen(self.colour(look.colour))
        painter.drawText(QPointF(left, baseline), said)

    def lines(
        self, runs: Iterable[Run], width: float, leading: float, right: bool = False
    ) -> list[Line]:
        """The words as lines of a width; words run as their first letter does, or stand `right`.

        From one line to the next it is `leading` units, or as much as tall letters need.
        """
        runs = [run for run in runs if run[0]]
        if not runs:
            return []
        said = "".join(words for words, _look in runs)
        if said.startswith(_LOST_AT_THE_START):
            said = _WORD_JOINER + said[1:]
        turned = is_right_to_left(said)
        layout = QTextLayout(said, self.font(runs[0][1]))
        layout.setTextOption(_option(turned, right or turned, runs[0][1].size))
        if ranges := self._ranges(runs):
            layout.setFormats(ranges)
        return _broken(layout, width, leading, self.colour(runs[0][1].colour))

    def _ranges(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        """What differs from the first run, in whose font and colour the whole is set."""
        ranges: list[QTextLayout.FormatRange] = []
        usual, at = runs[0][1], 0
        if len(runs) == 1 and not usual.ground:
            return ranges
        for said, look in runs:
            length = units(said)
            if look != usual or look.ground:
                one = QTextLayout.FormatRange()
                one.start, one.length, one.format = at, length, self._format(look)
                ranges.append(one)
            at += length
        return ranges

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            made = QTextCharFormat()
            made.setFont(self.font(look))
            made.setForeground(self.colour(look.colour))
            if look.raised:
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            if look.ground:
                made.setBackground(self.colour(f"{look.ground} tint"))
            self._formats[look] = made
        return self._formats[look]

    def _metric(self, look: Look) -> QFontMetricsF:
        if look not in self._metrics:
            self._metrics[look] = QFontMetricsF(self.font(look))
        return self._metrics[look]


@cache
def _option(turned: bool, right: bool, size: float) -> QTextOption:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side)
    option.setUseDesignMetrics(True)
    flow = Qt.LayoutDirection
    option.setTextDirection(flow.RightToLeft if turned else flow.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB * size * POINT)
    return option


def _broken(layout: QTextLayout, width: float, leading: float, colour: QColor) -> list[Line]:
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF())
        found.append(line)
    layout.endLayout()
    return [_line(layout, line, leading, colour) for line in found]


def _line(layout: QTextLayout, line: QTextLine, leading: float, colour: QColor) -> Line:
    box = line.height()
    height = max(leading, box)
    return Line(layout, line, height, (height - box) / 2, colour)
