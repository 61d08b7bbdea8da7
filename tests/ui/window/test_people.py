"""Who annotates: asked at the first tag, changeable, each with own claims."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit

from annotator.model.claim import LinkRole
from annotator.model.span import Span
from annotator.services import claiming, naming
from annotator.services.workspace import Workspace
from annotator.ui.claims.link_picker import LinkPicker
from annotator.ui.dialogs.name import NameQuestion
from annotator.ui.verbs import history, people
from tests.ui.window.conftest import Hands, Opener, rest, until

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def answer(hands: Hands, name: str) -> None:
    question = hands.question()
    field = question.findChildren(QLineEdit)[0]
    field.clear()
    QTest.keyClicks(field, name)
    question.accept()
    hands.settle()


def test_nobody_is_asked_before_the_first_tag(opener: Opener) -> None:
    hands = opener(as_name=None)
    assert hands.desk.person is None
    assert hands.window.tools.person.text() == "Who are you?"


def test_the_first_tag_asks_and_then_goes_on(opener: Opener) -> None:
    hands = opener(as_name=None)
    hands.select(WORDS)
    hands.do("attributed")
    answer(hands, "Ben")
    assert list(hands.claims()) == [WORDS]
    assert hands.window.tools.person.text() == "Ben"


def test_not_now_makes_no_claim_and_no_person(opener: Opener) -> None:
    hands = opener(as_name=None)
    hands.select(WORDS)
    hands.do("attributed")
    hands.question().reject()
    hands.settle()
    assert hands.claims() == {}
    assert hands.desk.person is None


def test_an_empty_name_cannot_be_given(opener: Opener) -> None:
    hands = opener(as_name=None)
    hands.select(WORDS)
    hands.do("attributed")
    question = hands.question()
    box = question.findChildren(QDialogButtonBox)[0]
    yes = box.buttons()[0]
    QTest.keyClicks(question.findChildren(QLineEdit)[0], "   ")
    assert not yes.isEnabled()


def test_each_sees_own_claims(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    hands.room.people._menu.aboutToShow.emit()
    people.name(hands.desk, "Ben")
    hands.settle()
    assert hands.claims() == {}
    hands.tag("the groups remain close", "contested")
    ana = next(one for one in hands.desk.people.values() if one.name == "Ana")
    hands.desk.sit_down(ana)
    hands.settle()
    assert list(hands.claims()) == [WORDS]


def test_nobody_takes_back_what_the_one_before_did(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    ana = hands.desk.person
    assert ana
    people.name(hands.desk, "Ben")
    hands.settle()
    assert not hands.window.actions_by_id["undo"].isEnabled()
    history.undo(hands.desk)
    hands.settle()
    hands.desk.stand_up()
    hands.settle()
    history.undo(hands.desk)
    hands.desk.sit_down(ana)
    hands.settle()
    assert list(hands.claims()) == [WORDS]


def test_a_tag_before_the_name_is_given_can_be_taken_back(opener: Opener) -> None:
    hands = opener(as_name=None)
    hands.select(WORDS)
    hands.do("attributed")
    answer(hands, "Ana")
    assert list(hands.claims()) == [WORDS]
    hands.do("undo")
    assert hands.claims() == {}


def test_the_menu_lists_everybody_as_plain_words(hands: Hands) -> None:
    people.name(hands.desk, "Tom & <b>Li</b>")
    hands.settle()
    hands.room.people._menu.aboutToShow.emit()
    names = [one.text() for one in hands.room.people._menu.actions()]
    assert names[:2] == ["Ana", "Tom && <b>Li</b>"]


def test_a_name_can_be_corrected(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    people.rename(hands.desk, "Anna")
    hands.settle()
    assert hands.window.tools.person.text() == "Anna"
    assert list(hands.claims()) == [WORDS]


def test_the_reader_stays_where_it_was_when_the_name_is_given(opener: Opener) -> None:
    hands = opener(as_name=None)
    words = "More than 23 million people"
    span = hands.select(words)
    reader = hands.room.page.reader
    scrolled = reader.verticalScrollBar().value()
    assert scrolled > 0
    hands.do("attributed")
    answer(hands, "Ben")
    assert list(hands.claims()) == [words]
    assert reader.selected_span() == span
    assert reader.verticalScrollBar().value() == scrolled
    hands.do("contested")
    assert len(hands.claims()[words]) == 2


def test_a_name_that_two_have_is_chosen_from_the_menu(hands: Hands, elsewhere: Workspace) -> None:
    naming.make(elsewhere, "Ana")
    people.name(hands.desk, "Ana")
    hands.settle()
    assert hands.room.page.refusal.text().startswith("Several people here are called “Ana”.")


def test_while_nobody_is_named_nobodys_claims_are_shown(
    opener: Opener, elsewhere: Workspace
) -> None:
    hands = opener(as_name=None)
    article = hands.desk.article
    assert article
    mia = naming.make(elsewhere, "Mia")
    target = claiming.Target(article.id, mia.id, Span(0, 6))
    claiming.tag_exactly(elsewhere, target, claiming.Fields())
    rest(1200)
    assert hands.claims() == {}


def asking(hands: Hands) -> tuple[NameQuestion, QLineEdit, list[str]]:
    """The question who annotates where two are known; its field, and what it will have said."""
    question = NameQuestion(hands.window, ["Anna", "Annabel Öz", "Ben"])
    names: list[str] = []
    question.named.connect(names.append)
    question.open()
    return question, question.findChildren(QLineEdit)[0], names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ben", "Ben"), (" ANNABEL  öz ", "Annabel Öz"), ("Be", "Be"), ("Ann", "Ann")],
)
def test_capital_letters_make_nobody_else(hands: Hands, typed: str, meant: str) -> None:
    question, field, names = asking(hands)
    field.setText(typed)
    question.accept()
    assert names == [meant]


def offered(question: NameQuestion) -> list[str]:
    model = question.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_enter_takes_what_is_written_whoever_is_offered(hands: Hands) -> None:
    question, field, names = asking(hands)
    QTest.keyClicks(field, "Ann")
    assert offered(question) == ["Anna", "Annabel Öz"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names == ["Ann"]
    assert not question.isVisible()


def test_the_arrow_goes_to_the_names_and_enter_takes_one(hands: Hands) -> None:
    question, field, names = asking(hands)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert question.focusWidget() is question.list
    assert field.text() == "Anna"
    QTest.keyClick(question.list, Qt.Key.Key_Down)
    assert field.text() == "Annabel Öz"
    assert offered(question) == ["Anna", "Annabel Öz", "Ben"]
    QTest.keyClick(question.list, Qt.Key.Key_Return)
    assert names == ["Annabel Öz"]


def test_a_click_chooses_a_name_that_can_still_be_changed(hands: Hands) -> None:
    question, field, names = asking(hands)
    view = question.list
    middle = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (field.text(), names) == ("Ben", [])
    question.yes.click()
    assert names == ["Ben"]


def test_names_are_found_without_their_accents(hands: Hands) -> None:
    question, field, _names = asking(hands)
    QTest.keyClicks(field, "oz")
    assert offered(question) == ["Annabel Öz"]
    field.clear()
    QTest.keyClicks(field, "b")
    assert offered(question) == ["Ben", "Annabel Öz"]
    question.reject()


def test_offered_names_are_seen_whole(hands: Hands) -> None:
    question, _field, _names = asking(hands)
    view = question.list
    assert view.viewport().height() >= 3 * view.sizeHintForRow(0)
    question.reject()


def test_where_nobody_is_known_there_is_no_list(opener: Opener) -> None:
    question = NameQuestion(opener(as_name=None).window, [])
    question.open()
    assert not question.list.isVisible()
    question.reject()


def said_by(question: QDialog) -> tuple[str, list[str]]:
    """The title of a question and the words on its buttons."""
    box = question.findChildren(QDialogButtonBox)[0]
    return question.windowTitle(), [one.text() for one in box.buttons()]


def test_correcting_a_name_is_a_question_of_its_own(hands: Hands) -> None:
    hands.room.people._menu.aboutToShow.emit()
    correct = hands.room.people._menu.actions()[-1]
    assert correct.text() == "Correct the name…"
    correct.trigger()
    question = hands.question()
    assert said_by(question) == ("Correct the name", ["Correct the name", "Leave it as it is"])
    field = question.findChildren(QLineEdit)[0]
    assert (field.text(), field.selectedText()) == ("Ana", "Ana")
    QTest.keyClicks(field, "Anna")
    question.accept()
    hands.settle()
    assert hands.window.tools.person.text() == "Anna"


def test_somebody_else_is_asked_who_annotates(hands: Hands) -> None:
    hands.room.people._menu.aboutToShow.emit()
    hands.room.people._menu.actions()[-2].trigger()
    question = hands.question()
    assert said_by(question) == ("Who annotates?", ["That is me", "Not now"])
    question.reject()


def test_a_name_corrected_elsewhere_is_the_one_that_is_offered(
    hands: Hands, elsewhere: Workspace
) -> None:
    hands.tag("the groups remain close", "contested")
    hands.tag(WORDS, "attributed")
    panel, me = hands.room.claims, hands.desk.person
    assert me
    until(lambda: "editor" in vars(panel) and panel.editor.claim)
    naming.rename(elsewhere, me, "Anna")
    until(lambda: hands.desk.person and hands.desk.person.name == "Anna")
    panel._pick_link(LinkRole.RELATED)
    picker = panel.findChildren(LinkPicker)[0]
    assert picker._model._people[me.id].name == "Anna"
    assert panel.model._people[me.id].name == "Anna"
    picker.reject()
