"""The article with its marks: tint, underline of each tag, and the number where a claim ends."""

from collections.abc import Iterator

from markupsafe import Markup

from annotator.exchange.writers.html.looks import looks, styles
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.segments import BITS, Segment, segments
from annotator.model.report import Entry, Reported
from annotator.model.tags import Tag


def marked(reported: Reported, shapes: Shapes) -> Iterator[tuple[int, Markup]]:
    """Each paragraph's number and its words with the marks."""
    claims = [entry.claim for entry in reported.entries]
    cut = list(segments(reported.text, reported.paragraphs, claims))
    words = escaped([one.words for _paragraph, found in cut for one in found])
    wrap = _wraps(shapes)
    notes = _Notes(shapes)
    for paragraph, found in cut:
        pieces = []
        for one in found:
            pieces.append(wrap[one.marks, one.begins] % next(words))
            if one.ends:
                pieces.append(notes.at(one, reported.entries))
        # All of it is shapes of our own and words that were escaped just now.
        yield paragraph.number, Markup("".join(pieces))  # noqa: S704


def _wraps(shapes: Shapes) -> dict[tuple[int, bool], str]:
    return {
        (bits, begins): shapes("words", styles(bits), begins)
        for bits in range(sum(BITS.values()) + 1)
        for begins in (False, True)
    }


class _Notes:
    """The raised numbers that lead to the table of claims."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._by_tags: dict[frozenset[Tag], str] = {}
        self._around = shapes("notes")

    def at(self, segment: Segment, entries: tuple[Entry, ...]) -> str:
        """The numbers of the claims that end with a segment."""
        return self._around % "".join(
            self._shape(entries[number - 1].claim.tags) % ((number,) * 4) for number in segment.ends
        )

    def _shape(self, tags: frozenset[Tag]) -> str:
        if tags not in self._by_tags:
            names = ", ".join(look.name for look in looks(tags))
            self._by_tags[tags] = self._shapes("note", names)
        return self._by_tags[tags]
