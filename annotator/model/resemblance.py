"""The place in a text that resembles a lost quote most, if one place clearly does.

It is only asked after every exact way has failed. Pieces of the quote and of its context are
looked up in the text; each hit says where the quote could begin. Around each such place the best
alignment is computed and scored together with what stands before and after it, and the best is
taken if it is good enough and no other place comes near it. Work is bounded, whatever the text
holds: so many hits, so many places, so many characters.
"""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from annotator.model.alignment import alignments
from annotator.model.span import Span

QUOTE_WEIGHT = 0.5
"""The words themselves count most ..."""
CONTEXT_WEIGHT = 0.25
"""... but each side counts too, so that a look-alike sentence elsewhere is not taken."""

LEAST_QUOTE = 0.7
"""The share of the quote that must have survived: below that it is another statement."""
LEAST_SCORE = 0.75
"""With a quote just good enough, both sides must be nearly untouched."""
CLEAR_LEAD = 0.1
"""A place within this much of the best is a rival, and between rivals only a person decides."""

LONGEST_QUOTE = 4_000
"""Code points. A longer quote is found exactly or not at all: its alignment would take seconds."""
MOST_HITS = 50
"""A piece of text that occurs more often than this says nothing about where the quote is."""
MOST_CHARACTERS = 200_000
"""So many characters of the text are aligned in all; it also bounds the number of places."""
WORD_REACH = 8
"""So far off an end may be moved so that it does not split a word: in scripts without spaces a
"word" is a whole sentence."""


class _Place(NamedTuple):
    score: float
    span: Span
    errors: int


def closest(text: str, exact: str, prefix: str, suffix: str) -> Span | None:
    """The one place that clearly resembles the quote in its context most, in code points."""
    if not 0 < len(exact) <= LONGEST_QUOTE:
        return None
    ranked = sorted(_places(text, exact, prefix, suffix), reverse=True)
    if not ranked or ranked[0].score < LEAST_SCORE:
        return None
    best = ranked[0]
    rivals = (place for place in ranked[1:] if not _is_same_place(best, place))
    rival = next(rivals, None)
    if rival and best.score - rival.score < CLEAR_LEAD:
        return None
    return _tidied(text, best.span, exact, prefix, suffix)


def _is_same_place(best: _Place, other: _Place) -> bool:
    """Two alignments of one passage; two exact occurrences are different ones, even overlapping."""
    return best.span.overlaps(other.span) and (best.errors > 0 or other.errors > 0)


def _starts(text: str, exact: str, prefix: str, suffix: str) -> list[int]:
    """Where the quote could begin, best supported first, near each other counted as one."""
    slack = _slack(exact)
    votes = Counter[int]()
    for piece, offset in _pieces(exact, prefix, suffix):
        for hit in _hits(text, piece):
            votes[(hit - offset) // slack] += 1
    places = max(MOST_CHARACTERS // (len(exact) + 4 * slack), 1)
    return [bucket * slack for bucket, _ in votes.most_common(places)]


def _slack(exact: str) -> int:
    """By how much an alignment may begin or end elsewhere than its place says."""
    return len(exact) // 4 + 8


def _pieces(exact: str, prefix: str, suffix: str) -> Iterator[tuple[str, int]]:
    """What to look up, each with its distance from the start of the quote."""
    size = min(max(len(exact) // 8, 4), 24)
    for offset in range(0, len(exact) - size + 1, size):
        yield exact[offset : offset + size], offset
    if len(prefix) >= size:
        yield prefix[-size:], -size
    if len(suffix) >= size:
        yield suffix[:size], len(exact)


def _hits(text: str, piece: str) -> list[int]:
    """Every occurrence, or none where there are too many."""
    hits: list[int] = []
    hit = text.find(piece)
    while hit >= 0:
        hits.append(hit)
        if len(hits) > MOST_HITS:
            return []
        hit = text.find(piece, hit + 1)
    return hits


def _places(text: str, exact: str, prefix: str, suffix: str) -> set[_Place]:
    """Where the quote stands as it was, and where enough of it has survived, with their scores."""
    slack, most_errors = _slack(exact), int(len(exact) * (1 - LEAST_QUOTE))
    found = {(0, Span(hit, hit + len(exact))) for hit in _hits(text, exact)}
    if not found and exact in text:
        return set()  # more places than can be compared, so none of them is the clear one
    for start in _starts(text, exact, prefix, suffix):
        first = max(start - slack, 0)
        window = text[first : start + len(exact) + 2 * slack]
        for errors, begin, end in alignments(exact, window, most_errors):
            found.add((errors, Span(first + begin, first + end)))
    return {
        _Place(_score(text, span, errors, exact, prefix, suffix), span, errors)
        for errors, span in found
    }


def _score(text: str, span: Span, errors: int, exact: str, prefix: str, suffix: str) -> float:
    kept = 1 - errors / len(exact)
    before = text[max(span.start - len(prefix), 0) : span.start]
    after = text[span.end : span.end + len(suffix)]
    return QUOTE_WEIGHT * kept + CONTEXT_WEIGHT * (_alike(prefix, before) + _alike(suffix, after))


def _alike(one: str, other: str) -> float:
    """From 0 to 1; two empty contexts are alike: both stand at an end of the text."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _tidied(text: str, span: Span, exact: str, prefix: str, suffix: str) -> Span:
    """The span with its ends where words begin and end, when those of the quote were so.

    The fewest edits may lie across a word: "against a T" is nearer to "the T" than "a T" is. An
    end at which the quote's own characters still stand is left alone.
    """
    start, end = span
    if not (_splits_word(prefix + exact, len(prefix)) or text.startswith(exact[:4], start)):
        start = _nearest_edge(text, start)
    if not (_splits_word(exact + suffix, len(exact)) or text.endswith(exact[-4:], 0, end)):
        end = _nearest_edge(text, end)
    inside = text[start:end]
    if exact != exact.strip() or not inside.strip():
        return span
    start += len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))


def _nearest_edge(text: str, at: int) -> int:
    nearest_first = (at + sign * step for step in range(WORD_REACH) for sign in (1, -1))
    return next((edge for edge in nearest_first if not _splits_word(text, edge)), at)


def _splits_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
