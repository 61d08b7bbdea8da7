"""What goes astray is said once, though it may come back as often as the window is painted."""

from pathlib import Path

import pytest

from annotator.app.strays import Strays


def test_what_fails_again_and_again_is_told_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("annotator.app.strays.time.monotonic", lambda: now[0])
    complained: list[BaseException] = []
    told: list[float] = []
    hook = Strays(tmp_path / "log", lambda error, _file, _kept: complained.append(error))
    hook.tell = lambda: told.append(now[0])
    error = RuntimeError("x")
    for now[0] in (100.0, 101.0, 101.5, 103.0):
        hook(RuntimeError, error, None)
    assert complained == [error] * 4
    assert told == [100.0, 103.0]


def test_without_a_window_it_is_only_logged(tmp_path: Path) -> None:
    complained: list[BaseException] = []
    hook = Strays(tmp_path / "log", lambda error, _file, _kept: complained.append(error))
    hook(RuntimeError, RuntimeError("x"), None)
    assert len(complained) == 1
