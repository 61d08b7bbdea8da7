"""One sheet of the workbook: a head that stays, filters, and cells that are what they say.

Every word goes through `say`: no text becomes a formula, a number, a link or markup.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from annotator import words
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.xlsx.cells import (
    fitting,
    lines_in,
    looks_like_markup,
    tidy,
    too_long,
)
from annotator.exchange.writers.xlsx.rows import Cell, Column
from annotator.model.directions import is_right_to_left_language
from annotator.model.paper import Paper

_MOST_LINKS = 65_530
_LONGEST_LINK = 2_079
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}
"""What Excel calls them."""

_LINE, _HIGHEST = 15, 409
"""In points. LibreOffice believes that a row without a height has one line, so each has its own."""


class Sheet:
    """A sheet with a name of its own; `cut` counts the cells that could not hold all."""

    def __init__(self, sheet: Worksheet, looks: Mapping[str, Format], paper: Paper) -> None:
        self._sheet = sheet
        self._looks = looks
        self._widths: Sequence[int] = ()
        self._links = 0
        self._rows = 0
        self.cut = 0
        sheet.set_paper(_PAPERS[paper])
        sheet.set_landscape()
        if is_right_to_left_language(words.language()):
            sheet.right_to_left()

    def head(self, columns: Sequence[Column]) -> None:
        """The first row, which stays while the others are scrolled and stands on each page."""
        self.widths(*(column.width for column in columns))
        for place, column in enumerate(columns):
            self.say(0, place, column.name, self._looks["head"])
        self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(0)
        self._rows = 1

    def widths(self, *widths: int) -> None:
        """How wide the columns are, in characters."""
        self._widths = widths
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, width)

    def filters(self, columns: int) -> None:
        """Filters over all rows under the head."""
        self._sheet.autofilter(0, 0, max(self._rows - 1, 0), columns - 1)

    def row(self, cells: Sequence[Cell], looks: Sequence[Format], link: int = -1) -> None:
        """The next row; the cell at `link` leads somewhere where it is a plain web address."""
        at = self._rows
        self._rows += 1
        lines = 1
        for place, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            if cell == "":
                continue
            if isinstance(cell, str):
                if look.text_wrap:
                    lines = max(lines, lines_in(cell, self._widths[place]))
                if place != link or not self._lead(at, place, cell, look):
                    self.say(at, place, cell, look)
            elif isinstance(cell, int):
                self._sheet.write_number(at, place, cell, look)
            else:
                self._sheet.write_datetime(at, place, cell, self._looks[_kind_of(cell)])
        if lines > 1:
            self._sheet.set_row(at, min(lines * _LINE, _HIGHEST))

    def skip(self) -> None:
        """Leave a row empty."""
        self._rows += 1

    def say(self, row: int, column: int, said: str, look: Format) -> None:
        """A text, whatever it looks like."""
        said = tidy(said)
        if too_long(said):
            self.cut += 1
            said = fitting(said)
        if looks_like_markup(said):
            # xlsxwriter writes such a text as it is; of two pieces it escapes each.
            plain = self._looks["plain"]
            self._sheet.write_rich_string(row, column, said[:1], plain, said[1:], look)
        else:
            self._sheet.write_string(row, column, said, look)

    def _lead(self, row: int, column: int, address: str, look: Format) -> bool:
        """Make it a link where it is a plain web address and the sheet can take one more."""
        if len(address) > _LONGEST_LINK or self._links >= _MOST_LINKS or not is_link(address):
            return False
        self._links += 1
        shown = self._looks["link" if look.text_wrap else "address"]
        self._sheet.write_url(row, column, address, shown, address)
        return True


def _kind_of(cell: date) -> str:
    return "time" if isinstance(cell, datetime) else "day"
