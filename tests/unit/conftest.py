"""Unit tests need no window: what they test must work in a terminal without a screen.

Pages are set by Qt, which needs an application, and a process can have only one: it is made by the
first test that writes pages, as the kind that tests of windows need after it.
"""

import sys
from collections.abc import Iterator

import pytest

from annotator.exchange.writers.paged import screenless


class _ForPages:
    made: object = None


def _make() -> object:
    from PySide6.QtWidgets import QApplication

    _ForPages.made = QApplication(["tests", "-platform", "offscreen"])
    return _ForPages.made


def _application() -> object:
    core = sys.modules.get("PySide6.QtCore")
    return core.QCoreApplication.instance() if core else None


@pytest.fixture(autouse=True, scope="session")
def one_application() -> Iterator[None]:
    """Whoever sets pages gets an application that tests of windows can use too."""
    usual = screenless.make
    screenless.make = _make  # type: ignore[assignment]
    yield
    screenless.make = usual


@pytest.fixture(autouse=True)
def no_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a unit test that makes an application or asks for one."""
    assert not {"qapp", "qtbot"} & set(request.fixturenames), "this test belongs to tests/ui"
    before = _application()
    yield
    there = _application()
    assert there is before or there is _ForPages.made, (
        "this test made an application: it belongs to tests/ui"
    )
