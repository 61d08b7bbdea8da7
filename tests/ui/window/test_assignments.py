"""An assignment from the teacher's window to the student's, and the work back again."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from annotator.exchange import assignments as assignment_files
from annotator.exchange import handins as hand_in_files
from annotator.model.assignment import Minimums
from annotator.model.tags import Tag
from annotator.services import adding, assigning, naming, versioning
from annotator.services.assigning import Asked
from annotator.services.preparing import prepare_text
from annotator.services.versioning_keeping import add_version
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage.library import Library
from annotator.ui.article.notice import Notice
from annotator.ui.assignments.hand_in_question import HandInQuestion
from annotator.ui.assignments.question import AssignmentQuestion
from annotator.ui.assignments.strip import AssignmentStrip
from annotator.ui.dialogs.confirming import Confirmation
from annotator.ui.dialogs.name import NameQuestion
from annotator.ui.session import add_sample
from tests.ui.window.conftest import Hands, Opener, until
from tests.ui.window.test_button_names import unlike

WORDS = "over 200 operations"
FULL = Asked(
    "Who says what?",
    "Find them.\nCheck one.\nWrite down where you looked.",
    date(2026, 3, 2),
    Minimums(3, {Tag.ATTRIBUTED: 2, Tag.VERIFIED: 1}),
    require_complete=True,
    roster=("Ana Öz", "Ben Ito"),
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    """The file of an assignment that a teacher has made elsewhere."""
    return hand_out(tmp_path, FULL)


def box(question: QWidget, text: str) -> QCheckBox:
    """The box whose words begin so."""
    return next(one for one in question.findChildren(QCheckBox) if one.text().startswith(text))


def hand_out(folder: Path, asked: Asked) -> Path:
    """The file of an assignment on the sample article."""
    workspace = open_workspace(folder / "teacher")
    article = add_sample(workspace)
    assert article
    to = folder / "out.assignment"
    assigning.assign(workspace, article, asked, to)
    workspace.close()
    return to


def strip(hands: Hands) -> AssignmentStrip:
    return hands.window.findChildren(AssignmentStrip)[0]


def texts(widget: QWidget) -> list[str]:
    """What the visible labels and buttons say."""
    kinds: list[QLabel | QPushButton] = [
        *widget.findChildren(QLabel),
        *widget.findChildren(QPushButton),
    ]
    return [one.text() for one in kinds if one.isVisible() and one.text()]


def field(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """The field of that accessible name."""
    return next(one for one in parent.findChildren(kind) if one.accessibleName() == name)


def press(dialog: QDialog, words: str) -> None:
    """Press the button that says so."""
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    assert button.isEnabled()
    button.click()


def choose_file(hands: Hands, path: Path) -> str:
    """Answer the file dialog that is open; the name that it offered."""
    until(lambda: hands.window.findChildren(QFileDialog))
    (dialog,) = hands.window.findChildren(QFileDialog)
    offered = Path((dialog.selectedFiles() or [""])[0]).name
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    dialog.deleteLater()
    hands.settle()
    return offered


def done(hands: Hands) -> str:
    """What the notice says."""
    until(lambda: any(one.text() for one in hands.window.findChildren(Notice)))
    return hands.room.page.done.text() if hands.room.page.done else ""


def test_a_teacher_makes_an_assignment_from_the_article(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.do("assign")
    question = hands.question()
    assert isinstance(question, AssignmentQuestion)
    title = field(question, QLineEdit, "Title")
    assert isinstance(title, QLineEdit)
    title.setText("Who says what?")
    instructions = field(question, QPlainTextEdit, "What the students shall do")
    assert isinstance(instructions, QPlainTextEdit)
    instructions.setPlainText("Find them.")
    verified = field(question, QSpinBox, "Verified")
    assert isinstance(verified, QSpinBox)
    verified.setValue(1)
    box(question, "Due on").setChecked(True)
    box(question, "Ask for a reason").setChecked(True)
    names = "The class, so that you see who is missing (optional)"
    roster = field(question, QPlainTextEdit, names)
    assert isinstance(roster, QPlainTextEdit)
    roster.setPlainText("Ana Öz\nBen Ito")
    assert "2 names" in texts(question)
    press(question, "Choose where it goes…")
    to = tmp_path / "out.assignment"
    assert choose_file(hands, to) == "Who says what.assignment"
    read = assignment_files.read(to.read_bytes())
    assert read.assignment.title == "Who says what?"
    assert read.assignment.minimums == Minimums(0, {Tag.VERIFIED: 1})
    assert read.assignment.require_complete
    assert read.assignment.due
    assert [one.name for one in read.assignment.roster] == ["Ana Öz", "Ben Ito"]
    assert "your own claims are not in it" in done(hands)
    assert "Compare the class…" in texts(strip(hands))
    hands.do("assign")
    again = hands.question()
    which = field(again, QComboBox, "What to make")
    assert isinstance(which, QComboBox)
    which.setCurrentIndex(1)
    for asked in ("Due on", "Ask for a reason"):
        assert box(again, asked).isChecked()
        box(again, asked).setChecked(False)
    roster = field(again, QPlainTextEdit, names)
    assert isinstance(roster, QPlainTextEdit)
    roster.setPlainText("")
    press(again, "Choose where it goes…")
    choose_file(hands, to)
    revised = assignment_files.read(to.read_bytes()).assignment
    assert revised.revision == 2
    assert (revised.due, revised.require_complete, revised.roster) == (None, False, ())


def test_what_is_no_list_of_names_is_said_and_nothing_made(hands: Hands) -> None:
    hands.do("assign")
    question = hands.question()
    assert isinstance(question, AssignmentQuestion)
    roster = question.findChildren(QPlainTextEdit)[1]
    roster.setPlainText("x" * 500)
    question.accept()
    assert question.isVisible()
    assert any("name" in said for said in texts(question))


def test_names_come_from_a_file(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text("First,Last\nAna,Öz\n", encoding="utf-8")
    hands.do("assign")
    question = hands.question()
    press(question, "From a file…")
    choose_file(hands, path)
    assert "1 name" in texts(question)


def test_a_student_sees_what_is_asked_and_how_far_they_are(
    opener: Opener, handed_out: Path
) -> None:
    hands = opener(as_name=None, file=handed_out)
    until(lambda: hands.window.findChildren(AssignmentStrip))
    said = texts(strip(hands))
    assert "Who says what?" in said
    assert "It was due on Monday, 2 March 2026." in said
    assert "Find them.\nCheck one." in said
    assert [one for one in said if " of " in one and one[0].isdigit()] == [
        *("0 of 3 passages", "0 of 2", "0 of 1")
    ]
    press_in(strip(hands), "All of it")
    assert FULL.instructions in texts(strip(hands))
    hands.select(WORDS)
    hands.window.actions_by_id["attributed"].trigger()
    question = hands.question()
    assert isinstance(question, NameQuestion)
    assert not any("nickname" in one for one in texts(question))
    assert not hands.room.page.hint.isVisible()
    offered = question.list.model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == [
        *("Ana Öz", "Ben Ito")
    ]
    question._field.setText("Ben Ito")
    question.accept()
    hands.settle()
    assert hands.desk.person
    roster = assignment_files.read(handed_out.read_bytes()).assignment.roster
    assert hands.desk.person.id == roster[1].id
    until(lambda: "1 of 2" in texts(strip(hands)))
    interface = QAccessible.queryAccessibleInterface(strip(hands)._chips)
    assert interface.text(QAccessible.Text.Name) == (
        "1 passage, Attributed: 1 of 2, Verified: 0 of 1"
    )


def press_in(widget: QWidget, words: str) -> None:
    next(one for one in widget.findChildren(QPushButton) if one.text() == words).click()


def test_whoever_sat_here_last_is_not_taken_for_the_one_who_opens_it(
    hands: Hands, handed_out: Path
) -> None:
    hands.room.take_files([handed_out])
    until(lambda: hands.desk.assignments)
    hands.settle()
    assert hands.desk.person is None
    assert hands.window.tools.person.text() == "Who are you?"


def test_a_name_given_at_the_start_is_the_one_on_the_roster(
    opener: Opener, handed_out: Path
) -> None:
    hands = opener(as_name="Ben Ito", file=handed_out)
    until(lambda: hands.desk.assignments and hands.desk.person)
    hands.settle()
    ben = hands.desk.assignments[0].roster[1]
    assert hands.desk.person
    assert (hands.desk.person.name, hands.desk.person.id) == ("Ben Ito", ben.id)
    hands.tag(WORDS, "attributed")
    hands.room.take_files([handed_out])
    hands.settle()
    assert list(hands.claims()) == [WORDS]
    again = opener(as_name="Ben Ito")
    assert again.desk.person
    assert again.desk.person.id == ben.id


def test_two_of_one_name_choose_theirs_by_their_order(
    opener: Opener, elsewhere: Workspace, tmp_path: Path
) -> None:
    article = adding.add_text(elsewhere, "The dam is safe, said Eva.\nNobody asked.", "x").article
    assert article
    asked = Asked(roster=("Tom Ito", "Lee, Ann", "Tom Ito"))
    file = tmp_path / "two.assignment"
    made = assigning.assign(elsewhere, article.id, asked, file)
    hands = opener(as_name=None, file=file)
    until(lambda: hands.desk.assignments)
    hands.settle()
    hands.select("The dam is safe")
    hands.window.actions_by_id["attributed"].trigger()
    question = hands.question()
    assert isinstance(question, NameQuestion)
    offered = question.list.model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == [
        *("Tom Ito (1)", "Lee, Ann", "Tom Ito (2)")
    ]
    question._field.setText("Tom Ito (2)")
    question.accept()
    hands.settle()
    assert hands.desk.person
    assert (hands.desk.person.name, hands.desk.person.id) == ("Tom Ito", made.roster[2].id)


def test_a_revision_leaves_names_with_commas_as_they_are(
    hands: Hands, elsewhere: Workspace, tmp_path: Path
) -> None:
    article = hands.desk.article
    assert article
    asked = Asked(roster=("Lee, Ann", 'Tom "T" Ito'))
    made = assigning.assign(elsewhere, article.id, asked, tmp_path / "one.assignment")
    question = AssignmentQuestion(hands.window, "x", [made])
    question._fill(made)
    assert question.asked().roster == asked.roster


def test_whoever_works_on_the_article_already_goes_on(hands: Hands, handed_out: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.room.take_files([handed_out])
    until(lambda: hands.desk.assignments)
    hands.settle()
    assert hands.desk.person
    assert list(hands.claims()) == [WORDS]


def test_handing_in_says_first_what_is_missing_and_asks_why(
    opener: Opener, handed_out: Path, tmp_path: Path
) -> None:
    hands = opener(as_name=None, file=handed_out)
    until(lambda: hands.desk.assignments)
    hands.select(WORDS)
    hands.window.actions_by_id["attributed"].trigger()
    name = hands.question()
    assert isinstance(name, NameQuestion)
    name._field.setText("Ana Öz")
    name.accept()
    hands.settle()
    hands.do("hand_in")
    question = hands.question()
    assert isinstance(question, HandInQuestion)
    said = texts(question)
    assert "1 claim still needs something" in said
    assert "Asked for are 3 passages; you have 1." in said
    assert "Verified: asked for are 1, you have 0." in said
    (view,) = [one for one in question.findChildren(QListView) if one.isVisible()]
    assert view.model().index(0, 0).data() == f"“{WORDS}”: say who says so"
    go_on = next(
        one for one in question.findChildren(QPushButton) if one.text().startswith("Choose where")
    )
    assert not go_on.isEnabled()
    reason = field(question, QLineEdit, "Hand in anyway, because…")
    QTest.keyClicks(reason, "I was ill.")
    with_whom = field(question, QComboBox, "With whom you worked (type a name, or choose one)")
    assert isinstance(with_whom, QComboBox)
    assert [with_whom.itemText(row) for row in range(with_whom.count())] == ["Alone", "Ben Ito"]
    with_whom.setCurrentIndex(1)
    go_on.click()
    to = tmp_path / "ana.handin"
    assert choose_file(hands, to) == "Ana Öz - Who says what.handin"
    file = hand_in_files.read(to.read_bytes())
    assert [one.name for one in file.people] == ["Ana Öz", "Ben Ito"]
    assert (file.anyway, file.number, len(file.items)) == ("I was ill.", 1, 1)
    assert "number 1" in done(hands)
    until(lambda: any("number 1" in one for one in texts(strip(hands))))


def test_what_is_missing_leads_to_its_claim(hands: Hands) -> None:
    claim = hands.tag(WORDS, "attributed")
    hands.room.claims.set_current(None)
    hands.do("hand_in")
    question = hands.question()
    (view,) = [one for one in question.findChildren(QListView) if one.isVisible()]
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    until(lambda: hands.room.claims.current() == claim.id)
    assert not question.isVisible()


def test_work_is_taken_along_and_goes_on(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.do("take_along")
    press(hands.question(), "Choose where it goes…")
    to = tmp_path / "ana.handin"
    choose_file(hands, to)
    assert "Open this file on the other computer" in done(hands)
    hands.do("remove")
    hands.desk.stand_up()
    hands.settle()
    hands.room.take_files([to])
    question = hands.question()
    assert isinstance(question, Confirmation)
    assert question.windowTitle() == "Open the work of Ana?"
    press(question, "Open it as Ana")
    hands.settle()
    until(lambda: hands.desk.person is not None)
    assert list(hands.claims()) == [WORDS]


def test_a_revision_on_a_newer_text_takes_the_work_along_and_says_so(
    hands: Hands, tmp_path: Path
) -> None:
    hands.tag(WORDS, "attributed")
    hands.room.take_files([hand_out(tmp_path, Asked())])
    hands.settle()
    told: list[str] = []
    hands.desk.told.connect(told.append)
    hands.room.take_files([revised(tmp_path, f"News.\n{hands.text}")])
    until(lambda: told)
    hands.settle()
    assert told == ["The article has a newer version: 1 claim was carried over to it."]
    assert list(hands.claims()) == [WORDS]


def revised(folder: Path, text: str) -> Path:
    """The file of a revision of the assignment that was handed out, on a newer text."""
    workspace = open_workspace(folder / "teacher")
    (made,) = assigning.every(workspace)
    versions = versioning.propose(workspace, made.article, prepare_text(text, "newer"))
    newer = add_version(workspace, versions).article.id
    to = folder / "newer.assignment"
    assigning.assign(workspace, newer, Asked(), to, revises=made.id)
    workspace.close()
    return to


def test_work_that_is_handed_in_and_removed_is_gone_from_here(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.do("hand_in_and_remove")
    press(hands.question(), "Choose where it goes…")
    to = tmp_path / "ana.handin"
    choose_file(hands, to)
    assert len(hand_in_files.read(to.read_bytes()).items) == 1
    until(lambda: hands.desk.person is None)
    hands.settle()
    assert hands.claims() == {}
    assert "no longer on this computer" in done(hands)
    assert not hands.window.actions_by_id["undo"].isEnabled()
    session = hands.desk._session
    assert session
    assert naming.everybody(session.workspace) == []


def test_a_log_that_still_holds_what_was_removed_is_said(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "empty_log", lambda _library: False)
    hands.tag(WORDS, "attributed")
    hands.do("hand_in_and_remove")
    press(hands.question(), "Choose where it goes…")
    choose_file(hands, tmp_path / "ana.handin")
    until(lambda: hands.desk.person is None)
    hands.settle()
    session = hands.desk._session
    assert session
    said = "Another program has the library open, so {file} still holds it: close every window of"
    assert said.format(file=session.workspace.library.log) in done(hands)


def test_a_hand_in_for_an_assignment_made_here_is_to_be_collected(
    hands: Hands, tmp_path: Path
) -> None:
    to = tmp_path / "out.assignment"
    session = hands.desk._session
    assert session
    assert hands.desk.article
    assigning.assign(session.workspace, hands.desk.article.id, Asked(), to)
    hands.desk.open(hands.desk.article.id)
    hands.settle()
    hands.tag(WORDS, "attributed")
    hands.do("hand_in")
    press(hands.question(), "Choose where it goes…")
    work = tmp_path / "ana.handin"
    choose_file(hands, work)
    asked: list[list[Path]] = []
    hands.desk.to_collect.connect(asked.append)
    hands.room.take_files([work])
    hands.settle()
    assert asked == [[work]]


def test_a_damaged_file_is_refused_in_a_sentence(hands: Hands, handed_out: Path) -> None:
    handed_out.write_bytes(handed_out.read_bytes()[:-10])
    hands.room.take_files([handed_out])
    hands.settle()
    assert hands.room.page.refusal.text()
    assert not hands.desk.assignments


def test_everything_in_the_questions_has_a_name(hands: Hands, handed_out: Path) -> None:
    hands.room.take_files([handed_out])
    until(lambda: hands.window.findChildren(AssignmentStrip))
    hands.settle()
    for deed in ("assign", "take_along"):
        hands.do(deed)
        question = hands.question()
        for widget in question.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                if interface and not widget.objectName().startswith("qt_"):
                    assert interface.text(QAccessible.Text.Name), widget
        assert unlike(question) == []
        question.reject()
        hands.settle()
