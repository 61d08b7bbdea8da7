"""The class window beside the main one: opened, followed, chosen in, closed."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget

from annotator.model.claim import Claim
from annotator.model.handin import HandIn, Member
from annotator.model.ids import AssignmentId, ClaimId, HandInId, PersonId, new_id
from annotator.model.paper import Paper
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import assigning
from annotator.services.assigning import Asked
from annotator.services.workspace import Workspace
from annotator.storage import handins
from annotator.ui.classroom import navigation
from annotator.ui.classroom.feedback_question import FeedbackQuestion
from annotator.ui.classroom.giving import Usual
from annotator.ui.classroom.report_question import ReportOfClassQuestion
from annotator.ui.classroom.seen import ToReport
from annotator.ui.classroom.to_know import ToKnow
from annotator.ui.classroom.window import ClassWindow
from tests.ui.window.conftest import Hands, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Collect = Callable[..., PersonId]


@pytest.fixture
def collect(hands: Hands, elsewhere: Workspace, tmp_path: Path) -> Collect:
    """Somebody's hand-in to the one assignment, which marks the first words of the article."""
    article = hands.desk.article
    assert article
    asked = Asked(title="Class 9b", roster=("Eva", "Finn"))
    maker = hands.desk.person
    made = assigning.assign(
        elsewhere,
        article.id,
        asked,
        tmp_path / "out.assignment",
        maker=maker.id if maker else None,
    )

    def came(name: str, tag: Tag, partner: str = "", number: int = 1) -> PersonId:
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
            tuple(Member(rows.get(one, person), one) for one in (name, partner) if one),
            number,
            now,
            str(number),
            now,
        )
        with elsewhere.step("collect", undoable=False) as step:
            handins.insert_bare(step, work)
            handins.insert_work(step, {work.id: handins.packed((claim,))})
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


def test_what_was_hidden_of_a_pair_stays_so_when_they_part(hands: Hands, collect: Collect) -> None:
    eva = collect("Eva", Tag.ATTRIBUTED, partner="Finn")
    window = _opened(hands)
    assert window.seen
    claims = window.seen.passages[0].found.answers[0].claims
    window.pages.students.hidden.emit((eva,), True)
    window.side.answer_hidden.emit(claims, True)
    until(lambda: window.seen and window.seen.hidden_answers)
    collect("Eva", Tag.CONTESTED, number=2)
    until(lambda: window.seen and len(window.seen.students) == 2)
    assert [(one.name, one.hidden) for one in window.seen.students] == [
        ("Eva", True),
        ("Finn", True),
    ]
    (finn,) = [one for one in window.seen.compared if one.name == "Finn"]
    assert {one.id for one in finn.claims} <= window.seen.hidden_answers


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


def test_a_class_report_is_asked_for_and_written(
    hands: Hands, collect: Collect, tmp_path: Path
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    hands.do("class_report")
    question = _question(window, ReportOfClassQuestion)
    said = _said(question)
    assert "Each student's name stands beside what they wrote." in said
    question.anonymous.click()
    assert "Nobody is named" in _said(question)
    question._kind.setCurrentIndex(4)
    assert not question._paper.isVisible()
    question.yes.click()
    _choose(window, tmp_path / "grades.csv")
    until(lambda: window.done.text())
    assert window.done.text() == f"The class report is in {tmp_path / 'grades.csv'}"
    assert "Student 1" in (tmp_path / "grades.csv").read_text("utf-8-sig")
    assert "Eva" not in (tmp_path / "grades.csv").read_text("utf-8-sig")
    assert {one.text() for one in window.done.findChildren(QPushButton)} >= {
        "Open the file",
        "Open the folder",
    }


def test_names_that_were_found_are_told_of_only_when_asked_for(
    hands: Hands, collect: Collect, tmp_path: Path
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    window.set_names_hidden(True)
    hands.room.classes.reports._say(
        ["It is there."], ["“Eva” is now “Student 1”."], tmp_path / "a", is_file=True
    )
    assert "Eva" not in window.done.text()
    offers = window.done.findChildren(QPushButton)
    next(one for one in offers if one.text() == "1 thing to look at").click()
    page = _question(hands.room.classes.in_front(), ToKnow)
    assert "“Eva” is now “Student 1”." in _said(page)
    page.accept()


def test_feedback_goes_into_a_folder_and_the_key_is_released_with_it(
    hands: Hands, collect: Collect, tmp_path: Path
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    hands.tag("Afghan Resistance", "attributed")
    window = _opened(hands)
    hands.do("feedback")
    question = _question(window, FeedbackQuestion)
    assert not question.shows_key
    question._key.click()
    question.yes.click()
    to = tmp_path / "back"
    to.mkdir()
    _choose(window, to)
    until(lambda: window.done.text())
    assert window.done.text() == f"1 report is in {to}"
    assert "Claim of the key" in (to / "Eva.html").read_text("utf-8")
    until(lambda: window.seen and window.seen.assignment and window.seen.assignment.released)
    hands.do("undo")
    until(lambda: window.seen and window.seen.assignment and not window.seen.assignment.released)


def test_feedback_is_one_archive_and_fills_a_worksheet(
    hands: Hands, collect: Collect, tmp_path: Path
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    hands.do("feedback")
    question = _question(window, FeedbackQuestion)
    table = tmp_path / "Grades.csv"
    table.write_text("no,worksheet\r\n", "utf-8")
    question.sheet_asked.emit()
    _choose(question, table)
    until(lambda: "It is no grading worksheet of Moodle" in _said(question))
    assert question.sheet is None
    table.write_text(
        "Identifier,Full name,Status,Grade,Feedback comments\r\nParticipant 7,Eva,Done,-,\r\n",
        "utf-8",
    )
    hands.room.classes.reports._read_sheet(question, table)
    until(lambda: question.sheet)
    assert "Grades-feedback.csv" in _said(question)
    question._archive.click()
    question.yes.click()
    _choose(window, tmp_path / "back.zip")
    until(lambda: window.done.text())
    said = window.done.text().splitlines()
    assert said[:2] == [
        f"1 report is in {tmp_path / 'back.zip'}",
        f"0 cells are filled in {tmp_path / 'Grades-feedback.csv'}",
    ]
    assert zipfile.is_zipfile(tmp_path / "back.zip")


def test_feedback_for_nobody_is_refused_in_a_sentence(hands: Hands) -> None:
    refused: list[str] = []
    hands.desk.refused.connect(refused.append)
    hands.do("feedback")
    until(lambda: refused)
    assert refused[0].startswith("Nobody has handed anything in")


def test_a_place_where_nothing_can_be_written_is_said(
    hands: Hands, collect: Collect, tmp_path: Path
) -> None:
    collect("Eva", Tag.ATTRIBUTED)
    window = _opened(hands)
    assert window.seen
    seen: list[ToReport] = []
    hands.room.classes.reports._look_up(seen.append)
    until(lambda: seen)
    usual = Usual("html", Paper.A4, anonymous=False)
    hands.room.classes.reports.write(seen[0], usual, tmp_path / "nowhere" / "class.html")
    until(lambda: window.notice.text())
    assert "nowhere" in window.notice.text()
    assert not window.done.text()


_Asks = TypeVar("_Asks", bound=QDialog)


def _question(parent: QWidget, kind: type[_Asks]) -> _Asks:
    until(lambda: [one for one in parent.findChildren(kind) if one.isVisible()])
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def _choose(parent: QWidget, path: Path) -> None:
    dialog = _question(parent, QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def _said(question: QWidget) -> str:
    return "\n".join(one.text() for one in question.findChildren(QLabel))


def _opened(hands: Hands) -> ClassWindow:
    hands.do("compare_class")
    until(lambda: hands.room.classes.window and hands.room.classes.window.seen)
    window = hands.room.classes.window
    assert window
    return window
