"""The lines of a text as a document's reader collects them: each paragraph one line, none empty."""

import re
from collections.abc import Iterable

BREAK = "\n"
"""A line break within a paragraph begins a line of its own."""
CELL = "\t"
"""Stands between the cells of a table's row."""

_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]+")
"""Soft hyphens, zero-width spaces and joiners: where to break a line, and nothing to read."""
_EDGE = " \t\xa0"


def lines_of(text: str) -> list[str]:
    """The lines that somebody sees of a paragraph's text."""
    pieces = without_invisible(text).split(BREAK)
    return [line for line in (one.strip(_EDGE) for one in pieces) if line]


def without_invisible(text: str) -> str:
    """The text without signs that only say where a line may break."""
    return _INVISIBLE.sub("", text)


def row(cells: Iterable[list[str]]) -> list[str]:
    """A table's row: one line where each cell has one, else every cell's lines in order.

    Pages are laid out with tables too; there a cell holds paragraphs.
    """
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in filled):
        return [line for cell in filled for line in cell]
    return [CELL.join(cell[0] for cell in filled)] if filled else []


def with_mark(mark: str, lines: list[str]) -> list[str]:
    """A note's lines with its mark before the first."""
    return [f"{mark} {lines[0]}", *lines[1:]] if lines else []


def has_words(line: str) -> bool:
    """Whether a line is more than a page number."""
    return any(character.isalpha() for character in line)
