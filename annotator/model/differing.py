"""Where an answer to a passage marked other words than the passage's, and only what differs.

Whole quotes beside each answer would repeat the passage for everybody in the class.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotator.model.passage import Answer
from annotator.model.span import Span


def differing(text: str, answer: Answer, passage: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was marked beyond a passage, and what of it was not."""
    marked = sorted({claim.span for claim in answer.claims})
    if marked == [passage]:
        return (), ()
    beyond = (left for one in marked for left in _left(one, (passage,)))
    return _words(text, beyond), _words(text, _left(passage, marked))


def _left(of: Span, by: Sequence[Span]) -> Iterator[Span]:
    """What of a span some others, in their order, leave."""
    at = of.start
    for one in by:
        if at < min(one.start, of.end):
            yield Span(at, min(one.start, of.end))
        at = max(at, one.end)
    if at < of.end:
        yield Span(at, of.end)


def _words(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Each once, without what holds neither letter nor figure."""
    words = (text[one.start : one.end].strip() for one in spans)
    return tuple(dict.fromkeys(one for one in words if any(map(str.isalnum, one))))
