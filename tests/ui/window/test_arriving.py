"""What a reader chose from a document is looked at and corrected before it is stored."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.registry import FORMATS
from annotator.model.article import Metadata
from annotator.services import preparing
from annotator.services.drafting import draft_of
from annotator.services.failures import Cancelled
from annotator.services.preparing import Prepared
from annotator.ui.arriving.question import DraftQuestion
from annotator.ui.worker import Progress
from tests.ui.window.arriving import CAPTION, LINES, TEXT, asked, page, titles
from tests.ui.window.conftest import Hands, Opener, rest, until
from tests.ui.window.test_button_names import unlike

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def row(question: DraftQuestion, words: str) -> int:
    lines = question.model.draft.lines
    return next(number for number, line in enumerate(lines) if line.text.startswith(words))


def button(question: DraftQuestion, words: str) -> QPushButton:
    return next(one for one in question.findChildren(QPushButton) if one.text() == words)


def test_a_paragraph_is_dropped_by_key_and_the_rest_is_stored(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([page(tmp_path)])
    question = asked(hands)
    assert question.model.draft.text() == TEXT
    assert unlike(question) == []
    assert titles(hands) == []
    question.lines.setCurrentIndex(question.model.index(row(question, "Then again")))
    QTest.keyClick(question.lines, Qt.Key.Key_Space)
    assert question._count.text().endswith("in 3 paragraphs; 2 left out")
    question.fields.fields["title"].setText("  A river, corrected ")
    QTest.keyClick(question, Qt.Key.Key_Return)
    hands.settle()
    kept = [LINES[number] for number in (0, 1, 4)]
    assert hands.text == "\n".join(kept)
    article = hands.desk.article
    assert article
    assert article.metadata.title == "A river, corrected"
    assert article.metadata.outlet == "The Post"
    assert article.metadata.address == "https://example.org/river"
    assert article.origin == "page.html"
    assert article.characters == len("\n".join(kept))
    assert hands.window.actions_by_id["undo"].text() == "Undo: add article"


def test_untouched_it_is_what_the_command_would_store(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([page(tmp_path)])
    asked(hands).accept()
    hands.settle()
    assert hands.text == TEXT


def test_what_was_left_out_is_taken_back_where_it_stood(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([page(tmp_path)])
    question = asked(hands)
    assert row(question, "A picture") == CAPTION
    assert question.model.reason(CAPTION) == "Left out: not part of the article"
    place = question.lines.visualRect(question.model.index(CAPTION))
    QTest.mouseClick(
        question.lines.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place.topLeft() + QPoint(16, 14),
    )
    assert question.model.reason(CAPTION) == "Taken back by you"
    question.accept()
    hands.settle()
    assert hands.text == "\n".join(LINES)


def test_delete_drops_all_that_are_selected_and_never_takes_back(
    hands: Hands, tmp_path: Path
) -> None:
    hands.room.files.take([page(tmp_path)])
    question = asked(hands)
    question.lines.selectAll()
    for _time in range(2):
        QTest.keyClick(question.lines, Qt.Key.Key_Delete)
        assert question.model.draft.kept == frozenset()
    assert question._count.text() == "Nothing would be kept: tick a paragraph."
    assert not button(question, "Add article").isEnabled()
    question.accept()
    assert question.isVisible()
    QTest.keyClick(question.lines, Qt.Key.Key_Space)
    assert len(question.model.draft.kept) == len(LINES)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert titles(hands) == []


def test_a_screen_reader_hears_paragraph_tick_and_reason(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([page(tmp_path)])
    question = asked(hands)
    index = question.model.index(CAPTION)
    role = Qt.ItemDataRole
    assert index.data(role.AccessibleTextRole) == LINES[CAPTION]
    assert index.data(role.AccessibleDescriptionRole) == "Left out: not part of the article"
    assert index.data(role.CheckStateRole) == Qt.CheckState.Unchecked
    assert question.lines.accessibleName() == "Paragraphs"
    question.reject()


def test_the_look_begins_at_the_article_below_the_menus(hands: Hands, tmp_path: Path) -> None:
    file = page(tmp_path)
    menu = "".join(f"<li><a href='/{number}'>Part {number}</a></li>" for number in range(90))
    with_menu = file.read_text("utf-8").replace("<article>", f"<nav><ul>{menu}</ul></nav><article>")
    file.write_text(with_menu, "utf-8")
    hands.room.files.take([file])
    question = asked(hands)
    first = row(question, LINES[0])
    assert first == 90
    assert question.lines.currentIndex().row() == first
    rest(50)
    shown = question.lines.visualRect(question.model.index(first))
    assert question.lines.viewport().rect().contains(shown)
    question.accept()
    hands.settle()
    assert hands.text == TEXT


def test_plain_text_goes_straight_in(hands: Hands, tmp_path: Path) -> None:
    file = tmp_path / "river.txt"
    file.write_text("The river\n\nrises.\n", encoding="utf-8")
    hands.room.files.take([file])
    hands.settle()
    assert hands.text == "The river\n\nrises.\n"


def test_several_come_one_after_the_other(hands: Hands, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Plain text", encoding="utf-8")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 [Content_Types].xml word/ nothing else")
    files = [page(tmp_path, f"{word}.html", word) for word in ("river", "lake", "sea", "bay")]
    hands.room.files.take([*files, plain, broken])
    first = asked(hands)
    assert titles(hands) == ["Plain text"]
    assert unlike(first) == []
    button(first, "Leave it out").click()
    second = asked(hands)
    assert second.fields.fields["title"].text() == "The lake rises"
    assert hands.room.page.refusal.text() == ""
    button(second, "Add all the others as they are").click()
    hands.settle()
    rest(50)
    assert titles(hands) == ["Plain text", "The bay rises", "The lake rises", "The sea rises"]
    assert hands.room.page.refusal.text().startswith("broken.docx: ")
    assert not [one for one in hands.window.findChildren(DraftQuestion) if one.isVisible()]


def test_the_last_of_several_offers_no_others(hands: Hands, tmp_path: Path) -> None:
    hands.room.files.take([page(tmp_path, f"{word}.html", word) for word in ("river", "lake")])
    asked(hands).accept()
    last = asked(hands)
    words = [one.text() for one in last.findChildren(QPushButton)]
    assert words == ["Add article", "Cancel"]
    last.reject()
    assert titles(hands) == ["The river rises"]


def test_ten_thousand_paragraphs_are_there_at_once_and_scroll(hands: Hands) -> None:
    text = "\n".join(f"Paragraph {number}: " + "words and words " * 20 for number in range(10_000))
    given = ReadArticle(text, Metadata(), cleaned=True)
    found: list[tuple[Prepared, object]] = [(Prepared("a.pdf", "a.pdf", given), draft_of(given))]
    began = time.monotonic()
    hands.room.files.arriving._arrived(found)  # type: ignore[arg-type]
    question = hands.question()
    assert isinstance(question, DraftQuestion)
    rest(10)
    assert time.monotonic() - began < 1
    longest = 0.0
    for _moment in range(60):
        moment = time.monotonic()
        rest(1)
        longest = max(longest, time.monotonic() - moment)
    assert longest < 0.5
    until(lambda: question.lines.verticalScrollBar().maximum() > 10_000 * 40)
    question.lines.scrollToBottom()
    until(lambda: question.lines.indexAt(QPoint(40, 30)).row() > 9_900)
    question.model.keep(range(5_000), kept=False)
    assert question._count.text().startswith("310000 words in 5000 ")
    question.reject()


def slow(prepare: threading.Event) -> object:
    def work(
        _files: Sequence[Path], _encoding: str | None = None, progress: Progress | None = None
    ) -> list[Prepared]:
        assert progress
        prepare.set()
        while progress(1, 3):
            time.sleep(0.005)
        raise Cancelled

    return work


def test_reading_shows_how_far_it_is_and_can_be_cancelled(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    monkeypatch.setattr(preparing, "prepare", slow(begun))
    hands.room.files.take([page(tmp_path)])
    question = hands.waiting()
    assert begun.is_set()
    assert question.windowTitle() == "Reading 1 file"
    until(lambda: (question.bar.value(), question.bar.maximum()) == (1, 3))
    assert unlike(question) == []
    QTest.keyClick(question, Qt.Key.Key_Escape)
    hands.settle()
    assert hands.window.status.summary.text() == "Cancelled. Nothing was changed."
    assert hands.room.page.refusal.text() == ""
    assert titles(hands) == []


def test_the_library_goes_on_while_something_is_read(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    monkeypatch.setattr(preparing, "prepare", slow(begun))
    hands.room.files.take([page(tmp_path)])
    until(begun.is_set)
    hands.select("over 200 operations")
    hands.window.actions_by_id["attributed"].trigger()
    until(lambda: "over 200 operations" in hands.claims())
    hands.room.files.arriving.worker.cancel_long()
    hands.settle()


def test_closing_breaks_off_what_is_being_read(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    monkeypatch.setattr(preparing, "prepare", slow(begun))
    hands.room.files.take([page(tmp_path)])
    until(begun.is_set)
    began = time.monotonic()
    assert hands.window.close()
    assert time.monotonic() - began < 3


def test_the_file_dialog_offers_every_format_that_is_read(hands: Hands) -> None:
    hands.do("open_file")
    dialog = hands.window.findChildren(QFileDialog)[0]
    filters = dialog.nameFilters()
    for one in FORMATS:
        for suffix in filter(None, one.suffixes):
            assert f"*{suffix}" in filters[0].replace("(", "").replace(")", "").split()
    assert len(filters) == len(FORMATS) + 2
    assert filters[-1] == "All files (*)"
    dialog.reject()


def test_a_page_that_the_window_was_started_with_is_looked_at_too(
    opener: Opener, tmp_path: Path
) -> None:
    hands = opener(file=page(tmp_path))
    question = asked(hands)
    assert titles(hands) == []
    question.accept()
    hands.settle()
    assert hands.text == TEXT


def test_a_text_that_the_window_was_started_with_is_there_at_once(
    opener: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "river.txt"
    file.write_text("The river\nrises.", encoding="utf-8")
    assert opener(file=file).text == "The river\nrises."
