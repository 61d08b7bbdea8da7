"""An address is fetched when the person asks, and not before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from annotator.ui.arriving.address import AddressQuestion
from tests.ui.window.arriving import asked, titles
from tests.ui.window.conftest import Hands, rest
from tests.ui.window.test_button_names import unlike
from tests.unit.exchange.fetching.site import running

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running() as (address, _server):
        yield address


def field(hands: Hands) -> QLineEdit:
    """The field of the question for an address."""
    question = hands.question()
    assert isinstance(question, AddressQuestion)
    return question.findChildren(QLineEdit)[0]


def give(hands: Hands, address: str) -> None:
    hands.do("open_address")
    field(hands).setText(address)
    QTest.keyClick(field(hands), Qt.Key.Key_Return)


def test_a_page_is_fetched_shown_and_stored(hands: Hands, site: str) -> None:
    give(hands, f"{site}/moved")
    question = asked(hands)
    assert question._prepared.given
    assert question._prepared.given.notes[0].startswith("The address leads on to ")
    assert question.fields.fields["address"].text() == f"{site}/page"
    question.accept()
    hands.settle()
    assert hands.text == "Note\nThe shop is closed."
    assert hands.desk.article
    assert hands.desk.article.metadata.address == f"{site}/page"


def test_why_not_is_said_in_a_sentence(hands: Hands, site: str) -> None:
    give(hands, f"{site}/404")
    hands.settle()
    rest(50)
    assert "There is no page at this address" in hands.room.page.refusal.text()
    assert titles(hands) == []


def test_fetching_can_be_cancelled(hands: Hands, site: str) -> None:
    give(hands, f"{site}/drips")
    hands.waiting().reject()
    hands.settle()
    assert hands.window.status.summary.text() == "Cancelled. Nothing was changed."


def test_what_is_on_the_clipboard_is_offered_and_not_fetched(hands: Hands) -> None:
    QGuiApplication.clipboard().setText(" https://example.org/a?b=c \n")
    hands.do("open_address")
    assert field(hands).text() == "https://example.org/a?b=c"
    assert field(hands).selectedText() == field(hands).text()
    assert unlike(hands.question()) == []
    hands.question().reject()
    hands.do("paste_article")
    assert field(hands).text() == "https://example.org/a?b=c"
    QTest.keyClick(field(hands), Qt.Key.Key_Escape)
    assert titles(hands) == []


def test_other_words_are_not_offered(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("see https://example.org")
    hands.do("open_address")
    assert field(hands).text() == ""
    button = hands.question().findChildren(QPushButton)[0]
    assert (button.text(), button.isEnabled()) == ("Fetch the page", False)
    field(hands).setText("example.org/story")
    assert button.isEnabled()
    hands.question().reject()


@pytest.mark.parametrize("place", ["window", "article"])
def test_a_link_dropped_on_the_window_is_asked_about(hands: Hands, place: str) -> None:
    target: QWidget = hands.window if place == "window" else hands.room.page.reader.viewport()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a%20story")])
    data.setText("https://example.org/a%20story")
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), action, data, buttons, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(300, 300), action, data, buttons, none)
    QApplication.sendEvent(hands.window, drop)
    assert field(hands).text() == "https://example.org/a%20story"
    hands.question().reject()
