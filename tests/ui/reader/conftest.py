"""A reader on a screen of its own, with a small article in it."""

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.claim import Claim
from annotator.ui.palette import load
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.making import PLAIN

Show = Callable[..., ReaderView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a text with claims; the reader has been painted and has the focus."""

    def shown(
        text: str = PLAIN, claims: Sequence[Claim] = (), heading: bool = False, dark: bool = False
    ) -> ReaderView:
        view = ReaderView(load(dark))
        qtbot.addWidget(view)
        view.resize(830, 600)
        view.show_text(text, heading, claims)
        with qtbot.waitExposed(view):
            view.show()
        view.grab()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return shown
