"""How a search result looks: the article's title, and under it the words with what was found."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.articles.results import KIND_NAMES, Line, ResultsModel
from annotator.ui.fonts import INTERFACE, SMALL, sans
from annotator.ui.grounds import paint_ground
from annotator.ui.palette import Palette
from annotator.ui.reader.qt_text import for_qt
from annotator.words import _

_SIDE, _ABOVE, _BELOW, _INDENT = 20.0, 10.0, 3.0, 8.0
_LINES = 2
"""So many lines of words are shown of each place."""


class ResultsDelegate(QStyledItemDelegate):
    """Paints one row; what was found stands on a tint and is bold, so colour is not alone."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A title takes one line, a place two; all of a kind are alike, so nothing is laid out."""
        line = _line(index)
        if line is None or line.heading:
            return QSize(120, round(_fonts(option).title_height + _ABOVE + _BELOW))
        small = _fonts(option).words_height
        return QSize(120, round(small * _LINES + 2 * _BELOW + 2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row as it is now."""
        line = _line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 1, -8, -1)
        paint_ground(painter, box, option, self.palette)
        if line.heading:
            self._heading(painter, box, line, option)
        else:
            self._place(painter, box, line, option)
        painter.restore()

    def _heading(
        self, painter: QPainter, box: QRectF, line: Line, option: QStyleOptionViewItem
    ) -> None:
        font = _fonts(option).title
        inner = box.adjusted(_SIDE - 8, _ABOVE - 2, -(_SIDE - 8), 0)
        words = line.hit.words if line.hit else line.article.metadata.title
        marked = line.hit.marked if line.hit else ()
        short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        if short != words:
            end = len(short) - 1
            marked = tuple(Span(one.start, min(one.end, end)) for one in marked if one.start < end)
        painter.setPen(self.palette.ink)
        self._draw(painter, inner, self._laid_out(short, marked, font, inner.width(), option, 1))

    def _place(
        self, painter: QPainter, box: QRectF, line: Line, option: QStyleOptionViewItem
    ) -> None:
        assert line.hit
        font = _fonts(option).words
        inner = box.adjusted(_SIDE - 8, _BELOW, -(_SIDE - 8), 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            inner.setRight(inner.right() - _INDENT)
        else:
            inner.setLeft(inner.left() + _INDENT)
        kind = KIND_NAMES[line.hit.kind]
        name = f"{_(kind)}: " if kind else ""
        words, marked = _after(name, line.hit.words, line.hit.marked)
        layout = self._laid_out(words, marked, font, inner.width(), option, _LINES)
        if marked and _length(layout) < Utf16Map(words).to_utf16(marked[0].end):
            # In a narrow panel what was found would not be seen: the words before it give way.
            first = line.hit.marked[0].start
            rest = tuple(Span(one.start - first, one.end - first) for one in line.hit.marked)
            words, marked = _after(f"{name}… ", line.hit.words[first:], rest)
            layout = self._laid_out(words, marked, font, inner.width(), option, _LINES)
        painter.setPen(self.palette.soft)
        self._draw(painter, inner, layout)

    def _laid_out(
        self,
        words: str,
        marked: tuple[Span, ...],
        font: QFont,
        width: float,
        option: QStyleOptionViewItem,
        lines: int,
    ) -> QTextLayout:
        layout = QTextLayout(for_qt(words), font)
        layout.setFormats(self._formats(words, marked))
        layout.setTextOption(_option(option.direction))
        layout.beginLayout()
        top = 0.0
        for _number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _draw(self, painter: QPainter, box: QRectF, layout: QTextLayout) -> None:
        painter.setClipRect(box.adjusted(-1, -2, 1, 2))
        layout.draw(painter, box.topLeft())

    def _formats(self, words: str, marked: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
        units, look = Utf16Map(words), QTextCharFormat()
        look.setBackground(self.palette.selection)
        look.setForeground(self.palette.ink)
        look.setFontWeight(QFont.Weight.Bold)
        formats = []
        for span in marked:
            one = QTextLayout.FormatRange()
            one.start = units.to_utf16(span.start)
            one.length = units.to_utf16(span.end) - one.start
            one.format = look
            formats.append(one)
        return formats


def _line(index: QModelIndex | QPersistentModelIndex) -> Line | None:
    model = index.model()
    return model.at(index) if isinstance(model, ResultsModel) else None


def _after(before: str, words: str, marked: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The words with others before them, and where the marks are by that."""
    shift = len(before)
    return before + words, tuple(Span(one.start + shift, one.end + shift) for one in marked)


def _length(layout: QTextLayout) -> int:
    """How much of the words was laid out, in UTF-16 units."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def _option(direction: Qt.LayoutDirection) -> QTextOption:
    """Words stand at the side of the interface and run as their own script runs."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    from_right = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class _Fonts(NamedTuple):
    """The fonts of one size of the interface, and how high their lines are."""

    title: QFont
    words: QFont
    title_height: float
    words_height: float


def _fonts(option: QStyleOptionViewItem) -> _Fonts:
    return _made(option.font.pointSizeF())


@cache
def _made(size: float) -> _Fonts:
    """Made once: a row of the list is measured and painted again and again."""
    scale = size / sans(INTERFACE).pointSizeF() if size > 0 else 1.0
    title = sans(INTERFACE * scale, QFont.Weight.DemiBold)
    words = sans(SMALL * scale)
    return _Fonts(title, words, QFontMetricsF(title).height(), QFontMetricsF(words).height())
