"""The class report as a workbook: students, passages, answers, sources and the key, a sheet each.

What was said in several lines of a table to read stands in one cell here, to sort and to filter.
"""

import io
from collections.abc import Callable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format

from annotator.exchange.writers.classes.blocks import Cell, Column, Grid, Told
from annotator.exchange.writers.classes.front import last_change, title_of
from annotator.exchange.writers.classes.students import students_grid
from annotator.exchange.writers.classes.telling import (
    answer_cells,
    answer_columns,
    key_grid,
    needs_grid,
    sources_grid,
)
from annotator.exchange.writers.telling import Line
from annotator.exchange.writers.xlsx import say_cut
from annotator.exchange.writers.xlsx.book import OPTIONS, describe
from annotator.exchange.writers.xlsx.cells import sheet_name
from annotator.exchange.writers.xlsx.looks import looks_of
from annotator.exchange.writers.xlsx.rows import Column as SheetColumn
from annotator.exchange.writers.xlsx.sheet import Sheet
from annotator.model.claim import Outcome
from annotator.model.class_report import ClassReport, ReportedPassage
from annotator.model.passage import REASONS
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _

Tick = Callable[[int], None]

_WIDTH = 160
"""Characters of a whole table, which its columns share."""


def write(report: ClassReport, tick: Tick) -> bytes:
    """The workbook. The same report gives the same bytes."""
    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, OPTIONS)
    describe(workbook, title_of(report), last_change(report))
    book = _Book(workbook, report)
    book.grid(_("Students"), students_grid(report))
    book.grid(_("Passages"), _passages(report))
    book.grid(_("Answers"), _answers(report, tick))
    book.grid(_("Sources"), sources_grid(report))
    if report.key:
        book.grid(_("Key"), key_grid(report))
    if report.needing and not report.anonymous:
        book.grid(_("For the teacher alone"), needs_grid(report))
    book.close()
    return data.getvalue()


class _Book:
    """The workbook that is being made."""

    def __init__(self, workbook: xlsxwriter.Workbook, report: ClassReport) -> None:
        self._workbook, self._paper = workbook, report.paper
        self._looks: Mapping[str, Format] = looks_of(workbook)
        self._names: list[str] = []
        self._cut = 0

    def grid(self, name: str, grid: Grid) -> None:
        """A sheet that holds a table."""
        sheet = self._sheet(name)
        columns = [_column(one) for one in grid.columns]
        sheet.head(columns)
        usual = [self._looks["prose" if one.is_prose else "plain"] for one in columns]
        for row in grid.rows:
            sheet.row([_plain(cell) for cell in row], usual)
        sheet.filters(len(columns))
        self._cut += sheet.cut

    def close(self) -> None:
        """Say what is not as it was, where something is, and end."""
        if self._cut:
            sheet = self._sheet(_("Summary"))
            sheet.widths(80)
            sheet.row([say_cut(self._cut)], [self._looks["soft"]])
        self._workbook.close()

    def _sheet(self, words: str) -> Sheet:
        self._names.append(sheet_name(words, self._names))
        made = self._workbook.add_worksheet(self._names[-1])
        return Sheet(made, self._looks, self._paper)


def _column(one: Column) -> SheetColumn:
    width = max(round(one.share * _WIDTH), len(one.name) + 3)
    return SheetColumn(one.name, width, not one.is_number)


def _plain(cell: Cell) -> str | int:
    """A cell's words, in lines."""
    if not isinstance(cell, Told):
        return cell
    tags = ", ".join(one.words for one in cell.badges)
    return "\n".join(filter(None, [tags, *map(_line, cell.lines)]))


def _line(one: Line) -> str:
    return " ".join(filter(None, one))


def _passages(report: ClassReport) -> Grid:
    """A row for each passage, its counts in columns."""
    numbers = (
        *(_("No."), _("Paragraph"), _("Marked by"), _("Of")),
        *(_(MEANINGS[tag].name) for tag in (*Tag, None)),
        *(_("Several tags"), _("Complete"), _("Supports"), _("Against"), _("Nothing")),
    )
    columns = [Column(name, 0.07, is_number=True) for name in numbers]
    columns[2:2] = [Column(_("Passage"), 0.4)]
    columns.append(Column(_("Worth talking about"), 0.26))
    return Grid(_("Passages"), columns, [_passage(one) for one in report.passages])


def _passage(one: ReportedPassage) -> Sequence[Cell]:
    passage = one.passage
    return (
        one.number,
        one.first,
        one.quote,
        passage.marked,
        passage.of,
        *(passage.tagged(tag) for tag in Tag),
        passage.open,
        passage.several,
        passage.complete,
        *(passage.outcomes[outcome] for outcome in Outcome),
        _(REASONS[passage.reason]),
    )


def _answers(report: ClassReport, tick: Tick) -> Grid:
    """A row for each answer to each passage."""
    columns = [Column(_("No."), 0.05, is_number=True), Column(_("Passage"), 0.3)]
    rows: list[tuple[Cell, ...]] = []
    for one in report.passages:
        rows += [(one.number, one.quote, *answer_cells(answer)) for answer in one.answers]
        tick(len(one.answers))
    return Grid(_("Answers"), [*columns, *answer_columns()], rows)
