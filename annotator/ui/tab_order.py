"""Tab goes through the window as it is read; Qt goes by when its parts were built."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(part: QWidget, other: QWidget) -> None:
    """Let Tab go through `part` right before `other`; both stand in one window."""
    stops = list(_stops(part.window()))
    mine = [one for one in stops if part.isAncestorOf(one)]
    rest = [one for one in stops if one not in mine]
    place = next(number for number, one in enumerate(rest) if other.isAncestorOf(one))
    before = rest[place - 1]
    for one in mine:
        QWidget.setTabOrder(before, one)
        before = one


def _stops(window: QWidget) -> Iterator[QWidget]:
    """What Tab can stop at, shown or not, in its order."""
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
        one = one.nextInFocusChain()
