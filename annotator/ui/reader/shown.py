"""What the page shows besides the claims: the current one, the selection, what a search found."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: spans in their order, none overlapping, and which one is looked at."""

    spans: Sequence[Span] = ()
    current: Span | None = None

    def within(self, part: Span) -> Iterator[Span]:
        """Those that share a code point with a part of the text."""
        first = max(bisect_left(self.spans, (part.start, 0)) - 1, 0)
        for number in range(first, len(self.spans)):
            span = self.spans[number]
            if span.start >= part.end:
                return
            if span.end > part.start:
                yield span


@dataclass(slots=True)
class Shown:
    """Spans of code points that are painted in a way of their own."""

    current: Span | None = None
    selected: Span | None = None
    found: Found = field(default_factory=Found)
