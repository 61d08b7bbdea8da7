"""Floor: the claims as a table by bare python-docx, without comments, looks and the article.

Whoever asks it for the cells of each row waits for minutes; this asks for all at once. Ten thousand
comments take it minutes, too, so they are left out.
"""

import sys
from pathlib import Path

from docx import Document

from benchmarks.clock import end_on_error, finish, now
from benchmarks.floors.workbook import rows

_COLUMNS = (0, 2, 3, 6, 16)
"""Number, words, tags, source and place of what shows it."""


def write(library: str, target: Path) -> None:
    """A row of five cells for each claim."""
    document = Document()
    claims = [dict(cells) for cells in rows(library)]
    table = document.add_table(len(claims), len(_COLUMNS))
    cells = iter(table._cells)
    for claim in claims:
        for column in _COLUMNS:
            next(cells).paragraphs[0].add_run(str(claim.get(column, "")))
    document.save(str(target))


if __name__ == "__main__":
    end_on_error()
    began = now()
    write(sys.argv[1], Path(sys.argv[2]))
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
