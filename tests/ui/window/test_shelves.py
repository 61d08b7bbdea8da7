"""Orders, choices, collections and the bin of the list of articles."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from annotator.model.arranging import Order
from annotator.services import binning, filing
from annotator.services.workspace import Workspace
from annotator.ui.articles.chooser import ALL, BIN
from tests.ui.window.conftest import Hands, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def three(hands: Hands, tmp_path: Path) -> Hands:
    """Ana with three articles: the sample, the bridge, and “Zebras”, which she reads."""
    for name, text in (("bridge", "The bridge\nIt opens in May."), ("zebra", "Zebras\nThey run.")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        hands.room.files.take([path])
        hands.settle()
    return hands


def titles(hands: Hands) -> list[str]:
    return [
        article.metadata.title.split()[0] for article, _tags in hands.room.articles.model.shown()
    ]


def entries(menu: QMenu) -> dict[str, object]:
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def press(menu: QMenu, name: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()


def name_it(hands: Hands, name: str) -> None:
    question = hands.question()
    question.findChildren(QLineEdit)[0].setText(name)
    question.accept()
    hands.settle()


def test_orders(three: Hands) -> None:
    assert titles(three) == ["Afghan", "The", "Zebras"]
    arranging = three.room.articles.arranging
    press(arranging.menu(), "Most marked first")
    assert arranging.asked.order is Order.CLAIMS
    three.tag("They run", "attributed")
    press(arranging.menu(), "By title")
    press(arranging.menu(), "Most marked first")
    assert titles(three) == ["Zebras", "Afghan", "The"]
    press(arranging.menu(), "As they were added")
    assert titles(three) == ["Afghan", "The", "Zebras"]


def test_choices_and_what_is_said_when_nothing_fits(three: Hands) -> None:
    panel = three.room.articles
    press(panel.arranging.menu(), "Only with marked passages")
    assert titles(three) == []
    assert panel._note.text() == "No article fits. The button beside the number chooses others."
    assert (panel._count.text(), panel._count.toolTip()) == ("0", "0 of 3")
    three.tag("They run", "attributed")
    press(panel.arranging.menu(), "Only where a claim still needs something")
    until(lambda: titles(three) == ["Zebras"])
    press(panel.arranging.menu(), "Only those not started")
    three.settle()
    press(panel.arranging.menu(), "All articles")
    assert len(titles(three)) == 3
    assert panel._note.text() == ""


def test_languages_are_offered_and_let_go(three: Hands) -> None:
    arranging = three.room.articles.arranging
    arranging.show_languages(["de", "en", "tlh"])
    assert "Language" in entries(arranging.menu())
    menus = arranging.menu().findChildren(QMenu)
    languages = next(one for one in menus if one.title() == "Language")
    assert [one.text() for one in languages.actions()][1:] == ["German", "English", "tlh"]
    languages.actions()[1].trigger()
    assert (arranging.asked.language, titles(three)) == ("de", [])
    arranging.show_languages(["en"])
    assert arranging.asked.language == ""
    assert len(titles(three)) == 3


def test_a_collection_is_made_filled_renamed_and_removed(three: Hands) -> None:
    chooser = three.room.articles.chooser
    press(chooser.menu(), "New collection…")
    name_it(three, "Bridges & more")
    until(lambda: chooser.text() == "Bridges && more")
    assert titles(three) == []
    chooser.go(ALL)
    panel = three.room.articles
    article = panel.model.shown()[1][0]
    panel.filing_asked.emit(article, chooser.shelves[0].collection.id, True)
    three.settle()
    chooser.go(chooser.shelves[0].collection.id)
    assert titles(three) == ["The"]
    press(chooser.menu(), "Rename this collection…")
    name_it(three, "Rivers")
    until(lambda: chooser.text() == "Rivers")
    panel.filing_asked.emit(article, chooser.place, False)
    until(lambda: titles(three) == [])
    three.do("undo")
    until(lambda: titles(three) == ["The"])
    press(chooser.menu(), "Remove this collection")
    three.settle()
    until(lambda: chooser.place == ALL)
    assert "its articles stay" in three.window.status.summary.text()
    assert len(titles(three)) == 3
    three.do("undo")
    until(lambda: [one.collection.name for one in chooser.shelves] == ["Rivers"])


def test_a_search_stays_within_the_collection(three: Hands, elsewhere: Workspace) -> None:
    bridge = three.room.articles.model.shown()[1][0].id
    filing.make(elsewhere, "Bridges", [bridge])
    chooser = three.room.articles.chooser
    until(lambda: chooser.shelves)
    chooser.go(chooser.shelves[0].collection.id)
    panel = three.room.articles
    panel.search.setText("it")
    until(lambda: panel._stack.currentWidget() is panel.results)
    until(lambda: panel._count.text() == "1")
    panel.search.setText("zebras")
    until(lambda: panel._count.text() == "0")
    chooser.go(ALL)
    until(lambda: panel._count.text() == "1")


def test_a_name_that_is_taken_is_refused(three: Hands, elsewhere: Workspace) -> None:
    filing.make(elsewhere, "Bridges")
    press(three.room.articles.chooser.menu(), "New collection…")
    question = three.question()
    yes = question.findChildren(QPushButton)[0]
    question.accept()
    assert question.isVisible()
    name_it(three, "Bridges")
    until(lambda: "already" in three.room.page.refusal.text())
    assert yes is not None


def test_the_bin_gives_back(three: Hands) -> None:
    panel = three.room.articles
    three.do("remove_article")
    assert "Undo brings it back." in three.window.status.summary.text()
    assert titles(three) == ["Afghan", "The"]
    press(panel.chooser.menu(), "Bin")
    until(lambda: titles(three) == ["Zebras"])
    assert panel.bin_bar.isVisibleTo(panel)
    assert not panel.search.isVisibleTo(panel)
    assert panel.bin_bar._back.isEnabled()
    panel._list.clicked.emit(panel.model.index(0))
    three.key(Qt.Key.Key_Delete, panel._list)
    assert three.text.startswith("Afghan")
    panel.bin_bar._back.click()
    three.settle()
    until(lambda: panel._note.text() == "The bin is empty.")
    assert not panel.bin_bar._empty.isEnabled()
    panel.chooser.go(ALL)
    assert titles(three) == ["Afghan", "The", "Zebras"]
    three.do("undo")
    panel.chooser.go(BIN)
    until(lambda: titles(three) == ["Zebras"])
    three.do("search")
    assert (panel.chooser.place, panel.search.isVisible()) == (ALL, True)


def test_the_bin_is_emptied_after_a_question(three: Hands, elsewhere: Workspace) -> None:
    panel = three.room.articles
    three.do("remove_article")
    panel.chooser.go(BIN)
    until(lambda: titles(three) == ["Zebras"])
    panel.bin_bar._empty.click()
    question = three.question()
    three.key(Qt.Key.Key_Return, question)
    assert len(binning.in_bin(elsewhere)) == 1
    panel.bin_bar._empty.click()
    question = three.question()
    next(one for one in question.findChildren(QPushButton) if one.text() == "Empty the bin").click()
    three.settle()
    until(lambda: panel._note.text() == "The bin is empty.")
    assert binning.in_bin(elsewhere) == []
    assert three.window.status.summary.text() == "1 article is gone."


def menu_of(hands: Hands, row: int) -> QMenu:
    panel = hands.room.articles
    at = panel._list.visualRect(panel.model.index(row)).center()
    panel._menu(at)
    return next(one for one in panel.findChildren(QMenu) if one.isVisible())


def test_the_menu_of_an_article(three: Hands, elsewhere: Workspace) -> None:
    filing.make(elsewhere, "Bridges")
    panel = three.room.articles
    until(lambda: panel.chooser.shelves)
    menu = menu_of(three, 2)
    collections = menu.findChildren(QMenu)[0]
    assert [one.text() for one in collections.actions() if one.text()] == [
        "Bridges",
        "New collection…",
    ]
    collections.actions()[0].trigger()
    menu.hide()
    three.settle()
    until(lambda: len(panel.chooser.shelves[0].articles) == 1)
    menu = menu_of(three, 2)
    assert menu.findChildren(QMenu)[0].actions()[0].isChecked()
    menu.findChildren(QMenu)[0].actions()[-1].trigger()
    menu.hide()
    name_it(three, "Animals")
    until(lambda: panel.chooser.text() == "Animals")
    assert titles(three) == ["Zebras"]
    panel._menu(QPoint(5, 5000))
    binning.remove(elsewhere, panel.model.shown()[0][0].id)
    until(lambda: titles(three) == [])
    panel.chooser.go(BIN)
    until(lambda: titles(three) == ["Zebras"])
    menu = menu_of(three, 0)
    assert [one.text() for one in menu.actions()] == ["Put back"]
    menu.actions()[0].trigger()
    menu.hide()
    three.settle()
    assert binning.in_bin(elsewhere) == []


def test_the_model_keeps_its_counts_when_the_same_is_shown(three: Hands) -> None:
    model = three.room.articles.model
    rows = [*model.shown()]
    article, tags = rows[2]
    model.count(article.id, replace(tags, claims=7))
    model.show(three.room.shelving._rows)
    assert model.shown()[2][1].claims == 7
    model.count(article.id, replace(tags, claims=7))
    assert model.at(QModelIndex()) is None
    assert model.row_of(article.id).row() == 2
