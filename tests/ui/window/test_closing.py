"""Closing finishes what was begun; what cannot be written keeps the window open once."""

import pytest
from PySide6.QtWidgets import QLineEdit

from annotator.services import describing, listing
from annotator.services.workspace import Workspace
from annotator.storage.failures import DiskFull
from tests.ui.window.conftest import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_was_typed_last_is_written_at_closing(hands: Hands, elsewhere: Workspace) -> None:
    outlet = hands.room.page.head.findChildren(QLineEdit)[0]
    outlet.setFocus()
    outlet.insert("Digital")
    outlet.textEdited.emit("Digital")
    hands.window.close()
    assert not hands.window.isVisible()
    assert listing.all_articles(elsewhere)[0].article.metadata.outlet == "Digital"


def test_what_cannot_be_written_is_said_before_the_window_goes(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object, **_more: object) -> None:
        raise DiskFull(hands.desk._session.workspace.library.path)  # type: ignore[union-attr]

    monkeypatch.setattr(describing, "describe", full)
    outlet = hands.room.page.head.findChildren(QLineEdit)[0]
    outlet.setFocus()
    outlet.insert("Digital")
    outlet.textEdited.emit("Digital")
    assert not hands.window.close()
    assert "is full" in hands.room.page.refusal.text()
    assert hands.window.close()
