"""What lies under the pointer: claims by their words or their badges, and the ends to be taken."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.ui.reader.handles import Handle, handles
from annotator.ui.reader.highlights import innermost
from annotator.ui.reader.margin import Beside, badges
from annotator.ui.reader.page import Page
from annotator.ui.reader.paper import paper


def claims_under(page: Page, point: QPointF) -> list[Claim]:
    """The claims whose words or badge lie at a point of the document, the innermost first."""
    position = page.position_at(point)
    badged = _badge_under(page, position, point)
    if badged:
        return [badged]
    # A point on the right half of a character is nearest to the caret after it.
    near = page.highlights.over(position) + page.highlights.over(max(position - 1, 0))
    each = {claim.id: claim for claim in sorted(near, key=innermost)}
    return [claim for claim in each.values() if _covers(page, claim.span, position, point)]


def starting_under(page: Page, point: QPointF) -> tuple[Claim, ...]:
    """The claims that start on the line at whose count of further badges a point lies."""
    for line in _badges_near(page, page.position_at(point)):
        if line.tells_more_at(point, page.measures.badge):
            return line.claims
    return ()


def handle_under(page: Page, span: Span | None, point: QPointF) -> Handle | None:
    """The end of the span that a point of the document is near enough to take."""
    if span is None:
        return None
    stretch = page.stretches.at(page.position_at(point))
    near = handles(page, span, range(stretch, stretch + 1))
    return next((handle for handle in near if handle.takes(point)), None)


def _badge_under(page: Page, position: int, point: QPointF) -> Claim | None:
    for line in _badges_near(page, position):
        for spot in line.spots:
            if spot.place.contains(point):
                return spot.claim
    return None


def _badges_near(page: Page, position: int) -> Iterable[Beside]:
    """The badges around a code point: a line of a very long paragraph may lie in two stretches."""
    stretch = page.stretches.at(position)
    paragraph = page.stretches.of_line(page.stretches.line(stretch))
    first, last = max(stretch - 1, paragraph[0]), min(stretch + 1, paragraph[-1])
    return badges(page, range(first, last + 1))


def _covers(page: Page, span: Span, position: int, point: QPointF) -> bool:
    stretch = page.stretches.at(position)
    block = page.block(stretch)
    slot, origin = page.slot(block), block.layout().position()
    return any(paper(piece, slot, origin).contains(point) for piece in page.pieces(span, stretch))
