"""Qt without a window: letters can only be set while there is a QGuiApplication.

In the window's process there is one. A command makes its own, offscreen, on its one thread; with a
screen Qt would look for a display, and end the process where there is none.
"""

import sys
import threading
from typing import TYPE_CHECKING

from annotator.exchange.writers.failures import CannotSetPages

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

_kept: "list[QGuiApplication]" = []
"""Qt ends an application that nobody holds."""


def be_ready() -> None:
    """Make sure that pages can be set here. Raises CannotSetPages where Qt lacks a library."""
    try:
        from PySide6.QtCore import QCoreApplication

        if QCoreApplication.instance() is None:
            # Made on another thread it would take the window's place, and windows need the first.
            assert threading.current_thread() is threading.main_thread()
            _kept.append(make())
    except ImportError as error:
        raise CannotSetPages(str(error)) from error


def make() -> "QGuiApplication":
    """An application without a screen. What Qt has to tell is for developers, and not told."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    qInstallMessageHandler(lambda *_said: None)
    offscreen = ["-platform", "offscreen"] if sys.platform == "linux" else []
    return QGuiApplication(["annotator", *offscreen])
