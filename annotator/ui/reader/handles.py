"""The two ends of the current claim, to be taken with the mouse and put elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.reader.moving import End
from annotator.ui.reader.page import Page
from annotator.ui.reader.paper import ASIDE

GRIP = 7.0
"""So near, in px, the mouse takes an end."""


class Handle(NamedTuple):
    """An end of a claim on the page: its post stands at `x` and reaches from `top` to `bottom`.

    `outwards` is -1 or 1: on which side of the post the claim does not lie.
    """

    end: End
    x: float
    top: float
    bottom: float
    outwards: int

    def knob(self) -> QPointF:
        """The corner where the end is shown: before and above a start, after and below an end."""
        y = self.top if self.end is End.START else self.bottom
        return QPointF(self.x + self.outwards * ASIDE, y)

    def takes(self, point: QPointF) -> bool:
        """Whether the mouse at a point of the document is near enough to take this end."""
        post = QRectF(self.x, self.top, 0, self.bottom - self.top)
        return post.adjusted(-GRIP, -GRIP / 2, GRIP, GRIP / 2).contains(point)


@dataclass(slots=True)
class Drag:
    """A claim of which one end is on its way."""

    claim: ClaimId
    end: End
    before: Span
    now: Span


def handles(page: Page, span: Span, showing: range) -> Iterator[Handle]:
    """The ends of a span that are among the stretches that show."""
    for end, position in ((End.START, span.start), (End.END, span.end - 1)):
        if page.stretches.at(position) in showing:
            handle = _handle(page, end, position)
            if handle:
                yield handle


def _handle(page: Page, end: End, position: int) -> Handle | None:
    """The post before a code point for a start, after it for an end."""
    stretch = page.stretches.at(position)
    places = list(page.pieces(Span(position, position + 1), stretch))
    if not places:
        return None
    block, place = page.block(stretch), places[0]
    slot, origin = page.slot(block), block.layout().position()
    at_left = (end is End.START) != page.placing(block).runs_left(position)
    x = origin.x() + (place.left if at_left else place.right)
    baseline = origin.y() + place.baseline
    return Handle(end, x, baseline - slot.top, baseline + slot.bottom, -1 if at_left else 1)
