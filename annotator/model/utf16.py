"""Code points to UTF-16 units and back: Qt counts the latter, everything else here the former.

A character above U+FFFF (an emoji, rare Chinese) is one code point and two units, so one of them
shifts every position after it. Only the edge of a widget uses this map; nothing passes a Qt
position on.
"""

import re
from array import array
from bisect import bisect_left

from annotator.model.span import Span

_ABOVE_BMP = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts positions of one text, in both directions, in the time of a bisection.

    A position lies between characters: 0 and the length itself are positions. One outside the
    text raises IndexError.
    """

    def __init__(self, text: str) -> None:
        self.characters = len(text)
        self._points = array("L")
        """The code point index of each character above U+FFFF, rising."""
        if not text.isascii():
            self._points.extend(match.start() for match in _ABOVE_BMP.finditer(text))
        self._units = array("L", (point + pair for pair, point in enumerate(self._points)))
        """The index of the same characters in units, rising."""
        self.units = self.characters + len(self._points)

    def to_utf16(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        if not 0 <= position <= self.characters:
            raise IndexError(position)
        return position + bisect_left(self._points, position)

    def to_code_points(self, unit: int) -> int:
        """The code point that begins at a UTF-16 unit; from the middle of a pair, the pair's."""
        if not 0 <= unit <= self.units:
            raise IndexError(unit)
        pairs = bisect_left(self._units, unit)
        in_a_pair = pairs > 0 and self._units[pairs - 1] == unit - 1
        return unit - pairs if not in_a_pair else self._points[pairs - 1]

    def span_to_utf16(self, span: Span) -> tuple[int, int]:
        """Start and end of a span in UTF-16 units, as Qt wants them."""
        return self.to_utf16(span.start), self.to_utf16(span.end)

    def span_of(self, start: int, end: int) -> Span:
        """The code points of a half-open range of UTF-16 units; half a pair at the end is out."""
        return Span(self.to_code_points(start), self.to_code_points(end))
