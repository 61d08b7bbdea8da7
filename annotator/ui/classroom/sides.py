"""What can be looked at, that, and the answers, side by side: each has its share of the width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.ui.claims.look import interface_scale

_LEAST = (130, 300, 200)
_MOST = (236, 372)
"""Of the left side and the right one, at 100 %."""
_SHARES = (0.22, 0.34)
_ROOMY = 1000
"""Below this width, at 100 %, a list to open takes the place of the left side."""


class Sides(QSplitter):
    """Three widgets; the middle one takes what the others leave."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left = left
        self.setHandleWidth(1)
        for place, (part, least) in enumerate(zip((left, middle, right), _LEAST, strict=True)):
            part.setMinimumWidth(least)
            self.addWidget(part)
            self.setCollapsible(place, False)
        self.setStretchFactor(1, 1)

    def share(self, width: int) -> bool:
        """Give each its share of so many px; whether there is no room for the left one."""
        scale = interface_scale()
        is_narrow = width < _ROOMY * scale
        self._left.setHidden(is_narrow)
        left, right = (
            min(round(most * scale), round(width * share))
            for most, share in zip(_MOST, _SHARES, strict=True)
        )
        self.setSizes([left, width - left - right, right])
        return is_narrow
