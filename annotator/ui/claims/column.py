"""Where the cards stand: all of one height but the open one, so that nothing is ever measured.

Pure arithmetic; the sum of 100,000 heights is one multiplication.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """`rows` cards of `closed` px, `gap` px apart and from the ends.

    Row `open_row` has `open_height` instead (-1: none is open). Positions are px from the top.
    """

    rows: int
    closed: int
    gap: int
    open_row: int = -1
    open_height: int = 0

    @property
    def height(self) -> int:
        """All of it."""
        return self.top(self.rows) if self.rows else 0

    def top(self, row: int) -> int:
        """Where a card begins; for the row after the last one, where the column ends."""
        more = self.open_height - self.closed if 0 <= self.open_row < row else 0
        return self.gap + row * (self.closed + self.gap) + more

    def size(self, row: int) -> int:
        """How high a card is."""
        return self.open_height if row == self.open_row else self.closed

    def row_at(self, y: int) -> int:
        """The row whose card is at `y`, or -1 between and beside cards."""
        row = self.nearest(y)
        inside = row >= 0 and self.top(row) <= y < self.top(row) + self.size(row)
        return row if inside else -1

    def nearest(self, y: int) -> int:
        """The last row that begins at or above `y`, but the first one at least; -1 without rows."""
        step = self.closed + self.gap
        if 0 <= self.open_row < self.rows and y >= self.top(self.open_row):
            below = y - self.top(self.open_row) - self.open_height - self.gap
            row = self.open_row if below < 0 else self.open_row + 1 + below // step
        else:
            row = (y - self.gap) // step
        return min(max(row, 0), self.rows - 1)

    def between(self, top: int, bottom: int) -> range:
        """The rows that have a part between two positions."""
        if not self.rows or bottom <= top:
            return range(0)
        first = self.nearest(top)
        if self.top(first) + self.size(first) <= top:
            first += 1
        last = self.nearest(bottom - 1)
        return range(first, last + 1 if self.top(last) < bottom else last)
