"""The projector: one passage at a time, in three steps: the words, hands up, what the class said.

A class looks at it, so there is never a name on it and never a student's score: what may be seen is
worked out in `projecting.py`.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.model.tags import MEANINGS, Tag
from annotator.ui.badges import paint_badge
from annotator.ui.claims.card import is_right_to_left
from annotator.ui.classroom.projecting import Projected
from annotator.ui.classroom.seen import Passage
from annotator.ui.classroom.splits import paint_split
from annotator.ui.classroom.wording import by_tag, splits, tags_of
from annotator.ui.fonts import sans, serif
from annotator.ui.palette import Palette
from annotator.ui.quoting import in_quotes
from annotator.words import _

_QUOTED = 700
_LARGEST, _SMALLEST = 0.075, 0.024
"""The quote's letters as a part of the window's height: as large as there is room for."""


_Face = Callable[[float], QFont]


class Step(IntEnum):
    """What is shown of a passage."""

    PASSAGE = 0
    HANDS = 1
    REVEAL = 2


class Projector(QWidget):
    """A window of its own. Page Down goes on, Page Up back, Escape leaves."""

    left = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._palette = palette
        self._passages: Sequence[Projected] = ()
        self._at, self.step = 0, Step.PASSAGE
        self.setWindowTitle(_("Passages to talk about"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(640, 420)

    def set_palette(self, palette: Palette) -> None:
        """Take other colours: dark on light, or light on dark."""
        self._palette = palette
        self.update()

    def show_passages(self, passages: Sequence[Projected]) -> None:
        """Show these, from the one that is looked at now."""
        self._passages = passages
        self._at = min(self._at, max(len(passages) - 1, 0))
        self._changed()

    @property
    def passage(self) -> Projected | None:
        """The passage that is shown."""
        return self._passages[self._at] if self._passages else None

    def go(self, by: int) -> None:
        """Go on by a step, or back; from the last step to the next passage."""
        place = self._at * len(Step) + self.step + by
        last = len(self._passages) * len(Step) - 1
        place = max(0, min(place, last))
        self._at, step = divmod(place, len(Step))
        self.step = Step(step)
        self._changed()

    def go_to(self, passage: int) -> None:
        """Go to the first step of a passage, by its place."""
        self.go(passage * len(Step) - (self._at * len(Step) + self.step))

    def said(self) -> str:
        """All that is on the screen, in words."""
        passage = self.passage
        if passage is None:
            return _("There is no passage to show yet.")
        parts = [passage.passage.quote[:_QUOTED]]
        if self.step == Step.HANDS:
            parts.append(_asked())
        elif self.step == Step.REVEAL:
            parts += passage.lines
            parts += [note for _tags, note in passage.answers]
        return "\n".join(parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a presenter, and those that everybody tries."""
        keys = Qt.Key
        key = event.key()
        if key in (keys.Key_PageDown, keys.Key_Space, keys.Key_Return, keys.Key_Right):
            self.go(1)
        elif key in (keys.Key_PageUp, keys.Key_Backspace, keys.Key_Left):
            self.go(-1)
        elif key == keys.Key_Down:
            self.go_to(self._at + 1)
        elif key == keys.Key_Up:
            self.go_to(self._at - 1)
        elif key == keys.Key_Home:
            self.go_to(0)
        elif key == keys.Key_F11:
            (self.showNormal if self.isFullScreen() else self.showFullScreen)()
        elif key == keys.Key_Escape:
            self.close()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.go(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The passage as large as there is room, and below it what the step shows."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._palette.paper)
            _Wall(painter, QRectF(self.rect()), self._palette, self.layoutDirection()).paint(self)

    def place(self) -> str:
        """Where one is: "2 of 5"."""
        return _("{number} of {all}").format(number=self._at + 1, all=len(self._passages))

    def _changed(self) -> None:
        self.setAccessibleName(self.said())
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said()))


def _asked() -> str:
    names = ", ".join(_(one.name) for one in MEANINGS.values())
    return _("Hands up: {tags}?").format(tags=names)


class _Wall:
    """Paints one screen."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        palette: Palette,
        direction: Qt.LayoutDirection,
    ) -> None:
        self._painter, self._palette = painter, palette
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        self._unit = min(rect.height(), rect.width() * 0.62)
        margin = self._unit * 0.09
        self._inner = rect.adjusted(margin * 1.3, margin, -margin * 1.3, -margin)

    def paint(self, projector: Projector) -> None:
        passage, step = projector.passage, projector.step
        if passage is None:
            self._words(self._inner, projector.said(), sans(self._unit * 0.05), middle=True)
            return
        foot = self._unit * 0.05
        self._foot(projector.place(), foot)
        below = {Step.PASSAGE: 0.0, Step.HANDS: 0.32, Step.REVEAL: 0.62}[step]
        high = self._inner.height() * (1 - below) - foot
        box = QRectF(self._inner.left(), self._inner.top(), self._inner.width(), high)
        quote = passage.passage.quote
        words = in_quotes(quote[:_QUOTED])
        font = self._fitting(words, box)
        self._painter.setPen(self._palette.ink)
        self._words(box, words, font, middle=True, by=quote)
        rest = QRectF(
            self._inner.left(), box.bottom(), self._inner.width(), self._inner.height() * below
        )
        if step == Step.HANDS:
            self._hands(rest)
        elif step == Step.REVEAL:
            self._reveal(rest, passage)

    def _foot(self, words: str, high: float) -> None:
        self._painter.setPen(self._palette.soft)
        box = QRectF(self._inner)
        box.setTop(box.bottom() - high * 0.7)
        font = sans(high * 0.5)
        wide = QFontMetricsF(font).horizontalAdvance(words) + high
        left = box.left() if self._mirrored else box.right() - wide
        self._words(QRectF(left, box.top(), wide, box.height()), words, font)

    def _hands(self, box: QRectF) -> None:
        """The four tags with their questions, side by side."""
        each = box.width() / len(MEANINGS)
        side = self._unit * 0.085
        order: list[Tag | None] = [*MEANINGS]
        for place, tag in enumerate(reversed(order) if self._mirrored else order):
            middle = box.left() + (place + 0.5) * each
            top = box.top() + box.height() * 0.02
            paint_badge(
                self._painter, QRectF(middle - side / 2, top, side, side), tag, self._palette
            )
            self._painter.setPen(self._palette.ink)
            name = QRectF(middle - each / 2, top + side * 1.1, each, side * 0.7)
            self._words(
                name, _(MEANINGS[tag].name), sans(side * 0.42, QFont.Weight.DemiBold), middle=True
            )
            self._painter.setPen(self._palette.soft)
            asks = QRectF(middle - each * 0.46, name.bottom(), each * 0.92, side)
            self._words(asks, _(MEANINGS[tag].question), sans(side * 0.3), middle=True, top=True)

    def _reveal(self, box: QRectF, shown: Projected) -> None:
        """How the class splits, in a bar, in numbers, in words; then what some of them wrote."""
        unit, found = self._unit, shown.passage.found
        bar = QRectF(box.left(), box.top() + unit * 0.02, box.width(), unit * 0.035)
        paint_split(self._painter, bar, splits(found), self._palette, self._mirrored)
        badges = QRectF(box.left(), bar.bottom() + unit * 0.022, box.width(), unit * 0.05)
        self._badges(badges, shown.passage)
        top = badges.bottom() + unit * 0.015
        room = QRectF(box.left(), top, box.width(), max(box.bottom() - top - unit * 0.05, 1))
        said = "\n".join(shown.lines)
        counts = QRectF(room)
        counts.setHeight(room.height() * (0.5 if shown.answers else 1))
        font = self._smaller(said, counts, sans, 0.034)
        self._painter.setPen(self._palette.ink)
        self._words(counts, said, font, top=True)
        below = counts.top() + self._needed(said, font, counts.width()).height()
        room.setTop(below + unit * 0.015)
        self._wrote(room, shown)

    def _wrote(self, room: QRectF, shown: Projected) -> None:
        """What some of the class wrote, with the tags they gave; as many as there is room for."""
        side, top = self._unit * 0.03, room.top()
        for tags, note in shown.answers:
            badges, font, words = tags_of(tags), serif(side * 0.95), in_quotes(note)
            left = side * (1.2 * len(badges) + 0.3)
            high = self._needed(words, font, room.width() - left).height()
            if top + high > room.bottom():
                return
            for place, tag in enumerate(badges):
                over = place * side * 1.2
                x = room.right() - over - side if self._mirrored else room.left() + over
                paint_badge(
                    self._painter, QRectF(x, top + side * 0.1, side, side), tag, self._palette
                )
            start = room.left() + (0 if self._mirrored else left)
            self._painter.setPen(self._palette.soft)
            box = QRectF(start, top, room.width() - left, high)
            self._words(box, words, font, top=True, by=note)
            top += high + side * 0.35

    def _badges(self, box: QRectF, passage: Passage) -> None:
        side, left = box.height() * 0.8, 0.0
        font = sans(side * 0.8, QFont.Weight.DemiBold)
        for tag, number in by_tag(passage.found):
            wide = QFontMetricsF(font).horizontalAdvance(str(number)) + side * 0.3
            x = box.right() - left - side if self._mirrored else box.left() + left
            paint_badge(self._painter, QRectF(x, box.top(), side, side), tag, self._palette)
            beside = x - wide if self._mirrored else x + side
            self._painter.setPen(self._palette.ink)
            self._words(QRectF(beside, box.top(), wide, side), str(number), font, middle=True)
            left += side + wide + side * 0.5

    def _fitting(self, words: str, box: QRectF) -> QFont:
        """The serif as large as the words have room."""
        return self._smaller(words, box, serif, _LARGEST)

    def _smaller(self, words: str, box: QRectF, face: _Face, largest: float = 0.04) -> QFont:
        size = largest
        while size > _SMALLEST:
            font = face(self._unit * size)
            if self._needed(words, font, box.width()).height() <= box.height():
                return font
            size *= 0.93
        return face(self._unit * _SMALLEST)

    def _needed(self, words: str, font: QFont, width: float) -> QSizeF:
        room = QRectF(0, 0, width, 100_000)
        return QFontMetricsF(font).boundingRect(room, _WRAPPED, words).size()

    def _words(
        self,
        box: QRectF,
        words: str,
        font: QFont,
        *,
        middle: bool = False,
        top: bool = False,
        by: str = "",
    ) -> None:
        rtl = is_right_to_left(by or words)
        sides = Qt.LayoutDirection
        self._painter.setLayoutDirection(sides.RightToLeft if rtl else sides.LeftToRight)
        self._painter.setFont(font)
        across = Qt.AlignmentFlag.AlignHCenter
        if not middle:
            turned = rtl or self._mirrored
            across = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        down = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        how = int(across | down | Qt.AlignmentFlag.AlignAbsolute) | _WRAPPED
        self._painter.drawText(box, how, words)


_WRAPPED = int(Qt.TextFlag.TextWordWrap)
