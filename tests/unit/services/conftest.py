"""A desk for each test, cleared away after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.libraries import quick_libraries as quick_libraries
from tests.unit.services.class_desk import School, school
from tests.unit.services.desk import Desk, desk


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk(tmp_path / "library")
    yield made
    made.workspace.close()


@pytest.fixture
def at_school(tmp_path: Path) -> School:
    """A teacher's library, and students with computers of their own."""
    return school(tmp_path)
