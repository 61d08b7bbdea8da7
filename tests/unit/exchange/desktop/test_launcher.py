"""How the program would be started again."""

import sys
from pathlib import Path

import pytest

from annotator import bundled
from annotator.exchange.desktop.launcher import launcher


def test_this_python_starts_this_program(tmp_path: Path) -> None:
    found = launcher(tmp_path)
    assert found.program == sys.executable
    assert found.arguments == ("-P", "-m", "annotator", "--data-dir", str(tmp_path))
    assert found.checkout == bundled.checkout()


def test_the_usual_library_is_not_named() -> None:
    assert launcher(None).arguments == ("-P", "-m", "annotator")


def test_windows_opens_no_black_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("python.exe", "pythonw.exe"):
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert launcher(None).program == str(tmp_path / "pythonw.exe")


def test_a_relative_folder_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert launcher(Path("lib")).arguments[-1] == str(tmp_path / "lib")
