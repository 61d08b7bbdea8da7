"""The keys of the class window: those of the main one that mean the same here, and its own."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from annotator.ui.classroom import navigation

if TYPE_CHECKING:
    from annotator.ui.classroom.window import ClassWindow

_SHARED = ("collect", "projector", "class_report", "undo", "redo", "feedback", "assign")
"""Deeds of the main window."""


def bind(window: "ClassWindow", actions: Mapping[str, QAction]) -> None:
    """Let a class window hear its keys; `actions` are the main window's, by their ids."""
    for deed in _SHARED:
        window.addAction(actions[deed])
    own: tuple[tuple[tuple[str, ...], Callable[[], object]], ...] = (
        (("F6",), lambda: window.step(1)),
        (("Shift+F6",), lambda: window.step(-1)),
        (("Ctrl++", "Ctrl+="), lambda: window.zoom(1)),
        (("Ctrl+-",), lambda: window.zoom(-1)),
        (("Ctrl+0",), lambda: window.zoom(0)),
        (("Ctrl+W",), window.close),
        (("F11",), window.toggle_full_screen),
        *(
            ((f"Alt+{number}",), partial(window.navigation.choose, place))
            for number, place in enumerate(navigation.PLACES, 1)
        ),
    )
    for keys, do in own:
        _bind_one(window, keys, do)


def _bind_one(window: "ClassWindow", keys: tuple[str, ...], do: Callable[[], object]) -> None:
    action = QAction(window)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda _checked=False: do())
    window.addAction(action)
