"""Which paragraph and line stands at a height of the document, without laying out what follows.

Qt's own search takes paragraphs that it has not laid out yet for such that stand at the top: asked
for a gap between two paragraphs it answers with one far below. Here the tops of the paragraphs are
noted as far down as anybody looked, and looked up.
"""

from array import array
from bisect import bisect_right

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


class Heights:
    """The tops of a document's paragraphs at one width, in px, as far as they are known."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._tops = array("d")
        self._next = document.begin()

    def block_at(self, y: float) -> QTextBlock:
        """The paragraph at a height, or the last one above it; lays out the text down to it."""
        self._look_down_to(y)
        number = bisect_right(self._tops, y) - 1
        return self._document.findBlockByNumber(max(number, 0))

    def position_at(self, point: QPointF) -> int:
        """The UTF-16 unit of the document whose caret is nearest to a point."""
        block = self.block_at(point.y())
        line = self.line_at(block, point.y())
        if not line.isValid():
            return block.position()
        x = point.x() - block.layout().position().x()
        return block.position() + line.xToCursor(x)

    def line_at(self, block: QTextBlock, y: float) -> QTextLine:
        """The line of a laid-out paragraph at a height, or the last one above it."""
        layout = block.layout()
        inside = y - layout.position().y()
        lines = range(layout.lineCount())
        after = bisect_right(lines, inside, key=lambda number: layout.lineAt(number).y())
        return layout.lineAt(max(after - 1, 0)) if lines else QTextLine()

    def _look_down_to(self, y: float) -> None:
        layout = self._document.documentLayout()
        while self._next.isValid() and not (self._tops and self._tops[-1] > y):
            layout.blockBoundingRect(self._next)
            self._tops.append(self._next.layout().position().y())
            self._next = self._next.next()
