"""Rich text from a browser keeps its paragraphs; plain text is taken as it is."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.ui.window.arriving import asked, titles
from tests.ui.window.conftest import Hands, rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def copy(text: str, markup: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if markup:
        data.setHtml(markup)
    QGuiApplication.clipboard().setMimeData(data)


def test_paragraphs_of_a_browser_are_looked_at_first(hands: Hands) -> None:
    copy("River It rose 🙂 Share", "<h1>River</h1><p>It <b>rose</b> 🙂</p><p>Share</p>")
    hands.do("paste_article")
    question = asked(hands)
    question.model.keep({2}, kept=False)
    question.accept()
    hands.settle()
    assert hands.text == "River\nIt rose 🙂"
    assert hands.desk.article
    assert hands.desk.article.origin == "clipboard"


def test_one_paragraph_goes_straight_in(hands: Hands) -> None:
    copy("It rose.", "<meta charset='utf-8'><span>It rose.</span>")
    hands.do("paste_article")
    assert hands.text == "It rose."


def test_plain_text_goes_straight_in(hands: Hands) -> None:
    copy("River\n\nIt rose.\n")
    hands.do("paste_article")
    assert hands.text == "River\n\nIt rose.\n"


def test_a_picture_is_no_article(hands: Hands) -> None:
    copy("", "<img src='https://example.org/a.png'>")
    hands.do("paste_article")
    rest(50)
    assert hands.room.page.refusal.text().startswith("clipboard: ")
    assert titles(hands) == []
