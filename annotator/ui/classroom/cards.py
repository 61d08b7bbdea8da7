"""Cards in a list: passages and answers, as many as a class writes, painted and not built.

Each is as high as its words. Heights are reckoned in small batches and kept, so that a list of two
thousand answers is there at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.model.tags import Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.claims.card import State, is_right_to_left, paint_frame
from annotator.ui.claims.look import GAP, PAD, Look, interface_scale
from annotator.ui.classroom.seen import Tags
from annotator.ui.classroom.splits import paint_split
from annotator.ui.fonts import INTERFACE, sans
from annotator.ui.palette import Palette

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BATCH = 20
_BAR = 8
_LONGEST = 600
"""So many code points of a line are shown; what is longer can be read in the work itself."""
_PALE = 0.45


class Style(Enum):
    """How a line of a card is set."""

    QUOTE = "quote"
    STRONG = "strong"
    BODY = "body"
    SOFT = "soft"
    WARM = "warm"


@dataclass(frozen=True, slots=True)
class Card:
    """A card: badges and a title, what stands at its end, lines, and how a class splits.

    `spoken` is what a screen reader says of it; `pale` is hidden from the class.
    """

    id: str
    title: str
    spoken: str
    badges: tuple[Tag | None, ...] = ()
    place: str = ""
    lines: tuple[tuple[str, Style], ...] = ()
    split: tuple[tuple[Tags, int], ...] = ()
    pale: bool = False


class CardModel(QAbstractListModel):
    """Cards in their order, each made when it is first shown: a class writes thousands."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self._make: Callable[[int], Card] = _no_card
        self._made: dict[int, Card] = {}

    def show(self, ids: Sequence[str], make: Callable[[int], Card]) -> None:
        """Show other cards: their ids, and how the card of a row is made."""
        self.beginResetModel()
        self._ids, self._make, self._made = tuple(ids), make, {}
        self.endResetModel()

    def card(self, row: int) -> Card:
        """The card of a row."""
        if row not in self._made:
            self._made[row] = self._make(row)
        return self._made[row]

    def row_of(self, id_: str) -> int:
        """The row of the card of that id, or -1."""
        return self._ids.index(id_) if id_ in self._ids else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, and all that the card says."""
        if not 0 <= index.row() < len(self._ids):
            return None
        card = self.card(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        return None


def _no_card(row: int) -> Card:
    raise IndexError(row)


class CardList(QListView):
    """The cards one below the other; Enter or a double click opens one."""

    chosen = Signal(str)
    """Another card is the current one: its id."""
    opened = Signal(str)
    """Enter was pressed on it, or it was clicked twice."""
    marked = Signal(str)
    """Space was pressed on it."""

    def __init__(self, name: str, palette: Palette) -> None:
        super().__init__()
        self.cards = CardModel()
        self._delegate = _Delegate(palette)
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would break every line anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        # Last: before the batches are known, Qt would reckon every height at once.
        self.setModel(self.cards)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards.card(index.row()).id))

    def show_cards(
        self, ids: Sequence[str], make: Callable[[int], Card], current: str = ""
    ) -> None:
        """Show other cards, and make one of them the current one where it is there."""
        self._delegate.forget()
        self.cards.show(ids, make)
        self.set_current(current)

    def set_current(self, id_: str) -> None:
        """Make a card the current one."""
        row = self.cards.row_of(id_)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.cards.index(row))

    def current(self) -> str:
        """The id of the current card, or ""."""
        index = self.currentIndex()
        return self.cards.card(index.row()).id if index.isValid() else ""

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._delegate.take(palette)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space marks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        elif event.key() == Qt.Key.Key_Space and self.current():
            self.marked.emit(self.current())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break anew at another width."""
        super().resizeEvent(event)
        if self._delegate.set_width(self.viewport().width()):
            self.scheduleDelayedItemsLayout()

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.cards.card(now.row()).id)


class _Delegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._width = 0
        self._heights: dict[int, int] = {}
        self.take(palette)

    def take(self, palette: Palette) -> None:
        self.look = Look(palette, interface_scale())
        self.forget()

    def forget(self) -> None:
        self._heights = {}

    def set_width(self, width: int) -> bool:
        if width == self._width:
            return False
        self._width, self._heights = width, {}
        return True

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        known = self._heights.get(index.row())
        if known is None:
            card = _card_of(index)
            inner = self._width - 2 * self.look.px(PAD)
            known = _height(card, self.look, inner) + 2 * self.look.px(PAD) + self.look.px(GAP)
            self._heights[index.row()] = known
        return QSize(max(self._width - 1, 1), known)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, look = _card_of(index), self.look
        rect = option.rect.adjusted(2, 0, -2, -look.px(GAP))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, rect, look, State(chosen, focused and chosen, pointed))
        if card.pale:
            painter.setOpacity(_PALE)
        _Pen(painter, rect, look, option.direction).card(card)
        painter.restore()


class _Pen:
    """Goes down one card."""

    def __init__(
        self, painter: QPainter, rect: QRect, look: Look, direction: Qt.LayoutDirection
    ) -> None:
        self._painter, self._rect, self._look, self._direction = painter, rect, look, direction
        pad = look.px(PAD)
        self._inner = rect.adjusted(pad, pad, -pad, -pad)
        self._y = self._inner.top()

    def card(self, card: Card) -> None:
        self._head(card)
        for words, style in card.lines:
            height = _line_height(words, style, self._look, self._inner.width())
            self._line(words, style, height)
            self._y += height + self._look.px(4)
        if card.split:
            self._y += self._look.px(4)
            box = QRectF(self._box(0, self._inner.width(), self._look.px(_BAR)))
            mirrored = self._direction == Qt.LayoutDirection.RightToLeft
            paint_split(self._painter, box, card.split, self._look.palette, mirrored)

    def _head(self, card: Card) -> None:
        look, left = self._look, 0
        ratio = self._painter.device().devicePixelRatio()
        for tag in card.badges:
            box = self._box(left, look.badge, look.head)
            top = box.top() + (look.head - look.badge) // 2
            pixmap = badge_pixmap(tag, look.palette, look.badge, ratio)
            self._painter.drawPixmap(box.left(), top, pixmap)
            left += look.badge + look.px(4)
        left += look.px(4) if card.badges else 0
        wide = QFontMetrics(look.small).horizontalAdvance(card.place)
        self._painter.setFont(look.small)
        self._painter.setPen(look.palette.soft)
        self._words(card.place, self._box(self._inner.width() - wide, wide, look.head))
        room = self._inner.width() - left - wide - (look.px(8) if wide else 0)
        self._painter.setFont(look.title)
        self._painter.setPen(look.palette.ink)
        title = QFontMetrics(look.title).elidedText(card.title, Qt.TextElideMode.ElideRight, room)
        self._words(title, self._box(left, room, look.head))
        self._y += look.head + look.px(4)

    def _line(self, words: str, style: Style, height: int) -> None:
        look = self._look
        box = self._box(0, self._inner.width(), height)
        self._painter.setFont(_font(style, look))
        if style is Style.WARM:
            self._warm(words, height)
            return
        soft = style is Style.SOFT
        self._painter.setPen(look.palette.soft if soft else look.palette.ink)
        self._words(words[:_LONGEST], box, wraps=True)

    def _warm(self, words: str, height: int) -> None:
        look = self._look
        wide = QFontMetrics(look.small).horizontalAdvance(words) + 2 * look.px(7)
        box = self._box(0, min(wide, self._inner.width()), height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(look.colours["warm"])
        self._painter.drawRoundedRect(box, look.px(5), look.px(5))
        self._painter.setPen(look.colours["warm_ink"])
        room = box.width() - 2 * look.px(7)
        said = QFontMetrics(look.small).elidedText(words, Qt.TextElideMode.ElideRight, room + 2)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def _box(self, x: int, width: int, height: int) -> QRect:
        """A box at the pen, `x` px from where reading begins."""
        box = QRect(self._inner.left() + x, self._y, width, height)
        return QStyle.visualRect(self._direction, self._rect, box)

    def _words(self, words: str, box: QRect, *, wraps: bool = False) -> None:
        """Words begin at the side where the window's do, and run as their own script does."""
        rtl = is_right_to_left(words)
        mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        sides = Qt.LayoutDirection
        self._painter.setLayoutDirection(sides.RightToLeft if rtl else sides.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if mirrored or rtl else Qt.AlignmentFlag.AlignLeft
        down = Qt.AlignmentFlag.AlignTop if wraps else Qt.AlignmentFlag.AlignVCenter
        how = _WRAPPED if wraps else int(Qt.TextFlag.TextSingleLine)
        self._painter.drawText(box, int(side | down | Qt.AlignmentFlag.AlignAbsolute) | how, words)


_WRAPPED = int(Qt.TextFlag.TextWordWrap)


def _card_of(index: Index) -> Card:
    model = index.model()
    assert isinstance(model, CardModel)
    return model.card(index.row())


def _height(card: Card, look: Look, width: int) -> int:
    lines = (_line_height(words, style, look, width) for words, style in card.lines)
    height = look.head + look.px(4) + sum(line + look.px(4) for line in lines)
    return height + (look.px(4) + look.px(_BAR) if card.split else 0)


def _line_height(words: str, style: Style, look: Look, width: int) -> int:
    metrics = QFontMetrics(_font(style, look))
    if style is Style.WARM:
        return metrics.height() + look.px(6)
    box = QRect(0, 0, max(width, 1), 100_000)
    return metrics.boundingRect(box, _WRAPPED, words[:_LONGEST]).height()


def _font(style: Style, look: Look) -> QFont:
    if style is Style.QUOTE:
        return look.quote
    if style is Style.STRONG:
        return look.title
    return sans(INTERFACE * look.scale) if style is Style.BODY else look.small
