"""The class report as pages: each kind of block set in its way."""

from collections.abc import Callable, Iterable, Iterator

from annotator.exchange.writers.classes.blocks import (
    Answers,
    Badge,
    Block,
    Cell,
    Figures,
    Grid,
    Heading,
    HeatText,
    Says,
    Talk,
    Told,
)
from annotator.exchange.writers.classes.front import front, known_of, title_of
from annotator.exchange.writers.classes.telling import answers_grid, blocks
from annotator.exchange.writers.paged import table
from annotator.exchange.writers.paged.booklet import Booklet, Section
from annotator.exchange.writers.paged.class_heat import heat_article
from annotator.exchange.writers.paged.columns import Block as Set
from annotator.exchange.writers.paged.columns import columns
from annotator.exchange.writers.paged.letters import Look, Run, clean
from annotator.exchange.writers.paged.report_pages import (
    KIND,
    SOFT,
    TEXT,
    TITLE,
    Pages,
    running_head,
)
from annotator.exchange.writers.paged.sheet import POINT, Sheet
from annotator.exchange.writers.paged.strips import Strip
from annotator.model.class_report import ClassReport
from annotator.words import _

Tick = Callable[[int], None]

_HEADING2 = Look(11.5, serif=True, weight=600)
_FIGURE = Look(17, weight=600)
_COUNTED = Look(8.5, colour="soft")
_HEAD = Look(8, weight=600, colour="soft")
_CELL = Look(8.5)
_NAME = Look(8.5, weight=600)
_QUOTE, _TALK = Look(9.2, serif=True), Look(11.5, serif=True)
_TALKS = (0.18, 0.82)


def booklet(report: ClassReport, tick: Tick) -> Booklet:
    """The pages of a report on a class on its paper."""
    pages = Pages(Sheet(report.paper))
    title = title_of(report)
    made = _ClassPages(pages, report, tick)
    first = [
        *pages.say([(clean(_("Class report")).upper(), KIND)]),
        *pages.say([(clean(title), TITLE)], 1.24, 3),
        *pages.say(_known(report), 1.6, 9),
    ]
    parts = [first]
    before: Block | None = None
    for one in [*front(report), *blocks(report)]:
        if isinstance(one, Heading) and one.new_page:
            parts.append([])
        under_heading = isinstance(before, Heading)
        parts[-1] += made.strips(one, first=not parts[-1], under_heading=under_heading)
        before = one
    head = (clean(title), running_head(report.article.metadata)[1])
    return Booklet(title, pages.sheet, [Section(part, head) for part in parts], pages.letters)


class _ClassPages:
    """Sets blocks as strips."""

    def __init__(self, pages: Pages, report: ClassReport, tick: Tick) -> None:
        self._pages, self._report, self._tick = pages, report, tick
        self._sheet, self._setter = pages.sheet, pages.setter

    def strips(self, one: Block, *, first: bool, under_heading: bool) -> Iterable[Strip]:
        """The strips of a block; `first` is the one that begins its pages."""
        match one:
            case Heading():
                return self._heading(one, first)
            case Says():
                look = SOFT if one.soft else TEXT
                return self._pages.say([(clean(one.words), look)], above=4, holds=under_heading)
            case Figures():
                return self._figures(one)
            case Talk():
                return self._talk(one)
            case Grid():
                return self._grid(one.on_paper or one)
            case Answers():
                self._tick(len(one.passage.answers))
                return self._grid(answers_grid(one.passage))
            case HeatText():
                return heat_article(self._report, self._pages)

    def _heading(self, one: Heading, first: bool) -> list[Strip]:
        if one.level == 1:
            return self._pages.heading(one.words, first)
        return self._pages.say([(clean(one.words), _HEADING2)], 1.3, 20, holds=True)

    def _figures(self, one: Figures) -> Iterator[Strip]:
        number = len(one.figures)
        places = columns(self._sheet.left, [self._sheet.width / number] * number)
        cells = [
            [
                Set(((clean(figure.number), _FIGURE),), 1.3),
                Set(((clean(figure.words), _COUNTED),), above=2 * POINT),
            ]
            for figure in one.figures
        ]
        nothing = Strip(0, lambda _painter, _top: None)
        for strip in self._setter.row(cells, places, nothing, self._sheet.room):
            strip.above = 14 * POINT
            yield strip

    def _talk(self, one: Talk) -> Iterator[Strip]:
        places = columns(self._sheet.left, [share * self._sheet.width for share in _TALKS])
        said: list[Run] = [(clean(" ".join(one.said)), _CELL), (f" · {clean(one.place)}", _COUNTED)]
        words = [
            Set(((f"“{clean(one.quote)}”", _TALK),), 1.42),
            Set(tuple(said), above=3 * POINT),
        ]
        nothing = Strip(0, lambda _painter, _top: None)
        cells = [list(map(_badge, one.badges)), words]
        for strip in self._setter.row(cells, places, nothing, self._sheet.room):
            strip.above = 4 * POINT
            yield strip

    def _grid(self, one: Grid) -> Iterator[Strip]:
        yield from self._pages.say([(clean(one.caption), SOFT)], 1.4, 3, holds=True)
        whole = sum(column.share for column in one.columns)
        widths = [column.share / whole * self._sheet.width for column in one.columns]
        places = columns(self._sheet.left, widths)
        names = [
            Set(((clean(column.name), _HEAD),), 1.25, right=column.is_number)
            for column in one.columns
        ]
        head = self._setter.head(names, places)
        head.above = 6 * POINT
        yield head
        for row in one.rows:
            cells = [_cell(value, one, place) for place, value in enumerate(row)]
            yield from self._setter.row(cells, places, head, self._sheet.room)


def _cell(value: Cell, grid: Grid, place: int) -> list[Set]:
    if isinstance(value, Told):
        return [*map(_badge, value.badges), *map(table.line, value.lines)]
    right = grid.columns[place].is_number
    if isinstance(value, int):
        return [Set(((str(value or "–"), _CELL),), right=right)]
    look = _CELL if place else _QUOTE if grid.quoted else _NAME
    return [Set(((clean(value), look),), right=right)]


def _badge(one: Badge) -> Set:
    return Set(((clean(one.words), _CELL),), above=2.5 * POINT, badge=(one.tag,))


def _known(report: ClassReport) -> list[Run]:
    runs: list[Run] = []
    for name, value in known_of(report):
        runs.append((("\u2003 " if runs else "") + clean(name) + "\u00a0", SOFT))
        runs.append((clean(value), TEXT))
    return runs
