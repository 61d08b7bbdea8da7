"""Which claims lie where: the index that the reader paints from, by stretch of the text.

The document never holds a highlight, because a format set on it lays out the whole text again.
Here adding, changing or removing a claim costs as much as the stretches it touches, whether there
are ten other claims or a hundred thousand. No Qt: positions are code points.
"""

from collections.abc import Collection, Iterable

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.ui.reader.flattening import Flat, flatten
from annotator.ui.reader.stretches import Stretches


class Highlights:
    """The claims of one article by stretch, each stretch flattened when it is first painted."""

    def __init__(self, stretches: Stretches, claims: Iterable[Claim] = ()) -> None:
        self._stretches = stretches
        self._claims = {claim.id: claim for claim in claims}
        self._by_stretch = {
            stretch: {claim.id: claim for claim in there}
            for stretch, there in stretches.by_stretch(
                [(claim, claim.span) for claim in self._claims.values()]
            ).items()
        }
        self._flat: dict[int, Flat] = {}

    def __len__(self) -> int:
        return len(self._claims)

    def claim(self, claim: ClaimId) -> Claim | None:
        """The claim of that id, if it is here."""
        return self._claims.get(claim)

    def apply(self, changed: Iterable[Claim], gone: Collection[ClaimId] = ()) -> set[int]:
        """Take claims off, put new and changed ones in; the stretches that look different now."""
        touched: set[int] = set()
        for one in gone:
            touched.update(self._remove(one))
        for claim in changed:
            touched.update(self._remove(claim.id))
            touched.update(self._add(claim))
        for stretch in touched:
            self._flat.pop(stretch, None)
        return touched

    def flat(self, stretch: int) -> Flat:
        """The claims of a stretch laid flat, as they are painted."""
        known = self._flat.get(stretch)
        if known is None:
            claims = self._by_stretch.get(stretch, {}).values()
            known = self._flat[stretch] = flatten(claims, self._stretches.span(stretch))
        return known

    def over(self, position: int) -> list[Claim]:
        """The claims that cover a code point, the innermost (shortest) first."""
        here = self._by_stretch.get(self._stretches.at(position), {}).values()
        covering = (claim for claim in here if claim.span.start <= position < claim.span.end)
        return sorted(covering, key=innermost)

    def at(self, position: int) -> list[Claim]:
        """The claims at a caret: those over the code point after it, else those that end at it."""
        covering = self.over(position)
        if covering or not position:
            return covering
        return [claim for claim in self.over(position - 1) if claim.span.end == position]

    def _add(self, claim: Claim) -> range:
        self._claims[claim.id] = claim
        stretches = self._stretches.of(claim.span)
        for stretch in stretches:
            self._by_stretch.setdefault(stretch, {})[claim.id] = claim
        return stretches

    def _remove(self, claim: ClaimId) -> range:
        known = self._claims.pop(claim, None)
        if known is None:
            return range(0)
        stretches = self._stretches.of(known.span)
        for stretch in stretches:
            del self._by_stretch[stretch][claim]
        return stretches


def innermost(claim: Claim) -> tuple[int, int, str]:
    """The order in which claims on one spot are meant: the shortest first."""
    return claim.span.end - claim.span.start, -claim.span.start, claim.id
