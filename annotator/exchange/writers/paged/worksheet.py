"""Sheets to work on by hand, for the day on which the laptops fail.

The article with numbered paragraphs and lines to write on beside it, then an empty table of claims
under the three questions. Nobody's claims are on it.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen

from annotator.exchange.writers.looks import look
from annotator.exchange.writers.paged.article import Place, article
from annotator.exchange.writers.paged.booklet import Booklet, Section
from annotator.exchange.writers.paged.columns import Block, Column, columns
from annotator.exchange.writers.paged.letters import Look, clean
from annotator.exchange.writers.paged.report_pages import Pages, running_head
from annotator.exchange.writers.paged.sheet import POINT, Sheet
from annotator.exchange.writers.paged.strips import Strip
from annotator.exchange.writers.titles import title_of_report
from annotator.model.report import Report, Reported
from annotator.model.tags import Tag
from annotator.words import _

_TEXT_SHARE = 0.64
_NUMBERS = 24 * POINT
_LINE_EVERY = 21 * POINT
_ROW = 74 * POINT
_LABEL = Look(9, weight=600)
_TEXT, _SOFT = Look(9), Look(8, colour="soft")
_HEAD = Look(8, weight=600, colour="soft")
_BOX = 8 * POINT


def booklet(report: Report, tick: Callable[[int], None]) -> Booklet:
    """The worksheet of each article, on the report's paper."""
    pages = Pages(Sheet(report.paper))
    sections: list[Section] = []
    for reported in report.articles:
        tick(0)
        sections += _Worksheet(pages, reported).sections()
    return Booklet(title_of_report(report), pages.sheet, sections, pages.letters)


class _Worksheet:
    def __init__(self, pages: Pages, reported: Reported) -> None:
        self._pages, self._reported = pages, reported
        self._sheet, self._letters = pages.sheet, pages.letters
        sheet = pages.sheet
        self._places = columns(
            sheet.left, [share * sheet.width for share in (0.055, 0.305, 0.16, 0.24, 0.24)]
        )

    def sections(self) -> list[Section]:
        """What stands above the article and the article, and the table for its claims."""
        head = running_head(self._reported.article.metadata)
        return [
            Section([*self._top(), *self._article()], head, self._ruled),
            Section([*(asked := list(self._asked())), *self._rows(asked)], head),
        ]

    def _top(self) -> Iterator[Strip]:
        yield from self._pages.top(_("Worksheet"), self._reported)
        named = f"{clean(_('Name'))}  {'_' * 34}     {clean(_('Date'))}  {'_' * 16}"
        yield from self._pages.say([(named, _TEXT)], 1.4, 16)
        said = _(
            "Underline what claims something, give it a number and the letter of its tag, and "
            "write into the margin what you notice. Then fill in the table at the end."
        )
        yield from self._pages.say([(clean(said), _SOFT)], 1.5, 10, holds=True)
        # Where the lines in the margin begin.
        yield Strip(8 * POINT, self._rule_from_here, holds=True)

    def _article(self) -> Iterator[Strip]:
        left = self._sheet.left + _NUMBERS
        place = Place(left, self._sheet.width * _TEXT_SHARE - _NUMBERS, left)
        yield from article(self._reported, (), place, self._letters, self._pages.pens)

    def _rule_from_here(self, painter: QPainter, top: float) -> None:
        self._rule(painter, top)

    def _ruled(self, painter: QPainter, first: bool) -> None:
        if not first:
            self._rule(painter, self._sheet.top)

    def _rule(self, painter: QPainter, top: float) -> None:
        """Lines to write on beside the article, down to the end of the page."""
        sheet = self._sheet
        left = sheet.left + sheet.width * (_TEXT_SHARE + 0.04)
        right, bottom = sheet.left + sheet.width, sheet.top + sheet.room
        painter.setPen(QPen(self._letters.colour("hairline"), 0.8 * POINT))
        height = top + _LINE_EVERY
        while height <= bottom:
            painter.drawLine(QLineF(left, height, right, height))
            height += _LINE_EVERY

    def _asked(self) -> Iterator[Strip]:
        """The tags with their questions, above the table."""
        yield from self._pages.heading(_("Your claims"), first=True)
        for tag in (*Tag, None):
            shown = look(tag)
            runs = [(f"{shown.letter}   {clean(shown.name)}", _LABEL)]
            runs.append((f"   {clean(shown.question)}", _TEXT))
            yield from self._pages.say(runs, 1.4, 5, holds=True)
        yield Strip(12 * POINT, lambda _painter, _top: None, holds=True)

    def _rows(self, asked: list[Strip]) -> Iterator[Strip]:
        """As many empty rows as the page has room for."""
        names = (
            *(_("No."), _("The claim, in the article’s words; its paragraph"), _("Tag")),
            *(_("Who says so, who disagrees"), _("What shows it")),
        )
        head = self._pages.setter.head(
            [Block(((clean(name), _HEAD),), 1.25) for name in names], self._places
        )
        yield head
        taken = head.height + sum(one.above + one.height for one in asked)
        for number in range(1, int((self._sheet.room - taken) / _ROW) + 1):
            yield Strip(_ROW, _EmptyRow(number, self._places, self._pages), again=head)


class _EmptyRow:
    """A row to write into: its number, and a box for each tag."""

    def __init__(self, number: int, places: list[Column], pages: Pages) -> None:
        self._number, self._places, self._pages = number, places, pages

    def __call__(self, painter: QPainter, top: float) -> None:
        letters, places = self._pages.letters, self._places
        painter.setPen(QPen(letters.colour("faint"), 0.6 * POINT))
        right = places[-1].left + places[-1].width
        for height in (top, top + _ROW):
            painter.drawLine(QLineF(places[0].left, height, right, height))
        for place in places[1:]:
            edge = place.left - 5 * POINT
            painter.drawLine(QLineF(edge, top, edge, top + _ROW))
        baseline = top + 14 * POINT
        letters.say(painter, str(self._number), _LABEL, places[0].left, baseline)
        for row, tag in enumerate((*Tag, None)):
            self._box(painter, tag, places[2].left, baseline + row * 15 * POINT)

    def _box(self, painter: QPainter, tag: Tag | None, left: float, baseline: float) -> None:
        painter.setPen(QPen(self._pages.letters.colour("soft"), 0.7 * POINT))
        painter.setBrush(self._pages.letters.colour("paper"))
        painter.drawRect(round(left), round(baseline - 0.9 * _BOX), round(_BOX), round(_BOX))
        said = clean(look(tag).name)
        self._pages.letters.say(painter, said, _SOFT, left + _BOX + 4 * POINT, baseline)
