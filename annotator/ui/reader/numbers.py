"""The numbers of paragraphs, counted as far down as anybody has looked."""

from annotator.model.text import is_empty
from annotator.ui.reader.stretches import Stretches


class Numbers:
    """Non-empty lines have numbers, from 1; lines themselves are counted from 0."""

    def __init__(self, text: str, stretches: Stretches) -> None:
        self._text = text
        self._stretches = stretches
        self._numbers: list[int | None] = []
        self._last = 0

    def of(self, line: int) -> int | None:
        """The number of a line, None for one without a visible character."""
        while len(self._numbers) <= line:
            start, end = self._stretches.span_of_line(len(self._numbers))
            if is_empty(self._text[start:end]):
                self._numbers.append(None)
            else:
                self._last += 1
                self._numbers.append(self._last)
        return self._numbers[line]
