"""A library that cannot be opened is said in the window, which can still be left."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.services import naming
from annotator.services.workspace import open_workspace
from annotator.ui.window import MainWindow
from tests.ui.window.conftest import Opener, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def windows() -> Iterator[list[MainWindow]]:
    opened: list[MainWindow] = []
    yield opened
    for window in opened:
        window.close()
        window.deleteLater()


def refused(windows: list[MainWindow], options: WindowOptions) -> str:
    """What the window says when it cannot open its library."""
    application()
    window = open_window(options)
    windows.append(window)
    window.show()
    until(lambda: window.room and window.room.is_furnished and window.room.page.refusal.text())
    assert window.room
    return window.room.page.refusal.text()


def test_an_empty_file_is_no_library(windows: list[MainWindow], tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    said = refused(windows, WindowOptions(tmp_path))
    assert "is an empty file" in said
    assert (tmp_path / "library.db").read_bytes() == b""


def test_a_newer_library_is_left_alone(windows: list[MainWindow], tmp_path: Path) -> None:
    open_workspace(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert "newer version" in refused(windows, WindowOptions(tmp_path))


def test_a_name_that_two_people_have_is_not_guessed(
    windows: list[MainWindow], tmp_path: Path
) -> None:
    workspace = open_workspace(tmp_path)
    naming.make(workspace, "Ana")
    naming.make(workspace, "Ana")
    workspace.close()
    assert "Several people are called “Ana”" in refused(windows, WindowOptions(tmp_path, "Ana"))


def test_the_window_can_be_left(windows: list[MainWindow], tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    refused(windows, WindowOptions(tmp_path))
    windows[0].actions_by_id["quit"].trigger()
    assert not windows[0].isVisible()


def test_a_damaged_library_says_what_is_safe_and_what_to_do(
    windows: list[MainWindow], tmp_path: Path
) -> None:
    open_workspace(tmp_path).close()
    file = tmp_path / "library.db"
    damaged = file.read_bytes()[:100] + b"\xa5" * 4000
    file.write_bytes(damaged)
    said = refused(windows, WindowOptions(tmp_path))
    assert said.startswith(f"The library {file} is damaged. Nothing was written to it. Close")
    assert "backups" not in said
    assert windows[0].room
    words = [one.text() for one in windows[0].room.page.findChildren(QLabel) if one.isVisible()]
    assert "The library is closed" in words
    assert (
        "Nothing was changed in it. What to do stands above; then start Annotator again." in words
    )
    assert file.read_bytes() == damaged


def test_a_library_on_another_computer_is_warned_of_until_that_is_put_away(
    opener: Opener, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr("annotator.storage.shares.is_on_network", lambda _folder: True)
    seen = []
    for _start in range(3):
        hands = opener()
        strip = hands.room.page.refusal
        seen.append(strip.text()[:60])
        if len(seen) == 2:
            strip.findChildren(QPushButton)[0].click()
            assert strip.text() == ""
        hands.window.close()
    said = f"The library lies on another computer: {folder}."[:60]
    assert seen == [said, said, ""]
