"""Hand-ins into the window: dropped, collected in the background, told of in one list."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget

from annotator.model.ids import AssignmentId
from annotator.model.tags import Tag
from annotator.services import assigning
from annotator.services.assigning import Asked
from annotator.services.workspace import Workspace
from annotator.ui.classroom.collected import CollectedPage
from annotator.ui.classroom.window import ClassWindow
from tests.ui.window.conftest import Hands, until
from tests.unit.services.class_desk import School, Student
from tests.unit.services.desk import desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WORDS = "Afghan Resistance"


class Class:
    """Students who open the teacher's assignment on computers of their own."""

    def __init__(self, hands: Hands, elsewhere: Workspace, folder: Path) -> None:
        article = hands.desk.article
        assert article
        self._folder = folder
        self._file = folder / "out.assignment"
        asked = Asked(title="Class 9b", roster=("Eva", "Finn", "Gil"))
        self.assignment: AssignmentId = assigning.assign(
            elsewhere, article.id, asked, self._file
        ).id
        self._school = School(desk(folder / "nobody"), folder)

    def student(self, name: str) -> Student:
        return self._school.student(name, self._file)

    def file(self, student: Student, name: str = "") -> Path:
        to = self._folder / "in" / f"{name or student.name}.handin"
        to.parent.mkdir(exist_ok=True)
        student.hand_in(to)
        return to


@pytest.fixture
def pupils(hands: Hands, elsewhere: Workspace, tmp_path: Path) -> Class:
    return Class(hands, elsewhere, tmp_path)


def test_a_folder_is_collected_and_told_of_in_one_list(hands: Hands, pupils: Class) -> None:
    eva = pupils.student("Eva")
    eva.tag(WORDS, Tag.ATTRIBUTED)
    file = pupils.file(eva)
    (file.parent / "torn.handin").write_bytes(file.read_bytes()[:-40])
    _drop(hands.window, file.parent)
    page = _page(hands)
    rows = [page._model.value(row) for row in range(page._model.rowCount())]
    assert [one.result for one in rows] == ["refused", "new"]
    assert "damaged" in rows[0].reason
    assert rows[1].who == "Eva"
    said = "\n".join(str(one.text()) for one in page.findChildren(QWidget) if hasattr(one, "text"))
    assert "1 handed in, 1 refused, 2 missing" in said
    assert "Not in yet: Finn, Gil" in said


def test_from_the_list_one_goes_on_to_the_class(hands: Hands, pupils: Class) -> None:
    eva = pupils.student("Eva")
    eva.tag(WORDS, Tag.ATTRIBUTED)
    file = pupils.file(eva)
    archive = file.with_suffix(".zip")
    with zipfile.ZipFile(archive, "w") as made:
        made.write(file, "Eva Lund_17_assignsubmission_file/work.handin")
    _drop(hands.window, archive)
    _press(_page(hands), "Compare the class")
    window = _class(hands)
    assert window.seen
    assert window.seen.assignment
    assert [one.name for one in window.seen.students] == ["Eva"]
    assert window.seen.passages[0].quote == WORDS


def test_two_machines_with_one_number_are_a_choice(hands: Hands, pupils: Class) -> None:
    files = []
    for place, tag in enumerate((Tag.ATTRIBUTED, Tag.CONTESTED)):
        eva = pupils.student("Eva")
        eva.tag(WORDS, tag)
        files.append(pupils.file(eva, f"eva {place}"))
    _drop(hands.window, *files)
    page = _page(hands)
    choices = page.findChildren(QRadioButton)
    assert len(choices) == 2
    assert choices[0].accessibleName().startswith("Number 1 of Eva came twice")
    page.reject()
    page.deleteLater()
    _drop(hands.window, *files)  # once more, and it is still to be chosen
    until(lambda: len(hands.window.findChildren(CollectedPage)) == 1)
    page = _page(hands)
    assert len(page.findChildren(QRadioButton)) == 2
    told = [one.text() for one in page.findChildren(QLabel)]
    assert "2 there already, 1 needs your choice, 2 missing" in told
    page.reject()
    hands.do("compare_class")
    window = _class(hands)
    assert window.questions.text().startswith("Number 1 of Eva came twice")
    offer = next(
        one for one in window.questions.findChildren(QPushButton) if "made on" in one.text()
    )
    offer.click()
    until(lambda: window.seen and not window.seen.conflicts)
    assert window.seen
    assert [one.name for one in window.seen.students] == ["Eva"]


def test_somebody_under_a_name_of_the_roster_can_be_joined(hands: Hands, pupils: Class) -> None:
    stranger = pupils.student("Finn")
    stranger.tag(WORDS, Tag.VERIFIED)
    _make_a_stranger(stranger)
    _drop(hands.window, pupils.file(stranger).parent)
    page = _page(hands)
    said = "“Finn” has handed in, and “Finn” of your list has not. Are they one?"
    assert said in [one.text() for one in page.findChildren(QLabel)]
    _press(page, "They are one person")
    hands.settle()
    assert "Not in yet: Eva, Gil" in [one.text() for one in page.findChildren(QLabel)]
    page.reject()
    hands.do("compare_class")
    window = _class(hands)
    assert window.seen
    assert "Finn" not in window.seen.missing


def test_an_unanswered_question_stays_in_the_class_window(hands: Hands, pupils: Class) -> None:
    stranger = pupils.student("Finn")
    stranger.tag(WORDS, Tag.VERIFIED)
    _make_a_stranger(stranger)
    _drop(hands.window, pupils.file(stranger).parent)
    _page(hands).reject()
    hands.do("compare_class")
    window = _class(hands)
    asked = "“Finn” has handed in, and “Finn” of your list has not. Are they one?"
    until(lambda: window.questions.text() == asked)
    window.set_names_hidden(True)
    assert window.questions.text() == ""
    window.set_names_hidden(False)
    _press(window.questions, "They are two people")
    until(lambda: window.seen and not window.seen.namesakes)
    until(lambda: window.questions.text() == "")
    assert window.seen
    assert window.seen.missing == ("Eva", "Finn", "Gil")


def test_names_hidden_the_list_of_what_came_is_shown_only_when_asked_for(
    hands: Hands, pupils: Class
) -> None:
    eva = pupils.student("Eva")
    eva.tag(WORDS, Tag.ATTRIBUTED)
    hands.do("compare_class")
    window = _class(hands)
    window.set_names_hidden(True)
    _drop(window, pupils.file(eva))
    until(lambda: window.done.text())
    assert window.done.text() == "1 handed in, 2 missing"
    assert not window.findChildren(CollectedPage)
    _press(window.done, "Show the list, with names")
    until(lambda: window.findChildren(CollectedPage) or hands.window.findChildren(CollectedPage))
    (page,) = window.findChildren(CollectedPage) or hands.window.findChildren(CollectedPage)
    assert page._model.value(0).who == "Eva"
    page.reject()


def test_nothing_there_is_said_and_harms_nothing(hands: Hands, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    _drop(hands.window, empty)
    page = _page(hands)
    assert page._model.value(0).result == "refused"
    assert not page.findChildren(QRadioButton)


def test_what_to_collect_is_asked(hands: Hands) -> None:
    hands.window.actions_by_id["collect"].trigger()
    question = hands.question()
    names = [one.text() for one in question.findChildren(QPushButton)]
    assert names[:2] == ["Files or a zip…", "A folder…"]
    question.reject()


def _make_a_stranger(student: Student) -> None:
    """The same name under another id, as by typing it instead of choosing it from the roster."""
    from annotator.services import naming

    student.desk.person = naming.make(student.desk.workspace, student.name).id


def _drop(window: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)


def _page(hands: Hands) -> CollectedPage:
    page = hands.question()
    assert isinstance(page, CollectedPage)
    return page


def _class(hands: Hands) -> ClassWindow:
    until(lambda: hands.room.classes.window and hands.room.classes.window.seen)
    window = hands.room.classes.window
    assert window
    return window


def _press(page: QWidget, words: str) -> None:
    next(one for one in page.findChildren(QPushButton) if one.text() == words).click()
