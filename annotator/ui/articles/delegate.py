"""How an article looks in the list: its title on two lines, and a bar of what is marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.arranging import Row
from annotator.model.article import TagCounts
from annotator.model.tags import Tag
from annotator.ui.articles.model import ArticleModel, said_of
from annotator.ui.fonts import INTERFACE, SMALL, sans
from annotator.ui.grounds import paint_ground
from annotator.ui.palette import Palette

_SIDE, _TOP, _GAP = 12.0, 10.0, 6.0
_BAR = 4.0
_STEP = 16.0
"""By so much a newer version stands in, under the one before it."""


class ArticleDelegate(QStyledItemDelegate):
    """Paints one row; the article on the desk lies on paper."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for all rows: two lines of title and one of work."""
        title = QFontMetricsF(_title_font(option)).height() * 2
        small = QFontMetricsF(_small_font(option)).height()
        return QSize(180, round(title + small + 2 * _TOP + _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row as it is now."""
        model = index.model()
        found = model.at(index) if isinstance(model, ArticleModel) else None
        if found is None:
            return
        article = found[0]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 2, -8, -2)
        paint_ground(painter, box, option, self.palette)
        inner = box.adjusted(_SIDE, _TOP - 2, -_SIDE, -(_TOP - 2))
        if article.version_of is not None:
            is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            inner.adjust(*((0, 0, -_STEP, 0) if is_mirrored else (_STEP, 0, 0, 0)))
        lines = _two_lines(article.metadata.title, _title_font(option), inner.width())
        # All rows are equally high: a title on one line stands in the middle of the two.
        inner.adjust(0, (2 - len(lines)) * QFontMetricsF(_title_font(option)).height() / 2, 0, 0)
        height = self._title(painter, inner, lines, option)
        self._work(painter, inner.adjusted(0, height + _GAP - 2, 0, 0), found, option)
        painter.restore()

    def _title(
        self, painter: QPainter, box: QRectF, lines: list[str], option: QStyleOptionViewItem
    ) -> float:
        font = _title_font(option)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.palette.ink)
        for place, line in enumerate(lines):
            row = QRectF(
                box.left(), box.top() + place * metrics.height(), box.width(), metrics.height()
            )
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
        return metrics.height() * len(lines)

    def _work(
        self, painter: QPainter, box: QRectF, found: Row, option: QStyleOptionViewItem
    ) -> None:
        font = _small_font(option)
        metrics = QFontMetricsF(font)
        words = said_of(found)
        painter.setFont(font)
        painter.setPen(self.palette.soft)
        row = QRectF(box.left(), box.top(), box.width(), metrics.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        left = metrics.horizontalAdvance(words) + 10
        bar = QRectF(box.left() + left, row.center().y() - _BAR / 2, box.width() - left, _BAR)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveLeft(box.left())
        self._bar(painter, bar, found[1])

    def _bar(self, painter: QPainter, bar: QRectF, tags: TagCounts) -> None:
        parts: list[tuple[Tag | None, int]] = [
            (Tag.ATTRIBUTED, tags.attributed),
            (Tag.CONTESTED, tags.contested),
            (Tag.VERIFIED, tags.verified),
            (None, tags.open),
        ]
        total = sum(number for _tag, number in parts)
        if not total or bar.width() < 8:
            return
        left = bar.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for tag, number in parts:
            width = bar.width() * number / total
            painter.setBrush(self.palette.tags[tag].line)
            if number:
                painter.drawRoundedRect(QRectF(left, bar.top(), max(width - 1.5, 1), _BAR), 2, 2)
            left += width


def _title_font(option: QStyleOptionViewItem) -> QFont:
    return sans(INTERFACE * _scale(option), QFont.Weight.DemiBold)


def _small_font(option: QStyleOptionViewItem) -> QFont:
    return sans((SMALL - 0.5) * _scale(option))


def _scale(option: QStyleOptionViewItem) -> float:
    """How much larger than usual the interface is set."""
    usual = sans(INTERFACE).pointSizeF()
    now: float = option.font.pointSizeF()
    return now / usual if now > 0 else 1.0


def _two_lines(title: str, font: QFont, width: float) -> list[str]:
    """The title broken to at most two lines, the second shortened."""
    layout = QTextLayout(title, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    # Qt counts UTF-16 here; the rest is cut in the same unit.
    raw = title.encode("utf-16-le")
    cut = first.textLength() * 2
    head = raw[:cut].decode("utf-16-le", "ignore").rstrip()
    rest = raw[cut:].decode("utf-16-le", "ignore").strip()
    if not rest:
        return [head]
    metrics = QFontMetricsF(font)
    return [head, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
