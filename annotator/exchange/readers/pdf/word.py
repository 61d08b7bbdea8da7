"""What a page is made of: words with their places, and lines of them.

Lengths are points (1/72 inch); y grows upwards, as PDF counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.exchange.readers.pdf.tags import Mark

BULLETS = frozenset("•‣◦▪▫■□●○–—-*·➢➤►✓")
HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}"


@dataclass(slots=True)
class Word:
    """Signs without a space between them, on one line.

    `base` is where its letters stand, `size` the type size; `order` counts words as the file
    gives them, and `spaced` says that it has a space before this one. `angle` is the direction it
    is read in, in degrees against the clock. `letters` are its signs with their sides, kept only
    where a script runs from right to left.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    order: int = 0
    angle: int = 0
    spaced: bool = False
    bold: bool = False
    artifact: bool = False
    invisible: bool = False
    pale: bool = False
    hidden: bool = False
    letters: tuple[tuple[float, float, str], ...] = ()
    mark: Mark | None = None


@dataclass(slots=True)
class Line:
    """A line within a column. `cells` says that it is a row of a table.

    `first` and `last` are the marks of the words that it begins and ends with.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    order: int = 0
    first_width: float = 0
    bold: bool = False
    begins_bold: bool = False
    cells: bool = False
    artifact: bool = False
    first: Mark | None = None
    last: Mark | None = None


@dataclass(slots=True)
class Block:
    """Lines below each other in one column, in one type size."""

    lines: list[Line]

    @property
    def left(self) -> float:
        """Of its lines, the outermost."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Of its lines, the outermost."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """Above the first line's letters."""
        return self.lines[0].base + 0.75 * self.lines[0].size

    @property
    def bottom(self) -> float:
        """Where the last line stands."""
        return self.lines[-1].base

    @property
    def order(self) -> int:
        """The first of its lines in the file."""
        return min(line.order for line in self.lines)


@dataclass(slots=True)
class Page:
    """The words of a page and how large it is; `picture` says that one is drawn on it.

    `unknown` counts the signs that nobody can name, `lost` those of them that are not in the words.
    A `damaged` page has neither words nor size.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    picture: bool = False
    unknown: int = 0
    lost: int = 0
    damaged: bool = False
