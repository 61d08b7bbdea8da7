"""What is typed above the list is found everywhere, and Enter leads to the very words."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.article import Article
from annotator.model.excerpts import Kind
from annotator.services import adding, searching
from annotator.services.workspace import Workspace
from annotator.ui.articles.results import Line, ResultsModel
from annotator.ui.articles.searcher import Asked
from tests.ui.window.conftest import Hands, rest, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BRIDGE = "The bridge\nIt opens in May, said the mayor 😀 of Zürich.\nThe ferry stops then.\n"


@pytest.fixture
def found(hands: Hands, tmp_path: Path) -> Hands:
    """Ana with two articles, who has not typed yet."""
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    hands.room.files.take([path])
    hands.settle()
    hands.tag("said the mayor", "attributed")
    return hands


def kind(hands: Hands, words: str) -> None:
    """Type into the search and wait for what comes of it."""
    field = hands.room.articles.search
    field.clear()
    field.setFocus()
    QTest.keyClicks(field, words)
    searcher = hands.room.shelving._searcher
    until(lambda: not searcher._is_running and searcher._next is None)


def lines(hands: Hands) -> list[Line]:
    model = hands.room.articles.results.found
    found = (model.at(model.index(row)) for row in range(model.rowCount()))
    return [line for line in found if line]


def kinds(hands: Hands) -> list[Kind | None]:
    return [line.hit.kind if line.hit else None for line in lines(hands)]


def test_results_come_with_the_words_around_them(found: Hands) -> None:
    kind(found, "zurich ma")
    heading, place = lines(found)
    assert (heading.heading, heading.hit, heading.article.metadata.title) == (
        True,
        None,
        "The bridge",
    )
    assert place.hit
    assert place.hit.words == "It opens in May, said the mayor 😀 of Zürich."
    assert [place.hit.words[slice(*span)] for span in place.hit.marked] == [
        "May",
        "mayor",
        "Zürich",
    ]
    panel = found.room.articles
    assert panel._stack.currentWidget() is panel.results
    assert panel._count.text() == "1"


def test_enter_opens_the_article_and_selects_the_words(found: Hands) -> None:
    kind(found, "resistance")
    sample = lines(found)[0].article.id
    assert found.desk.article
    assert found.desk.article.id != sample
    found.key(Qt.Key.Key_Return, found.room.articles.search)
    until(lambda: found.desk.article and found.desk.article.id == sample)
    found.settle()
    span = found.room.page.reader.selected_span()
    assert span
    assert "Resistance" in found.text[slice(*span)]
    assert QApplication.focusWidget() is found.room.page.reader


def test_keys_go_through_the_results(found: Hands) -> None:
    kind(found, "mayor")
    assert kinds(found) == [None, Kind.QUOTE]
    field, results = found.room.articles.search, found.room.articles.results
    found.key(Qt.Key.Key_Down, field)
    assert QApplication.focusWidget() is results
    assert results.currentIndex().row() == 0
    found.key(Qt.Key.Key_Down, results)
    found.key(Qt.Key.Key_Return, results)
    span = found.room.page.reader.selected_span()
    assert span
    assert found.text[slice(*span)] == "mayor"
    (claim,) = found.desk.claims
    assert found.room.claims.current() == claim
    field.setFocus()
    found.key(Qt.Key.Key_Escape, field)
    panel = found.room.articles
    assert (field.text(), panel._stack.currentWidget()) == ("", panel._list)
    found.key(Qt.Key.Key_Down, field)
    assert QApplication.focusWidget() is panel._list


def test_a_title_is_found_and_opened_at_its_line(found: Hands) -> None:
    kind(found, "bridg")
    (heading,) = lines(found)
    assert heading.heading
    assert heading.hit
    assert heading.hit.kind is Kind.TITLE
    found.room.articles.results.clicked.emit(found.room.articles.results.found.index(0))
    assert found.room.page.reader.selected_span() == (0, 10)


def test_nothing_found_is_said_and_leaves_with_the_words(found: Hands) -> None:
    kind(found, "xylophone")
    note = found.room.articles._note
    assert note.text() == "Nothing was found for “xylophone”."
    found.key(Qt.Key.Key_Return, found.room.articles.search)
    assert found.desk.article
    found.room.articles.search.clear()
    found.settle()
    assert not note.isVisible()


def test_the_search_has_a_key_and_shows_the_panel(found: Hands) -> None:
    panel = found.window.actions_by_id["articles_panel"]
    if panel.isChecked():
        panel.trigger()
    found.do("search")
    assert panel.isChecked()
    assert QApplication.focusWidget() is found.room.articles.search
    assert found.window.actions_by_id["search"].shortcut().toString() == "Ctrl+Shift+F"


def test_more_comes_when_the_list_is_scrolled(found: Hands, elsewhere: Workspace) -> None:
    for number in range(70):
        adding.add_text(elsewhere, f"A river, number {number}", "test")
    until(lambda: found.room.articles.model.total() == 72)
    kind(found, "river")
    model = found.room.articles.results.found
    until(lambda: found.room.articles._count.text() == "70")
    assert len({line.article.id for line in lines(found)}) == 8
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    until(lambda: len({line.article.id for line in lines(found)}) == 48)
    model.fetchMore(QModelIndex())
    until(lambda: len({line.article.id for line in lines(found)}) == 70)
    assert not model.canFetchMore(QModelIndex())


def test_only_the_newest_question_is_answered(found: Hands) -> None:
    searcher = found.room.shelving._searcher
    asked: list[int] = []
    searcher.found.connect(lambda results: asked.append(len(results.found)))
    for words in ("m", "ma", "may", "mayo", "xyz", "bridge"):
        searcher.ask(Asked(words))
    until(lambda: not searcher._is_running and searcher._next is None)
    assert asked == [1]
    searcher.ask(Asked("mayor"))
    searcher.ask(None)
    rest(200)
    assert asked == [1]


def test_what_is_still_read_is_said_and_then_found(
    found: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = searching.search
    unread = iter([2, 0])

    def slow(*given: object, **more: object) -> searching.Results:
        results = search(*given, **more)  # type: ignore[arg-type]
        return searching.Results(results.found, results.is_all, next(unread, 0))

    monkeypatch.setattr(searching, "search", slow)
    found.room.articles.search.setText("mayor")
    note = found.room.articles._note
    until(lambda: note.text() == "2 more texts and notes are still being read.")
    until(lambda: note.text() == "")


def test_a_damaged_index_is_said_and_made_anew(found: Hands, folder: Path) -> None:
    kind(found, "mayor")
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("UPDATE words_data SET block = zeroblob(2) WHERE id > 10")
        connection.commit()
    found.room.articles.search.setText("ferry")
    note = found.room.articles._note
    until(lambda: "was damaged and is being made anew" in note.text())
    until(lambda: [one for one in kinds(found) if one] == [Kind.TEXT])


def test_the_library_is_read_while_nobody_does_anything(found: Hands, elsewhere: Workspace) -> None:
    adding.add_text(elsewhere, "A river in the north", "test")
    session = found.desk._session
    assert session
    until(lambda: not session.is_unread and found.room.articles.model.total() == 3)
    with closing(sqlite3.connect(elsewhere.library.path)) as connection:
        assert connection.execute("SELECT count(*) FROM unread").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM passage").fetchone() == (3,)


def test_rows_say_to_a_screen_reader_what_they_are(found: Hands) -> None:
    kind(found, "mayor")
    model = found.room.articles.results.found
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.data(model.index(row), role) for row in range(model.rowCount())] == [
        "The bridge",
        "Marked: … opens in May, said the mayor 😀 of Zürich.",
    ]
    assert model.data(model.index(1), Qt.ItemDataRole.ToolTipRole).startswith("<p>… opens")
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.UserRole) is None


def test_what_is_gone_meanwhile_is_not_asked_for_again(found: Hands) -> None:
    model = ResultsModel()
    article = found.desk.article
    assert isinstance(article, Article)
    model.show(searching.Results((searching.Found(article, ()),), False))
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.add(searching.Results((), False))
    assert not model.canFetchMore(QModelIndex())
