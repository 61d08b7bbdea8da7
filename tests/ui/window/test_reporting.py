"""A report is looked at before it is written: who is in it, what it says of them, its pages."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton

from annotator.model.paper import Paper
from annotator.services import adding, describing, filing
from annotator.services.workspace import Workspace
from annotator.ui.article.notice import Notice
from annotator.ui.reporting.question import ReportQuestion
from annotator.ui.verbs import people
from tests.ui.window.conftest import Hands, Opener, rest, until
from tests.ui.window.test_button_names import unlike

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def ask(hands: Hands, deed: str = "export") -> ReportQuestion:
    """The question, once its first pages are there."""
    hands.do(deed)
    question = hands.question()
    assert isinstance(question, ReportQuestion)
    look(hands, question)
    return question


def look(hands: Hands, question: ReportQuestion) -> None:
    """Until what is wanted now can be seen."""
    rest(200)
    until(lambda: question.pages.model().rowCount())
    hands.settle()


def choose(question: ReportQuestion, name: str, line: str) -> None:
    """Choose the line that begins so."""
    box = next(one for one in question.findChildren(QComboBox) if one.accessibleName() == name)
    lines = [box.itemText(row) for row in range(box.count())]
    box.setCurrentIndex(next(row for row, said in enumerate(lines) if said.startswith(line)))


def personal(question: ReportQuestion) -> list[str]:
    return question._personal.text().splitlines()


def test_it_begins_with_ones_own_work_and_shows_its_pages(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    question = ask(hands)
    assert personal(question) == ["• The name of 1 person: Ana.", "• What was marked: 1 passage."]
    model = question.pages.model()
    until(lambda: isinstance(model.picture(1, 300), QImage))  # type: ignore[attr-defined]
    picture = model.picture(1, 300)  # type: ignore[attr-defined]
    dots = {picture.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 400, 3)}
    assert len(dots) > 3
    assert model.index(0, 0).data().startswith("Page 1 of ")
    assert unlike(question) == []
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert not question.isVisible()


def test_while_it_is_looked_at_nothing_is_warned_of(hands: Hands) -> None:
    hands.window.actions_by_id["export"].trigger()
    question = hands.question()
    assert isinstance(question, ReportQuestion)
    assert not question._notices.isVisible()
    question.reject()


def test_what_is_chosen_changes_what_is_said(hands: Hands, elsewhere: Workspace) -> None:
    added = adding.add_text(elsewhere, "A river 🙂 rose.\nNobody saw it.", "river")
    assert added.article
    until(lambda: len(hands.desk.articles) == 2)
    hands.tag(WORDS, "attributed")
    question = ask(hands)
    choose(question, "Articles", "All articles (2)")
    choose(question, "Kind of file", "Project for research programs")
    look(hands, question)
    assert "• When each claim was made and last changed." in personal(question)
    assert question._notices.isVisible()
    question.choices._anonymous.setChecked(True)
    look(hands, question)
    assert personal(question)[0] == "• No name: 1 person stands as a numbered student."
    question.reject()


def test_of_one_person_several_or_everybody(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    people.name(hands.desk, "Ben")
    hands.settle()
    hands.tag("the groups remain close", "contested")
    question = ask(hands)
    assert personal(question)[0] == "• The name of 1 person: Ben."
    choose(question, "Whose work", "Everybody")
    look(hands, question)
    assert personal(question)[0] == "• The names of 2 people: Ana, Ben."
    choose(question, "Whose work", "Some people")
    rows = question.choices._some_people.view
    assert [rows.model().index(row, 0).data() for row in range(2)] == ["Ana", "Ben"]
    rows.setCurrentIndex(rows.model().index(1, 0))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert question.choices.wanted() is None
    assert not question.yes.isEnabled()
    assert question._state.text() == "Tick at least one person."
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    look(hands, question)
    assert personal(question)[0] == "• The name of 1 person: Ana."
    question.reject()


def test_articles_are_ticked_and_found_by_words(hands: Hands, elsewhere: Workspace) -> None:
    for number in range(12):
        adding.add_text(elsewhere, f"River {number}\nIt rose.", "river")
    until(lambda: len(hands.desk.articles) == 13)
    question = ask(hands)
    choose(question, "Articles", "Some articles")
    ticks = question.choices._some_articles
    ticks._words.setText("river 7")
    assert ticks.view.model().rowCount() == 1
    ticks.view.setCurrentIndex(ticks.view.model().index(0, 0))
    QTest.keyClick(ticks.view, Qt.Key.Key_Space)
    wanted = question.choices.wanted()
    assert wanted
    shown = hands.desk.article
    titles = {one.article.id: one.article.metadata.title for one in hands.desk.articles}
    assert shown
    assert [titles[one] for one in wanted.articles] == [shown.metadata.title, "River 7"]
    question.reject()


def test_a_collection_is_reported_on_as_a_whole(hands: Hands, elsewhere: Workspace) -> None:
    added = adding.add_text(elsewhere, "River\nIt rose.", "river").article
    shown = hands.desk.article
    assert added
    assert shown
    filing.make(elsewhere, "Rivers & lakes", [added.id])
    filing.make(elsewhere, "Nothing in it")
    until(lambda: len(hands.desk.articles) == 2)
    question = ask(hands)
    box = question.choices._articles
    lines = [box.itemText(row) for row in range(box.count())]
    assert lines[3:] == ["The collection “Rivers & lakes”"]
    choose(question, "Articles", "The collection")
    wanted = question.choices.wanted()
    assert wanted
    assert wanted.articles == (added.id,)
    question.reject()


def test_nobody_reports_everybodys_work(opener: Opener) -> None:
    hands = opener(as_name=None)
    question = ask(hands)
    wanted = question.choices.wanted()
    assert wanted
    assert wanted.by == ()
    assert personal(question) == ["• Nothing about the people who use this program."]
    question.reject()


def test_without_an_article_there_is_nothing_to_report(hands: Hands) -> None:
    hands.do("remove_article")
    hands.do("export")
    assert hands.window.status.summary.text().startswith("There is no article to report on.")


def test_a_worksheet_is_a_kind_of_file_with_pages_of_its_own(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    question = ask(hands, "worksheet")
    wanted = question.choices.wanted()
    assert wanted
    assert wanted.format == "worksheet"
    assert question.choices._paper.isVisible()
    choose(question, "Paper", "US Letter")
    look(hands, question)
    wanted = question.choices.wanted()
    assert wanted
    assert wanted.paper is Paper.LETTER
    assert question.pages._ratio == pytest.approx(792 / 612, abs=0.01)
    question.reject()


def test_a_title_with_a_dot_gets_the_suffix(
    hands: Hands, elsewhere: Workspace, tmp_path: Path
) -> None:
    article = hands.desk.article
    assert article
    describing.describe(elsewhere, article.id, replace(article.metadata, title="U.S. says so: no"))
    until(lambda: hands.desk.article and hands.desk.article.metadata.title.startswith("U.S."))
    hands.window.remembered.keep(folder=str(tmp_path))
    question = ask(hands)
    choose(question, "Kind of file", "Annotations")
    question.accept()
    dialog = hands.window.findChildren(QFileDialog)[0]
    assert dialog.nameFilters() == ["Annotations for other programs (*.jsonld)"]
    assert [Path(one).name for one in dialog.selectedFiles()] == ["U.S. says so  no.jsonld"]
    dialog.reject()


def test_what_was_written_can_be_opened(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    hands.tag(WORDS, "attributed")
    hands.report(tmp_path / "mine.html")
    done = hands.room.page.done
    assert isinstance(done, Notice)
    assert done.text() == f"The report is in {tmp_path / 'mine.html'}"
    buttons = {one.text(): one for one in done.findChildren(QPushButton)}
    assert list(buttons) == ["Got it", "Open the file", "Open the folder"]
    assert unlike(done) == []
    buttons["Open the file"].click()
    buttons["Open the folder"].click()
    assert opened == [str(tmp_path / "mine.html"), str(tmp_path)]
    assert hands.window.status.summary.text() == f"No program here opens {tmp_path}"
    hands.report(tmp_path / "again.csv")
    rest()
    names = [one.text() for one in done.findChildren(QPushButton)]
    assert sorted(names) == ["Got it", "Open the file", "Open the folder"]
    buttons["Got it"].click()
    assert not done.isVisible()


def test_names_that_were_found_are_said_with_the_file(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    wanted = replace(hands.wants("csv"), anonymous=True)
    hands.room.reports.write(wanted, tmp_path / "class.csv")
    hands.settle()
    assert "Ana" not in (tmp_path / "class.csv").read_text(encoding="utf-8-sig")


def test_a_page_asked_for_after_closing_harms_nobody(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    hands.do("export")
    question = hands.question()
    rest(160)
    question.reject()
    hands.settle()
    rest(100)
    assert hands.room.page.refusal.text() == ""
