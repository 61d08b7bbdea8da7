"""Floor: the same rows by a Core select for each table, written by bare xlsxwriter."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from benchmarks.clock import end_on_error, finish, now
from benchmarks.floors.tables import PARTS, engine, text_of

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_PLACE_OF_LINK = 16

Cells = list[tuple[int, str | int | date]]


def rows(library: str) -> Iterator[Cells]:
    """The cells of each claim that are not empty, with their columns."""
    with engine(library).connect() as connection:
        text = text_of(connection)
        claim, *parts = PARTS
        said, sources, found, _links = (
            {row[0]: row for row in connection.execute(part.select())} for part in parts
        )
        for number, one in enumerate(connection.execute(claim.select().order_by("start")), 1):
            tags = [name for name in ("attributed", "contested", "verified") if getattr(one, name)]
            cells: Cells = [
                (0, number),
                (1, "Student 1"),
                (2, text[one.start : one.end]),
                (3, ", ".join(tags) or "open"),
                (5, 1),
                (22, one.start),
                (23, one.end),
                (24, datetime.fromisoformat(one.created[:26])),
                (25, datetime.fromisoformat(one.modified[:26])),
                (26, one.id),
            ]
            if one.note:
                cells.append((20, one.note))
            if by := said.get(one.id):
                source = sources[by.source]
                cells += [(6, source.name), (7, source.kind), (8, source.stake), (9, by.cue)]
            if shown := found.get(one.id):
                cells += [(_PLACE_OF_LINK, shown.place), (17, shown.outcome)]
                cells += [(18, date.fromisoformat(shown.checked)), (19, shown.found)]
            yield cells


def write(library: str, target: Path) -> None:
    """A sheet of 27 columns like those of the report, without its heads, looks and heights."""
    book = xlsxwriter.Workbook(str(target), _OPTIONS)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Claims")
    for at, cells in enumerate(rows(library)):
        for place, cell in cells:
            if isinstance(cell, int):
                sheet.write_number(at, place, cell, wrapped)
            elif isinstance(cell, date):
                sheet.write_datetime(at, place, cell, day)
            elif place == _PLACE_OF_LINK:
                sheet.write_url(at, place, cell, wrapped)
            else:
                sheet.write_string(at, place, cell, wrapped)
    book.close()


if __name__ == "__main__":
    end_on_error()
    began = now()
    write(sys.argv[1], Path(sys.argv[2]))
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
