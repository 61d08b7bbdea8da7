"""Where a passage stands, said so that it is found again on another text, or honestly is not.

An anchor is position, quote, what stands before and after it, and the hash of the text it was
made on (the selectors of W3C Web Annotation). Looking for it never guesses silently: the answer
says how it was found, and where two places are as good as each other, it is lost.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.model.resemblance import closest
from annotator.model.span import Span
from annotator.model.text import context


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of one text. `span` counts code points; `sha256` is of the whole text.

    `prefix` and `suffix` are up to 32 code points of context.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str
    sha256: str


class How(StrEnum):
    """How an anchor was found again. All but the first are for a person to look at."""

    SAME = "same"
    """Where it was, in the same words."""
    MOVED = "moved"
    """In the same words, and at one other place only."""
    CHANGED = "changed"
    """Its words, or those around it, are no longer the same; one place is clearly the nearest."""
    LOST = "lost"
    """Nowhere, or at several places that are as good as each other."""


class Found(NamedTuple):
    """Where an anchor stands now; `span` is None exactly when it is lost."""

    span: Span | None
    how: How


class Located(NamedTuple):
    """Where a quote stands; `moved` when that is not the position that was given for it."""

    span: Span
    moved: bool


def anchor_of(text: str, sha256: str, span: Span) -> Anchor:
    """The anchor of a span of a canonical text; raises ValueError for a span outside it."""
    if not span.within(len(text)):
        raise ValueError(span)
    prefix, suffix = context(text, span)
    return Anchor(span, text[span.start : span.end], prefix, suffix, sha256)


def find(anchor: Anchor, text: str, sha256: str) -> Found:
    """The anchor in a text that may be another one.

    In turn: its own text at its own position; the same place with the same words; the one exact
    occurrence, or the one that prefix and suffix single out; the one place that clearly resembles
    it most.
    """
    span = sure(anchor, text, sha256)
    if span:
        return Found(span, How.SAME if span == anchor.span else How.MOVED)
    nearest = closest(text, anchor.exact, anchor.prefix, anchor.suffix)
    return Found(nearest, How.CHANGED) if nearest else Found(None, How.LOST)


def sure(anchor: Anchor, text: str, sha256: str) -> Span | None:
    """Where the anchor's words stand unchanged, in one place that can be meant; None: nowhere.

    It is `find` without what only resembles them, which is much more work to look for.
    """
    stays = _stands_at(text, anchor.exact, anchor.span)
    if stays and (sha256 == anchor.sha256 or _has_a_neighbour(anchor, text)):
        return anchor.span
    located = locate(text, anchor.exact, anchor.prefix, anchor.suffix, None)
    return located.span if located else None


def locate(
    text: str, exact: str, prefix: str, suffix: str, position: Span | None
) -> Located | None:
    """Where a quote stands, taken strictly: nothing that only resembles it.

    Position and quote agree: there. Else the single exact occurrence, else the single one with
    all of the prefix before it and all of the suffix after it. Occurrences that overlap are
    different ones. None where that leaves no place or several, and for an empty quote.
    """
    if not exact:
        return None
    if position is not None and _stands_at(text, exact, position):
        return Located(position, moved=False)
    start = _only(text, exact)
    if start is None:
        whole = _only(text, prefix + exact + suffix)
        start = None if whole is None else whole + len(prefix)
    if start is None:
        return None
    return Located(Span(start, start + len(exact)), moved=position is not None)


def _stands_at(text: str, exact: str, span: Span) -> bool:
    return span.within(len(text)) and text[span.start : span.end] == exact


def _has_a_neighbour(anchor: Anchor, text: str) -> bool:
    """Whether the text on one side at least is what it was: a short quote may recur by chance."""
    before, after = context(text, anchor.span)
    return before == anchor.prefix or after == anchor.suffix


def _only(text: str, part: str) -> int | None:
    """The start of the only occurrence of a part; overlapping ones count."""
    first = text.find(part)
    if first < 0 or text.find(part, first + 1) >= 0:
        return None
    return first
