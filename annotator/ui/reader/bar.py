"""The small bar at the selection: the nearest of the three places to tag.

It appears when a selection has come to rest, beside the selected words and never over them, and
never takes the focus, so that a key pressed next still goes to the article.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QToolButton

from annotator.model.span import Span
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.badges import BADGE, badge_icon
from annotator.ui.fonts import sans
from annotator.ui.palette import Palette
from annotator.ui.reader.view import ReaderView
from annotator.words import _

DELAY = 220
"""Milliseconds without a change after which a selection has come to rest."""

_AWAY = 8
_EDGE = 4
_CORNER = 10.0
_ROOM = 4
"""Between a badge and its name, more than a tool button leaves."""


class SelectionBar(QFrame):
    """A button for each tag, floating over a reader; each triggers the window's own action.

    `actions` are those of the tags in their order, then that of the open claim.
    """

    def __init__(self, reader: ReaderView, actions: Sequence[QAction], palette: Palette) -> None:
        super().__init__(reader)
        self._reader = reader
        self._palette = palette
        self._answered: Span | None = None
        """The selection that was tagged: it is asked about no more."""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(DELAY)
        self._resting.timeout.connect(self.appear)
        self._buttons = {
            tag: self._button(tag, action) for tag, action in zip(MEANINGS, actions, strict=True)
        }
        for action in actions:
            action.triggered.connect(self._put_away)
        self._arrange()
        self.set_palette(palette)
        self.hide()
        reader.selection_changed.connect(self._wait)
        reader.verticalScrollBar().valueChanged.connect(self._wait)
        reader.column_moved.connect(self._wait)
        reader.viewport().installEventFilter(self)

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        for tag, button in self._buttons.items():
            button.setIcon(_with_room(badge_icon(tag, palette)))
        self.update()

    def appear(self) -> None:
        """Show the bar at the selection, if there is one and room beside it."""
        place = self._place() if self._may_appear() else None
        if place is None:
            self.hide()
            return
        self.move(place)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the mouse selects, the bar stays away."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.hide()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._wait()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card of its own ground: no style sheet reaches under it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.hairline, 1))
            painter.setBrush(self._palette.paper)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(2)
        for button in self._buttons.values():
            row.addWidget(button)
        self.setAccessibleName(_("Tag the selection"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 48))
        self.setGraphicsEffect(shadow)

    def _button(self, tag: Tag | None, action: QAction) -> QToolButton:
        name = _(MEANINGS[tag].name)
        button = QToolButton(self)
        button.setText(name)
        button.setAccessibleName(name)
        # Without room for its name, the bar shows it here.
        button.setToolTip(f"{name}\n{_(MEANINGS[tag].question)}")
        button.setFont(sans())
        button.setIconSize(QSize(round(BADGE) + _ROOM, round(BADGE)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _wait(self) -> None:
        self.hide()
        span = self._reader.selected_span()
        if span != self._answered:
            self._answered = None
        if span and not self._answered:
            self._resting.start()
        else:
            self._resting.stop()

    def _put_away(self) -> None:
        """A tag was chosen, here or by its key: the bar has done what it is for."""
        self._answered = self._reader.selected_span()
        self._wait()

    def _may_appear(self) -> bool:
        return self._reader.isVisible() and any(one.isEnabled() for one in self._buttons.values())

    def _place(self) -> QPoint | None:
        """Below the selection's last line, else above its first; None where neither has room."""
        span = self._reader.selected_span()
        boxes = self._reader.visible_boxes(span) if span else []
        if not boxes:
            return None
        self._fit()
        below, above = boxes[-1].bottom() + _AWAY, boxes[0].top() - _AWAY - self.height()
        if below + self.height() <= self._reader.height():
            return QPoint(self._left(boxes[-1]), below)
        return QPoint(self._left(boxes[0]), above) if above >= 0 else None

    def _fit(self) -> None:
        """Take one's size with names, or with badges alone where names find no room."""
        for style in (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        ):
            for button in self._buttons.values():
                button.setToolButtonStyle(style)
            self.adjustSize()
            if self.width() <= self._right_edge():
                return

    def _right_edge(self) -> int:
        """Where the reader ends, without its scroll bar."""
        bar = self._reader.verticalScrollBar()
        return self._reader.width() - (bar.width() if bar.isVisible() else 0)

    def _left(self, box: QRect) -> int:
        """In the middle of a line's selected part, but within the column, and never cut off."""
        column, left = self._reader.text_column(), box.center().x() - self.width() // 2
        inside = max(min(left, column.right() - self.width()), column.left() - _AWAY)
        return max(min(inside, self._right_edge() - self.width()), 0)


def _with_room(badge: QIcon) -> QIcon:
    wide = QIcon()
    side = round(BADGE)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        picture = QPixmap(2 * (side + _ROOM), 2 * side)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            badge.paint(painter, QRect(0, 0, side, side), mode=mode)
        wide.addPixmap(picture, mode)
    return wide
