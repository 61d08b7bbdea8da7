"""Tables whose head is repeated on each page and whose rows stay whole."""

from collections.abc import Sequence

from annotator.exchange.writers.odt.markup import Element, add, paragraph, say
from annotator.exchange.writers.palettes import palette


class Table:
    """A table in the body; `widths` are points. Its styles go to the automatic ones."""

    def __init__(
        self, automatic: Element, body: Element, name: str, widths: Sequence[float]
    ) -> None:
        self._name = name
        self._table = add(body, "table:table", table_name=name, table_style_name=name)
        _styles(automatic, name, widths)
        for place in range(len(widths)):
            add(self._table, "table:table-column", table_style_name=f"{name}.{place}")
        self._widths = widths

    def head(self, names: Sequence[str], right: int = 0) -> None:
        """The row that is repeated; the last `right` columns hold numbers."""
        rows = add(self._table, "table:table-header-rows")
        for place, (cell, name) in enumerate(zip(self._cells(rows), names, strict=True)):
            number = place >= len(names) - right
            say(paragraph(cell, "CellNumber" if number else "CellHead", name), name)

    def row(self) -> list[Element]:
        """The cells of a new row."""
        return self._cells(self._table)

    def numbers(self, cells: Sequence[Element], values: Sequence[int]) -> None:
        """Numbers at the end of their cells; none is a dash."""
        for cell, value in zip(cells, values, strict=True):
            say(paragraph(cell, "CellNumber"), str(value or "–"))

    def _cells(self, parent: Element) -> list[Element]:
        row = add(parent, "table:table-row", table_style_name=f"{self._name}.row")
        about = {"office_value_type": "string", "table_style_name": f"{self._name}.cell"}
        return [add(row, "table:table-cell", **about) for _width in self._widths]


def _styles(automatic: Element, name: str, widths: Sequence[float]) -> None:
    def style(suffix: str, family: str, properties: str, **values: object) -> None:
        made = add(automatic, "style:style", style_name=f"{name}{suffix}", style_family=family)
        add(made, properties, **values)

    style("", "table", "style:table-properties", style_width=f"{sum(widths)}pt", table_align="left")
    for place, width in enumerate(widths):
        style(
            f".{place}",
            "table-column",
            "style:table-column-properties",
            style_column_width=f"{width}pt",
        )
    style(".row", "table-row", "style:table-row-properties", fo_keep_together="always")
    style(
        ".cell",
        "table-cell",
        "style:table-cell-properties",
        fo_padding="3pt",
        fo_border="none",
        fo_border_top=f"0.6pt solid {palette('light')['hairline']}",
    )
