"""The row of things done most: the four tags with their keys stand in the middle of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.ui.actions import TAG_DEEDS
from annotator.ui.badges import badge_icon
from annotator.ui.fonts import SMALL, sans
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.words import _

if TYPE_CHECKING:
    from annotator.model.person import Person  # not needed for the first frame

_KEY = 16


class TagButton(QToolButton):
    """A tag's badge and name, with its key in a small box."""

    def __init__(self, action: QAction, key: str, palette: Palette) -> None:
        super().__init__()
        self._key = key
        self._colours = palette
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(f" {action.text()}")
        self.setAccessibleName(action.text())

    def show_name(self, shown: bool) -> None:
        """Show the tag's name beside its badge, or the badge and the key alone."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
        )

    def _is_bare(self) -> bool:
        return self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly

    def set_colours(self, palette: Palette) -> None:
        """Follow another palette."""
        self._colours = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the key."""
        if self._is_bare():
            return super().sizeHint()
        return super().sizeHint() + QSize(_KEY - 4, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the key at its end."""
        super().paintEvent(event)
        if self._is_bare():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 7.5 if right else self.width() - _KEY - 7.5
        box = QRectF(x, (self.height() - _KEY) / 2 + 0.5, _KEY, _KEY - 1)
        painter.setPen(self._colours.hairline)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._colours.soft)
        painter.setFont(sans(SMALL - 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class PersonButton(QToolButton):
    """Who annotates, and the way to change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_person(None)

    def show_person(self, person: "Person | None") -> None:
        """Show a person's name, shortened; nobody is said in words."""
        name = person.name if person else _("Who are you?")
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(
            name, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 24
        )
        self.setText(shown.replace("&", "&&"))
        annotating = _("Annotating as {name}").format(name=name)
        self.setAccessibleName(annotating if person else name)
        self.setToolTip(_("Who annotates on this computer"))


class Toolbar(QToolBar):
    """The window's toolbar."""

    def __init__(self, actions: Mapping[str, QAction], palette: Palette) -> None:
        super().__init__(_("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIconSize(QSize(18, 18))
        self._actions = actions
        self.person = PersonButton()
        self.tags = [
            TagButton(actions[deed], str(place), palette)
            for place, deed in enumerate(TAG_DEEDS, start=1)
        ]
        self._full_width = 0
        self._roomy = True
        self._fill()
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        for deed, tag in TAG_DEEDS.items():
            self._actions[deed].setIcon(badge_icon(tag, palette))
        for button in self.tags:
            button.set_colours(palette)
        self.person.setIcon(icon("person", palette))

    def _fill(self) -> None:
        for name in ("articles_panel", "open_file", "undo", "redo"):
            self._add(name)
        self.addSeparator()
        for button in self.tags:
            self.addWidget(button)
        self.addWidget(_stretch())
        for name in ("find", "zoom_out", "zoom_in", "export"):
            self._add(name)
        self.addSeparator()
        self.addWidget(self.person)
        self._add("claims_panel")

    def _add(self, name: str) -> None:
        self.addAction(self._actions[name])
        button = self.widgetForAction(self._actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name == "export" and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen names give way, so that nothing is pushed out of sight."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        if self._full_width == 0:
            self._full_width = self.sizeHint().width()
        roomy = width >= self._full_width
        if roomy == self._roomy:
            return
        self._roomy = roomy
        for button in self.tags:
            button.show_name(roomy)
        export, style = self.widgetForAction(self._actions["export"]), Qt.ToolButtonStyle
        if isinstance(export, QToolButton):
            export.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
            )

    def changeEvent(self, event: QEvent) -> None:
        """Keep the buttons' width right when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._full_width = 0
            for button in self.tags:
                button.updateGeometry()


def _stretch() -> QWidget:
    widget = QWidget()
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
