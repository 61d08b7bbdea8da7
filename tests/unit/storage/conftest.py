"""A library for each test, closed after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage.library import Library
from tests.unit.storage.filled import fill, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library."""
    made = open_library(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def filled(library: Library) -> Library:
    """A library with rows in every table."""
    fill(library)
    return library
