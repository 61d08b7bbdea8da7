"""Who speaks to the computer says what is seen on a button, so its name holds those words."""

import re

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.dialogs.name import NameQuestion
from tests.ui.window.conftest import Hands, Opener, rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_MNEMONIC = re.compile("&(?!&)")
_SIGNS = re.compile(r"[^\w]+")


def _said(text: str) -> str:
    """The words alone: signs are not spoken, and an ellipsis stands for what is not seen."""
    return _SIGNS.sub(" ", _MNEMONIC.sub("", text)).strip().casefold()


def unlike(within: QWidget) -> list[tuple[str, str]]:
    """What is seen and what is heard of each visible button whose name lacks what is seen."""
    found = []
    buttons = [one for one in within.findChildren(QAbstractButton) if one.isVisible()]
    assert buttons
    for button in buttons:
        heard = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        if _said(button.text()) not in _said(heard):
            found.append((button.text(), heard))
    return found


def test_a_button_is_called_what_stands_on_it(hands: Hands) -> None:
    hands.desk.told.emit("Said")
    hands.desk.refused.emit("Refused")
    hands.tag("over 200 operations", "attributed", "contested", "verified")
    hands.do("fields")
    rest(300)
    hands.do("find")
    hands.do("welcome")
    assert unlike(hands.window) == []
    hands.room.claims.tabs.setCurrentIndex(1)
    rest(100)
    assert unlike(hands.window) == []


def test_the_hints_button_begins_with_its_label(hands: Hands) -> None:
    close = hands.room.page.hint.findChildren(QAbstractButton)[0]
    assert close.accessibleName() == "Got it: put this away"
    assert close.accessibleName().startswith(close.text())


@pytest.mark.parametrize("deed", ["tags_help", "keys_help", "about", "rename"])
def test_so_it_is_in_questions_and_help(hands: Hands, deed: str) -> None:
    hands.do(deed)
    question = hands.question()
    assert unlike(question) == []
    question.reject()


def test_so_it_is_where_a_name_is_asked_for(opener: Opener) -> None:
    hands = opener(as_name=None)
    for now in ("", "Ana"):
        question = NameQuestion(hands.window, [], now)
        question.show()
        assert unlike(question) == []
        question.reject()
