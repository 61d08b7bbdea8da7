"""Journeys share one desktop; each has a folder, and so a library, of its own."""

import sys
from collections.abc import Iterator

import pytest

from tests.journeys.harness import Browser, Desktop
from tests.journeys.harness.browser import browser as a_browser
from tests.journeys.harness.desktop import desktop as a_desktop


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """A screen with a window manager and a session bus, for all journeys of this run."""
    if sys.platform != "linux":
        pytest.skip("journeys drive the window through AT-SPI, which only Linux has")
    with a_desktop() as one:
        yield one


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for reports, cut off from the network."""
    if sys.platform != "linux":
        pytest.skip("the browser's checks run on Linux")
    with a_browser() as one:
        yield one
