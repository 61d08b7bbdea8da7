"""The text of a document as its reader sees it: paragraphs, tables and boxes in reading order.

Tracked changes count as accepted. What is written twice for older programs is read once.
"""

from annotator.exchange.readers.docx.fields import Fields
from annotator.exchange.readers.docx.names import attribute, child, short
from annotator.exchange.readers.docx.runs import Runs, chosen, content
from annotator.exchange.readers.docx.styles import Styles
from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import lines_of, row
from annotator.exchange.readers.markup import Element

_AROUND = frozenset(("w:ins", "w:moveTo", "w:customXml", "w:smartTag"))


class Body:
    """Reads the parts of one document, one after the other."""

    def __init__(self, styles: Styles, found: Found) -> None:
        self._styles, self._found = styles, found
        self._fields = Fields()
        self._carried = ""
        self._boxes: list[Element] = []
        self.titles: list[str] = []
        """Lines whose style says that they are a title."""

    def lines(self, container: Element) -> list[str]:
        """The lines of whatever holds paragraphs and tables."""
        return self._blocks(container) + self._rest()

    def _rest(self) -> list[str]:
        """What was carried on and has no paragraph to go on in, with the boxes that hang on it."""
        text, boxes, self._carried, self._boxes = self._carried, self._boxes, "", []
        return lines_of(text) + [line for box in boxes for line in self.lines(box)]

    def _blocks(self, container: Element) -> list[str]:
        return [line for one in container for line in self._block(one, short(one.tag))]

    def _block(self, one: Element, name: str) -> list[str]:
        if name == "w:p":
            return self._paragraph(one)
        if name == "w:tbl":
            return self._rest() + self._table(one)
        if name in ("w:sdt", "mc:AlternateContent"):
            inside = (content if name == "w:sdt" else chosen)(one)
            lines = [] if inside is None else self._blocks(inside)
            return self._kept(one, lines) if name == "w:sdt" else lines
        if name in _AROUND:
            self._found.tracked += name in ("w:ins", "w:moveTo")
            return self._blocks(one)
        self._found.tracked += name in ("w:del", "w:moveFrom")
        self._found.embedded += name == "w:altChunk"
        return []

    def _kept(self, control: Element, lines: list[str]) -> list[str]:
        kind = child(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
        if kind is None or attribute(kind, "w:val") != "Table of Contents":
            return lines
        self._found.contents += lines
        return []

    def _paragraph(self, paragraph: Element) -> list[str]:
        properties = child(paragraph, "w:pPr")
        style = None if properties is None else child(properties, "w:pStyle")
        named = None if style is None else attribute(style, "w:val")
        runs = Runs(self._styles, self._found, self._fields, self._styles.hides(named))
        runs.read(paragraph)
        self._fields.end_of_paragraph()
        self._found.hidden += lines_of(runs.unseen)
        for box in runs.hidden_boxes:
            self._found.hidden += Body(self._styles, Found()).lines(box)
        self._carried += runs.text
        self._boxes += runs.boxes
        if properties is not None and self._goes_on(properties):
            return []
        if named == "Title":
            self.titles += lines_of(self._carried)
        return self._rest()

    def _goes_on(self, properties: Element) -> bool:
        """Whether the mark at the paragraph's end is deleted: the next one then belongs to it."""
        mark = child(properties, "w:rPr")
        if mark is None:
            return False
        names = {short(one.tag) for one in mark}
        self._found.tracked += bool(names & {"w:ins", "w:moveTo"})
        gone = bool(names & {"w:del", "w:moveFrom"})
        self._found.tracked += gone
        return gone

    def _table(self, table: Element) -> list[str]:
        return [line for one in self._within(table, "w:tr") for line in self._row(one)]

    def _row(self, one: Element) -> list[str]:
        if child(one, "w:trPr", "w:del") is not None:
            self._found.tracked += 1
            return []
        cells = [cell for cell in self._within(one, "w:tc") if not self._is_gone(cell)]
        return row([self.lines(cell) for cell in cells])

    def _is_gone(self, cell: Element) -> bool:
        gone = child(cell, "w:tcPr", "w:cellDel") is not None
        self._found.tracked += gone
        return gone

    def _within(self, element: Element, wanted: str) -> list[Element]:
        """Rows or cells, also those that stand in a content control or in custom markup."""
        found = []
        for one in element:
            name = short(one.tag)
            if name == wanted:
                found.append(one)
            elif name == "w:sdt":
                inside = content(one)
                found += [] if inside is None else self._within(inside, wanted)
            elif name in _AROUND:
                found += self._within(one, wanted)
        return found
