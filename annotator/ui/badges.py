"""The letter badge of a tag: the same small mark in the margin, in the list and on the buttons.

Colour never stands alone, so the letter is part of the mark.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPixmap, QPixmapCache

from annotator.model.tags import MEANINGS, Tag
from annotator.ui.fonts import sans
from annotator.ui.palette import Palette

BADGE = 18.0
"""The side of a badge in px at 100 %."""

_CORNER = 5 / BADGE
_LETTER = 11.5 / BADGE
_DISABLED = 0.35


def paint_badge(painter: QPainter, rect: QRectF, tag: Tag | None, palette: Palette) -> None:
    """Paint a tag's badge into a square; None is the open claim."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.tags[tag].line)
    corner = rect.width() * _CORNER
    painter.drawRoundedRect(rect, corner, corner)
    letter = MEANINGS[tag].letter
    font = sans(rect.width() * _LETTER, QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(palette.badge_ink())
    painter.drawText(_centred(rect, font, letter), letter)
    painter.restore()


def badge_pixmap(
    tag: Tag | None, palette: Palette, size: float = BADGE, ratio: float = 1.0
) -> QPixmap:
    """A tag's badge, `size` px wide, for a screen of `ratio` dots to the px; painted once."""
    key = f"badge {tag} {palette.dark} {palette.tags[tag].line.name()} {size} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, QRectF(0, 0, size, size), tag, palette)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def badge_icon(tag: Tag | None, palette: Palette, size: float = BADGE) -> QIcon:
    """A tag's badge for a button or a menu, sharp on dense screens, paler where disabled."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = badge_pixmap(tag, palette, size, ratio)
        icon.addPixmap(pixmap)
        icon.addPixmap(_paler(pixmap), QIcon.Mode.Disabled)
    return icon


def _centred(rect: QRectF, font: QFont, letter: str) -> QPointF:
    """Where the baseline begins so that the ink of the letter, not its box, is in the middle."""
    ink = QFontMetricsF(font).tightBoundingRect(letter)
    return rect.center() - ink.center()


def _paler(pixmap: QPixmap) -> QPixmap:
    pale = QPixmap(pixmap.size())
    pale.setDevicePixelRatio(pixmap.devicePixelRatio())
    pale.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pale)
    painter.setOpacity(_DISABLED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return pale
