"""From blocks in reading order to paragraphs.

Typesetters show a new paragraph by an indent, a gap, a line that ends early, another type size
or a bullet; within a column each is looked for. Across columns and pages a paragraph goes on when
its last line is full and the next column does not begin with an indent. What stands in between (a
caption, a quotation in large type, a footnote) comes after the paragraph that it parts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from annotator.exchange.readers.pdf.columns import (
    DEEPEST_INDENT,
    EVEN,
    Column,
    alike,
    columns_of,
)
from annotator.exchange.readers.pdf.told import Told
from annotator.exchange.readers.pdf.word import BULLETS, HYPHENS, Block, Line

_LARGEST = 1.15
_INDENT = 0.7
"""In type sizes, as all below."""
_GAP = 1.28
"""How much wider than usual the space to the line above is before a paragraph."""
_SMALL_GAP = 1.12
"""The same where the lines of a column are otherwise set at one distance."""
_ENDS = re.compile(r"[.!?…:;。！？：؟।][\"'”’»“)\]』」）⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_ENTRY = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s")
_PARTED = 4
"""At most so many blocks stand between two parts of a paragraph."""


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph; `room` is what its last line leaves free."""

    lines: list[Line]
    room: float
    justified: bool

    @property
    def size(self) -> float:
        """The type size of its last line."""
        return self.lines[-1].size


def paragraphs_of(blocks: Iterable[Block]) -> list[list[Line]]:
    """The paragraphs, each as its lines, of all blocks of a document in reading order."""
    found: list[Paragraph] = []
    columns = columns_of(list(blocks))
    told = Told(columns)
    largest = _LARGEST * median([line.size for c in columns for line in c.block.lines] or [0])
    for column in columns:
        first, *rest = _parts(column, told)
        earlier = _earlier(found, column, first.lines[0], largest)
        if earlier and not told.begins(earlier.lines[-1], first.lines[0]):
            earlier.lines.extend(first.lines)
            earlier.room, earlier.justified = first.room, first.justified
        else:
            rest = [first, *rest]
        found.extend(rest)
    return [paragraph.lines for paragraph in found]


def _parts(column: Column, told: Told) -> Iterator[Paragraph]:
    lines = column.block.lines
    current = [lines[0]]
    for at in range(1, len(lines)):
        ends = _falls_back(column, current, lines[at]) or _ends_bold(current, lines[at])
        if ends or told.ends(column, lines[at - 1], lines[at]) or _is_new(column, at):
            yield Paragraph(current, 0, column.justified)
            current = []
        current.append(lines[at])
    yield Paragraph(current, column.end - column.ends(current[-1]), column.justified)


def _is_new(column: Column, at: int) -> bool:
    upper, line = column.block.lines[at - 1], column.block.lines[at]
    if upper.cells or line.cells or _is_entry(line.text):
        return True
    if not alike(upper.size, line.size):
        return True
    if _has_gap(column, upper, line):
        return True
    if upper.text[-1:] in HYPHENS:
        return False
    return _is_indented(column, at) or _ends_early(column, at)


def _is_entry(text: str) -> bool:
    return (text[:1] in BULLETS and text[1:2] == " ") or bool(_ENTRY.match(text))


def _has_gap(column: Column, upper: Line, line: Line) -> bool:
    step = (upper.base - line.base) / _usual(column, line)
    small = column.regular and not line.text[:1].islower() and upper.text[-1:] not in HYPHENS
    return step > (_SMALL_GAP if small else _GAP)


def _usual(column: Column, line: Line) -> float:
    return min(column.leading, 1.6 * line.size) if column.leading else 1.4 * line.size


def _is_indented(column: Column, at: int) -> bool:
    upper, line = column.block.lines[at - 1], column.block.lines[at]
    indent = column.starts(line) - column.start
    step = column.starts(line) - column.starts(upper)
    if _is_entry(upper.text) or not _INDENT < step / line.size < DEEPEST_INDENT:
        return False
    return indent > _INDENT * line.size and not column.centred and not _hangs(column, at)


def _falls_back(column: Column, current: list[Line], line: Line) -> bool:
    """Whether a line begins before an indented block or an entry of a list, which it ends."""
    level = len(current) > 1 and _is_level(column, current[-2], current[-1])
    if not level and not _is_entry(current[0].text):
        return False
    start = min(column.starts(before) for before in current)
    return start - column.starts(line) > _INDENT * line.size


def _ends_bold(current: list[Line], line: Line) -> bool:
    """Whether what came before was a heading in bold type of the text's size."""
    return all(before.bold for before in current) and not line.begins_bold


def _is_level(column: Column, one: Line, other: Line) -> bool:
    return abs(column.starts(one) - column.starts(other)) < 0.3 * other.size


def _hangs(column: Column, at: int) -> bool:
    """Whether all lines of a paragraph but its first are indented, as after a number beside it."""
    upper, line = column.block.lines[at - 1], column.block.lines[at]
    if _ENDS.search(upper.text):
        return False
    following = column.block.lines[at + 1 : at + 2]
    level = any(_is_level(column, line, other) for other in following)
    return level or line.text[:1].islower()


def _ends_early(column: Column, at: int) -> bool:
    lines = column.block.lines
    upper, line = lines[at - 1], lines[at]
    if upper.bold != line.bold and not _ENDS.search(upper.text) and not line.bold:
        return _room(column, upper, lines[max(at - 3, 0) : at + 2]) > line.first_width + upper.size
    room = _room(column, upper, lines[max(at - 3, 0) : at + 2])
    if column.justified and room > line.size and " " in upper.text:
        return True
    width = column.end - column.start
    fits = room > line.first_width + 0.6 * upper.size
    if not fits or _is_heading(column):
        return False
    return bool(_ENDS.search(upper.text)) or room > 0.45 * width


def _is_heading(column: Column) -> bool:
    """Whether it is two or three lines of a headline, which are set as short as looks well."""
    lines = column.block.lines
    return len(lines) <= 4 and not any(_ENDS.search(line.text) for line in lines[:-1])


def _room(column: Column, line: Line, near: list[Line]) -> float:
    return max(column.ends(other) for other in near) - column.ends(line)


def _earlier(
    found: list[Paragraph], column: Column, line: Line, largest: float
) -> Paragraph | None:
    """The paragraph that the first line of a column goes on with, if there is one.

    A headline of a size over `largest` does not go on with the next story's.
    """
    between: list[Paragraph] = []
    for paragraph in reversed(found[-_PARTED:]):
        if alike(paragraph.size, line.size):
            smaller = line.size < largest and all(other.size < line.size for other in between)
            return paragraph if _goes_on(paragraph, column, line, smaller) else None
        between.append(paragraph)
    return None


def _goes_on(paragraph: Paragraph, column: Column, line: Line, smaller: bool) -> bool:
    """Whether a paragraph goes on with a line; `smaller`: only small type stands between."""
    last = paragraph.lines[-1]
    if line.cells or last.cells or _is_entry(line.text) or last.bold != line.bold:
        return False
    if column.starts(line) - column.start > _INDENT * line.size:
        return False
    small = line.text[:1].islower()
    if not _ENDS.search(last.text) and (small or last.text[-1:] in HYPHENS):
        return True
    below = line.page == last.page and line.base < last.base and line.left < last.right
    most = EVEN * line.size if paragraph.justified else line.first_width + 0.6 * line.size
    full = paragraph.room < most
    return full and smaller and not below and not small
