"""What was read and is not stored yet, for a person to look at: paragraphs kept and left out.

A reader leaves out what is no part of an article, and may be wrong in both directions. Until the
article is stored a paragraph can be dropped or taken back; after that its text never changes.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.exchange.readers.article import ReadArticle
from annotator.model.article import Metadata
from annotator.model.text import canonical, is_empty
from annotator.services.preparing import Prepared

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, and whether the reader `found` it to be part of the article.

    `after` is what stands between it and the next one: a line feed, and lines that are empty.
    """

    text: str
    found: bool
    after: str
    words: int


@dataclass(frozen=True)
class Draft:
    """Paragraphs in the order of the document; `kept` are the numbers, from 0, of those that stay.

    `before` and `end` are what stands before the first paragraph of the text and after its last.
    """

    lines: tuple[Line, ...]
    kept: frozenset[int]
    before: str
    end: str

    def with_kept(self, numbers: frozenset[int]) -> "Draft":
        """The same with other paragraphs."""
        return replace(self, kept=numbers)

    def text(self) -> str:
        """The canonical text of the paragraphs that stay; "" of none.

        Nothing dropped and nothing taken back, it is the reader's text itself.
        """
        kept = [self.lines[number] for number in sorted(self.kept)]
        if not kept:
            return ""
        pieces = [self.before]
        for line in kept[:-1]:
            pieces += (line.text, line.after)
        return canonical("".join((*pieces, kept[-1].text, self.end)))

    @cached_property
    def words(self) -> int:
        """How many words stay."""
        return sum(self.lines[number].words for number in self.kept)

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The paragraphs that do not stay, in order."""
        kept = self.kept
        return tuple(line.text for number, line in enumerate(self.lines) if number not in kept)


def draft_of(read: ReadArticle) -> Draft:
    """What the reader kept, and what it left out in its place, or else at the end."""
    before, found, end = _paragraphs(read.text)
    places = read.places if len(read.places) == len(read.dropped) else ()
    dropped = [_line(text, False, "\n") for text in read.dropped]
    lines: list[Line] = []
    waiting = deque(zip(places, dropped, strict=True) if places else ())
    for number, line in enumerate(found):
        lines += _due(waiting, number)
        lines.append(line)
    lines += [line for _place, line in waiting] if places else dropped
    kept = frozenset(number for number, line in enumerate(lines) if line.found)
    return Draft(tuple(lines), kept, before, end)


def finished(prepared: Prepared, draft: Draft, metadata: Metadata) -> Prepared:
    """What was read, as the person wants it kept: to be handed to `adding.keep`."""
    assert prepared.given
    given = replace(
        prepared.given, text=draft.text(), metadata=metadata, dropped=draft.left_out, places=()
    )
    return replace(prepared, given=given)


def _due(waiting: deque[tuple[int, Line]], number: int) -> Iterator[Line]:
    """What was left out before the paragraph of that number, and still waits."""
    while waiting and waiting[0][0] <= number:
        yield waiting.popleft()[1]


def _paragraphs(text: str) -> tuple[str, list[Line], str]:
    """What stands before the first paragraph, the paragraphs, and what stands after the last."""
    pieces = re.split("(\n)", text)
    before, found, gap = "", list[list[str]](), ""
    for piece in pieces:
        if piece == "\n" or is_empty(piece):
            gap += piece
            continue
        if found:
            found[-1][1] = gap
        else:
            before = gap
        found.append([piece, ""])
        gap = ""
    lines = [_line(words, True, after) for words, after in found]
    return (before, lines, gap) if found else (gap, [], "")


def _line(text: str, found: bool, after: str) -> Line:
    return Line(text, found, after or "\n", sum(1 for _word in _WORD.finditer(text)))
