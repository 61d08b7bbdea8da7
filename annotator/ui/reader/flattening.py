"""Overlapping claims of one stretch, laid flat: what lies side by side is painted side by side.

Tints become fields that never overlap: where claims of different tags meet, a field names each
tint once, and is painted in stripes. Underlines become rows below the line, one for each tag of
each claim, so that two lines never run over each other.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag, in_order

ROWS = 3
"""So many underlines find room between two lines of text."""

_Looks = tuple[Tag | None, ...]
_NO_ROWS: tuple[tuple[int, Tag | None], ...] = ()


class Field(NamedTuple):
    """Code points under the same tints, each named once, in the order of the tags.

    Where no claim runs through to the field beside it, the two are parted, so that two claims
    that touch are seen to be two.
    """

    span: Span
    tints: _Looks
    continues: bool
    goes_on: bool


class Underline(NamedTuple):
    """A claim's part of a stretch, with the row of each of its tags that found room."""

    claim: Claim
    span: Span
    rows: tuple[tuple[int, Tag | None], ...]


class Flat(NamedTuple):
    """All that is painted of the claims of one stretch."""

    fields: tuple[Field, ...]
    underlines: tuple[Underline, ...]
    starting: tuple[Claim, ...]
    """The claims that start here, in the order of their badges."""


def looks(claim: Claim) -> _Looks:
    """What a claim shows, in the order of the tags: its tags, or None for an open claim."""
    return _looks_of(claim.tags)


@cache
def _looks_of(tags: frozenset[Tag]) -> _Looks:
    return in_order(tags) or (None,)


def flatten(claims: Collection[Claim], stretch: Span) -> Flat:
    """The claims of one stretch laid flat, cut at its ends. All of them lie in it."""
    ordered = sorted(claims, key=_outer_first)
    return Flat(
        fields=tuple(_fields(ordered, stretch)),
        underlines=tuple(_underlines(ordered, stretch)),
        starting=tuple(claim for claim in ordered if stretch.start <= claim.span.start),
    )


def _outer_first(claim: Claim) -> tuple[int, int, str]:
    return claim.span.start, -claim.span.end, claim.id


def _cut(span: Span, stretch: Span) -> Span:
    return Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _fields(claims: Collection[Claim], stretch: Span) -> Iterable[Field]:
    """Sweep over the ends of the claims; a field lasts until the set of tints changes."""
    events = _events(claims, stretch)
    running: Counter[Tag | None] = Counter()
    begun, continues = stretch.start, False
    before: _Looks = ()
    for position in sorted(events):
        ending, beginning = events[position]
        running.subtract(ending)
        through = running.total() > 0
        running.update(beginning)
        after = _present(running)
        if after == before and through:
            continue
        if before:
            yield Field(Span(begun, position), before, continues, goes_on=through)
        begun, before, continues = position, after, through


_Event = tuple[list[Tag | None], list[Tag | None]]


def _events(claims: Iterable[Claim], stretch: Span) -> dict[int, _Event]:
    """By position, the tints that end there and those that begin there."""
    events: dict[int, _Event] = {}
    for claim in claims:
        start, end = _cut(claim.span, stretch)
        tint = looks(claim)[0]
        events.setdefault(start, ([], []))[1].append(tint)
        events.setdefault(end, ([], []))[0].append(tint)
    return events


def _present(running: Counter[Tag | None]) -> _Looks:
    return tuple(tag for tag in (*Tag, None) if running[tag])


def _underlines(claims: Collection[Claim], stretch: Span) -> Iterable[Underline]:
    rows = _together(claims)
    if rows is None:
        rows = _one_each(claims)
    for claim in claims:
        yield Underline(claim, _cut(claim.span, stretch), rows.get(claim.id, _NO_ROWS))


_Rows = dict[ClaimId, tuple[tuple[int, Tag | None], ...]]


def _together(claims: Iterable[Claim]) -> _Rows | None:
    """A row for each tag, a claim's rows next to each other; None where that finds no room."""
    free_from = [0] * ROWS
    rows: _Rows = {}
    for claim in claims:
        shown = looks(claim)
        first = _room(free_from, claim.span.start, len(shown))
        if first is None:
            return None
        rows[claim.id] = tuple(enumerate(shown, first))
        free_from[first : first + len(shown)] = [claim.span.end] * len(shown)
    return rows


def _room(free_from: list[int], start: int, wanted: int) -> int | None:
    for first in range(ROWS - wanted + 1):
        if all(end <= start for end in free_from[first : first + wanted]):
            return first
    return None


def _one_each(claims: Iterable[Claim]) -> _Rows:
    """A row for as many claims as can be, then what is left for their further tags."""
    taken: list[list[Span]] = [[] for _ in range(ROWS)]
    rows: dict[ClaimId, list[tuple[int, Tag | None]]] = {claim.id: [] for claim in claims}
    for further in (False, True):
        for claim in claims:
            shown = looks(claim)[1:] if further else looks(claim)[:1]
            if further and not rows[claim.id]:
                continue
            for look in shown:
                row = _take_row(taken, claim.span)
                if row is not None:
                    rows[claim.id].append((row, look))
    return {claim: tuple(found) for claim, found in rows.items()}


def _take_row(taken: list[list[Span]], span: Span) -> int | None:
    for row, spans in enumerate(taken):
        if _is_free(spans, span):
            insort(spans, span)
            return row
    return None


def _is_free(spans: list[Span], span: Span) -> bool:
    after = bisect_left(spans, span)
    neighbours = spans[max(after - 1, 0) : after + 1]
    return not any(other.overlaps(span) for other in neighbours)
