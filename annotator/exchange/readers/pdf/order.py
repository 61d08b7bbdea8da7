"""The order in which a person reads the blocks of a page.

After Breuel (2003): what stands above goes first where two blocks overlap from side to side; what
stands left goes first unless a block across both lies between them. What these leave open follows
the order in the file.
"""

from statistics import median

from annotator.exchange.readers.pdf.word import Block

_OTHER = 1.04
"""How much another type size than that of the text differs from it."""
_NEAR = 2.5
_MOST = 400
"""A page in more pieces (a map, a table drawn sign by sign) keeps the order of the file."""


def in_order(blocks: list[Block], from_the_right: bool = False) -> list[Block]:
    """The blocks in reading order; columns go from the right in a right-to-left script."""
    if len(blocks) > _MOST:
        return sorted(blocks, key=lambda block: block.order)
    boxes = [_box(block, from_the_right) for block in blocks]
    _widen_headings(blocks, boxes)
    count = len(blocks)
    across = [
        {other for other in range(count) if other != at and _across(boxes[at], boxes[other])}
        for at in range(count)
    ]
    before = [
        {other for other in range(count) if other != at and _precedes(boxes, across, other, at)}
        for at in range(count)
    ]
    left = set(range(count))
    ordered: list[Block] = []
    while left:
        following = min(
            left, key=lambda at: (len(before[at] & left), blocks[at].order, -boxes[at][3])
        )
        left.remove(following)
        ordered.append(blocks[following])
    return ordered


_Box = tuple[float, float, float, float]


def _box(block: Block, mirrored: bool) -> _Box:
    left, right = (-block.right, -block.left) if mirrored else (block.left, block.right)
    return left, right, block.bottom, block.top


def _widen_headings(blocks: list[Block], boxes: list[_Box]) -> None:
    """A heading or a box beside which nothing stands goes across the columns above and below."""
    usual = median(line.size for block in blocks for line in block.lines) if blocks else 0
    edge = max((box[1] for box in boxes), default=0)
    for at, block in enumerate(blocks):
        left, right, low, high = boxes[at]
        if len(block.lines) > 3 or 1 / _OTHER < block.lines[0].size / usual < _OTHER:
            continue
        beside = (box for box in boxes if box[0] > right and box[2] < high and box[3] > low)
        if not any(beside) and _stands_over(blocks, boxes, at):
            boxes[at] = left, edge, low, high


def _stands_over(blocks: list[Block], boxes: list[_Box], at: int) -> bool:
    """Whether a column to the right ends just above a block, or begins just below it.

    Not so if what meets it there is of its own kind: then each stands in its own column.
    """
    _left, right, low, high = boxes[at]
    near = _NEAR * blocks[at].lines[0].size
    meeting = [
        other.lines[0].size / blocks[at].lines[0].size
        for other, box in zip(blocks, boxes, strict=True)
        if box[0] > right and (0 <= box[2] - high < near or 0 <= low - box[3] < near)
    ]
    return bool(meeting) and not any(1 / _OTHER < size < _OTHER for size in meeting)


def _precedes(boxes: list[_Box], across: list[set[int]], first: int, second: int) -> bool:
    one, two = boxes[first], boxes[second]
    if first in across[second]:
        return one[2] + one[3] > two[2] + two[3]
    if one[1] > two[0] + 1:
        return False
    low, high = min(one[3], two[3]), max(one[2], two[2])
    between = across[first] & across[second]
    return not any(low <= boxes[at][2] + 1 and boxes[at][3] - 1 <= high for at in between)


def _across(one: _Box, two: _Box) -> bool:
    return min(one[1], two[1]) - max(one[0], two[0]) > 1
