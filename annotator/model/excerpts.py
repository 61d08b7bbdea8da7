"""The words around a place that a search has found, with what to mark in them.

A hit names its place in code points of the canonical text, so that a click selects it there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.claim import Claim
from annotator.model.folding import folded_with_places
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.wanted import Found, Wanted

_BEFORE, _AFTER = 24, 120
"""Code points of context; a line of a list shows hardly more."""


class Kind(StrEnum):
    """Where the words stand."""

    TITLE = "title"
    ABOUT = "about"
    """The outlet or the author."""
    TEXT = "text"
    QUOTE = "quote"
    """In the text, within a claim."""
    NOTE = "note"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Hit:
    """Some words and what is `marked` in them, in code points of these words.

    `place` is what to select in the canonical text, None where the words are not of the text and
    belong to no claim; `claim` is the claim that they belong to, or in which they stand.
    """

    kind: Kind
    words: str
    marked: tuple[Span, ...]
    place: Span | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage that somebody has claimed."""

    span: Span
    claim: ClaimId


def hits_in_text(
    text: str, wanted: Wanted, claimed: Sequence[Marked], most: int, skip: int = 0
) -> list[Hit]:
    """The places that hold the most of what is wanted, in the order of the text.

    What begins before `skip` is left out: it was shown as the title.
    """
    found = [one for one in wanted.found(folded_with_places(text)) if one.span.start >= skip]
    places = sorted(_places(text, found), key=lambda one: -len({part.part for part in one[1]}))
    return [
        _in_text(text, around, marks, claimed)
        for around, marks in sorted(places[:most], key=lambda one: one[0])
    ]


def hit_in(kind: Kind, words: str, wanted: Wanted) -> Hit | None:
    """The words around the first place where something wanted stands, None where nothing does.

    A title is shown whole.
    """
    found = wanted.found(folded_with_places(words))
    if not found:
        return None
    if kind in (Kind.TITLE, Kind.ABOUT):
        return Hit(kind, *_shown(words, Span(0, len(words)), found))
    around, marks = _places(words, found)[0]
    return Hit(kind, *_shown(words, around, marks))


def hits_on(claim: Claim, wanted: Wanted) -> list[Hit]:
    """Where it stands in what somebody wrote to a claim; at most once in each field."""
    fields = [(Kind.NOTE, claim.note)]
    for one in claim.evidence:
        fields += [(Kind.EVIDENCE, one.where), (Kind.EVIDENCE, one.found)]
    hits = (hit_in(kind, words, wanted) for kind, words in fields)
    return [
        Hit(hit.kind, hit.words, hit.marked, claim.span, claim.id)
        for hit in hits
        if hit is not None
    ]


def _places(text: str, found: Iterable[Found]) -> list[tuple[Span, list[Found]]]:
    """Stretches of the text to show, none overlapping another, with what was found in each."""
    places: list[tuple[Span, list[Found]]] = []
    for one in found:
        if places and one.span.start < places[-1][0].end:
            places[-1][1].append(one)
        else:
            places.append((_around(text, one.span), [one]))
    return places


def _around(text: str, span: Span) -> Span:
    """The span with some words of its paragraph on both sides."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    start = max(first, span.start - _BEFORE)
    end = min(last, max(span.end, start + _BEFORE + _AFTER))
    if start > first:
        blank = text.find(" ", start, span.start)
        start = blank + 1 if blank >= 0 else start
    if end < last:
        blank = text.rfind(" ", span.end, end)
        end = blank if blank >= 0 else end
    return Span(start, end)


def _in_text(text: str, around: Span, found: Sequence[Found], claimed: Sequence[Marked]) -> Hit:
    place = found[0].span
    holding = [
        one for one in claimed if one.span.start <= place.start and place.end <= one.span.end
    ]
    best = min(holding, key=lambda one: (one.span.end - one.span.start, one.claim), default=None)
    kind = Kind.QUOTE if best else Kind.TEXT
    return Hit(kind, *_shown(text, around, found), place, best.claim if best else None)


def _shown(text: str, around: Span, found: Iterable[Found]) -> tuple[str, tuple[Span, ...]]:
    """The words of a stretch with what is marked in them, and signs where more text goes on."""
    before = "… " if text[: around.start][-1:].strip("\n") else ""
    after = " …" if text[around.end : around.end + 1].strip("\n") else ""
    shift = len(before) - around.start
    marked: list[Span] = []
    for one in found:
        start, end = one.span.start + shift, min(one.span.end, around.end) + shift
        if marked and start < marked[-1].end:
            start, end = marked[-1].start, max(end, marked.pop().end)
        marked.append(Span(start, end))
    words = text[around.start : around.end].replace("\n", " ").replace("\t", " ")
    return f"{before}{words}{after}", tuple(marked)
