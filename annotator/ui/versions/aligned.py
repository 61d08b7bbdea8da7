"""Two documents in which paragraphs that belong together begin at the same height.

Both have the same width, so a paragraph that is the same in both is equally high in both. Only
those that differ are measured, and the lower one gets room below it; a long text is therefore set
about as quickly as it is shown. Where one side has no paragraph, the one above gets the room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from annotator.model.differences import Row
from annotator.model.span import Span
from annotator.model.text import paragraphs
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.qt_text import for_qt
from annotator.ui.versions.look import SIDE, Look


@dataclass
class Column:
    """One of the two texts on its way into a document."""

    text: str
    marked: QTextCharFormat
    marks: Sequence[Span]
    units: Utf16Map = field(init=False)
    empties: dict[int, int] = field(init=False)
    """How many empty lines follow each paragraph, by where it starts; -1: before the first."""
    below: dict[int, int] = field(default_factory=dict)
    """How much more room is below a paragraph, in px; -1: above the first."""

    def __post_init__(self) -> None:
        self.units = Utf16Map(self.text)
        self.starts = {one.span.start for one in paragraphs(self.text)}
        self.empties = {-1: 0}
        last, at = -1, 0
        for line in self.text.split("\n"):
            if at in self.starts:
                last = at
                self.empties[last] = 0
            else:
                self.empties[last] += 1
            at += len(line) + 1

    def height(self, span: Span, marks: Sequence[Span], look: Look) -> int:
        """How high a paragraph is with the empty lines after it, in px."""
        lines = _lines(self, span, marks, look)
        return lines * look.leading + look.gap + self.empties[span.start] * look.empty

    def widen(self, paragraph: int, room: int) -> None:
        """Leave room below a paragraph (-1: above the first)."""
        if room:
            self.below[paragraph] = self.below.get(paragraph, 0) + room


def columns(old: str, new: str, rows: Sequence[Row], look: Look) -> tuple[Column, Column]:
    """The two texts with the room that each needs below its paragraphs."""
    left = Column(old, look.gone(), [mark for row in rows for mark in row.old_marks])
    right = Column(new, look.came(), [mark for row in rows for mark in row.new_marks])
    _align(left, right, rows, look)
    return left, right


def _align(left: Column, right: Column, rows: Sequence[Row], look: Look) -> None:
    above = (left.empties[-1] - right.empties[-1]) * look.empty
    left.widen(-1, max(-above, 0))
    right.widen(-1, max(above, 0))
    last = [-1, -1]
    for row in rows:
        heights = _heights(left, right, row, look)
        for side, (column, span) in enumerate(((left, row.old), (right, row.new))):
            if span:
                last[side] = span.start
            column.widen(last[side], max(heights) - heights[side])


def _heights(left: Column, right: Column, row: Row, look: Look) -> tuple[int, int]:
    if row.is_same and row.old and row.new:
        # The words are as high on both sides, so they need not be measured.
        sides = ((left, row.old), (right, row.new))
        one, other = (column.empties[span.start] * look.empty for column, span in sides)
        return one, other
    return (
        left.height(row.old, row.old_marks, look) if row.old else 0,
        right.height(row.new, row.new_marks, look) if row.new else 0,
    )


def _lines(column: Column, span: Span, marks: Sequence[Span], look: Look) -> int:
    """How many lines a paragraph takes; with its marks, because a mark parts letters that join."""
    start = column.units.to_utf16(span.start)
    layout = QTextLayout(for_qt(column.text[span.start : span.end]), look.font)
    layout.setTextOption(look.wrapping())
    ranges: list[QTextLayout.FormatRange] = []
    for mark in marks:
        one = QTextLayout.FormatRange()
        first, last = column.units.span_to_utf16(mark)
        one.start, one.length = first - start, last - first
        one.format = column.marked
        ranges.append(one)
    layout.setFormats(ranges)
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(look.width)
    layout.endLayout()
    return layout.lineCount()


def document_of(column: Column, look: Look) -> QTextDocument:
    """A text as a document; its positions are UTF-16 units of the text."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(look.font)
    document.setDefaultTextOption(look.wrapping())
    document.setPlainText(for_qt(column.text))
    _set_paragraphs(document, column, look)
    cursor = QTextCursor(document)
    for mark in column.marks:
        first, last = column.units.span_to_utf16(mark)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(column.marked)
    frame = document.rootFrame()
    shape = frame.frameFormat()
    shape.setLeftMargin(SIDE)
    shape.setRightMargin(SIDE)
    shape.setTopMargin(SIDE // 2 + column.below.get(-1, 0))
    shape.setBottomMargin(look.leading * 2)
    frame.setFrameFormat(shape)
    return document


def _set_paragraphs(document: QTextDocument, column: Column, look: Look) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(look.paragraph())
    at, unit = 0, 0
    for line in column.text.split("\n"):
        if at not in column.starts:
            cursor.setPosition(unit)
            cursor.setBlockFormat(look.between())
        elif at in column.below:
            cursor.setPosition(unit)
            cursor.setBlockFormat(look.paragraph(column.below[at]))
        at += len(line) + 1
        unit = column.units.to_utf16(min(at, len(column.text)))
