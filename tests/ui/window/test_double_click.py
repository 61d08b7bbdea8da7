"""The window offers that a double click opens a class's files, does it, and takes it back."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.services import double_click
from annotator.ui.dialogs.confirming import Confirmation
from tests.ui.window.conftest import Hands, until
from tests.ui.window.test_assignments import FULL, hand_out, press

OFFER = "Next time, a double click on such a file can open it here."

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What this computer's administrator has set up is no part of these tests."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))


def offered(hands: Hands) -> str:
    """What stands above the text since something was done."""
    notice = hands.room.page.done
    return notice.text() if notice else ""


def button(parent: QWidget, words: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.text() == words)


def test_it_is_offered_with_the_first_assignment_and_set_up(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([hand_out(tmp_path, FULL)])
    until(lambda: offered(hands) == OFFER)
    notice = hands.room.page.done
    assert notice
    told: list[str] = []
    hands.desk.told.connect(told.append)
    button(notice, "Set it up").click()
    until(double_click.is_set_up)
    until(lambda: offered(hands) == "")
    hands.settle()
    assert told == ["From now on a double click opens such files in Annotator."]


def test_whoever_puts_the_offer_away_is_left_in_peace(hands: Hands, tmp_path: Path) -> None:
    file = hand_out(tmp_path, FULL)
    hands.room.files.take([file])
    until(lambda: offered(hands) == OFFER)
    notice = hands.room.page.done
    assert notice
    button(notice, "Got it").click()
    hands.room.files.take([file])
    hands.settle()
    assert offered(hands) == ""
    assert not double_click.is_set_up()


def test_nothing_is_offered_where_it_is_set_up(hands: Hands, tmp_path: Path) -> None:
    double_click.set_up(None)
    hands.room.files.take([hand_out(tmp_path, FULL)])
    until(lambda: hands.desk.assignments)
    hands.settle()
    assert offered(hands) == ""


def test_the_menu_sets_it_up_for_this_library_and_takes_it_back(
    hands: Hands, tmp_path: Path
) -> None:
    hands.window.chosen_dir = tmp_path / "a library"
    hands.do("double_click")
    question = hands.question()
    assert isinstance(question, Confirmation)
    press(question, "Set it up")
    until(double_click.is_set_up)
    entry = Path(os.environ["XDG_DATA_HOME"], "applications", "annotator.desktop")
    assert f'--data-dir "{tmp_path / "a library"}" %f' in entry.read_text("utf-8")
    hands.settle()
    hands.do("double_click")
    question = hands.question()
    assert isinstance(question, Confirmation)
    press(question, "Take it back")
    until(lambda: not double_click.is_set_up())
