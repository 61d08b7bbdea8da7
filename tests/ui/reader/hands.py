"""Keys and mouse as a person uses them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOTHING) -> None:
    """Press a key and let it go."""
    QTest.keyClick(widget, key, modifiers)


def click(view: QTextEdit, at: QPoint) -> None:
    """Click on a point of the viewport."""
    QTest.mouseClick(view.viewport(), LEFT, NOTHING, at)


def hover(view: QTextEdit, at: QPoint) -> None:
    """Move the mouse to a point of the viewport, with no button down."""
    _move(view, at, Qt.MouseButton.NoButton)


def drag(view: QTextEdit, start: QPoint, *way: QPoint) -> None:
    """Press the mouse at a point and move it along a way; it is still down then."""
    QTest.mousePress(view.viewport(), LEFT, NOTHING, start)
    for point in way:
        _move(view, point, LEFT)


def drop(view: QTextEdit, at: QPoint) -> None:
    """Let the mouse go."""
    QTest.mouseRelease(view.viewport(), LEFT, NOTHING, at)


def _move(view: QTextEdit, at: QPoint, button: Qt.MouseButton) -> None:
    # QTest moves the mouse with no button down, whatever was pressed before.
    point = QPointF(at)
    on_screen = view.viewport().mapToGlobal(point)
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    event = QMouseEvent(kind, point, on_screen, none, button, NOTHING)
    QApplication.sendEvent(view.viewport(), event)
