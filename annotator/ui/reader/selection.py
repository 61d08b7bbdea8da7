"""What a selection becomes before it is claimed: whole characters, no white space around."""

from annotator.model.span import Span
from annotator.ui.reader.boundaries import cluster_end, cluster_start


def widened(text: str, span: Span) -> Span | None:
    """The span widened to whole grapheme clusters and without outer white space, or None."""
    if span.start >= span.end:
        return None
    start, end = cluster_start(text, span.start), cluster_end(text, span.end)
    start, end = trimmed_start(text, start, end), trimmed_end(text, start, end)
    return Span(start, end) if start < end else None


def trimmed_start(text: str, start: int, end: int) -> int:
    """The first cluster between two boundaries that is not white space; `end` where all is."""
    while start < end and text[start].isspace():
        start += 1
    # An accent may stand on a space: then the two are a character, and it is seen.
    return cluster_start(text, start)


def trimmed_end(text: str, start: int, end: int) -> int:
    """The end of the last cluster that is not white space; `start` where all is."""
    while start < end and text[end - 1].isspace():
        end -= 1
    return end
