"""The ground of a row in a list: chosen, under the mouse, at the keys."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.ui.palette import Palette

_CORNER = 8
_State = QStyle.StateFlag


def paint_ground(
    painter: QPainter, box: QRectF, option: QStyleOptionViewItem, palette: Palette
) -> None:
    """Paint what shows the state of a row, below its words."""
    is_chosen = option.state & _State.State_Selected
    is_at_keys = option.state & _State.State_HasFocus
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_at_keys or is_chosen:
        painter.setPen(palette.accent if is_at_keys else palette.hairline)
    if is_chosen or option.state & _State.State_MouseOver:
        painter.setBrush(palette.paper if is_chosen else palette.ground)
    painter.drawRoundedRect(box, _CORNER, _CORNER)
