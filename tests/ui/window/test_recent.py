"""What was read last is in the File menu, and what is gone is not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.services import adding
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands, Opener, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lines(hands: Hands) -> list[QAction]:
    """The lines of the menu as it opens."""
    action = hands.window.actions_by_id["recent"]
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu.actions()


def add(hands: Hands, folder: Path, *titles: str) -> None:
    for title in titles:
        file = folder / f"{title}.txt"
        file.write_text(f"{title}\nIt says something.\n", encoding="utf-8")
        hands.room.files.take([file])
        hands.settle()


def test_the_newest_comes_first_and_leads_back(hands: Hands, tmp_path: Path) -> None:
    sample = hands.desk.article
    assert sample
    add(hands, tmp_path, "Bread & butter", "Rivers")
    assert [one.text() for one in lines(hands)][:2] == ["Rivers", "Bread && butter"]
    assert [one.isChecked() for one in lines(hands)] == [True, False, False]
    lines(hands)[2].trigger()
    hands.settle()
    assert hands.desk.article is not None
    assert hands.desk.article.id == sample.id
    assert [one.isChecked() for one in lines(hands)] == [True, False, False]


def test_ten_are_shown_and_remembered_by_the_next_window(opener: Opener, tmp_path: Path) -> None:
    hands = opener()
    add(hands, tmp_path, *(f"Story {number}" for number in range(11)))
    shown = [one.text() for one in lines(hands)]
    assert shown == [f"Story {number}" for number in range(10, 0, -1)]
    hands.window.close()
    assert [one.text() for one in lines(opener())] == shown


def test_what_is_removed_disappears_and_comes_back_by_undo(
    hands: Hands, elsewhere: Workspace, tmp_path: Path
) -> None:
    add(hands, tmp_path, "Rivers")
    hands.do("remove_article")
    until(lambda: hands.desk.article and hands.desk.article.metadata.title != "Rivers")
    assert "Rivers" not in [one.text() for one in lines(hands)]
    hands.do("undo")
    assert "Rivers" in [one.text() for one in lines(hands)]
    assert adding.add_text(elsewhere, "Never read\nhere.", "other").article
    until(lambda: len(hands.desk.articles) == 3)
    assert "Never read" not in [one.text() for one in lines(hands)]


def test_the_menu_says_when_nothing_was_read(hands: Hands) -> None:
    hands.do("remove_article")
    (only,) = lines(hands)
    assert only.text() == "No article was read yet"
    assert not only.isEnabled()
