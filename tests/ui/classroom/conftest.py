"""A class window on a made class."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.window import application
from annotator.ui.actions import make_actions
from annotator.ui.classroom.window import ClassWindow
from annotator.ui.palette import Palette, load
from annotator.ui.style import apply_style
from tests.ui.classroom.making import klass


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it."""
    return application()


@pytest.fixture
def palette(qapp: QApplication) -> Palette:
    colours = load(dark=False)
    apply_style(qapp, colours)
    return colours


@pytest.fixture
def window(qtbot: QtBot, palette: Palette) -> Iterator[ClassWindow]:
    """The window at its usual size, on the class of `making`."""
    owner = QWidget()
    made = ClassWindow(palette, make_actions(owner, lambda _deed: None))
    made.resize(1280, 800)
    made.show_class(klass())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
