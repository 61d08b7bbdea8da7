"""A terminal without a process: the whole command, started in this one."""

from pathlib import Path

import pytest

from annotator.app import paths
from tests.libraries import quick_libraries as quick_libraries
from tests.unit.cli.terminal import Terminal


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Terminal:
    """Runs commands on a library of this test's own; every path leads into its folder."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv(paths.VARIABLE, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Terminal(tmp_path, monkeypatch, capsysbinary)
