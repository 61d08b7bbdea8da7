"""The column in which lines stand: its sides, its leading, whether its lines are all one width."""

from dataclasses import dataclass
from itertools import pairwise

from annotator.exchange.readers.pdf.bidi import is_right_to_left
from annotator.exchange.readers.pdf.word import Block, Line

EVEN = 0.25
"""Lines set to the same width end within this; in type sizes, as all lengths here."""
DEEPEST_INDENT = 5
_EXACT = 0.02
_LIKE = 1.08
_MOSTLY = 0.55


@dataclass(slots=True)
class Column:
    """A block with the sides of its column, turned so that lines begin at the left."""

    block: Block
    mirrored: bool
    start: float = 0
    end: float = 0
    leading: float = 0
    justified: bool = False
    centred: bool = False
    regular: bool = False

    def starts(self, line: Line) -> float:
        """Where a line begins, growing in the direction of reading."""
        return -line.right if self.mirrored else line.left

    def ends(self, line: Line) -> float:
        """Where a line ends, growing in the direction of reading."""
        return -line.left if self.mirrored else line.right

    @property
    def size(self) -> float:
        """The type size of its first line."""
        return self.block.lines[0].size


def columns_of(blocks: list[Block]) -> list[Column]:
    """Each block with the sides of its column."""
    columns = [Column(block, _is_mirrored(block)) for block in blocks]
    for column in columns:
        lines = column.block.lines
        column.start = min(column.starts(line) for line in lines)
        column.end = max(column.ends(line) for line in lines)
        steps = [upper.base - lower.base for upper, lower in pairwise(lines)]
        column.leading = sorted(steps)[len(steps) // 4] if steps else 0
        full = sum(column.end - column.ends(line) < EVEN * line.size for line in lines)
        exact = sum(abs(step - column.leading) < _EXACT * step for step in steps)
        column.regular = len(steps) > 3 and exact > _MOSTLY * len(steps)
        column.centred = _is_centred(lines)
        column.justified = len(lines) > 3 and full > _MOSTLY * len(lines)
    sizes = [c for c in columns if len(c.block.lines) > 2]
    for column in columns:
        if len(column.block.lines) <= 2:
            _take_sides(column, sizes)
    return columns


def _is_centred(lines: list[Line]) -> bool:
    middle = (lines[0].left + lines[0].right) / 2
    return len(lines) > 1 and all(
        abs((line.left + line.right) / 2 - middle) < EVEN * line.size for line in lines
    )


def _is_mirrored(block: Block) -> bool:
    return is_right_to_left("".join(line.text for line in block.lines[:5]))


def _take_sides(column: Column, others: list[Column]) -> None:
    """A block of a line or two has the sides of the column that it belongs to."""
    fitting = [
        other
        for other in others
        if alike(other.size, column.size)
        and other.mirrored == column.mirrored
        and -1 < (column.start - other.start) / column.size < DEEPEST_INDENT
        and other.end > column.end - 1
        and abs(other.block.lines[0].page - column.block.lines[0].page) < 2
    ]
    if fitting:
        best = min(fitting, key=lambda other: (other.end - other.start, other.start))
        column.start, column.end = best.start, best.end
        column.leading, column.justified = best.leading, best.justified


def alike(one: float, other: float) -> bool:
    """Whether two type sizes are one."""
    return max(one, other) < _LIKE * min(one, other)
