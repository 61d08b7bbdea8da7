"""Tables that a word processor can break over pages: a head on each of them, and no row in two."""

from collections.abc import Sequence

from annotator import words
from annotator.exchange.writers.docx.markup import Element, add, paragraph, say
from annotator.model.directions import is_right_to_left_language


class Table:
    """A table whose columns have shares of a whole width, which is in twentieths of a point."""

    def __init__(self, parent: Element, shares: Sequence[float], whole: int) -> None:
        widths = [round(share * whole / sum(shares)) for share in shares]
        widths[0] += whole - sum(widths)
        self._widths = widths
        self._table = add(parent, "tbl")
        about = add(self._table, "tblPr")
        add(about, "tblStyle", val="ReportTable")
        if is_right_to_left_language(words.language()):
            add(about, "bidiVisual")
        add(about, "tblW", w=sum(widths), type="dxa")
        add(about, "tblLayout", type="fixed")
        add(about, "tblLook", val="0020", firstRow=1)
        grid = add(self._table, "tblGrid")
        for width in widths:
            add(grid, "gridCol", w=width)

    def head(self, names: Sequence[str], right: int = 0) -> None:
        """The row that is repeated on each page; the last `right` columns hold numbers."""
        for place, (cell, name) in enumerate(zip(self.row(head=True), names, strict=True)):
            line = paragraph(cell, "TableText", name, kept=True)
            if place >= len(names) - right:
                add(line[0], "jc", val="right")
            say(line, name)

    def row(self, *, head: bool = False) -> list[Element]:
        """The cells of a new row. A cell must have a paragraph, and end with one."""
        made = add(self._table, "tr")
        about = add(made, "trPr")
        add(about, "cantSplit")
        if head:
            add(about, "tblHeader")
        cells = []
        for width in self._widths:
            cells.append(cell := add(made, "tc"))
            add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
        return cells

    def numbers(self, cells: Sequence[Element], values: Sequence[int]) -> None:
        """Numbers at the right of their cells; none is a dash."""
        for cell, value in zip(cells, values, strict=True):
            line = paragraph(cell, "TableText")
            add(line[0], "jc", val="right")
            say(line, str(value or "–"))
