"""Whether a window can open is known before Qt could abort, and said in one sentence."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.app import screen, x11
from annotator.app.screen import why_no_window
from tests.unit.app.displays import listening, local

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without")

COMMANDS = "The commands that `annotator --help` lists work without a window."
ACCEPTED = b"\1"


@pytest.fixture(autouse=True)
def every_library(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All libraries load but those that a test puts into this set."""
    missing: set[str] = set()

    def load(name: str) -> None:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", load)
    return missing


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's displays have their sockets."""
    monkeypatch.setattr(x11, "SOCKETS", str(tmp_path))
    monkeypatch.setattr(x11, "PATIENCE", 1.0)
    return tmp_path


def test_nothing_set_is_no_screen() -> None:
    assert why_no_window({}) == (
        "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        + COMMANDS
    )


@pytest.mark.usefixtures("folder")
def test_a_dead_display_is_named() -> None:
    assert why_no_window({"DISPLAY": ":7"}) == (
        "There is no screen to open a window on: DISPLAY=:7 does not answer. " + COMMANDS
    )


def test_both_dead_displays_are_named(folder: Path) -> None:
    dead = {"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(folder)}
    assert why_no_window(dead) == (
        "There is no screen to open a window on: WAYLAND_DISPLAY=wayland-9, DISPLAY=:7 does not "
        "answer. " + COMMANDS
    )


@pytest.mark.parametrize("platform", ["", "xcb", "xcb:option=1", "wayland;xcb"])
def test_a_display_that_answers_will_do(folder: Path, platform: str) -> None:
    with listening(local(str(folder / "X7")), ACCEPTED):
        assert why_no_window({"DISPLAY": ":7", "QT_QPA_PLATFORM": platform}) is None


@pytest.mark.parametrize("platform", ["", "wayland", "wayland-egl", "xcb;wayland"])
def test_a_compositor_that_answers_will_do(folder: Path, platform: str) -> None:
    environment = {
        "WAYLAND_DISPLAY": "wayland-9",
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": platform,
    }
    with listening(local(str(folder / "wayland-9")), b"\2\0\0\0"):
        assert why_no_window(environment) is None
    assert why_no_window(environment) is not None


def test_a_compositor_has_a_usual_name_and_may_be_a_whole_path(folder: Path) -> None:
    with listening(local(str(folder / "wayland-0")), b"\2\0\0\0"):
        usual = {"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": str(folder)}
        assert why_no_window(usual) is None
        assert why_no_window({"WAYLAND_DISPLAY": str(folder / "wayland-0")}) is None


def test_a_display_of_the_other_kind_does_not_help(folder: Path) -> None:
    with listening(local(str(folder / "X7")), ACCEPTED):
        assert why_no_window({"DISPLAY": ":7", "QT_QPA_PLATFORM": "wayland"}) is not None


def test_a_display_behind_a_dead_compositor_will_do(folder: Path) -> None:
    environment = {"DISPLAY": ":7", "WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": str(folder)}
    with listening(local(str(folder / "X7")), ACCEPTED):
        assert why_no_window(environment) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "xcb;offscreen"])
def test_a_platform_without_display_needs_none(platform: str) -> None:
    assert why_no_window({"QT_QPA_PLATFORM": platform}) is None


def test_a_missing_library_of_the_display_names_its_package(
    folder: Path, every_library: set[str]
) -> None:
    every_library.add("libxcb-cursor.so.0")
    with listening(local(str(folder / "X7")), ACCEPTED):
        assert why_no_window({"DISPLAY": ":7"}) == (
            "The window needs the system's library libxcb-cursor.so.0: install it (on Debian and "
            "Ubuntu: sudo apt-get install libxcb-cursor0), or use the commands that "
            "`annotator --help` lists, which work without a window."
        )


def test_a_library_that_another_display_does_without_is_not_asked_for(
    folder: Path, every_library: set[str]
) -> None:
    every_library.add("libxcb-cursor.so.0")
    environment = {"WAYLAND_DISPLAY": str(folder / "w"), "DISPLAY": ":7"}
    with listening(local(str(folder / "w")), b"\2"), listening(local(str(folder / "X7")), ACCEPTED):
        assert why_no_window(environment) is None


def test_what_qt_always_needs_is_missed_offscreen_too(every_library: set[str]) -> None:
    every_library.add("libEGL.so.1")
    sentence = why_no_window({"QT_QPA_PLATFORM": "offscreen"})
    assert sentence is not None
    assert "sudo apt-get install libegl1)" in sentence


def test_a_system_that_is_not_linux_always_has_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert why_no_window({}) is None


def test_every_package_named_here_is_installed_by_make() -> None:
    list_of_packages = Path(__file__).parents[3] / "scripts" / "packages" / "window.txt"
    installed = set(list_of_packages.read_text(encoding="utf-8").split())
    assert set(screen.BASE.values()) <= installed
    assert set(screen.LIBRARIES["xcb"].values()) <= installed


def test_the_question_is_asked_without_qt() -> None:
    code = "import sys, annotator.app.screen; print('PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
