"""The article cut where the heat changes and where passages end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from annotator.model.class_report import ClassReport, ReportedPassage
from annotator.model.heat import ANY, Heat
from annotator.model.tags import Tag
from annotator.model.text import Paragraph

LEVELS = 5
"""So many tints there are; the strongest is what most of the class marked."""

_FEW = 2
"""Passages that fewer marked have no number in the text, where the class is larger than that."""


class Piece(NamedTuple):
    """Words of one tint: 0 none, else of the tag that most gave (None: open).

    `ends` are the passages that end with it, or before the signs that end it.
    """

    words: str
    level: int
    tag: Tag | None
    ends: tuple[ReportedPassage, ...]


class _Warm(NamedTuple):
    start: int
    end: int
    level: int
    tag: Tag | None


def heat_text(report: ClassReport) -> Iterator[tuple[Paragraph, list[Piece]]]:
    """The paragraphs in pieces."""
    warm = _warm(report.heat, report.text)
    ending = _ending(report)
    cuts = sorted({at for one in warm for at in (one.start, one.end)} | set(ending))
    starts = [one.start for one in warm]
    for paragraph in report.paragraphs:
        span = paragraph.span
        inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
        edges = [span.start, *inside, span.end]
        pieces = []
        for start, end in pairwise(edges):
            place = bisect_right(starts, start) - 1
            on = place >= 0 and warm[place].end > start
            level, tag = (warm[place].level, warm[place].tag) if on else (0, None)
            pieces.append(Piece(report.text[start:end], level, tag, tuple(ending.get(end, ()))))
        yield paragraph, pieces


def _ending(report: ClassReport) -> dict[int, list[ReportedPassage]]:
    """The passages that are shown, by where they end."""
    found: dict[int, list[ReportedPassage]] = {}
    for one in report.passages:
        if one.passage.marked >= min(_FEW, one.passage.of):
            end = behind_signs(report.text, one.passage.span.end)
            found.setdefault(end, []).append(one)
    return found


def behind_signs(text: str, end: int) -> int:
    """Where the signs behind a word end, if a blank follows: a count stands behind them."""
    at = end
    while at < len(text) and not (text[at].isalnum() or text[at].isspace()):
        at += 1
    return end if text[at : at + 1].isalnum() else at


def _warm(heat: Heat, text: str) -> list[_Warm]:
    """Stretches of one tint; the blank between two belongs to the first."""
    most = heat.most()
    counts = heat.counts[ANY]
    found: list[_Warm] = []
    first = 0
    for (level, tag), some in groupby(
        range(len(counts)),
        lambda unit: (-(-LEVELS * counts[unit] // (most or 1)), _tag(heat, unit)),
    ):
        last = first + sum(1 for _unit in some)
        if level:
            span = heat.units.span(range(first, last))
            if found and _is_blank(text, found[-1].end, span.start):
                found[-1] = found[-1]._replace(end=span.start)
            found.append(_Warm(span.start, span.end, level, tag))
        first = last
    return found


def _is_blank(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.isspace() and "\n" not in between


def _tag(heat: Heat, unit: int) -> Tag | None:
    """What most say of a unit; of equals the tag that stands first."""
    order: Sequence[Tag | None] = (*Tag, None)
    return max(order, key=lambda tag: heat.counts[tag][unit])
