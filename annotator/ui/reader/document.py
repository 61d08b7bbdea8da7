"""The article as a QTextDocument: its text, set as a page, and nothing else.

It is built detached and handed to the widget whole: to fill or to format a document that is
already shown lays out all of it at once.
"""

import re

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.measures import Measures
from annotator.ui.reader.qt_text import for_qt

_EMPTY_LINES = re.compile("\n(?=[^\\S\n]*(?:\n|\\Z))")
"""The line ends before them; an expression that begins with a letter is found quickly."""
_EMPTY_LEADING = 0.25
"""An empty line between paragraphs is a little more space, not a whole line of it."""


def build(text: str, title_is_heading: bool, measures: Measures, units: Utf16Map) -> QTextDocument:
    """A document of the text; each line is a block, and positions are those of `units`.

    Raises ValueError when the document is not as long as the text, since every mark would lie
    on the wrong words.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(measures.body)
    document.setDefaultTextOption(_wrapping())
    document.setPlainText(for_qt(text))
    if document.characterCount() != units.units + 1:
        raise ValueError(document.characterCount(), units.units + 1)
    _set_paragraphs(document, measures)
    _close_empty_lines(document, text, units, measures)
    if title_is_heading:
        _set_heading(document, measures)
    _set_margins(document, measures)
    return document


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _leading(pixels: float, gap: float) -> QTextBlockFormat:
    """A fixed leading, so that a line with an emoji or a foreign letter is no taller."""
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    paragraph.setBottomMargin(gap)
    return paragraph


def _set_paragraphs(document: QTextDocument, measures: Measures) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_leading(measures.leading, measures.gap))


def _close_empty_lines(
    document: QTextDocument, text: str, units: Utf16Map, measures: Measures
) -> None:
    narrow = _leading(measures.leading * _EMPTY_LEADING, 0)
    cursor = QTextCursor(document)
    for line in _EMPTY_LINES.finditer(text):
        cursor.setPosition(units.to_utf16(line.end()))
        cursor.setBlockFormat(narrow)


def _set_heading(document: QTextDocument, measures: Measures) -> None:
    letters = QTextCharFormat()
    letters.setFont(measures.heading)
    cursor = QTextCursor(document.begin())
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.setCharFormat(letters)
    cursor.setBlockFormat(_leading(measures.heading_leading, measures.gap * 1.5))


def _set_margins(document: QTextDocument, measures: Measures) -> None:
    """Room for numbers and badges beside the words, and for a glance past the end."""
    frame = document.rootFrame()
    shape = frame.frameFormat()
    shape.setLeftMargin(measures.left)
    shape.setRightMargin(measures.right)
    shape.setTopMargin(measures.gap)
    shape.setBottomMargin(measures.leading * 4)
    frame.setFrameFormat(shape)
