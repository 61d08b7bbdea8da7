"""Articles come in, are described, are left and come back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from annotator.services import adding, binning, describing, listing
from annotator.services.workspace import Workspace
from annotator.ui.verbs import articles
from tests.ui.window.conftest import Hands, Opener, until

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge\nIt opens in May, said the mayor.\n", encoding="utf-8")
    return path


def test_the_first_start_shows_the_sample_with_a_hint_that_can_be_put_away(opener: Opener) -> None:
    hands = opener(as_name=None)
    assert hands.text.startswith("Afghan Resistance Continues")
    hint = hands.room.page.hint
    assert hint.text().startswith("This is a sample")
    assert hands.room.page._sample_note.isVisible()
    hint._close()
    hands.window.close()
    again = opener(as_name=None)
    assert again.room.page.hint.text() == ""


def test_the_document_holds_the_canonical_text_and_nothing_else(hands: Hands) -> None:
    assert hands.room.page.reader.toPlainText() == hands.text


def test_a_file_on_the_command_line_is_shown(opener: Opener, file: Path) -> None:
    hands = opener(file=file)
    assert hands.text == file.read_text(encoding="utf-8")
    assert not hands.room.page._sample_note.isVisible()


def test_files_can_be_dropped(hands: Hands, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    hands.room.files.take([Path(url.toLocalFile()) for url in data.urls()])
    hands.settle()
    assert hands.text.startswith("The bridge")


def test_the_clipboard_becomes_an_article(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("Pasted words\nSomebody says so.")
    hands.do("paste_article")
    assert hands.text == "Pasted words\nSomebody says so."


def test_an_empty_clipboard_is_said(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("  ")
    hands.do("paste_article")
    assert "no words on the clipboard" in hands.window.status.summary.text()


def test_a_refused_file_is_named_and_what_is_shown_stays(hands: Hands, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    hands.room.files.take([picture])
    hands.settle()
    assert hands.room.page.refusal.text().startswith("photo.png: ")
    assert hands.text.startswith("Afghan")


def test_letters_nobody_can_tell_are_asked_for(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "russian.txt"
    words = "Талибы удерживают власть три года после ухода войск."
    path.write_bytes(words.encode("cp1251"))
    hands.room.files.take([path])
    question = hands.question()
    choice = question.findChildren(QComboBox)[0]
    assert choice.currentData() == "cp1251"
    assert choice.currentText() == "Cyrillic (Windows), cp1251"
    choice.setCurrentIndex(choice.findData("koi8-r"))
    choice.setCurrentIndex(choice.findData("cp1251"))
    question.accept()
    hands.settle()
    assert hands.text == words


def test_an_article_is_removed_and_undo_brings_all_of_it_back(hands: Hands, file: Path) -> None:
    hands.room.files.take([file])
    hands.settle()
    claim = hands.tag("It opens in May", "attributed")
    hands.do("remove_article")
    assert hands.text.startswith("Afghan")
    hands.do("undo")
    until(lambda: hands.text.startswith("The bridge"))
    assert hands.desk.claims == {claim.id: claim}


def test_without_any_article_the_window_says_what_to_do(hands: Hands) -> None:
    hands.do("remove_article")
    assert hands.room.page.is_empty()
    articles.add_sample(hands.desk)
    hands.settle()
    assert not hands.room.page.is_empty()
    assert hands.text.startswith("Afghan")


def test_undo_goes_back_to_the_article_where_the_step_was(hands: Hands, file: Path) -> None:
    hands.tag(WORDS, "attributed")
    sample = hands.desk.article
    hands.room.files.take([file])
    hands.settle()
    hands.do("undo")  # the adding of the file
    hands.do("redo")
    assert sample
    hands.desk.open(sample.id)
    hands.settle()
    hands.room.files.take([file])
    hands.settle()
    assert hands.text.startswith("The bridge")
    hands.do("undo")
    hands.do("undo")
    until(lambda: hands.text.startswith("Afghan"))
    assert hands.claims() == {}


def test_details_are_written_a_second_after_the_last_key(
    hands: Hands, elsewhere: Workspace
) -> None:
    outlet = hands.room.page.head.findChildren(QLineEdit)[0]
    assert (outlet.accessibleName(), outlet.placeholderText()) == ("Outlet", "Unknown: find out")
    outlet.setFocus()
    QTest.keyClicks(outlet, "Digital")
    until(lambda: listing.all_articles(elsewhere)[0].article.metadata.outlet == "Digital")
    QTest.keyClicks(outlet, " News")
    hands.room.page.reader.setFocus()
    hands.settle()
    assert listing.all_articles(elsewhere)[0].article.metadata.outlet == "Digital News"
    assert hands.window.actions_by_id["undo"].text() == "Undo: article details"
    hands.do("undo")
    assert listing.all_articles(elsewhere)[0].article.metadata.outlet == ""
    assert outlet.text() == ""


def test_a_title_stands_above_only_when_the_text_does_not_begin_with_it(
    hands: Hands, elsewhere: Workspace
) -> None:
    title = hands.room.page.head._title
    assert not title.isVisible()
    article = listing.all_articles(elsewhere)[0].article
    from dataclasses import replace

    describing.describe(elsewhere, article.id, replace(article.metadata, title="<b>Other</b>"))
    until(title.isVisible)
    assert title.text() == "<b>Other</b>"


def test_what_a_command_adds_is_seen(hands: Hands, elsewhere: Workspace, file: Path) -> None:
    adding.add_files(elsewhere, [file])
    until(lambda: hands.room.articles._model.total() == 2)


def test_the_samples_hint_leaves_with_the_sample(opener: Opener, file: Path) -> None:
    hands = opener(as_name=None)
    assert hands.room.page.hint.text()
    hands.room.files.take([file])
    hands.settle()
    assert hands.room.page.hint.text() == ""


def test_a_refusal_leaves_when_something_else_was_done(
    hands: Hands, tmp_path: Path, file: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("  ")
    hands.room.files.take([empty])
    hands.settle()
    assert hands.room.page.refusal.text().startswith("empty.txt: ")
    hands.room.files.take([file])
    hands.settle()
    assert hands.room.page.refusal.text() == ""


def test_an_article_removed_elsewhere_is_said(hands: Hands, elsewhere: Workspace) -> None:
    article = listing.all_articles(elsewhere)[0].article
    binning.remove(elsewhere, article.id)
    until(hands.room.page.is_empty)
    assert "was removed in another window" in hands.window.status.summary.text()
