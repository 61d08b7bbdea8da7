"""Words are copied together with where they stand."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.model.text import paragraph_of, paragraphs
from annotator.services import describing
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands, until

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_selection_is_copied_with_article_and_paragraph(
    hands: Hands, elsewhere: Workspace
) -> None:
    article = hands.desk.article
    assert article
    known = replace(
        article.metadata, author="A <B> & C", outlet="The Post", address="https://example.org/?a&b"
    )
    describing.describe(elsewhere, article.id, known)
    until(lambda: hands.desk.article and hands.desk.article.metadata == known)
    span = hands.select(WORDS)
    hands.do("copy_attributed")
    number = paragraph_of(paragraphs(hands.text), span.start).number
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith(f"“{WORDS}” — A <B> & C, {known.title}, The Post, ")
    assert data.text().endswith(f"¶ {number}, https://example.org/?a&b")
    assert "A &lt;B&gt; &amp; C" in data.html()
    assert '<a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a>' in data.html()
    assert hands.window.status.summary.text() == "Copied with its source."


def test_without_a_selection_it_is_the_claim_at_the_caret(hands: Hands) -> None:
    claim = hands.tag(WORDS, "attributed")
    hands.room.page.reader.put_caret(claim.span.start + 3)
    hands.do("copy_attributed")
    assert QGuiApplication.clipboard().text().startswith(f"“{WORDS}” — ")


def test_without_either_it_is_said_and_the_clipboard_stays(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("mine")
    hands.room.page.reader.put_caret(0)
    hands.do("copy_attributed")
    assert QGuiApplication.clipboard().text() == "mine"
    assert hands.window.status.summary.text().startswith("Select the words to copy first")
