"""Overlapping claims of one stretch, laid flat: what lies side by side is painted side by side.

Tints become fields that never overlap: where claims of different tags meet, a field names each
tint once, and is painted in stripes. Underlines become rows below the line, one for each tag of
each claim, so that two lines never run over each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from annotator.model.claim import Claim
from annotator.model.span import Span
from annotator.model.tags import Tag, in_order
from annotator.ui.reader.rows import Looks, lines


class Field(NamedTuple):
    """Code points under the same tints, each named once, in the order of the tags.

    Where no claim runs through to the field beside it, the two are parted, so that two claims
    that touch are seen to be two.
    """

    span: Span
    tints: Looks
    continues: bool
    goes_on: bool


class Underline(NamedTuple):
    """A claim's part of a stretch, with the row of each of its tags that found room all along.

    Further ones of the same claim are parts in which a tag found room.
    """

    claim: Claim
    span: Span
    rows: tuple[tuple[int, Tag | None], ...]


class Flat(NamedTuple):
    """All that is painted of the claims of one stretch."""

    fields: tuple[Field, ...]
    underlines: tuple[Underline, ...]
    starting: tuple[Claim, ...]
    """The claims that start here, in the order of their badges."""


def looks(claim: Claim) -> Looks:
    """What a claim shows, in the order of the tags: its tags, or None for an open claim."""
    return _looks_of(claim.tags)


@cache
def _looks_of(tags: frozenset[Tag]) -> Looks:
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
    if stretch.start <= span.start and span.end <= stretch.end:
        return span
    return Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _fields(claims: Collection[Claim], stretch: Span) -> Iterable[Field]:
    """Sweep over the ends of the claims; a field lasts until the set of tints changes."""
    events = _events(claims, stretch)
    running: dict[Tag | None, int] = dict.fromkeys((*Tag, None), 0)
    depth, begun, continues = 0, stretch.start, False
    before: Looks = ()
    for position in sorted(events):
        ending, beginning = events[position]
        for tint in ending:
            running[tint] -= 1
        through = depth > len(ending)
        for tint in beginning:
            running[tint] += 1
        depth += len(beginning) - len(ending)
        after = tuple([tint for tint, number in running.items() if number])
        if after == before and through:
            continue
        if before:
            yield Field(Span(begun, position), before, continues, goes_on=through)
        begun, before, continues = position, after, through


_Event = tuple[list[Tag | None], list[Tag | None]]


def _events(claims: Iterable[Claim], stretch: Span) -> dict[int, _Event]:
    """By position, the tints that end there and those that begin there."""
    events: defaultdict[int, _Event] = defaultdict(lambda: ([], []))
    for claim in claims:
        start, end = _cut(claim.span, stretch)
        tint = looks(claim)[0]
        events[start][1].append(tint)
        events[end][0].append(tint)
    return events


def _underlines(claims: Collection[Claim], stretch: Span) -> Iterable[Underline]:
    found = lines([(claim.span, looks(claim)) for claim in claims])
    for claim, own in zip(claims, found, strict=True):
        whole = tuple((line.row, line.tag) for line in own if line.span == claim.span)
        yield Underline(claim, _cut(claim.span, stretch), whole)
        for line in own:
            part = _cut(line.span, stretch)
            if line.span != claim.span and part.start < part.end:
                yield Underline(claim, part, ((line.row, line.tag),))
