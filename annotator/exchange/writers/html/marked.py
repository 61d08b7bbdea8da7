"""The article with its marks: tint, underline of each tag, and the number where a claim ends."""

from collections.abc import Iterator
from itertools import islice

from markupsafe import Markup

from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.looks import looks, styles
from annotator.exchange.writers.segments import BITS, segments
from annotator.model.report import Entry, Reported
from annotator.model.tags import Tag

_AT_ONCE = 200
"""So many paragraphs are made at once."""


def marked(reported: Reported, headline: bool, shapes: Shapes) -> Iterator[Markup]:
    """The paragraphs with the marks, some hundred at a time; the first may be a headline."""
    claims = [entry.claim for entry in reported.entries]
    cut = segments(reported.text, reported.paragraphs, claims)
    wrap, notes = _wraps(shapes), _Notes(shapes)
    line = shapes("line", False)
    first = shapes("line", True) if headline else line
    while some := list(islice(cut, _AT_ONCE)):
        words = escaped([one.words for _paragraph, found in some for one in found])
        lines = []
        for paragraph, found in some:
            pieces: list[str] = []
            for _said, marks, begins, ends in found:
                opening, closing = wrap[marks, begins]
                pieces += (opening, next(words), closing)
                if ends:
                    pieces.append(notes.at(ends, reported.entries))
            shape = first if paragraph.number == 1 else line
            lines.append(shape % (paragraph.number, "".join(pieces)))
        # All of it is shapes of our own and words that were escaped just now.
        yield Markup("".join(lines))  # noqa: S704


def _wraps(shapes: Shapes) -> dict[tuple[int, bool], tuple[str, ...]]:
    return {
        (bits, begins): shapes.around("words", styles(bits), begins)
        for bits in range(sum(BITS.values()) + 1)
        for begins in (False, True)
    }


class _Notes:
    """The raised numbers that lead to the table of claims."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._by_tags: dict[frozenset[Tag], str] = {}
        self._around = shapes("notes")

    def at(self, ends: tuple[int, ...], entries: tuple[Entry, ...]) -> str:
        """The numbers of the claims that end in one place."""
        notes = [
            self._shape(entries[number - 1].claim.tags) % ((str(number),) * 4) for number in ends
        ]
        return self._around % (notes[0] if len(notes) == 1 else "".join(notes))

    def _shape(self, tags: frozenset[Tag]) -> str:
        known = self._by_tags.get(tags)
        if known is None:
            names = ", ".join(look.name for look in looks(tags))
            known = self._by_tags[tags] = self._shapes("note", names)
        return known
