"""Libraries made and asked as the program does it, but sooner: a run opens two thousand of them.

A new one is a copy of the first, and what SQLAlchemy makes of a statement serves them all. How a
library is made is tested in tests/unit/storage, which does without this.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine

from annotator.storage import library, sqlite

_make_file = sqlite.make_file
_statements: dict[Any, Any] = {}


@pytest.fixture(autouse=True)
def quick_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries of this test are copies, and share what is known of their statements."""
    # Not within a test: it may have put something else in place of what makes ids.
    _new_library(), _connected()
    monkeypatch.setattr(sqlite, "make_file", _copy)
    monkeypatch.setattr(sqlite, "create_engine", _sharing)


def _copy(path: Path, number: int, fill: Callable[[Connection], None]) -> None:
    if (number, fill) == (library.SCHEMA, library.make_tables):
        path.write_bytes(_new_library())
    else:
        _make_file(path, number, fill)


def _sharing(*words: Any, **options: Any) -> Engine:
    made = create_engine(*words, **options)
    made.dialect = _connected().dialect
    made.update_execution_options(compiled_cache=_statements)
    return made


@cache
def _new_library() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / library.FILE_NAME
        _make_file(path, library.SCHEMA, library.make_tables)
        return path.read_bytes()


@cache
def _connected() -> Engine:
    """An engine that has asked its database what it is able to do."""
    made = create_engine("sqlite://")
    made.connect().close()
    return made
