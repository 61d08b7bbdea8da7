"""The article of a class on paper: tints by how many marked the words, counts where they end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.exchange.writers.classes.heat import Piece, heat_text
from annotator.exchange.writers.classes.reading import begins_with_title, counts_at_end, how_to_read
from annotator.exchange.writers.classes.tints import tint
from annotator.exchange.writers.paged.chart import legend
from annotator.exchange.writers.paged.letters import Line, Look, Run, clean, units
from annotator.exchange.writers.paged.marks import Mark, Range, is_turned, on_line
from annotator.exchange.writers.paged.report_pages import SOFT, Pages
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.paged.strips import Strip, keep_company
from annotator.exchange.writers.segments import BITS
from annotator.model.class_report import ClassReport

_BODY, _LEADING = Look(11, serif=True), 1.62
_HEADLINE, _HEADLINE_LEADING = Look(16, serif=True, weight=600), 1.34
_NOTE = Look(8.2, weight=600, colour="accent")
_NUMBER = Look(7.5, colour="soft")
_GAP, _INDENT, _NUMBER_GAP = 7 * POINT, 28 * POINT, 10 * POINT
_ABOVE, _BELOW, _FIRST = 10.2 * POINT, 3.4 * POINT, 2.4 * POINT
_WORD_JOINER = "\u2060"
_ISOLATED = "\u2066{}\u2069"


class _Tinted(NamedTuple):
    """Words of a paragraph in UTF-16 units, and their tint."""

    range: Range
    colour: QColor


def heat_article(report: ClassReport, pages: Pages) -> Iterator[Strip]:
    """What the signs mean, and the paragraphs."""
    sheet = pages.sheet
    yield from legend(sheet.left, sheet.width, pages.letters, pages.pens)
    yield from pages.say([(clean(how_to_read()), SOFT)], above=5)
    headline = begins_with_title(report)
    for paragraph, pieces in heat_text(report):
        yield from _strips(paragraph.number, pieces, headline and paragraph.number == 1, pages)


def _strips(number: int, pieces: Sequence[Piece], headline: bool, pages: Pages) -> list[Strip]:
    look, times = (_HEADLINE, _HEADLINE_LEADING) if headline else (_BODY, _LEADING)
    turned = any(is_turned(piece.words) for piece in pieces)
    runs, tinted = _set(pieces, look, turned)
    width = pages.sheet.width - _INDENT
    found = []
    for row, line in enumerate(pages.letters.lines(runs, width, look.size * times * POINT)):
        marks = [
            (mark, one.colour) for one in tinted for mark in on_line(line.line, [one.range], turned)
        ]
        shown = _HeatLine(line, marks, 0 if row else number, look.size / _BODY.size, pages)
        found.append(Strip(line.height, shown, holds=headline))
    if found:
        found[0].above = _GAP
    keep_company(found)
    return found


def _set(pieces: Sequence[Piece], look: Look, turned: bool) -> tuple[list[Run], list[_Tinted]]:
    """The words with the counts where passages end, and what is tinted of them."""
    runs: list[Run] = []
    tinted: list[_Tinted] = []
    at = 0
    for piece in pieces:
        said = clean(piece.words)
        runs.append((said, look))
        end = at + units(said)
        if piece.level:
            colour = QColor(tint(piece.tag, piece.level))
            tinted.append(_Tinted(Range(at, end, BITS[piece.tag], begins=False), colour))
        at = end
        if piece.ends:
            note = "\u2002".join(map(counts_at_end, piece.ends))
            note = _WORD_JOINER + "\u2009" + (_ISOLATED.format(note) if turned else note)
            runs.append((note, _NOTE))
            at += units(note)
    return runs, tinted


class _HeatLine:
    """Paints a line of the article with its tints and its paragraph's number."""

    __slots__ = ("_line", "_marks", "_number", "_pages", "_scale")

    def __init__(
        self,
        line: Line,
        marks: list[tuple[Mark, QColor]],
        number: int,
        scale: float,
        pages: Pages,
    ) -> None:
        self._line, self._marks, self._number = line, marks, number
        self._scale, self._pages = scale, pages

    def __call__(self, painter: QPainter, top: float) -> None:
        left, baseline = self._pages.sheet.left + _INDENT, top + self._line.baseline
        if self._number:
            letters, said = self._pages.letters, str(self._number)
            right = left - _NUMBER_GAP - letters.width(said, _NUMBER)
            letters.say(painter, said, _NUMBER, right, baseline)
        above, below = _ABOVE * self._scale, _BELOW * self._scale
        for mark, colour in self._marks:
            box = QRectF(left + mark.left, baseline - above, mark.right - mark.left, above + below)
            painter.fillRect(box, colour)
        self._line.draw(painter, left, top)
        for mark, _colour in self._marks:
            height = baseline + _FIRST * self._scale
            self._pages.pens.pattern(
                painter, mark.tags[0], left + mark.left, left + mark.right, height
            )
