"""What takes long can be cancelled, one after the other, and does not hold up closing."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from annotator.services import listing, preparing
from annotator.services.adding import Added
from annotator.services.failures import Cancelled
from annotator.services.workspace import Workspace
from annotator.ui.arriving.waiting import Waiting
from annotator.ui.worker import Progress
from tests.ui.window.conftest import Hands, until

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Endless:
    """Work that goes on until it is cancelled."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.ended = threading.Event()

    def __call__(self, _workspace: Workspace, progress: Progress) -> list[Added]:
        self.begun.set()
        while progress(1, 2):
            self.ended.wait(0.005)
        self.ended.set()
        raise Cancelled


def _cancel(hands: Hands) -> QPushButton:
    return next(
        one for one in hands.window.status.findChildren(QPushButton) if one.text() == "Cancel"
    )


def test_each_of_two_long_works_is_cancelled_for_itself(hands: Hands) -> None:
    first, second = Endless(), Endless()
    for work in (first, second):
        hands.desk.do_long(work, lambda _added: None)
    cancel = _cancel(hands)
    until(lambda: first.begun.is_set() and cancel.isVisible())
    cancel.click()
    until(second.begun.is_set)
    assert first.ended.is_set()
    assert not second.ended.is_set()
    until(cancel.isVisible)
    cancel.click()
    until(lambda: second.ended.is_set() and not cancel.isVisible())


def test_what_the_person_cancelled_is_no_failure(hands: Hands) -> None:
    work = Endless()
    hands.desk.do_long(work, lambda _added: None)
    until(_cancel(hands).isVisible)
    _cancel(hands).click()
    hands.settle()
    assert hands.window.status.summary.text() == "Cancelled. Nothing was changed."
    assert hands.room.page.refusal.text() == ""
    assert hands.window.status.saved.text() == "✓ Saved"


def test_reading_with_a_chosen_encoding_can_be_cancelled(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Il a dit « c'est été »\n".encode("cp1252") * 3 + b"\x81\x8d")
    really, ended = preparing.prepare, threading.Event()

    def prepare(
        files: Sequence[Path], encoding: str | None, progress: Progress
    ) -> list[preparing.Prepared]:
        if encoding is None:
            return really(files, None, progress)
        while progress(1, 2):
            ended.wait(0.005)
        ended.set()
        raise Cancelled

    monkeypatch.setattr(preparing, "prepare", prepare)
    hands.room.files.take([file])
    hands.settle()
    hands.question().accept()
    until(lambda: hands.window.findChildren(Waiting))
    hands.window.findChildren(Waiting)[0].reject()
    hands.settle()
    assert ended.is_set()


def test_closing_breaks_off_long_work_and_keeps_what_was_done(
    hands: Hands, elsewhere: Workspace
) -> None:
    hands.tag(WORDS, "attributed")
    first, second = Endless(), Endless()
    for work in (first, second):
        hands.desk.do_long(work, lambda _added: None)
    until(first.begun.is_set)
    assert hands.window.close()
    assert first.ended.is_set()
    assert listing.all_articles(elsewhere)[0].tags.claims == 1
