"""A half-open range of code points of a canonical text: the only unit that leaves the window."""

from typing import NamedTuple


class Span(NamedTuple):
    """Code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point; touching is not overlapping."""
        return self.start < other.end and other.start < self.end

    def within(self, characters: int) -> bool:
        """Whether this is a claimable span of a text that long."""
        return 0 <= self.start < self.end <= characters
