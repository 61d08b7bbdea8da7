"""Where things lie: as given, else as the environment says, else where the system keeps them."""

from pathlib import Path

import appdirs
import pytest

from annotator.app import paths


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own places, told apart."""
    monkeypatch.setattr(appdirs, "user_data_dir", lambda name: f"/system/data/{name}")
    monkeypatch.setattr(appdirs, "user_log_dir", lambda name: f"/system/log/{name}")


def test_the_option_goes_before_the_environment() -> None:
    given, environment = Path("/given"), {paths.VARIABLE: "/named"}
    assert paths.data_dir(given, environment) == Path("/given")
    assert paths.log_dir(given, environment) == Path("/given/log")


def test_the_environment_goes_before_the_system() -> None:
    assert paths.data_dir(None, {"ANNOTATOR_DATA_DIR": "/named"}) == Path("/named")
    assert paths.log_dir(None, {"ANNOTATOR_DATA_DIR": "/named"}) == Path("/named/log")


@pytest.mark.parametrize("environment", [{}, {"ANNOTATOR_DATA_DIR": ""}])
def test_the_system_has_the_last_word(environment: dict[str, str]) -> None:
    assert paths.data_dir(None, environment) == Path("/system/data/annotator")
    assert paths.log_dir(None, environment) == Path("/system/log/annotator")
