"""From lines to blocks: lines of one type size below each other in one column."""

from collections import defaultdict

from annotator.exchange.readers.pdf.word import Block, Line

_FARTHEST = 2.3
"""From baseline to baseline, in type sizes, within a block."""
_LIKE = 1.13
"""How much larger one type size may be to count as the same."""


def blocks_of(lines: list[Line]) -> list[Block]:
    """The blocks of a page; `lines` go from top to bottom.

    A line is linked to the one above when each is the other's only neighbour: where a wide line
    stands over two columns, three blocks meet.
    """
    above = {id(line): _neighbours(at, lines) for at, line in enumerate(lines)}
    below: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        for upper in above[id(line)]:
            below[id(upper)].append(line)
    blocks: dict[int, Block] = {}
    for line in lines:
        uppers = above[id(line)]
        block = blocks.get(id(uppers[0])) if len(uppers) == 1 else None
        if block and len(below[id(uppers[0])]) == 1 and _fits(uppers[0], line):
            block.lines.append(line)
        else:
            block = Block([line])
        blocks[id(line)] = block
    return list({id(block): block for block in blocks.values()}.values())


def _neighbours(at: int, lines: list[Line]) -> list[Line]:
    """The nearest lines above that overlap it, those in one row all."""
    line = lines[at]
    found: list[Line] = []
    for upper in reversed(lines[:at]):
        if found and upper.base - found[0].base > 0.6 * found[0].size:
            break
        if upper.base - line.base > 0.4 * line.size and _overlap(upper, line):
            found.append(upper)
    return found


def _overlap(first: Line, second: Line) -> bool:
    return min(first.right, second.right) - max(first.left, second.left) > 0.1 * first.size


def _fits(upper: Line, line: Line) -> bool:
    large, small = max(upper.size, line.size), min(upper.size, line.size)
    return large < _LIKE * small and upper.base - line.base < _FARTHEST * large
