"""Paragraphs and tables as strips: what a report and a worksheet are built of."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen

from annotator.exchange.writers.paged.letters import Letters, Line, Run
from annotator.exchange.writers.paged.marks import BADGE, Pens
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.paged.strips import Strip, keep_company
from annotator.model.tags import Tag

_AFTER_BADGE = BADGE + 4 * POINT
_PADDING = 5 * POINT
_BETWEEN = 10 * POINT


class Block(NamedTuple):
    """A paragraph of a cell; `badge` is a tag whose letter stands before it (None: no letter).

    `leading` is a multiple of the first run's size, `above` units before it.
    """

    runs: tuple[Run, ...]
    leading: float = 1.4
    above: float = 0.0
    badge: tuple[Tag | None] | None = None
    right: bool = False


class Cell(NamedTuple):
    """Lines with their heights in the cell."""

    lines: list[tuple[float, Line]]
    badges: list[tuple[float, Tag | None]]
    left: float
    height: float


class Column(NamedTuple):
    """The left edge of a table's column, from the sheet's, and its width without the gap."""

    left: float
    width: float


def columns(left: float, widths: Sequence[float]) -> list[Column]:
    """Columns side by side; the gap between two belongs to the widths."""
    found = []
    for width in widths:
        found.append(Column(left, width - _BETWEEN))
        left += width
    found[-1] = Column(found[-1].left, found[-1].width + _BETWEEN)
    return found


class Setter:
    """Sets words at a place of the sheet."""

    def __init__(self, letters: Letters, pens: Pens) -> None:
        self.letters, self.pens = letters, pens
        self._hairline = QPen(letters.colour("hairline"), 0.8 * POINT)

    def paragraph(
        self,
        runs: Iterable[Run],
        left: float,
        width: float,
        leading: float,
        above: float = 0.0,
        holds: bool = False,
    ) -> list[Strip]:
        """A paragraph; no page ends after it where it `holds` on to what comes."""
        found = [
            Strip(line.height, _drawing(line, left), holds=holds)
            for line in self.letters.lines(runs, width, leading)
        ]
        if found:
            found[0].above = above
        keep_company(found)
        return found

    def head(self, cells: Sequence[Block], places: Sequence[Column]) -> Strip:
        """The head of a table, repeated on each page."""
        set_ = [self._cell([one], place, 0) for one, place in zip(cells, places, strict=True)]
        height = max(one.height for one in set_) + _PADDING
        return Strip(height, _Row(set_, self.pens, None, places), holds=True)

    def row(
        self, cells: Sequence[Sequence[Block]], places: Sequence[Column], head: Strip, room: float
    ) -> list[Strip]:
        """A row of a table: one strip where it fits on a page."""
        set_ = [self._cell(one, place, _PADDING) for one, place in zip(cells, places, strict=True)]
        height = max(one.height for one in set_) + _PADDING
        if height <= room - head.height:
            return [Strip(height, _Row(set_, self.pens, self._hairline, places), again=head)]
        return [
            Strip(bottom - top, _Row(part, self.pens, line, places), again=head)
            for top, bottom, part, line in self._parts(set_, height)
        ]

    def _parts(
        self, cells: Sequence[Cell], height: float
    ) -> Iterable[tuple[float, float, list[Cell], QPen | None]]:
        """A row taller than a page, cut where no cell has a line."""
        reach = sorted((top, top + line.height) for cell in cells for top, line in cell.lines)
        cuts, covered = [0.0], 0.0
        for top, bottom in reach:
            if top >= covered and covered > 0:
                cuts.append(covered)
            covered = max(covered, bottom)
        cuts.append(height)
        for top, bottom in pairwise(cuts):
            part = [_part(cell, top, bottom) for cell in cells]
            yield top, bottom, part, self._hairline if top == 0 else None

    def _cell(self, blocks: Iterable[Block], place: Column, top: float) -> Cell:
        lines: list[tuple[float, Line]] = []
        badges: list[tuple[float, Tag | None]] = []
        for block in blocks:
            if not block.runs:
                continue
            leading = block.leading * block.runs[0][1].size * POINT
            indent = _AFTER_BADGE if block.badge else 0
            made = self.letters.lines(block.runs, place.width - indent, leading, block.right)
            top += block.above if lines else 0
            if block.badge and made:
                badges.append((top + made[0].height / 2, block.badge[0]))
            for line in made:
                lines.append((top, line))
                top += line.height
        indented = _AFTER_BADGE if badges else 0
        return Cell(lines, badges, place.left + indented, top)


class _Row:
    """Paints the cells of a row side by side, under a hairline where there is a pen."""

    def __init__(
        self,
        cells: Sequence[Cell],
        pens: Pens,
        hairline: QPen | None,
        places: Sequence[Column],
    ) -> None:
        self._cells, self._pens, self._hairline = cells, pens, hairline
        self._left, self._right = places[0].left, places[-1].left + places[-1].width

    def __call__(self, painter: QPainter, top: float) -> None:
        if self._hairline:
            painter.setPen(self._hairline)
            painter.drawLine(QLineF(self._left, top, self._right, top))
        for cell in self._cells:
            for middle, tag in cell.badges:
                self._pens.badge(painter, tag, cell.left - _AFTER_BADGE, top + middle)
            for down, line in cell.lines:
                line.draw(painter, cell.left, top + down)


def _part(cell: Cell, top: float, bottom: float) -> Cell:
    lines = [(at - top, line) for at, line in cell.lines if top <= at < bottom]
    badges = [(at - top, tag) for at, tag in cell.badges if top <= at < bottom]
    return Cell(lines, badges, cell.left, bottom - top)


def _drawing(line: Line, left: float) -> Callable[[QPainter, float], None]:
    return lambda painter, top: line.draw(painter, left, top)
