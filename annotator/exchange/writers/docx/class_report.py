"""The class report as a Word document: each kind of block set in its way."""

from collections.abc import Callable, Iterable, Sequence

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
from annotator.exchange.writers.classes.front import front, known_of, last_change, title_of
from annotator.exchange.writers.classes.telling import answers_grid, blocks
from annotator.exchange.writers.docx.claims import badge, line_of
from annotator.exchange.writers.docx.class_heat import HeatArticle
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.markup import Element, add, bookmark, link_in, paragraph, say
from annotator.exchange.writers.docx.tables import Table
from annotator.exchange.writers.looks import badge_of, look
from annotator.model.class_report import ClassReport
from annotator.words import _

Tick = Callable[[int], None]

_BELOW_TABLE = 120
"""Twentieths of a point between a table and words below it."""


def write(report: ClassReport, tick: Tick) -> bytes:
    """The document. The same report gives the same bytes."""
    file = WordFile(report.paper)
    title, kind = title_of(report), _("Class report")
    file.call(title, kind, last_change(report))
    say(paragraph(file.body, "Subtitle", kind), kind)
    say(paragraph(file.body, "Title", title), title)
    for name, value in known_of(report):
        line = paragraph(file.body, "Normal", name)
        say(line, f"{name} ", "Soft")
        say(line, value)
    made = _ClassDocument(file, report, tick)
    made.add(front(report))
    made.add(blocks(report))
    return file.data()


class _ClassDocument:
    """Adds blocks at the end of a document."""

    def __init__(self, file: WordFile, report: ClassReport, tick: Tick) -> None:
        self._file, self._report, self._tick = file, report, tick
        self._body: Element = file.body

    def add(self, some: Iterable[Block]) -> None:
        """Add some blocks in their order."""
        before: Block | None = None
        for one in some:
            self._add(one, isinstance(before, Heading))
            before = one

    def _add(self, one: Block, under_heading: bool) -> None:
        match one:
            case Heading():
                style = f"Heading{one.level}"
                line = paragraph(self._body, style, one.words, new_page=one.new_page)
                if one.key:
                    bookmark(line, self._file.next_bookmark(), one.key)
                say(line, one.words)
            case Says():
                self._says(one, under_heading)
            case Figures():
                self._figures(one)
            case Talk():
                self._talk(one)
            case Grid():
                self._grid(one.on_paper or one)
            case Answers():
                self._grid(answers_grid(one.passage))
                self._tick(len(one.passage.answers))
            case HeatText():
                HeatArticle(self._file).add(self._report)

    def _says(self, one: Says, kept: bool) -> None:
        below_table = self._body[-1].tag.endswith("}tbl")
        line = paragraph(self._body, "Normal", one.words, kept=kept)
        if below_table:
            add(line[0], "spacing", before=_BELOW_TABLE)
        say(line, one.words, "Soft" if one.soft else "")

    def _figures(self, one: Figures) -> None:
        for figure in one.figures:
            line = paragraph(self._body, "Normal", figure.number)
            say(line, figure.number, "Strong")
            say(line, f" {figure.words}")

    def _talk(self, one: Talk) -> None:
        quote = f"“{one.quote}”"
        say(paragraph(self._body, "BestQuote", quote, kept=True), quote)
        if one.badges:
            line = paragraph(self._body, "BestLine", kept=True)
            for badge_ in one.badges:
                _counted(line, badge_)
        line = paragraph(self._body, "BestLine")
        say(line, " ".join(one.said))
        say(line, f" · {one.place}", "Soft")
        if one.key:
            say(line, " · ", "Soft")
            say(link_in(line, one.key), _("All answers"), "Hyperlink")

    def _grid(self, one: Grid) -> None:
        say(paragraph(self._body, "Caption", one.caption, kept=True), one.caption)
        table = Table(self._body, [column.share for column in one.columns], self._file.width)
        numbers = [column.is_number for column in one.columns]
        _head(table, one, numbers)
        for row in one.rows:
            cells = table.row()
            for place, (cell, value) in enumerate(zip(cells, row, strict=True)):
                self._cell(cell, value, numbers[place], quoted=one.quoted and not place)

    def _cell(self, cell: Element, value: Cell, is_number: bool, *, quoted: bool) -> None:
        if isinstance(value, Told):
            for badge_ in value.badges:
                badge(paragraph(cell, "TableText", badge_.words), badge_.tag)
            for line in value.lines:
                line_of(self._file, cell, line)
            if not value.badges and not value.lines:
                paragraph(cell, "TableText")
            return
        said = str(value or "–") if isinstance(value, int) else value
        line = paragraph(cell, "Quote" if quoted else "TableText", said)
        if is_number:
            add(line[0], "jc", val="right")
        say(line, said)


def _counted(line: Element, one: Badge) -> None:
    say(line, f"\u00a0{look(one.tag).letter}\u00a0", badge_of(one.tag))
    say(line, f"\u00a0{one.words}  ".replace(" ", "\u00a0", 1))


def _head(table: Table, one: Grid, numbers: Sequence[bool]) -> None:
    for cell, column, is_number in zip(table.row(head=True), one.columns, numbers, strict=True):
        line = paragraph(cell, "TableText", column.name, kept=True)
        if is_number:
            add(line[0], "jc", val="right")
        say(line, column.name)
