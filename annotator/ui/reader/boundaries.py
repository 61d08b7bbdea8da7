"""Where a reader sees one character, or one word, end: by Unicode's rules, as Qt applies them.

An emoji of a family is seven code points, a letter with its accent may be two; a claim never ends
inside. Looked at is only the neighbourhood of a position, because the finder reads its whole text
first. All positions are code points of the whole text.
"""

import re
from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.qt_text import for_qt

_REACH = 128
"""So far to each side is looked at first; twice as far where that was not enough."""

_SURE_BEGIN = re.compile("[\n A-Za-z\u3041-\u30ff\u4e00-\u9fff]")
"""No character before these makes them a part of its cluster, nor is it needed to find words."""

_Kind = QTextBoundaryFinder.BoundaryType
_Reason = QTextBoundaryFinder.BoundaryReason


class Edge(Enum):
    """Which end of a word is meant."""

    START = _Reason.StartOfItem
    END = _Reason.EndOfItem


def cluster_start(text: str, position: int) -> int:
    """The start of the grapheme cluster that holds a code point; its own where it starts one."""

    def look(finder: QTextBoundaryFinder) -> int:
        return finder.position() if finder.isAtBoundary() else finder.toPreviousBoundary()

    return _find(text, position, _Kind.Grapheme, look, position)


def cluster_end(text: str, position: int) -> int:
    """The end of the cluster that holds the code point before; the position where one ends."""

    def look(finder: QTextBoundaryFinder) -> int:
        return finder.position() if finder.isAtBoundary() else finder.toNextBoundary()

    return _find(text, position, _Kind.Grapheme, look, position)


def next_cluster(text: str, position: int) -> int:
    """The nearest cluster boundary after a position; the end of the text from there."""
    return _find(text, position, _Kind.Grapheme, QTextBoundaryFinder.toNextBoundary, len(text))


def previous_cluster(text: str, position: int) -> int:
    """The nearest cluster boundary before a position; 0 from there."""
    return _find(text, position, _Kind.Grapheme, QTextBoundaryFinder.toPreviousBoundary, 0)


def next_word(text: str, position: int, edge: Edge) -> int:
    """The nearest start or end of a word after a position, else the end of the text."""
    look = _until(edge, QTextBoundaryFinder.toNextBoundary)
    return _find(text, position, _Kind.Word, look, len(text))


def previous_word(text: str, position: int, edge: Edge) -> int:
    """The nearest start or end of a word before a position, else 0."""
    look = _until(edge, QTextBoundaryFinder.toPreviousBoundary)
    return _find(text, position, _Kind.Word, look, 0)


_Look = Callable[[QTextBoundaryFinder], int]
"""Moves a finder; answers with its new position in units, or -1 where there is none."""


def _until(edge: Edge, step: _Look) -> _Look:
    def look(finder: QTextBoundaryFinder) -> int:
        found = step(finder)
        while found >= 0 and not finder.boundaryReasons() & edge.value:
            found = step(finder)
        return found

    return look


def _find(text: str, position: int, kind: _Kind, look: _Look, otherwise: int) -> int:
    """What `look` finds from a position, or `otherwise` where the whole text has nothing."""
    reach = _REACH
    while True:
        start, end = _view(text, position, reach)
        found = _look_at(text[start:end], position - start, kind, look)
        sees_all = start == 0 and end == len(text)
        if found is not None and (sees_all or 0 < found < end - start):
            return start + found
        if sees_all:
            return otherwise
        reach *= 2  # what is found at the edge of a view may only be the edge


def _look_at(part: str, position: int, kind: _Kind, look: _Look) -> int | None:
    units = Utf16Map(part)
    finder = QTextBoundaryFinder(kind, for_qt(part))
    finder.setPosition(units.to_utf16(position))
    found = look(finder)
    return units.to_code_points(found) if found >= 0 else None


def _view(text: str, position: int, reach: int) -> Span:
    """The neighbourhood of a position; it begins where a cluster surely begins, if anywhere."""
    end = min(position + reach, len(text))
    while position > 2 * reach:
        begin = _SURE_BEGIN.search(text, position - 2 * reach, position - reach)
        if begin:
            return Span(begin.start(), end)
        reach *= 2
    return Span(0, end)
