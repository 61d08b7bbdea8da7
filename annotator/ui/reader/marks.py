"""The claims of a stretch as places on the paper: worked out once, painted until something moves.

Places are px from the corner of the paragraph's layout, so that scrolling costs nothing and a
paragraph that moves down takes its marks with it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock

from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.flattening import Field, Flat, Underline
from annotator.ui.reader.geometry import Piece, pieces, runs_left

_KEPT = 20_000
"""So many ranges are remembered with their pieces: far more than a window shows."""


class Tint(NamedTuple):
    """A piece of paper under words, in one tint or in bands of several.

    Its corners are round where a claim begins or ends, and square where it only changes lines.
    """

    place: Piece
    tints: tuple[Tag | None, ...]
    begins: bool
    ends: bool


class Stroke(NamedTuple):
    """A piece of an underline."""

    place: Piece
    row: int
    tag: Tag | None


class Start(NamedTuple):
    """A claim and the baseline of the line that it starts on: where its badges stand."""

    baseline: float
    claim: Claim


class Marks(NamedTuple):
    """All that is painted for one stretch."""

    tints: tuple[Tint, ...]
    strokes: tuple[Stroke, ...]
    starts: tuple[Start, ...]


def changed_lines(before: Marks, after: Marks) -> set[float]:
    """The baselines of the lines of a paragraph that look different."""
    places = (
        *(tint.place.baseline for tint in set(before.tints) ^ set(after.tints)),
        *(stroke.place.baseline for stroke in set(before.strokes) ^ set(after.strokes)),
        *(baseline for baseline, _claim in _starts(before) ^ _starts(after)),
    )
    return set(places)


def _starts(marks: Marks) -> set[tuple[float, int]]:
    # Which object it is says enough: a claim that changed is another one. To compare all that
    # claims hold takes longer than to paint them.
    return {(start.baseline, id(start.claim)) for start in marks.starts}


class Placing:
    """Finds the places of code points in one laid-out paragraph of a text."""

    def __init__(
        self,
        block: QTextBlock,
        text: str,
        units: Utf16Map,
        mixed: bool,
        known: dict[Span, tuple[Piece, ...]],
    ) -> None:
        """`known` keeps pieces between placings: of a paragraph's claims a key changes one."""
        self._layout = block.layout()
        self._known = known
        self._first = block.position()
        self._text = text
        self._units = units
        self._mixed = mixed

    def pieces(self, span: Span) -> tuple[Piece, ...]:
        """The pieces of a span of the paragraph, which may include its line feed."""
        known = self._known.get(span)
        if known is None:
            start, end = self._units.span_to_utf16(span)
            is_space = self._is_space if self._mixed else None
            found = pieces(self._layout, start - self._first, end - self._first, is_space)
            if len(self._known) >= _KEPT:  # of a selection that grows, each state leaves pieces
                self._known.clear()
            known = self._known[span] = tuple(found)
        return known

    def runs_left(self, position: int) -> bool:
        """Whether the character at a code point runs from right to left."""
        unit = self._units.to_utf16(position) - self._first
        return self._mixed and runs_left(self._layout.lineForTextPosition(unit), unit)

    def baseline(self, position: int) -> float:
        """The baseline of the line that a code point stands on."""
        unit = self._units.to_utf16(position) - self._first
        line = self._layout.lineForTextPosition(unit)
        return line.y() + line.ascent()

    def marks(self, flat: Flat) -> Marks:
        """A flattened stretch of this paragraph as places."""
        return Marks(
            tints=tuple(tint for field in flat.fields for tint in self._tints(field)),
            strokes=tuple(self._strokes(flat)),
            starts=tuple(Start(self.baseline(claim.span.start), claim) for claim in flat.starting),
        )

    def _is_space(self, unit: int) -> bool:
        position = self._units.to_code_points(self._first + unit)
        return self._text[position : position + 1].isspace()

    def _tints(self, field: Field) -> Iterator[Tint]:
        found = self.pieces(field.span)
        for number, piece in enumerate(found):
            begins = not number and not field.continues
            ends = number == len(found) - 1 and not field.goes_on
            yield Tint(piece, field.tints, begins, ends)

    def _strokes(self, flat: Flat) -> Iterator[Stroke]:
        """The underlines, line by line; rows that no claim uses there are closed."""
        lines: dict[float, list[tuple[Piece, Underline]]] = {}
        for underline in flat.underlines:
            for piece in self.pieces(underline.span):
                lines.setdefault(piece.baseline, []).append((piece, underline))
        for line in lines.values():
            for group in _side_by_side(line):
                used = sorted({row for _piece, one in group for row, _tag in one.rows})
                closed = {row: number for number, row in enumerate(used)}
                for piece, underline in group:
                    for row, tag in underline.rows:
                        yield Stroke(piece, closed[row], tag)


_Pieces = list[tuple[Piece, Underline]]


def _side_by_side(line: _Pieces) -> Iterator[_Pieces]:
    """The pieces of one line in groups that do not overlap each other."""
    group: _Pieces = []
    right = 0.0
    for one in sorted(line, key=lambda one: one[0].left):
        if group and one[0].left >= right:
            yield group
            group = []
        group.append(one)
        right = max(right, one[0].right) if len(group) > 1 else one[0].right
    if group:
        yield group
