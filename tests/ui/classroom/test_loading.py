"""The class window's parts are loaded one by one, before it is asked for."""

import sys
from importlib import import_module

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.ui.classroom import loading


def test_each_part_is_loaded_in_a_moment_of_its_own(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []

    def load(name: str) -> object:
        loaded.append(name)
        return import_module(name)

    monkeypatch.setattr(loading, "import_module", load)
    monkeypatch.setattr(loading, "_BETWEEN_MS", 50)
    owner = QObject()
    ahead = loading.LoadingAhead(owner)
    qtbot.waitUntil(lambda: bool(loaded))
    assert len(loaded) < len(loading._PARTS)
    qtbot.waitUntil(lambda: not ahead._timer.isActive())
    assert loaded == [f"annotator.{part}" for part in loading._PARTS]
    assert set(loaded) <= set(sys.modules)
