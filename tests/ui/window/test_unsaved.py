"""What the library could not take is said, stays where it was typed, and is tried again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from annotator.model.claim import Attribution, Source
from annotator.model.edit import ClaimEdit
from annotator.services import adding, claiming, listing
from annotator.services.workspace import Workspace
from annotator.storage.failures import DiskFull
from annotator.storage.library import Library
from annotator.storage.step import Draft, Step
from annotator.ui.verbs import claims
from tests.ui.window.conftest import Hands, until

WORDS = "over 200 operations"
NOT_SAVED = "The last change is not saved"
SAVED = "✓ Saved"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Full = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def full(hands: Hands) -> Full:
    """While it lasts, the window can read its library but has no room to write into it."""
    session = hands.desk._session
    assert session
    mine = session.workspace.library
    really = Library.changing

    @contextmanager
    def changing(self: Library, draft: Draft) -> Iterator[Step]:
        if self is mine:
            raise DiskFull(self.path)
        with really(self, draft) as step:
            yield step

    @contextmanager
    def lasting() -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Library, "changing", changing)
            yield

    return lasting


@pytest.fixture
def outlet(hands: Hands) -> QLineEdit:
    """The field of the outlet, with the keyboard in it."""
    field = hands.room.page.head.findChildren(QLineEdit)[0]
    field.setFocus()
    return field


def _outlet(workspace: Workspace) -> str:
    return listing.all_articles(workspace)[0].article.metadata.outlet


def test_a_refused_step_is_not_called_saved_until_the_next_good_one(
    hands: Hands, full: Full
) -> None:
    with full():
        hands.select(WORDS)
        hands.do("attributed")
        assert hands.window.status.saved.text() == NOT_SAVED
    hands.settle()
    assert hands.window.status.saved.text() == NOT_SAVED
    assert hands.window.status.saved.property("look") == "warm"
    hands.do("attributed")
    assert hands.window.status.saved.text() == SAVED
    assert not hands.window.status.saved.property("look")
    assert list(hands.claims()) == [WORDS]


def test_saving_says_so_only_when_all_is_saved(
    hands: Hands, outlet: QLineEdit, full: Full, elsewhere: Workspace
) -> None:
    with full():
        QTest.keyClicks(outlet, "Digital")
        hands.do("save")
        hands.do("save")
        assert hands.window.status.saved.text() == NOT_SAVED
        assert not hands.window.status.summary.text().startswith("Already saved")
        assert "is full" in hands.room.page.refusal.text()
    hands.do("save")
    assert hands.window.status.summary.text().startswith("Already saved")
    assert _outlet(elsewhere) == "Digital"


def test_what_was_typed_above_the_article_stays_and_is_written_with_the_next_step(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit, full: Full, tmp_path: Path
) -> None:
    other = tmp_path / "bridge.txt"
    other.write_text("The bridge\nIt opens in May.\n", encoding="utf-8")
    with full():
        QTest.keyClicks(outlet, "Digital")
        hands.room.flush()
        hands.settle()
        adding.add_files(elsewhere, [other])
        hands.desk._look()
        hands.settle()
        assert outlet.text() == "Digital"
        assert _outlet(elsewhere) == ""
    hands.tag(WORDS, "attributed")
    assert _outlet(elsewhere) == "Digital"
    assert outlet.text() == "Digital"
    assert hands.window.status.saved.text() == SAVED
    assert hands.room.articles._model.total() == 2


def test_a_refused_note_is_there_again_when_its_claim_is_and_is_written_later(
    hands: Hands, full: Full
) -> None:
    other = hands.tag("the groups remain close", "contested")
    mine = hands.tag(WORDS, "attributed")
    panel = hands.room.claims
    until(lambda: "editor" in vars(panel) and panel.editor.claim)
    note = panel.editor.card.note.findChildren(QPlainTextEdit)[0]
    with full():
        note.setFocus()
        QTest.keyClicks(note, "Ask them")
        hands.room.flush()
        hands.settle()
        panel.set_current(other.id)
        until(lambda: panel.editor.claim and panel.editor.claim.id == other.id)
        assert note.toPlainText() == ""
        panel.set_current(mine.id)
        until(lambda: panel.editor.claim and panel.editor.claim.id == mine.id)
        assert note.toPlainText() == "Ask them"
    hands.do("save")
    assert hands.desk.claims[mine.id].note == "Ask them"
    assert note.toPlainText() == "Ask them"
    hands.do("undo")
    assert note.toPlainText() == ""


def test_what_was_typed_is_written_by_itself_when_there_is_room_again(
    hands: Hands, outlet: QLineEdit, full: Full, elsewhere: Workspace
) -> None:
    with full():
        QTest.keyClicks(outlet, "Digital")
        hands.room.flush()
        hands.settle()
        hands.desk._look()
        hands.settle()
        assert hands.window.status.saved.text() == NOT_SAVED
        assert "is full" in hands.room.page.refusal.text()
    until(lambda: _outlet(elsewhere) == "Digital")
    until(lambda: hands.window.status.saved.text() == SAVED)
    assert not hands.room.page.refusal.isVisible()
    assert outlet.text() == "Digital"


def test_a_name_typed_while_a_command_changes_the_claim_is_kept_beside_the_command_s(
    hands: Hands, elsewhere: Workspace
) -> None:
    mine = hands.tag(WORDS, "attributed")
    panel = hands.room.claims
    until(lambda: "editor" in vars(panel) and panel.editor.claim)
    name = next(
        field
        for field in panel.editor.card.findChildren(QLineEdit)
        if field.isVisible() and "says so" in field.accessibleName()
    )
    name.setFocus()
    QTest.keyClicks(name, "the mayor")
    hands.room.flush()
    hands.settle()
    hands.desk._looking.stop()
    name.selectAll()
    QTest.keyClicks(name, "typed by hand")
    source = (Attribution(Source("from a command")),)
    claiming.edit(elsewhere, ClaimEdit(mine.id, "", attributions=source))
    hands.room.flush()
    hands.settle()
    said = {one.source.name for one in hands.desk.claims[mine.id].attributions}
    assert said == {"typed by hand", "from a command"}
    assert not hands.room.page.refusal.isVisible()


def _note_of(hands: Hands) -> QPlainTextEdit:
    """The note of the claim that is open, with the keyboard in it."""
    panel = hands.room.claims
    until(lambda: "editor" in vars(panel) and panel.editor.claim)
    note = panel.editor.card.note.findChildren(QPlainTextEdit)[0]
    note.setFocus()
    return note


def test_whoever_is_writing_into_a_claim_goes_on_while_another_window_removes_it(
    hands: Hands, elsewhere: Workspace
) -> None:
    mine = hands.tag(WORDS, "attributed")
    note = _note_of(hands)
    hands.desk._looking.stop()
    QTest.keyClicks(note, "Ask")
    claiming.remove(elsewhere, [mine.id])
    hands.desk._look()
    hands.settle()
    assert note.hasFocus()
    QTest.keyClicks(note, " them")
    hands.room.flush()
    hands.settle()
    assert [one.note for one in listing.open_article(elsewhere, mine.article).claims] == [
        "Ask them"
    ]
    assert hands.claims() == {WORDS: mine.tags}
    assert "It is back with what you wrote" in hands.window.status.summary.text()
    assert hands.window.status.saved.text() == SAVED


def test_a_claim_in_which_nobody_is_writing_goes_when_another_window_removes_it(
    hands: Hands, elsewhere: Workspace
) -> None:
    mine = hands.tag(WORDS, "attributed")
    _note_of(hands)
    claiming.remove(elsewhere, [mine.id])
    until(lambda: not hands.claims())
    assert hands.room.claims.current() is None
    assert not listing.open_article(elsewhere, mine.article).claims


def test_what_is_refused_for_what_it_is_leaves_nothing_unsaved(
    hands: Hands, elsewhere: Workspace
) -> None:
    mine = hands.tag(WORDS, "attributed")
    hands.desk._looking.stop()
    claiming.remove(elsewhere, [mine.id])
    claims.remove(hands.desk, [mine.id])
    hands.settle()
    assert "was removed meanwhile" in hands.room.page.refusal.text()
    assert hands.window.status.saved.text() == SAVED


def test_a_refused_report_says_nothing_about_what_is_saved(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.report(tmp_path / "nowhere" / "report.html")
    assert hands.room.page.refusal.text()
    assert hands.window.status.saved.text() == SAVED


def test_what_was_refused_once_is_tried_again_at_closing(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit, full: Full
) -> None:
    with full():
        QTest.keyClicks(outlet, "Digital")
        hands.room.flush()
        hands.settle()
        assert not hands.window.close()
        assert hands.room.page.refusal.text().endswith("close the window once more.")
    assert hands.window.close()
    assert _outlet(elsewhere) == "Digital"


def test_each_time_that_words_have_no_room_the_close_is_refused_first(
    hands: Hands, elsewhere: Workspace, outlet: QLineEdit, full: Full
) -> None:
    with full():
        QTest.keyClicks(outlet, "Digital")
        assert not hands.window.close()
    until(lambda: _outlet(elsewhere) == "Digital")
    until(lambda: hands.window.status.saved.text() == SAVED)
    with full():
        QTest.keyClicks(outlet, " again")
        assert not hands.window.close()
        assert outlet.text() == "Digital again"
        # Whoever closes once more was told what goes.
        assert hands.window.close()
    assert _outlet(elsewhere) == "Digital"
