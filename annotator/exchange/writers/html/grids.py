"""Tables and the article's heat, filled from shapes (see templates.py for the reason)."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from annotator.exchange.writers.classes.blocks import Cell, Grid, Told
from annotator.exchange.writers.classes.heat import LEVELS, heat_text
from annotator.exchange.writers.classes.reading import begins_with_title
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.looks import look
from annotator.model.class_report import ClassReport, ReportedPassage
from annotator.model.tags import Tag

_DASH = "–"
_TAGS: tuple[Tag | None, ...] = (*Tag, None)


class GridRows:
    """Fills the rows of tables."""

    def __init__(self, shapes: Shapes) -> None:
        self._head, self._quote = shapes("row_head"), shapes("row_quote")
        self._named = {True: shapes("cell_of_numbers"), False: shapes("cell_of")}
        self._bdi, self._link = shapes("bdi"), shapes("link")
        self._line, self._labelled = shapes("line_of"), shapes("labelled")
        self._badge = {tag: shapes("badge_with", look(tag)) for tag in _TAGS}

    def of(self, grid: Grid) -> Markup:
        """The rows of a table."""
        values = [column.name for column in grid.columns]
        for row in grid.rows:
            for cell in row:
                values += _words_of(cell)
        taking = escaped(values)
        names = [next(taking) for _column in grid.columns]
        head = self._quote if grid.quoted else self._head
        of_numbers = [column.is_number for column in grid.columns]
        # All of it is shapes of our own and values that were escaped just now.
        rows = (self._row(row, head, names, of_numbers, taking) for row in grid.rows)
        return Markup("".join(rows))  # noqa: S704

    def _row(
        self,
        row: Sequence[Cell],
        head: str,
        names: Sequence[str],
        of_numbers: Sequence[bool],
        taking: Iterator[str],
    ) -> str:
        first = self._cell(row[0], taking) if head is self._head else next(taking)
        pieces = [head % first]
        for cell, name, is_number in zip(row[1:], names[1:], of_numbers[1:], strict=True):
            pieces.append(self._named[is_number] % (name, self._cell(cell, taking)))
        return f"<tr>{''.join(pieces)}</tr>\n"

    def _cell(self, cell: Cell, taking: Iterator[str]) -> str:
        if isinstance(cell, str):
            return self._bdi % next(taking)
        if isinstance(cell, int):
            return str(cell or _DASH)
        badges = "".join(self._badge[one.tag] % next(taking) for one in cell.badges)
        lines = []
        for one in cell.lines:
            label, words, place = next(taking), next(taking), next(taking)
            if is_link(one.place):
                said = self._link % (place, place)
            else:
                said = self._bdi % (words or place)
            lines.append(self._line % ((self._labelled % label if label else "") + said))
        return badges + "".join(lines)


def _words_of(cell: Cell) -> Iterable[str]:
    """What somebody wrote in a cell, in the order in which it is taken."""
    if isinstance(cell, str):
        return (cell,)
    if isinstance(cell, Told):
        words = [one.words for one in cell.badges]
        for line in cell.lines:
            words += line
        return words
    return ()


class HeatParagraphs:
    """Fills the paragraphs of the article with what the class marked."""

    def __init__(self, shapes: Shapes) -> None:
        self._paragraph = {is_title: shapes("heated", is_title) for is_title in (False, True)}
        self._ends = shapes("ends")
        self._count = {tag: shapes("counted", look(tag)) for tag in _TAGS}
        self._mark = {
            (tag, level): shapes("warm", look(tag).style, level)
            for tag in _TAGS
            for level in range(1, LEVELS + 1)
        }

    def of(self, report: ClassReport) -> Markup:
        """The paragraphs."""
        every = list(heat_text(report))
        taking = escaped([piece.words for _paragraph, some in every for piece in some])
        lines = []
        title = 1 if begins_with_title(report) else 0
        for paragraph, some in every:
            pieces = []
            for piece in some:
                words = next(taking)
                level = piece.level
                pieces.append(self._mark[piece.tag, level] % words if level else words)
                pieces += map(self._end, piece.ends)
            lines.append(
                self._paragraph[paragraph.number == title] % (paragraph.number, "".join(pieces))
            )
        # All of it is shapes of our own and words that were escaped just now.
        return Markup("".join(lines))  # noqa: S704

    def _end(self, one: ReportedPassage) -> str:
        passage = one.passage
        counts = [(tag, passage.tagged(tag)) for tag in Tag]
        every: list[tuple[Tag | None, int]] = [*counts, (None, passage.open)]
        said = "".join(self._count[tag] % count for tag, count in every if count)
        return self._ends % (one.number, one.number, said)
