"""A panel in the light palette, shown, with the sample article's dozen claims."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.claim import Claim
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.ui import palette
from annotator.ui.claims.panel import ClaimsPanel
from annotator.ui.style import apply_style
from tests.ui.claims.story import ARTICLE, PEOPLE, TEXT, a_dozen


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[palette.Palette]:
    light = palette.load(dark=False)
    apply_style(qapp, light)
    yield light
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def empty(qtbot: QtBot, styled: palette.Palette) -> Iterator[ClaimsPanel]:
    """A panel that shows nothing yet."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(360, 800)
    panel = ClaimsPanel(styled, window)
    panel.resize(360, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield panel


@pytest.fixture
def panel(empty: ClaimsPanel) -> ClaimsPanel:
    empty.show_article(ARTICLE, TEXT, a_dozen(), PEOPLE)
    return empty


@pytest.fixture
def edits(panel: ClaimsPanel) -> list[ClaimEdit | SourceEdit]:
    """What the panel has asked to be written so far."""
    asked: list[ClaimEdit | SourceEdit] = []
    panel.edited.connect(asked.append)
    return asked


@pytest.fixture
def open_claim(panel: ClaimsPanel, qtbot: QtBot) -> Callable[[str], Claim]:
    """Chooses a claim and waits until its fields are there."""

    def choose(name: str) -> Claim:
        panel.set_current(name)
        qtbot.waitUntil(lambda: _open(panel) == name)
        claim = panel.editor.claim
        assert claim is not None
        return claim

    return choose


@pytest.fixture
def field(panel: ClaimsPanel) -> Callable[[str], QWidget]:
    """A control of the open card by its accessible name."""

    def find(name: str) -> QWidget:
        for _place, widget in panel.editor.card.targets():
            if widget.accessibleName() == name and widget.isVisible():
                return widget
        raise LookupError(name)

    return find


def _open(panel: ClaimsPanel) -> str | None:
    claim = panel.editor.claim
    return claim.id if claim and panel.editor.card.isVisible() else None
