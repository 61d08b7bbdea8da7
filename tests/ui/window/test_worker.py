"""The worker keeps the order, brings results back and never lets an exception out."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import window
from annotator.app.options import WindowOptions
from annotator.app.strays import Strays
from annotator.ui.desk import Desk
from annotator.ui.worker import Worker
from tests.ui.window.conftest import Hands, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _fail(error: Exception) -> None:
    raise AssertionError from error


@pytest.fixture
def worker(qapp: QApplication) -> Worker:
    assert qapp
    return Worker()


def test_work_is_done_elsewhere_in_order_and_answered_here(worker: Worker) -> None:
    done: list[tuple[int, bool, bool]] = []
    here = QThread.currentThread()
    for number in range(20):
        worker.run(
            lambda number=number: (number, QThread.currentThread() is here),  # type: ignore[misc]
            lambda answer: done.append((*answer, QThread.currentThread() is here)),
            _fail,
        )
    until(lambda: len(done) == 20)
    assert done == [(number, False, True) for number in range(20)]
    assert worker.is_idle
    worker.wait()


def test_an_exception_is_brought_back(worker: Worker) -> None:
    failed: list[Exception] = []
    worker.run(lambda: 1 // 0, lambda _value: None, failed.append)
    until(lambda: failed)
    assert isinstance(failed[0], ZeroDivisionError)
    assert worker.is_idle
    worker.wait()


def test_cancelled_work_is_told_so(worker: Worker) -> None:
    progress = worker.progress()
    moved: list[tuple[int, int]] = []
    worker.progressed.connect(lambda done, total: moved.append((done, total)))
    going = threading.Event()
    ended: list[int] = []

    def work() -> int:
        step = 0
        while progress(step, 100):
            step += 1
            going.set()
        return step

    worker.run(work, ended.append, _fail)
    until(going.is_set)
    progress.cancel()
    until(lambda: ended)
    assert moved[0] == (0, 100)
    worker.wait()


def test_after_the_end_nothing_more_is_done(worker: Worker) -> None:
    done: list[int] = []
    worker.wait()
    worker.run(lambda: done.append(1), lambda _value: None, _fail)
    worker.run_quietly(lambda: done.append(2), lambda _value: None, _fail)
    worker.finish()
    assert (done, worker.is_idle) == ([], True)


def test_what_nobody_foresaw_is_a_sentence_and_in_the_log(
    hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_workspace: object) -> None:
        raise RuntimeError("boom")

    hands.desk.do(work)
    hands.settle()
    said = hands.room.page.refusal.text()
    assert "internal error" in said
    assert "boom" not in said
    assert any(record.message == "internal error" for record in caplog.records)


def test_a_library_that_cannot_be_opened_is_said(qapp: QApplication) -> None:
    assert qapp
    worker = Worker()
    desk = Desk(worker)
    said: list[str] = []
    desk.refused.connect(said.append)
    desk._failed(RuntimeError("x"))
    assert "What was saved is safe" in said[0]
    worker.wait()


def test_what_a_handler_raises_is_said_in_the_window(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    strays = Strays(tmp_path / "log", lambda _error, _file, _kept: None)
    monkeypatch.setattr(window, "open_window", lambda _options: hands.window)
    monkeypatch.setattr(QApplication, "exec", lambda _app: 0)
    window.run(WindowOptions(tmp_path, None, None), strays)

    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as raised:
        hands.window.actions_by_id["about"].triggered.connect(fail)
        monkeypatch.setitem(hands.window._deeds, "about", lambda: None)
        hands.do("about")
    strays(*raised[0])
    assert "internal error" in hands.room.page.refusal.text()
    assert "What was saved is safe" in hands.room.page.refusal.text()
