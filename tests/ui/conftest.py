"""Tests of the window run without a screen, and nothing that Qt complains about is let pass.

pytest-qt fails a test in which Qt warns (`qt_log_level_fail`), but it looks no further than the
test's own body; a widget that complains while it is taken down is caught here.
"""

from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

COMPLAINTS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Fails a test whose widgets make Qt warn while they go."""
    complaints: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind in COMPLAINTS:
            complaints.append(message or "")

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    assert not complaints


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """What a test is done with goes with it."""
    yield
    if QGuiApplication.instance():
        # On the clipboard: offscreen, Qt frees it after Python, and crashes.
        QGuiApplication.clipboard().clear()
        # Windows: Qt waits for the next loop of events, and each that is there is styled again.
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
