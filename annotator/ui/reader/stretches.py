"""Where a text is cut, so that a change of one claim concerns a few lines and not the article.

A stretch is a paragraph with its line feed. A text of 1 MB may stand on one single line: such a
paragraph is cut into several stretches, or each new claim would mean a megabyte's work.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeVar

from annotator.model.span import Span

LONGEST = 4096
"""No stretch holds more code points."""

_Key = TypeVar("_Key")


class Stretches:
    """The stretches of one text, numbered from 0; every code point lies in exactly one."""

    def __init__(self, text: str) -> None:
        self._end = len(text)
        self._starts = array("L")
        self._first_of_line = array("L")
        for start, end in _lines(text):
            self._first_of_line.append(len(self._starts))
            self._starts.extend(range(start, max(end, start + 1), LONGEST))

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, stretch: int) -> Span:
        """The code points of a stretch, with the line feed that ends it."""
        after = stretch + 1
        end = self._starts[after] if after < len(self._starts) else self._end
        return Span(self._starts[stretch], end)

    def at(self, position: int) -> int:
        """The stretch that holds a code point; the end of the text belongs to the last."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def of(self, span: Span) -> range:
        """The stretches that share a code point with a span that is not empty."""
        return range(self.at(span.start), self.at(span.end - 1) + 1)

    def of_line(self, line: int) -> range:
        """The stretches of a line of the text; lines are counted from 0, empty ones too."""
        after = line + 1
        last = len(self._first_of_line) == after
        return range(self._first_of_line[line], len(self) if last else self._first_of_line[after])

    def line(self, stretch: int) -> int:
        """The line of the text that a stretch belongs to."""
        return bisect_right(self._first_of_line, stretch) - 1

    def span_of_line(self, line: int) -> Span:
        """The code points of a line, with its line feed."""
        stretches = self.of_line(line)
        return Span(self.span(stretches[0]).start, self.span(stretches[-1]).end)

    def by_stretch(self, spans: Iterable[tuple[_Key, Span]]) -> dict[int, list[_Key]]:
        """What lies in each stretch that holds something: `of` for many spans at once.

        The next span mostly begins in the stretch of the last one, so a search is the exception.
        """
        found: dict[int, list[_Key]] = {}
        starts = [*self._starts, self._end]  # a list answers faster than an array
        stretch, here, after = 0, 0, 0
        for key, (start, end) in spans:
            if not here <= start < after:
                stretch = bisect_right(self._starts, start) - 1
                here, after = starts[stretch], starts[stretch + 1]
            found.setdefault(stretch, []).append(key)
            further = stretch
            while starts[further + 1] < end:
                further += 1
                found.setdefault(further, []).append(key)
        return found


def _lines(text: str) -> Iterator[Span]:
    """The lines of a text with their line feeds; a text that ends in one has an empty last line."""
    start = 0
    while (feed := text.find("\n", start)) >= 0:
        yield Span(start, feed + 1)
        start = feed + 1
    yield Span(start, len(text))
