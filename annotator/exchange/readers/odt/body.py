"""The text of a document as its reader sees it: paragraphs, lists, tables and boxes in order.

What was deleted while changes were tracked stands aside in the file, so that the text is already
as if all changes were accepted.
"""

from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import lines_of, row, with_mark
from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.odt.names import attribute, child, short
from annotator.exchange.readers.odt.parts import Parts
from annotator.exchange.readers.odt.pieces import Pieces
from annotator.exchange.readers.odt.styles import Styles

_PARAGRAPHS = frozenset(("text:p", "text:h"))
_AROUND = frozenset(
    {
        *("text:list", "text:list-item", "text:list-header", "text:numbered-paragraph"),
        *("text:section", "text:index-body", "text:index-title", "draw:g", "draw:a", "draw:frame"),
        *("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:path"),
    }
)
_INDEXES = frozenset(("text:table-of-content", "text:illustration-index", "text:table-index"))
_OTHER_INDEXES = frozenset(("text:bibliography", "text:alphabetical-index", "text:user-index"))
_ROWS = frozenset(("table:table-header-rows", "table:table-rows", "table:table-row-group"))


class Body:
    """Reads one document."""

    def __init__(self, parts: Parts, styles: Styles, found: Found) -> None:
        self._parts, self._styles, self._found = parts, styles, found
        self._notes: list[Element] = []
        self._comments: list[Element] = []
        self.titles: list[str] = []
        """Lines whose style says that they are a title."""

    def lines(self, container: Element) -> list[str]:
        """The lines of whatever holds paragraphs, lists and tables."""
        return [line for one in container for line in self._block(one, short(one.tag))]

    def below(self) -> list[str]:
        """The footnotes and endnotes that the text has referred to, in that order."""
        notes, self._notes = self._notes, []
        return [
            line
            for number, note in enumerate(notes, 1)
            for line in with_mark(f"[{number}]", self.lines(note))
        ]

    def comments(self) -> list[str]:
        """What was said in the margin, a line each."""
        comments, self._comments = self._comments, []
        return [" ".join(self.lines(one)) for one in comments]

    def _block(self, one: Element, name: str) -> list[str]:
        if name in _PARAGRAPHS:
            return self._paragraph(one)
        if name == "table:table":
            return [line for row_ in _rows(one) for line in self._row(row_)]
        if name in _INDEXES or name in _OTHER_INDEXES:
            return self._index(one, name)
        if name == "text:section" and _is_hidden(one):
            self._found.hidden += self.lines(one)
            return []
        if name == "text:tracked-changes":
            kinds = [short(change.tag) for region in one for change in region]
            self._found.tracked += kinds.count("text:insertion") + kinds.count("text:deletion")
        return self.lines(one) if name in _AROUND else []

    def _paragraph(self, paragraph: Element) -> list[str]:
        style = attribute(paragraph, "text:style-name")
        pieces = Pieces(self._parts, self._styles, self._found)
        pieces.read(paragraph)
        self._notes += pieces.notes
        self._comments += pieces.comments
        lines = lines_of(pieces.text)
        self._found.hidden += lines_of(pieces.unseen) + self._within(pieces.hidden_boxes)
        if pieces.is_hidden or self._styles.hides("paragraph", style):
            self._found.hidden += lines + self._within(pieces.boxes)
            return []
        if self._styles.is_title(style):
            self.titles += lines
        return lines + self._within(pieces.boxes)

    def _within(self, boxes: list[Element]) -> list[str]:
        return [line for box in boxes for line in self.lines(box)]

    def _row(self, one: Element) -> list[str]:
        # Cells that another one covers are not shown.
        cells = [cell for cell in one if short(cell.tag) == "table:table-cell"]
        return row(self.lines(cell) for cell in cells)

    def _index(self, one: Element, name: str) -> list[str]:
        body = child(one, "text:index-body")
        lines = [] if body is None else self.lines(body)
        if name in _OTHER_INDEXES:
            return lines
        self._found.contents += lines
        return []


def _rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for one in table:
        name = short(one.tag)
        if name == "table:table-row":
            found.append(one)
        elif name in _ROWS:
            found += _rows(one)
    return found


def _is_hidden(section: Element) -> bool:
    display = attribute(section, "text:display")
    return display == "none" or (
        display == "condition" and attribute(section, "text:is-hidden") != "false"
    )
