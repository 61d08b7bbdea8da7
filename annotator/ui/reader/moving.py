"""Moving one end of a claim: by characters or words from the keyboard, or after the mouse.

An end always stands on the boundary of a character, next to something visible, and never reaches
the other end: a claim is not removed by making it shorter.
"""

from enum import IntEnum, StrEnum

from annotator.model.span import Span
from annotator.ui.reader.boundaries import (
    Edge,
    cluster_end,
    cluster_start,
    next_cluster,
    next_word,
    previous_cluster,
    previous_word,
)


class End(StrEnum):
    """Which end of a claim moves."""

    START = "start"
    END = "end"


class Way(IntEnum):
    """Where to, in the order of the text: in Arabic, forward is to the left."""

    BACK = -1
    ON = 1


class By(StrEnum):
    """How far at a time."""

    CHARACTER = "character"
    WORD = "word"


def moved(text: str, span: Span, end: End, way: Way, by: By) -> Span:
    """The span with one end a step further; unchanged where there is no room for a step."""
    position = span.start if end is End.START else span.end
    while True:
        position = _step(text, position, end, way, by)
        if not _leaves_something(text, span, end, position):
            return span
        if _stands_well(text, end, position):
            return _with(span, end, position)
        if position in (0, len(text)):
            return span


def dragged(text: str, span: Span, end: End, position: int) -> Span:
    """The span with one end at the boundary nearest to a code point, else as far as it may go."""
    position = min(max(position, 0), len(text))
    if end is End.START:
        position = min(cluster_start(text, position), previous_cluster(text, span.end))
        way = Way.ON
    else:
        position = max(cluster_end(text, position), next_cluster(text, span.start))
        way = Way.BACK
    while not _stands_well(text, end, position):
        position = _step(text, position, end, way, By.CHARACTER)
        if not _leaves_something(text, span, end, position):
            return span
    return _with(span, end, position)


def _step(text: str, position: int, end: End, way: Way, by: By) -> int:
    if by is By.CHARACTER:
        return (next_cluster if way is Way.ON else previous_cluster)(text, position)
    edge = Edge.START if end is End.START else Edge.END
    return (next_word if way is Way.ON else previous_word)(text, position, edge)


def _leaves_something(text: str, span: Span, end: End, position: int) -> bool:
    if end is End.START:
        return 0 <= position < span.end
    return span.start < position <= len(text)


def _stands_well(text: str, end: End, position: int) -> bool:
    """Whether what lies just inside this end is visible."""
    beside = text[position : position + 1] if end is End.START else text[position - 1 : position]
    return bool(beside) and not beside.isspace()


def _with(span: Span, end: End, position: int) -> Span:
    return span._replace(start=position) if end is End.START else span._replace(end=position)
