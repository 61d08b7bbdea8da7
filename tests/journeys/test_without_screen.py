"""Where no window can open, the program says so, and `make run` shows pictures instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.harness import Browser
from tests.journeys.harness.program import ROOT

COMMANDS = "The commands that `annotator --help` lists work without a window.\n"


def without_screen(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs Python on these words where neither display is set, but for what is given."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("platform", ["", "xcb", "wayland"])
def test_the_window_is_refused_in_one_line(platform: str) -> None:
    run = without_screen("-m", "annotator", QT_QPA_PLATFORM=platform)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "annotator: There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY "
        "is set. " + COMMANDS
    )


def test_a_dead_display_is_named() -> None:
    run = without_screen("-m", "annotator", DISPLAY=":4321")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "annotator: There is no screen to open a window on: DISPLAY=:4321 does not answer. "
        + COMMANDS
    )


def test_commands_need_no_screen(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("A claim.\n", encoding="utf-8")
    run = without_screen("-m", "annotator", "--data-dir", str(tmp_path), "add", str(article))
    assert (run.returncode, run.stderr) == (0, "")


def test_the_sample_is_drawn_and_reported(tmp_path: Path, browser: Browser) -> None:
    run = without_screen("scripts/without_screen.py", str(tmp_path))
    assert (run.returncode, run.stderr) == (0, "")
    picture, report = tmp_path / "window.png", tmp_path / "report.html"
    assert str(picture) in run.stdout
    assert str(report) in run.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 50_000  # a window without its article takes much less
    browser.open(report)
    assert browser.complaints() == []
    assert "over 200 operations against the Taliban" in browser.script(
        "return document.body.innerText"
    )
