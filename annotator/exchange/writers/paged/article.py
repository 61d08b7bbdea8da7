"""The article on paper: numbered paragraphs, the marked words, and letters in the margin."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QPainter

from annotator.exchange.writers.paged.letters import Letters, Line, Look, Run, clean, units
from annotator.exchange.writers.paged.marks import (
    BADGES_WIDTH,
    Mark,
    Pens,
    Range,
    is_turned,
    on_line,
)
from annotator.exchange.writers.paged.sheet import POINT
from annotator.exchange.writers.paged.strips import Strip, keep_company
from annotator.exchange.writers.segments import Segment, segments
from annotator.exchange.writers.titles import begins_with_title
from annotator.model.report import Entry, Reported
from annotator.model.tags import Tag, in_order
from annotator.model.text import Paragraph

_BODY, _LEADING = Look(11, serif=True), 1.62
_HEADLINE, _HEADLINE_LEADING = Look(16, serif=True, weight=600), 1.34
_NOTE = Look(9.6, weight=600, colour="accent", raised=True)
_NUMBER = Look(7.5, colour="soft")
_GAP = 7 * POINT
_NUMBER_GAP = 10 * POINT
_MIDDLE = 3.4 * POINT
"""The middle of small letters above the baseline."""

_WORD_JOINER = "\u2060"
"""Before a number, so that no line begins with it; between Latin letters and digits none would."""
_ISOLATED = "\u2066{}\u2069"


class Place(NamedTuple):
    """Where the article stands: its text's left edge and width; numbers left, letters right."""

    left: float
    width: float
    badges: float


@dataclass(frozen=True, slots=True)
class _Written:
    """A paragraph as it is set: its words with the numbers of claims, and what lies where."""

    runs: list[Run]
    ranges: list[Range]
    starts: list[tuple[int, Entry]]
    """The claims that start in it, with the UTF-16 unit."""


def place_on(left: float, width: float) -> Place:
    """The places of numbers, text and letters in a column."""
    beside = BADGES_WIDTH + 8 * POINT
    text = width - 28 * POINT - beside
    return Place(left + 28 * POINT, text, left + width - BADGES_WIDTH)


def article(
    reported: Reported, entries: Sequence[Entry], place: Place, letters: Letters, pens: Pens
) -> Iterator[Strip]:
    """The paragraphs with the marks of these entries, which are the report's own or none."""
    claims = [entry.claim for entry in entries]
    starts = _Starts(entries, reported.paragraphs)
    headline = bool(reported.paragraphs) and begins_with_title(reported)
    for paragraph, found in segments(reported.text, reported.paragraphs, claims):
        first = headline and paragraph.number == 1
        written = _written(paragraph, found, starts.of(paragraph), _HEADLINE if first else _BODY)
        yield from _strips(paragraph.number, written, first, place, letters, pens)


class _Starts:
    """Which claims start in a paragraph; those that start in empty lines, in the next one."""

    def __init__(self, entries: Sequence[Entry], paragraphs: Sequence[Paragraph]) -> None:
        self._entries = entries
        self._starts = [entry.claim.span.start for entry in entries]
        self._last = paragraphs[-1].number if paragraphs else 0
        self._at = 0

    def of(self, paragraph: Paragraph) -> Sequence[Entry]:
        """Those of the next paragraph."""
        begin, self._at = self._at, bisect_left(self._starts, paragraph.span.end)
        if paragraph.number == self._last:
            self._at = len(self._starts)
        return self._entries[begin : self._at]


def _written(
    paragraph: Paragraph, found: Sequence[Segment], entries: Sequence[Entry], look: Look
) -> _Written:
    runs: list[Run] = []
    ranges: list[Range] = []
    points, places = [paragraph.span.start], [0]
    point, at = paragraph.span.start, 0
    turned = any(is_turned(one.words) for one in found)
    for words, marks, begins, ends in found:
        said = clean(words)
        length = units(said)
        points.append(point)
        places.append(at)
        runs.append((said, look))
        if marks:
            ranges.append(Range(at, at + length, marks, begins))
        point, at = point + len(words), at + length
        if ends:
            note = "\u2009".join(map(str, ends))
            if turned:
                note = _ISOLATED.format(note)
            if not words[-1:].isascii():
                note = _WORD_JOINER + note
            runs.append((note, _NOTE))
            at += len(note)
    starts = [
        (places[max(bisect_right(points, entry.claim.span.start) - 1, 0)], entry)
        for entry in entries
    ]
    return _Written(runs, ranges, starts)


def _strips(
    number: int, written: _Written, headline: bool, place: Place, letters: Letters, pens: Pens
) -> list[Strip]:
    size, times = (_HEADLINE.size, _HEADLINE_LEADING) if headline else (_BODY.size, _LEADING)
    lines = letters.lines(written.runs, place.width, size * times * POINT)
    turned = bool(written.ranges) and any(is_turned(said) for said, _look in written.runs)
    scale = size / _BODY.size
    found = []
    for row, line in enumerate(lines):
        marks = on_line(line.line, written.ranges, turned) if written.ranges else []
        tags = _starting(written.starts, line, row == len(lines) - 1)
        shown = _TextLine(line, marks, tags, number if row == 0 else 0, scale, place, letters, pens)
        found.append(Strip(line.height, shown, holds=headline))
    if found:
        found[0].above = _GAP
    keep_company(found)
    return found


def _starting(starts: Sequence[tuple[int, Entry]], line: Line, last: bool) -> list[Tag | None]:
    """The tags of the claims that start on a line."""
    if not starts:
        return []
    first = line.line.textStart()
    end = first + line.line.textLength()
    tags: list[Tag | None] = []
    for at, entry in starts:
        if first <= at < end or (last and at >= end):
            tags += in_order(entry.claim.tags) or (None,)
    return tags


class _TextLine:
    """Paints a line of the article with everything on it and beside it."""

    __slots__ = ("_letters", "_line", "_marks", "_number", "_pens", "_place", "_scale", "_tags")

    def __init__(
        self,
        line: Line,
        marks: list[Mark],
        tags: list[Tag | None],
        number: int,
        scale: float,
        place: Place,
        letters: Letters,
        pens: Pens,
    ) -> None:
        self._line, self._marks, self._tags = line, marks, tags
        self._number, self._scale = number, scale
        self._place, self._letters, self._pens = place, letters, pens

    def __call__(self, painter: QPainter, top: float) -> None:
        place, line, pens = self._place, self._line, self._pens
        baseline = top + line.baseline
        if self._number:
            # Before the words: who copies a page out gets them in this order.
            said = str(self._number)
            right = place.left - _NUMBER_GAP - self._letters.width(said, _NUMBER)
            self._letters.say(painter, said, _NUMBER, right, baseline)
        if self._marks:
            pens.under(painter, self._marks, place.left, baseline, self._scale)
        line.draw(painter, place.left, top)
        if self._marks:
            pens.over(painter, self._marks, place.left, baseline, self._scale)
        if self._tags:
            pens.badges(painter, self._tags, place.badges, baseline - _MIDDLE)
