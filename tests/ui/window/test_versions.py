"""A newer version comes in by the window: looked at, decided, stored as one step, compared."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton

from annotator.model.ids import ArticleId
from annotator.model.tags import Tag
from annotator.services import adding, listing
from annotator.services.workspace import Workspace
from annotator.ui.arriving.question import DraftQuestion
from annotator.ui.articles.lists import ArticleList
from annotator.ui.dialogs.encoding import EncodingQuestion
from annotator.ui.versions.dialog import VersionsPage
from annotator.ui.versions.source_question import Place, SourceQuestion
from tests.ui.window.arriving import page
from tests.ui.window.conftest import Hands, until
from tests.unit.services.versions import FIRST, SECOND

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEPT, CHANGED, LOST = "closed at noon", "30 people were hurt", "It will open in May"


@pytest.fixture
def story(hands: Hands, tmp_path: Path) -> ArticleId:
    """The first version on the desk, with a claim for each fate."""
    file = tmp_path / "first.txt"
    file.write_text(FIRST, encoding="utf-8")
    hands.room.files.take([file])
    hands.settle()
    for words in (KEPT, CHANGED, LOST):
        hands.tag(words, "attributed")
    assert hands.desk.article
    return hands.desk.article.id


@pytest.fixture
def second(tmp_path: Path) -> Path:
    file = tmp_path / "second.txt"
    file.write_text(SECOND, encoding="utf-8")
    return file


def dialog(hands: Hands, kind: type[QDialog]) -> QDialog:
    """The open dialog of that kind."""
    shown: list[QDialog] = []

    def find() -> bool:
        shown[:] = [one for one in hands.window.findChildren(kind) if one.isVisible()]
        return bool(shown)

    until(find)
    return shown[0]


def versions(hands: Hands) -> VersionsPage:
    found = dialog(hands, VersionsPage)
    assert isinstance(found, VersionsPage)
    until(found.texts.new.toPlainText)
    return found


def press(on: QDialog, name: str) -> None:
    next(one for one in on.findChildren(QPushButton) if one.text() == name).click()


def ask(hands: Hands, place: Place) -> None:
    hands.window.actions_by_id["newer_version"].trigger()
    question = dialog(hands, SourceQuestion)
    assert isinstance(question, SourceQuestion)
    question.choose(place)
    press(question, "Go on")


def take(hands: Hands, file: Path) -> None:
    ask(hands, Place.FILE)
    chooser = dialog(hands, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.filesSelected.emit([str(file)])
    chooser.close()


def titles(hands: Hands) -> list[str]:
    view = hands.room.articles.findChild(ArticleList)
    assert view
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_nothing_is_stored_before_it_is_agreed(
    hands: Hands, story: ArticleId, second: Path, elsewhere: Workspace
) -> None:
    take(hands, second)
    shown = versions(hands)
    assert len(listing.all_articles(elsewhere)) == 2
    press(shown, "Cancel")
    hands.settle()
    assert len(listing.all_articles(elsewhere)) == 2
    assert hands.desk.article
    assert hands.desk.article.id == story


def test_what_was_agreed_is_stored_shown_and_undone_as_one_step(
    hands: Hands, story: ArticleId, second: Path
) -> None:
    before = hands.claims()
    take(hands, second)
    shown = versions(hands)
    shown.list.setCurrentIndex(shown.list.model().index(1, 0))
    press(shown, "Take over")
    press(shown, "Add as new version")
    until(lambda: hands.desk.article and hands.desk.article.version_of == story)
    hands.settle()
    tags = frozenset({Tag.ATTRIBUTED})
    assert hands.claims() == {KEPT: tags, "35 people were hurt": tags}
    assert "The newer version is in. 2 claims went with it." in hands.window.status.summary.text()
    assert titles(hands)[-2:] == [
        "Bridge closed, 3 passages",
        "Bridge closed, newer version, 2 passages",
    ]
    hands.do("undo")
    assert [one.article.id for one in hands.desk.articles].count(story) == 1
    assert len(hands.desk.articles) == 2
    hands.room.choose(story)
    hands.settle()
    assert hands.claims() == before


def test_two_versions_are_compared_later_from_the_menu_of_the_list(
    hands: Hands, story: ArticleId, second: Path
) -> None:
    take(hands, second)
    press(versions(hands), "Add as new version")
    until(lambda: hands.desk.article and hands.desk.article.version_of == story)
    hands.settle()
    view = hands.room.articles.findChild(ArticleList)
    assert view
    row = view.visualRect(view.model().index(2, 0)).center()
    view.customContextMenuRequested.emit(QPoint(row))
    menu = next(one for one in hands.window.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == "Compare with the earlier version")
    action.trigger()
    menu.close()
    shown = versions(hands)
    assert shown.windowTitle() == "Earlier and newer version"
    press(shown, "Close")


def test_an_article_without_an_earlier_version_is_told_so(hands: Hands, story: ArticleId) -> None:
    assert story
    hands.do("compare_versions")
    assert "is not a newer version of another article" in hands.room.page.refusal.text()


def test_the_same_text_is_refused(hands: Hands, story: ArticleId, tmp_path: Path) -> None:
    assert story
    take(hands, tmp_path / "first.txt")
    until(lambda: "itself, letter for letter" in hands.room.page.refusal.text())


def test_a_copied_page_is_looked_at_first(hands: Hands, story: ArticleId) -> None:
    assert story
    data = QGuiApplication.clipboard()
    data.setText(SECOND)
    ask(hands, Place.CLIPBOARD)
    shown = versions(hands)
    assert shown.texts.new.toPlainText().strip() == SECOND.strip()
    shown.close()


def test_an_empty_clipboard_is_said(hands: Hands, story: ArticleId) -> None:
    assert story
    QGuiApplication.clipboard().clear()
    ask(hands, Place.CLIPBOARD)
    hands.settle()
    assert "no words on the clipboard" in hands.window.status.summary.text()


def test_of_a_web_page_what_is_kept_is_chosen_before(
    hands: Hands, story: ArticleId, tmp_path: Path
) -> None:
    take(hands, page(tmp_path))
    draft = dialog(hands, DraftQuestion)
    press(draft, "Compare")
    shown = versions(hands)
    press(shown, "Add as new version")
    until(lambda: hands.desk.article and hands.desk.article.version_of == story)
    hands.settle()
    assert hands.desk.article
    assert hands.desk.article.metadata.outlet == "The Post"


def test_the_encoding_is_asked_for_where_it_is_not_clear(
    hands: Hands, story: ArticleId, tmp_path: Path
) -> None:
    assert story
    file = tmp_path / "russian.txt"
    file.write_bytes("Мост закрыт. Его откроют в мае, сказал мэр города.\n".encode("cp1251"))
    take(hands, file)
    question = dialog(hands, EncodingQuestion)
    press(question, "The words look right")
    assert "Мост закрыт" in versions(hands).texts.new.toPlainText()


def test_what_cannot_be_read_is_said(hands: Hands, story: ArticleId, tmp_path: Path) -> None:
    assert story
    file = tmp_path / "empty.txt"
    file.write_text("", encoding="utf-8")
    take(hands, file)
    until(lambda: "empty.txt: " in hands.room.page.refusal.text())


def test_an_address_can_be_given(hands: Hands, story: ArticleId) -> None:
    from annotator.ui.arriving.address import AddressQuestion

    assert story
    ask(hands, Place.ADDRESS)
    question = dialog(hands, AddressQuestion)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert not question.isVisible()


def test_without_an_article_there_is_nothing_to_add_to(hands: Hands) -> None:
    hands.room.versions.ask(None)
    assert "There is no article" in hands.window.status.summary.text()
    hands.room.versions.compare(None)
    hands.settle()
    assert not [one for one in hands.window.findChildren(QDialog) if one.isVisible()]


def test_a_text_that_came_in_by_itself_becomes_the_version(
    hands: Hands, story: ArticleId, second: Path, elsewhere: Workspace
) -> None:
    added = adding.add_text(elsewhere, SECOND, "clipboard").article
    assert added
    take(hands, second)
    press(versions(hands), "Add as new version")
    until(lambda: hands.desk.article and hands.desk.article.version_of == story)
    assert hands.desk.article
    assert hands.desk.article.id == added.id
