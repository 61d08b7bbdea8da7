"""Where a PDF's own structure ends a paragraph that its lines alone would let go on."""

from collections.abc import Iterable
from itertools import pairwise

from annotator.exchange.readers.pdf.columns import DEEPEST_INDENT, Column, alike
from annotator.exchange.readers.pdf.word import HYPHENS, Line

_WRONG = 0.2
"""With more of its paragraphs beginning amid a sentence, a program has taken lines for them."""


class Told:
    """What the structure of one document tells; nothing where it has none or a wrong one."""

    def __init__(self, columns: list[Column]) -> None:
        self._columns = columns
        ends = [
            lower
            for column in columns
            for upper, lower in pairwise(column.block.lines)
            if _are_two(upper, lower)
        ]
        self._is_right = sum(map(_is_amid, ends)) <= _WRONG * len(ends)

    def ends(self, column: Column, upper: Line, line: Line) -> bool:
        """Whether a paragraph ends with the upper of two lines of a column."""
        if not self._is_right or upper.text[-1:] in HYPHENS or _is_amid(line):
            return False
        return _are_two(upper, line) or (
            _are_apart(upper, line) and self._room(column, upper) > line.first_width + upper.size
        )

    def begins(self, last: Line, line: Line) -> bool:
        """Whether the line after a column, or a page, begins a paragraph."""
        if not self._is_right or line.first is None or line.first.tag is None:
            return False
        return _are_two(last, line) and not line.first.tag.goes_on

    def _room(self, column: Column, line: Line) -> float:
        """What a line leaves free of the widest column that begins where its own does."""
        return max(_widest(self._columns, column, line)) - column.ends(line)


def _widest(columns: Iterable[Column], column: Column, line: Line) -> Iterable[float]:
    for other in columns:
        near = abs(other.start - column.start) < DEEPEST_INDENT * line.size
        beside = other.block.lines[0].page == line.page and other.mirrored == column.mirrored
        if near and beside and alike(other.size, line.size):
            yield other.end
    yield column.end


def _are_apart(upper: Line, line: Line) -> bool:
    """Whether two lines are no piece of text that the browser itself broke into lines."""
    return upper.last is not None and line.first is not None and upper.last != line.first


def _are_two(upper: Line, line: Line) -> bool:
    """Whether two lines are of two paragraphs."""
    one, other = upper.last, line.first
    return bool(one and other and one.tag and other.tag and one.tag is not other.tag)


def _is_amid(line: Line) -> bool:
    return line.text[:1].islower()
