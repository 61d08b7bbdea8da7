"""The projector: three steps a passage, and never a name."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.classroom import projector as projector_module
from annotator.ui.classroom.projecting import projected
from annotator.ui.classroom.projector import Projector, Step
from annotator.ui.palette import Palette
from tests.ui.classroom.making import CLOSED, HURT, NAMES, klass


@pytest.fixture
def projector(qtbot: QtBot, palette: Palette) -> Projector:
    made = Projector(palette)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_passages(projected(klass(picked=(HURT, CLOSED))))
    made.show()
    return made


def test_page_down_shows_the_passage_asks_reveals_and_goes_on(projector: Projector) -> None:
    said = [projector.said()]
    for _step in range(3):
        QTest.keyClick(projector, Qt.Key.Key_PageDown)
        said.append(projector.said())
    assert said[0] == HURT
    assert said[1].startswith(f"{HURT}\nHands up: Attributed")
    assert "2 of 3 marked it: 1 contested, 1 verified" in said[2]
    assert said[3] == CLOSED
    assert projector.place() == "2 of 2"
    QTest.keyClick(projector, Qt.Key.Key_PageUp)
    assert (projector.step, projector.said()) == (Step.REVEAL, said[2])


def test_the_last_step_of_the_last_passage_stays(projector: Projector) -> None:
    for _step in range(20):
        QTest.keyClick(projector, Qt.Key.Key_PageDown)
    assert (projector.place(), projector.step) == ("2 of 2", Step.REVEAL)


def test_no_step_holds_a_name(projector: Projector) -> None:
    said = ""
    for _step in range(6):
        said += projector.said() + projector.accessibleName()
        projector.grab()
        projector.go(1)
    assert not [name for name in NAMES.values() if name in said]
    assert "Student 2 says so too." in said


def test_a_hidden_answer_is_not_on_the_wall_but_counts() -> None:
    seen = klass(picked=(HURT,))
    whose = next(one for one in seen.passages[0].found.answers if one.annotator.id == "ben")
    hidden = klass(picked=(HURT,), hidden=frozenset(claim.id for claim in whose.claims))
    (shown,) = projected(hidden)
    assert [note for _tags, note in shown.answers] == ["Student 2 says so too."]
    assert shown.lines[0] == "2 of 3 marked it: 1 contested, 1 verified"


def test_without_picks_the_most_worth_talking_about_are_shown() -> None:
    shown = projected(klass())
    assert shown[0].passage.quote == HURT
    assert len(shown) == 3


def test_an_answer_that_has_no_room_leaves_no_badge(
    palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = projected(klass(picked=(HURT,)))
    badges: list[object] = []
    monkeypatch.setattr(projector_module, "paint_badge", lambda *given: badges.append(given[2]))
    page = QPixmap(900, 600)
    with QPainter(page) as painter:
        room = QRectF(page.rect())
        wall = projector_module._Wall(painter, room, palette, Qt.LayoutDirection.LeftToRight)
        wall._wrote(room, shown)
        assert len(badges) == 2
        room.setHeight(10)
        wall._wrote(room, shown)
    assert len(badges) == 2


def test_escape_leaves(projector: Projector, qtbot: QtBot) -> None:
    with qtbot.waitSignal(projector.left):
        QTest.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_nothing_to_show_is_said(projector: Projector) -> None:
    projector.show_passages(())
    projector.grab()
    assert projector.said() == "There is no passage to show yet."
