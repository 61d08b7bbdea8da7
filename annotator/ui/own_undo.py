"""Fields of the library leave undo to the program.

A field's own undo knows only its letters. What is typed is a step in the library like any other,
so the keys that take back a tag take back what was typed too, wherever the focus is.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class OwnUndo(QObject):
    """Keeps a field from claiming the keys of undo and redo, so that the window's actions fire."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field claims a key by accepting this event before the shortcut is looked for."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not any(event.matches(key) for key in _KEYS):
            return super().eventFilter(watched, event)
        event.ignore()
        return True
