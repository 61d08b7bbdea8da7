"""On a full disk a library is read all the same: SQLite finds no room for the file of its locks."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.model.ids import ArticleId
from annotator.storage import articles, failures
from annotator.storage.library import Library
from tests.unit.storage.filled import ARTICLE, TEXT, article, fill, open_library, step

if sys.platform == "win32":
    pytest.skip("Windows cannot be told that a file must not grow", allow_module_level=True)

import resource

NEW = ArticleId("article-new")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library that was left in its midst: the newest step is in the log alone."""
    library = open_library(tmp_path / "library")
    fill(library)
    library.close()
    library = open_library(tmp_path / "library")
    with step(library) as running:
        articles.insert(running, article(NEW, "a river"), "a river")
    shutil.copytree(library.path.parent, tmp_path / "left", ignore=lambda *_: ["library.db-shm"])
    library.close()
    assert (tmp_path / "left" / "library.db-wal").stat().st_size
    return tmp_path / "left"


@contextmanager
def no_room() -> Iterator[None]:
    """No file can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def texts(library: Library) -> dict[ArticleId, str]:
    with library.reading() as looking:
        return articles.texts_of(looking, [ARTICLE, NEW])


def test_all_that_was_saved_is_read(folder: Path) -> None:
    with no_room():
        library = open_library(folder)
        found = texts(library)
        assert library.damage() == []
        library.close()
    assert found == {ARTICLE: TEXT, NEW: "a river"}


def test_nothing_more_is_saved_until_there_is_room(folder: Path) -> None:
    with no_room():
        library = open_library(folder)
        kinds = (failures.DiskFull, failures.DiskFailed)
        with pytest.raises(kinds), step(library) as running:
            articles.insert(running, article(ArticleId("more"), "more"), "more" * 10_000)
    with step(library) as running:
        articles.insert(running, article(ArticleId("more"), "more"), "more")
    library.close()
    other = open_library(folder)
    with other.reading() as looking:
        assert [one.id for one in articles.all_of(looking)] == [ARTICLE, NEW, "more"]
    other.close()


def test_others_get_their_turn(folder: Path) -> None:
    with no_room():
        library, other = open_library(folder), open_library(folder)
        assert texts(library) == texts(other) == texts(library)
        library.close()
        other.close()
