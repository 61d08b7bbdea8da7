"""One closed card, painted: badges and question, two lines of the quote, who, what is missing.

Painted, because a widget for each of 100,000 claims would never end; as text that is never
rich, so that a `<b>` in an article stays a `<b>`.
"""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from annotator.model.tags import Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.claims.look import LINES, PAD, Look
from annotator.ui.claims.wording import Label, Mark
from annotator.ui.quoting import in_quotes

QUOTED = 400
"""So many code points of a quote are laid out: more than two lines never show."""

_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class CardText:
    """All that a card says."""

    tags: tuple[Tag | None, ...]
    title: str
    place: str
    quote: str
    facts: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class State:
    """How a card stands: chosen, and with the keyboard's focus on it; pointed at."""

    chosen: bool = False
    focused: bool = False
    pointed: bool = False


def paint_card(
    painter: QPainter, rect: QRect, text: CardText, look: Look, state: State, rtl: bool
) -> None:
    """Paint a card into `rect`; `rtl` mirrors everything but the direction of the texts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_frame(painter, rect, look, state)
    _Brush(painter, rect, look, rtl).card(text)
    painter.restore()


def paint_frame(painter: QPainter, rect: QRect, look: Look, state: State) -> None:
    """The ground and border of a card."""
    paper = look.palette.paper
    edge = look.palette.accent if state.chosen else look.palette.hairline
    if state.pointed and not state.chosen:
        edge = look.colours["edge"]
    width = 2.0 if state.chosen else 1.0
    painter.setPen(QPen(edge, width))
    painter.setBrush(paper)
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    corner = look.px(10)
    painter.drawRoundedRect(inner, corner, corner)
    if state.focused:
        ring = QColor(look.palette.accent)
        ring.setAlphaF(0.35)
        painter.setPen(QPen(ring, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner.adjusted(2.5, 2.5, -2.5, -2.5), corner - 2, corner - 2)


def paint_ring(painter: QPainter, rect: QRect, look: Look) -> None:
    """The ring around an open card while the keyboard is in the list, not in its fields."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QColor(look.palette.accent)
    ring.setAlphaF(0.35)
    painter.setPen(QPen(ring, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = look.px(10) + 2
    painter.drawRoundedRect(QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5), corner, corner)
    painter.restore()


def quote_lines(text: str, font: QFont, width: int, lines: int = LINES) -> list[str]:
    """The text in at most so many lines of `width` px, the last one elided."""
    words = " ".join(text[:QUOTED].split("\n"))
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) <= lines:
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = words.encode("utf-16-le")
    ends = [*starts[1:], len(units) // 2]
    cut = [
        units[start * 2 : end * 2].decode("utf-16-le", "ignore").rstrip()
        for start, end in zip(starts, ends, strict=True)
    ]
    if len(cut) > lines:
        rest = units[starts[lines - 1] * 2 :].decode("utf-16-le", "ignore")
        cut[lines - 1 :] = [QFontMetrics(font).elidedText(rest, _ELIDED, width)]
    return cut


class _Brush:
    """A painter that goes down one card, line by line."""

    def __init__(self, painter: QPainter, rect: QRect, look: Look, rtl: bool) -> None:
        self._painter = painter
        self._rect = rect
        self._look = look
        self._rtl = rtl
        self._direction = _direction(rtl)
        pad = look.px(PAD)
        self._inner = rect.adjusted(pad, pad, -pad, -pad)
        self._y = self._inner.top()

    def card(self, text: CardText) -> None:
        self._head(text)
        self._y += self._look.head + self._look.px(6)
        lines = quote_lines(in_quotes(text.quote), self._look.quote, self._inner.width())
        below = len(lines) < LINES and bool(text.facts and text.label)
        # All cards are equally high: what a short quote leaves stands evenly around it.
        spare = 0 if below else (LINES - len(lines)) * self._look.line
        self._y += spare // 2
        self._painter.setFont(self._look.quote)
        self._painter.setPen(self._look.palette.ink)
        for line in lines:
            self._words(line, self._row(0, self._inner.width(), self._look.line), text.quote)
            self._y += self._look.line
        self._y += self._look.px(4) + spare - spare // 2
        self._foot(text, below)

    def _head(self, text: CardText) -> None:
        look, x = self._look, 0
        ratio = self._painter.device().devicePixelRatio()
        for tag in text.tags:
            pixmap = badge_pixmap(tag, look.palette, look.badge, ratio)
            place = self._row(x, look.badge, look.head)
            top = place.top() + (look.head - look.badge) / 2
            self._painter.drawPixmap(QPointF(place.left(), top), pixmap)
            x += look.badge + look.px(4)
        self._painter.setFont(look.small)
        self._painter.setPen(look.palette.soft)
        wide = QFontMetrics(look.small).horizontalAdvance(text.place)
        self._words(text.place, self._row(self._inner.width() - wide, wide, look.head))
        self._painter.setFont(look.title)
        self._painter.setPen(look.palette.ink)
        x += look.px(4)
        room = self._inner.width() - x - wide - look.px(8)
        title = QFontMetrics(look.title).elidedText(text.title, _ELIDED, room)
        self._words(title, self._row(x, room, look.head))

    def _foot(self, text: CardText, below: bool) -> None:
        """Facts, then the label beside them, or `below` where the quote left a line."""
        look, room = self._look, self._inner.width()
        wide = self._label_width(text.label) if text.label else 0
        if text.facts:
            left = room if below or not wide else room - wide - look.px(8)
            self._painter.setFont(look.small)
            self._painter.setPen(look.palette.soft)
            metrics = QFontMetrics(look.small)
            facts = metrics.elidedText(text.facts.replace("\n", " "), _ELIDED, left)
            self._words(facts, self._row(0, left, look.foot))
            beside = metrics.horizontalAdvance(facts) + look.px(8)
        else:
            beside = 0
        if text.label:
            self._y += look.line if below else 0
            self._label(text.label, self._row(0 if below else beside, wide, look.foot))

    def _label_width(self, label: Label) -> int:
        words = QFontMetrics(self._look.small).horizontalAdvance(label.text)
        return min(words + 2 * self._look.px(7), self._inner.width())

    def _label(self, label: Label, rect: QRect) -> None:
        colours, look = self._look.colours, self._look
        warm = label.mark is Mark.TO_DO
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colours["warm" if warm else "sunken"])
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        self._painter.drawRoundedRect(box, look.px(5), look.px(5))
        self._painter.setPen(colours["warm_ink" if warm else "soft"])
        self._painter.setFont(look.small)
        room = rect.width() - 2 * look.px(7)
        words = QFontMetrics(look.small).elidedText(label.text, _ELIDED, room + 2)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _row(self, x: int, width: int, height: int) -> QRect:
        """A box on the current line, `x` px from where reading begins."""
        box = QRect(self._inner.left() + x, self._y, width, height)
        return QStyle.visualRect(self._direction, self._rect, box)

    def _words(self, words: str, box: QRect, of: str = "") -> None:
        """One line of text, which begins at the side where its own script begins.

        In that direction it is laid too: else its quotation marks stand at the wrong ends.
        """
        rtl = is_right_to_left(of) if of else self._rtl
        self._painter.setLayoutDirection(_direction(rtl))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), words)


def _direction(rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def is_right_to_left(text: str) -> bool:
    """Whether a text begins in a script that is written from right to left."""
    strong = (unicodedata.bidirectional(one) for one in text[:QUOTED])
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)
