"""The class window beside the main one: opened, followed, chosen in, closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.claim import Claim
from annotator.model.handin import HandIn, Member
from annotator.model.ids import AssignmentId, ClaimId, HandInId, PersonId, new_id
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import assigning
from annotator.services.assigning import Asked
from annotator.services.workspace import Workspace
from annotator.storage import handins
from annotator.ui.classroom import navigation
from annotator.ui.classroom.window import ClassWindow
from tests.ui.window.conftest import Hands, until

Collect = Callable[[str, Tag], PersonId]


@pytest.fixture
def collect(hands: Hands, elsewhere: Workspace, tmp_path: Path) -> Collect:
    """Somebody's hand-in to the one assignment, which marks the first words of the article."""
    article = hands.desk.article
    assert article
    asked = Asked(title="Class 9b", roster=("Eva", "Finn"))
    made = assigning.assign(elsewhere, article.id, asked, tmp_path / "out.assignment")

    def came(name: str, tag: Tag) -> PersonId:
        rows = {row.name: row.id for row in made.roster}
        person = rows.get(name, PersonId(new_id()))
        now = elsewhere.now()
        claim = Claim(
            ClaimId(new_id()), article.id, person, Span(0, 12), now, now, frozenset({tag})
        )
        work = HandIn(
            HandInId(new_id()),
            article.id,
            AssignmentId(made.id),
            1,
            (Member(person, name),),
            1,
            now,
            "0",
            now,
        )
        with elsewhere.step("collect", undoable=False) as step:
            handins.insert_one(step, work, handins.packed((claim,)))
        return person

    return came


def test_the_window_shows_who_handed_in_and_follows_what_comes(
    hands: Hands, collect: Collect
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    assert window.seen
    assert [one.name for one in window.seen.students] == ["Eva"]
    assert list(window.seen.missing) == ["Finn"]
    collect("Finn", Tag.CONTESTED)
    until(lambda: window.seen and len(window.seen.students) == 2)
    assert window.seen.passages[0].found.marked == 2
    assert not window.seen.missing


def test_a_pick_is_kept_and_undo_takes_it_back(hands: Hands, collect: Collect) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    window.navigation.choose(navigation.PASSAGES)
    QTest.keyClick(window.pages.passages.list, Qt.Key.Key_Space)
    until(lambda: window.seen and window.seen.picked)
    hands.do("undo")
    until(lambda: window.seen and not window.seen.picked)


def test_somebody_who_is_hidden_is_listed_and_counted_nowhere(
    hands: Hands, collect: Collect
) -> None:
    eva = collect("Eva", Tag.ATTRIBUTED)
    collect("Finn", Tag.CONTESTED)
    window = _opened(hands)
    window.pages.students.hidden.emit((eva,), True)
    until(lambda: window.seen and window.seen.annotators == 1)
    assert window.seen
    assert [one.hidden for one in window.seen.students] == [True, False]
    assert window.seen.passages[0].found.sets == {frozenset({Tag.CONTESTED}): 1}


def test_the_projector_shows_the_class_and_goes_with_its_window(
    hands: Hands, collect: Collect
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    _opened(hands)
    hands.do("projector")
    until(lambda: hands.room.classes.projector)
    projector = hands.room.classes.projector
    assert projector
    QTest.keyClick(projector, Qt.Key.Key_PageDown)
    QTest.keyClick(projector, Qt.Key.Key_PageDown)
    assert "1 of 1 marked it: 1 attributed" in projector.said()
    assert "Eva" not in projector.said()
    hands.room.classes.close()
    until(lambda: hands.room.classes.projector is None)
    assert hands.room.classes.window is None


def test_agreement_is_said_in_a_sentence(hands: Hands, collect: Collect) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    collect("Finn", Tag.ATTRIBUTED)
    window = _opened(hands)
    window.navigation.choose(navigation.AGREEMENT)
    until(lambda: "agree well" in window.pages.agreement._said.text())


def test_names_stay_hidden_when_the_window_is_opened_again(hands: Hands, collect: Collect) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    window.set_names_hidden(True)
    window.close()
    assert _opened(hands).names_hidden


def _opened(hands: Hands) -> ClassWindow:
    hands.do("compare_class")
    until(lambda: hands.room.classes.window and hands.room.classes.window.seen)
    window = hands.room.classes.window
    assert window
    return window
