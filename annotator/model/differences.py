"""Two versions of a text side by side: which paragraphs belong together, and what differs in them.

Paragraphs first: those that are the same are found in bounded time (model/matching.py), and between
them those that resemble each other are paired. Only then words, and only in paragraphs that differ.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotator.model.matching import Pair, matches
from annotator.model.span import Span
from annotator.model.text import paragraphs
from annotator.model.tokens import spans_of, tokens

LEAST_ALIKE = 0.4
"""The share of words two paragraphs must have in common to be versions of each other."""
MOST_PAIRS = 2_500
"""Among more pairs than this the best order is not computed: the nearest that fits is taken."""
REACH = 20
"""So many paragraphs ahead a version is looked for in a long stretch of changed ones."""
MOST_COUNTED = 2_000
"""So many words of a paragraph say what it is about."""
SHORTEST_KEPT = 3
"""Fewer letters than this that stayed between two changes are noise: they count as changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the older text beside its version in the newer one; None: there is none.

    The spans count code points of their texts. `old_marks` are the words that are gone, `new_marks`
    those that came.
    """

    old: Span | None
    new: Span | None
    old_marks: tuple[Span, ...] = ()
    new_marks: tuple[Span, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing differs that can be seen."""
        return self.old is not None and self.new is not None and not self.differs

    @property
    def differs(self) -> bool:
        """Whether anything is gone or came."""
        return bool(self.old_marks or self.new_marks)


def rows(old: str, new: str) -> Iterator[Row]:
    """The paragraphs of both texts in their order, paired where they are versions of each other."""
    olds = [one.span for one in paragraphs(old)]
    news = [one.span for one in paragraphs(new)]
    for here, there in _aligned([old[a:b] for a, b in olds], [new[a:b] for a, b in news]):
        before = None if here is None else olds[here]
        after = None if there is None else news[there]
        yield _row(old, new, before, after)


def changed_words(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """What is gone of the first text and what came in the second; each span begins in a word."""
    cut, other = tokens(old), tokens(new)
    stayed = _without_noise(matches(cut, other), cut, other)
    return (
        _runs(spans_of(cut), {here for here, _there in stayed}),
        _runs(spans_of(other), {there for _here, there in stayed}),
    )


def _row(old: str, new: str, before: Span | None, after: Span | None) -> Row:
    if before is None or after is None:
        return Row(before, after, (before,) if before else (), (after,) if after else ())
    words, others = old[before.start : before.end], new[after.start : after.end]
    if words == others:
        return Row(before, after)
    gone, came = changed_words(words, others)
    return Row(before, after, _shifted(gone, before.start), _shifted(came, after.start))


def _shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(one.start + by, one.end + by) for one in spans)


def _runs(spans: list[Span], stayed: set[int]) -> list[Span]:
    """Neighbours that did not stay, as one span each."""
    found: list[Span] = []
    for has_stayed, run in groupby(range(len(spans)), key=lambda at: at in stayed):
        if not has_stayed:
            members = list(run)
            found.append(Span(spans[members[0]].start, spans[members[-1]].end))
    # White space alone at the end has no visible part to mark, but it did change.
    return [one for one in found if one.start < one.end]


def _without_noise(stayed: list[Pair], cut: list[str], other: list[str]) -> list[Pair]:
    """The pairs but those of a run of some letters with changes on both sides of it."""
    kept: list[Pair] = []
    # In a run both places rise together, so each keeps its distance from its number.
    for _distance, run in groupby(enumerate(stayed), key=lambda one: _distances(*one)):
        pairs = [pair for _number, pair in run]
        letters = sum(len(cut[here].strip()) for here, _there in pairs)
        (first, begin), (last, end) = pairs[0], pairs[-1]
        at_an_end = (first, begin) == (0, 0) or (last + 1, end + 1) == (len(cut), len(other))
        if letters >= SHORTEST_KEPT or at_an_end:
            kept += pairs
    return kept


def _distances(number: int, pair: Pair) -> Pair:
    return pair[0] - number, pair[1] - number


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Every paragraph of both, in order: those that are the same, and between them the others."""
    first = begin = 0
    for last, end in [*matches(old, new), (len(old), len(new))]:
        for here, there in _paired(old[first:last], new[begin:end]):
            yield (
                None if here is None else first + here,
                None if there is None else begin + there,
            )
        if last < len(old):
            yield last, end
        first, begin = last + 1, end + 1


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Paragraphs of which none stayed as it was: versions of each other side by side."""
    here = there = 0
    for one, other in [*_alike_pairs(old, new), (len(old), len(new))]:
        yield from ((at, None) for at in range(here, one))
        yield from ((None, at) for at in range(there, other))
        if one < len(old):
            yield one, other
        here, there = one + 1, other + 1


def _alike_pairs(old: list[str], new: list[str]) -> list[Pair]:
    if not old or not new:
        return []
    bags, others = [_bag(one) for one in old], [_bag(one) for one in new]
    if len(old) * len(new) <= MOST_PAIRS:
        return _best_pairs(bags, others)
    return _nearest_pairs(bags, others)


def _bag(paragraph: str) -> Counter[str]:
    return Counter(token.strip().casefold() for token in tokens(paragraph)[:MOST_COUNTED])


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in common, from 0 to 1; below what counts, 0."""
    share = 2 * (one & other).total() / (one.total() + other.total())
    return share if share >= LEAST_ALIKE else 0.0


def _best_pairs(old: list[Counter[str]], new: list[Counter[str]]) -> list[Pair]:
    """The pairs in order that are alike the most, all together."""
    width = len(new) + 1
    best = [[0.0] * width for _ in range(len(old) + 1)]
    shares = [[_alike(one, other) for other in new] for one in old]
    for here in reversed(range(len(old))):
        for there in reversed(range(len(new))):
            share = shares[here][there]
            paired = best[here + 1][there + 1] + share if share else 0.0
            best[here][there] = max(best[here + 1][there], best[here][there + 1], paired)
    pairs: list[Pair] = []
    here = there = 0
    while here < len(old) and there < len(new):
        share = shares[here][there]
        if share and best[here][there] == best[here + 1][there + 1] + share:
            pairs.append((here, there))
            here, there = here + 1, there + 1
        elif best[here][there] == best[here + 1][there]:
            here += 1
        else:
            there += 1
    return pairs


def _nearest_pairs(old: list[Counter[str]], new: list[Counter[str]]) -> list[Pair]:
    """For each the first of those that are next and alike the most."""
    pairs: list[Pair] = []
    there = 0
    for here, bag in enumerate(old):
        ahead = range(there, min(there + REACH, len(new)))
        nearest = max(ahead, key=lambda at: _alike(bag, new[at]), default=None)
        if nearest is not None and _alike(bag, new[nearest]):
            pairs.append((here, nearest))
            there = nearest + 1
    return pairs
