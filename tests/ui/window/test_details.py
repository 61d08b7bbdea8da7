"""What is typed above an article belongs to that article, and what was taken back stays back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from annotator.services import adding, describing, listing
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def outlet(hands: Hands) -> QLineEdit:
    """The field of the outlet, with the keyboard in it."""
    field = hands.room.page.head.findChildren(QLineEdit)[0]
    assert field.accessibleName() == "Outlet"
    field.setFocus()
    return field


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge\nIt opens in May, said the mayor.\n", encoding="utf-8")
    return path


def _outlets(workspace: Workspace) -> list[str]:
    return [one.article.metadata.outlet for one in listing.all_articles(workspace)]


def test_what_was_typed_for_one_article_does_not_go_to_the_next(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit, file: Path
) -> None:
    QTest.keyClicks(outlet, "Digital")
    until(lambda: _outlets(elsewhere) == ["Digital"])
    hands.room.files.take([file])
    hands.settle()
    assert hands.text.startswith("The bridge")
    hands.room.flush()
    hands.settle()
    assert outlet.text() == ""
    assert _outlets(elsewhere) == ["Digital", ""]


def test_what_was_taken_back_is_not_written_again_when_the_field_is_left(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit
) -> None:
    QTest.keyClicks(outlet, "Digital")
    until(lambda: _outlets(elsewhere) == ["Digital"])
    hands.settle()  # it is on the disk a moment before the window has heard of it
    hands.do("undo")
    hands.room.page.reader.setFocus()
    hands.settle()
    assert outlet.text() == ""
    assert _outlets(elsewhere) == [""]
    assert hands.window.actions_by_id["redo"].isEnabled()


def test_leaving_a_field_untouched_overwrites_nothing(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit
) -> None:
    shown = hands.desk.article
    assert shown
    there = replace(shown.metadata, outlet="Digital")
    describing.describe(elsewhere, shown.id, there)
    until(lambda: hands.desk.article and hands.desk.article.metadata.outlet == "Digital")
    hands.room.page.reader.setFocus()
    hands.settle()
    assert outlet.text() == "Digital"
    assert _outlets(elsewhere) == ["Digital"]


def test_delete_in_the_list_removes_only_the_article_that_is_seen(
    hands: Hands, elsewhere: Workspace, file: Path
) -> None:
    hands.room.files.take([file])
    hands.settle()
    view = hands.room.articles._list
    view.setFocus()
    hands.key(Qt.Key.Key_Up, view)
    hands.key(Qt.Key.Key_Delete, view)
    assert len(listing.all_articles(elsewhere)) == 2
    assert hands.text.startswith("Afghan")
    view.setFocus()
    hands.key(Qt.Key.Key_Delete, view)
    assert hands.text.startswith("The bridge")
    assert [one.article.metadata.title for one in listing.all_articles(elsewhere)] == ["The bridge"]


def test_an_emptied_title_is_kept_as_it_was(hands: Hands, elsewhere: Workspace) -> None:
    hands.do("rename")
    question = hands.question()
    title, outlet = question.findChildren(QLineEdit)[:2]
    title.clear()
    outlet.setText("Digital")
    question.accept()
    hands.settle()
    found = listing.all_articles(elsewhere)[0].article.metadata
    assert found.title.startswith("Afghan")
    assert found.outlet == "Digital"


def test_the_menu_removes_the_article_that_it_was_opened_on(
    hands: Hands, elsewhere: Workspace, file: Path
) -> None:
    hands.room.files.take([file])
    hands.settle()
    panel = hands.room.articles
    row = panel._list.visualRect(panel._model.index(0))
    panel._list.customContextMenuRequested.emit(row.center())
    # The article is on its way to the desk, where the other one still lies.
    assert hands.text.startswith("The bridge")
    menu = next(one for one in panel.findChildren(QMenu) if one.actions())
    menu.actions()[-1].trigger()
    menu.close()
    hands.settle()
    assert [one.article.metadata.title for one in listing.all_articles(elsewhere)] == ["The bridge"]


def test_details_go_to_the_article_that_was_asked_about(
    hands: Hands, elsewhere: Workspace, file: Path
) -> None:
    hands.do("rename")
    question = hands.question()
    hands.room.files.take([file])
    hands.settle()
    assert hands.text.startswith("The bridge")
    question.findChildren(QLineEdit)[1].setText("Digital")
    question.accept()
    hands.settle()
    assert _outlets(elsewhere) == ["Digital", ""]


def test_what_is_typed_above_goes_to_its_article_though_another_is_on_the_desk(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit, file: Path
) -> None:
    adding.add_files(elsewhere, [file])
    until(lambda: hands.room.articles._model.total() == 2)
    QTest.keyClicks(outlet, "Digital")
    hands.desk.article = listing.all_articles(elsewhere)[1].article
    hands.room.page.head.flush()
    hands.settle()
    assert _outlets(elsewhere) == ["Digital", ""]


def test_the_first_line_is_a_heading_only_while_it_is_the_title(hands: Hands) -> None:
    reader = hands.room.page.reader
    heading = _size_of_first_line(hands)
    words = hands.select("over 200 operations")
    hands.do("rename")
    question = hands.question()
    question.findChildren(QLineEdit)[0].setText("Another title")
    question.accept()
    hands.settle()
    assert hands.window.windowTitle().startswith("Another title")
    assert _size_of_first_line(hands) < heading
    assert reader.selected_span() == words
    hands.do("undo")
    assert _size_of_first_line(hands) == heading


def _size_of_first_line(hands: Hands) -> float:
    first = hands.room.page.reader.document().begin()
    return first.begin().fragment().charFormat().font().pointSizeF()


def test_another_outlet_leaves_the_text_and_its_claim_alone(
    hands: Hands, outlet: QLineEdit
) -> None:
    claim = hands.tag("over 200 operations", "attributed")
    document = hands.room.page.reader.document()
    QTest.keyClicks(outlet, "Digital")
    hands.room.flush()
    hands.settle()
    assert hands.room.page.reader.document() is document
    assert hands.room.claims.current() == claim.id
