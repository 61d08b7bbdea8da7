"""Several things at once: what somebody else adds meanwhile, and a batch with several refusals."""

from pathlib import Path

import pytest

from annotator.services import adding
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge\nIt opens in May, said the mayor.\n", encoding="utf-8")
    return path


@pytest.fixture
def hands(hands: Hands) -> Hands:
    """Ana between two looks at what others do."""
    hands.desk._looking.stop()
    return hands


def test_what_was_added_elsewhere_is_listed_after_ones_own_step(
    hands: Hands, elsewhere: Workspace, file: Path
) -> None:
    adding.add_files(elsewhere, [file])
    hands.tag("over 200 operations", "attributed")
    assert hands.room.articles._model.total() == 2


def test_what_was_added_elsewhere_is_listed_after_an_article_was_opened(
    hands: Hands, elsewhere: Workspace, file: Path
) -> None:
    adding.add_files(elsewhere, [file])
    assert hands.desk.article
    hands.desk.open(hands.desk.article.id)
    hands.settle()
    hands.desk._look()
    hands.settle()
    assert hands.room.articles._model.total() == 2


def test_every_refused_file_of_a_batch_is_named(hands: Hands, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("  ")
    hands.room.files.take([tmp_path / "one.txt", tmp_path / "two.txt"])
    hands.settle()
    said = hands.room.page.refusal.text().splitlines()
    assert [line.partition(":")[0] for line in said] == ["one.txt", "two.txt"]


def test_the_window_is_not_named_after_an_article_that_is_gone(hands: Hands) -> None:
    assert hands.window.windowTitle().startswith("Afghan")
    hands.do("remove_article")
    assert hands.window.windowTitle() == "Annotator"
    assert "is in the bin. Undo brings it back." in hands.window.status.summary.text()
