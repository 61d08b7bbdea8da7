"""Our own line icons, recoloured by the palette: bare X11 and offscreen have no theme icons.

An icon is drawn when it is first shown, not when it is made: a window has dozens and shows few
at its start.
"""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from annotator.bundled import resource
from annotator.ui.palette import Palette

_DISABLED = 0.4
"""How much of its colour a disabled icon keeps."""


def icon(name: str, palette: Palette, colour: QColor | None = None) -> QIcon:
    """The icon resources/icons/NAME.svg in the palette's ink, or in `colour`.

    Raises FileNotFoundError for an unknown name when the icon is first painted.
    """
    return QIcon(_LineEngine(name, colour or palette.ink))


@cache
def names() -> frozenset[str]:
    """The icons there are."""
    return frozenset(file.stem for file in resource("icons").glob("*.svg"))


def drawn(name: str, colour: QColor, size: QSize) -> QPixmap:
    """The icon as a transparent picture of that many device pixels."""
    from PySide6.QtSvg import QSvgRenderer

    # Before there is a painter: one that is left open by an error ends the process.
    renderer = QSvgRenderer(_coloured(name, colour.name()))
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(size.width(), size.height())
    left, top = (size.width() - side) / 2, (size.height() - side) / 2
    renderer.render(painter, QRectF(left, top, side, side))
    painter.end()
    return pixmap


@cache
def _coloured(name: str, colour: str) -> bytes:
    file = resource("icons", f"{name}.svg")
    return file.read_text(encoding="utf-8").replace("currentColor", colour).encode()


class _LineEngine(QIconEngine):
    """Draws one icon at whatever size and density is asked for, and keeps what it drew."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._known: dict[tuple[int, int, QIcon.Mode], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _LineEngine(self._name, self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        key = (size.width(), size.height(), mode)
        if key not in self._known:
            self._known[key] = self._draw(size, mode)
        return self._known[key]

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon at a density; `size` counts px that do not depend on it."""
        pixmap = QPixmap(self.pixmap(size * scale, mode, state))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, ratio))

    def _draw(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        if mode != QIcon.Mode.Disabled:
            return drawn(self._name, self._colour, size)
        whole = drawn(self._name, self._colour, size)
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(_DISABLED)
        painter.drawPixmap(0, 0, whole)
        painter.end()
        return pixmap
