"""Tab leads through everything and out again."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.window.conftest import Hands, rest

WORDS = "over 200 operations"
MOST = 120

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def walk(hands: Hands, key: Qt.Key) -> list[QWidget]:
    """Where the focus was on the way from the article back to it."""
    reader = hands.room.page.reader
    reader.setFocus()
    seen: list[QWidget] = []
    for _press in range(MOST):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, key)
        now = QApplication.focusWidget()
        assert now is not None
        if now is reader:
            return seen
        seen.append(now)
    pytest.fail("Tab never came back to the article")


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_the_whole_window(hands: Hands, key: Qt.Key) -> None:
    hands.tag(WORDS, "attributed", "contested", "verified")
    rest(200)
    card = hands.room.claims.editor.card
    seen = walk(hands, key)
    shown = [(place, widget) for place, widget in card.targets() if widget.isVisible()]
    # Of buttons that exclude each other Tab enters one; arrows lead to the others.
    missed = {place or widget for place, widget in shown}
    missed -= {place or widget for place, widget in shown if widget in seen}
    assert shown and not missed
    assert len(seen) == len(set(map(id, seen)))


def test_a_source_of_the_register_is_left_by_tab_too(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    hands.do("fields")
    name = QApplication.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "Ali Nazary")
    hands.key(Qt.Key.Key_Tab, name)
    claims = hands.room.claims
    claims.tabs.setCurrentIndex(1)
    hands.settle()
    claims.sources.list.setFocus()
    hands.key(Qt.Key.Key_Down, claims.sources.list)
    hands.key(Qt.Key.Key_Return, claims.sources.list)
    assert QApplication.focusWidget() is claims.sources.card.form.inputs["name"].targets[0]
    for forward in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen = walk(hands, forward)
        assert claims.sources.card.claims in seen


def test_the_article_has_the_keyboard_at_the_start(hands: Hands) -> None:
    assert QApplication.focusWidget() is hands.room.page.reader


def test_tab_goes_from_the_articles_by_the_head_to_the_text_and_on_to_the_claims(
    hands: Hands,
) -> None:
    hands.do("articles_panel")
    hands.do("welcome")
    hands.tag(WORDS, "attributed")
    rest(200)
    room = hands.room
    parts = {
        "toolbar": hands.window.tools,
        "articles": room.articles,
        "hint": room.page.hint,
        "details": room.page.head,
        "claims": room.claims,
    }
    seen = walk(hands, Qt.Key.Key_Tab)
    names = [name for one in seen for name, part in parts.items() if part.isAncestorOf(one)]
    assert len(names) == len(seen)
    assert [name for name, _one in groupby(names)] == [
        *("claims", "toolbar", "articles", "hint", "details")
    ]
