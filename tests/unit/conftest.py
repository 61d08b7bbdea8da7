"""Unit tests need no application: what they test must work in a terminal without a screen."""

import sys
from collections.abc import Iterator

import pytest


def _application() -> object:
    core = sys.modules.get("PySide6.QtCore")
    return core.QCoreApplication.instance() if core else None


@pytest.fixture(autouse=True)
def no_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a unit test that makes an application or asks for one."""
    assert not {"qapp", "qtbot"} & set(request.fixturenames), "this test belongs to tests/ui"
    before = _application()
    yield
    assert _application() is before, "this test made an application: it belongs to tests/ui"
