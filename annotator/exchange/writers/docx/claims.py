"""The table of claims: each marked passage with all that is said of it."""

from collections.abc import Callable, Iterable

from annotator.exchange.writers.docx.article import mark_name, row_name
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.markup import (
    Element,
    bookmark,
    link_in,
    link_out,
    paragraph,
    say,
)
from annotator.exchange.writers.docx.tables import Table
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.looks import badge_of, look
from annotator.exchange.writers.telling import (
    Line,
    claim_columns,
    evidence_of,
    place_of,
    remarks_of,
    shortened,
    sources_of,
    standing,
)
from annotator.model.report import Entry
from annotator.model.tags import Tag, in_order
from annotator.words import _

_AT_ONCE = 250
_SHARES = (11, 61, 25, 37, 36)


def claims_table(
    file: WordFile, entries: tuple[Entry, ...], place: int, tick: Callable[[int], None]
) -> None:
    """Add the table; `place` is the article's place in the report, from 1."""
    if not entries:
        said = _("No claims yet")
        say(paragraph(file.body, "Normal", said), said)
        return
    caption = _("Each marked passage, in the order of the article")
    say(paragraph(file.body, "Caption", caption), caption)
    table = Table(file.body, _SHARES, file.width)
    table.head(claim_columns())
    rows = _Rows(file, table, place)
    for first in range(0, len(entries), _AT_ONCE):
        some = entries[first : first + _AT_ONCE]
        for entry in some:
            rows.add(entry)
        tick(len(some))


class _Rows:
    def __init__(self, file: WordFile, table: Table, place: int) -> None:
        self._file = file
        self._table = table
        self._place = place

    def add(self, entry: Entry) -> None:
        number, passage, tags, sources, evidence = self._table.row()
        self._number(number, entry.number)
        self._passage(passage, entry)
        self._tags(tags, entry)
        self._lines(sources, sources_of(entry.claim))
        self._lines(evidence, evidence_of(entry.claim))

    def _number(self, cell: Element, number: int) -> None:
        line = paragraph(cell, "TableText")
        bookmark(line, self._file.next_bookmark(), row_name(self._place, number))
        told = _("Claim {number}, show it in the article").format(number=number)
        say(link_in(line, mark_name(self._place, number), told), str(number), "Hyperlink")

    def _passage(self, cell: Element, entry: Entry) -> None:
        quote = shortened(entry.quote)
        say(paragraph(cell, "Quote", quote), quote)
        say(paragraph(cell, "TableText"), place_of(entry), "Soft")
        for remark in remarks_of(entry, self._place):
            line_of(self._file, cell, remark)

    def _tags(self, cell: Element, entry: Entry) -> None:
        for tag in in_order(entry.claim.tags) or (None,):
            badge(paragraph(cell, "TableText", look(tag).name), tag)
        if still := standing(entry.claim):
            say(paragraph(cell, "TableText", still), still, "Soft")

    def _lines(self, cell: Element, lines: Iterable[Line]) -> None:
        for one in lines:
            line_of(self._file, cell, one)
        if cell[-1].tag.endswith("}tcPr"):
            paragraph(cell, "TableText")


def badge(line: Element, tag: Tag | None) -> None:
    """A tag's letter and its name."""
    shown = look(tag)
    say(line, f"\u00a0{shown.letter}\u00a0", badge_of(tag))
    say(line, f"\u00a0{shown.name}")


def line_of(file: WordFile, parent: Element, one: Line, style: str = "TableText") -> None:
    """A line as a paragraph, with a link where it names a web address."""
    line = paragraph(parent, style, one.label or one.words or one.place)
    if one.label:
        say(line, f"{one.label} " if one.words or one.place else one.label, "Strong")
    if one.words:
        say(line, one.words)
    if one.place:
        reference = file.reference(one.place) if is_link(one.place) else ""
        into = link_out(line, reference) if reference else line
        say(into, one.place, "Hyperlink" if reference else "")
