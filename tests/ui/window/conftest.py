"""A window on a library of its own, furnished, with hands to use it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.exchange.writers.registry import choose
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId
from annotator.model.paper import Paper
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services.outlook import Wanted
from annotator.services.workspace import Workspace, open_workspace
from annotator.ui.arriving.waiting import Waiting
from annotator.ui.room import Room
from annotator.ui.window import MainWindow
from tests.libraries import quick_libraries as quick_libraries

_PATIENCE = 15.0


def rest(milliseconds: int = 30) -> None:
    """Let the window and its worker go on; unlike QTest.qWait this lets other threads run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(what: Callable[[], object]) -> None:
    """Wait until something is so; fails when it never is."""
    end = time.monotonic() + _PATIENCE
    while not what():
        assert time.monotonic() < end, "waited in vain"
        rest(15)


class Hands:
    """A person at one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.desk = window.desk

    @property
    def room(self) -> Room:
        assert self.window.room
        return self.window.room

    @property
    def text(self) -> str:
        return self.room.page.reader.text()

    def settle(self) -> None:
        """Until everything given to the worker is done."""
        rest(5)
        until(lambda: self.room.files.arriving.is_idle and self.desk.worker.is_idle)
        rest(60)

    def do(self, deed: str) -> None:
        self.window.actions_by_id[deed].trigger()
        self.settle()

    def select(self, words: str) -> Span:
        begin = self.text.index(words)
        span = Span(begin, begin + len(words))
        self.room.page.reader.select(span)
        return span

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.room.page.reader, key)
        self.settle()

    def tag(self, words: str, *deeds: str) -> Claim:
        span = self.select(words)
        for deed in deeds:
            self.do(deed)
        return next(one for one in self.desk.claims.values() if one.span == span)

    def claims(self) -> dict[str, frozenset[Tag]]:
        """The tags of each claim by its words."""
        return {
            self.text[one.span.start : one.span.end]: one.tags for one in self.desk.claims.values()
        }

    def wants(self, format_name: str, *articles: ArticleId) -> Wanted:
        """A report on these articles, or on the one that is shown, of one's own work."""
        shown, person = self.desk.article, self.desk.person
        assert shown
        by = (person.id,) if person else ()
        return Wanted(articles or (shown.id,), by, format_name, False, Paper.A4)

    def report(self, path: Path, format_name: str = "") -> None:
        """Write one's own work on the article that is shown; without a name the suffix says how."""
        wanted = self.wants(choose(format_name, path).name)
        self.room.reports.write(wanted, path)
        self.settle()

    def question(self) -> QDialog:
        """The dialog that asks something; one that only says to wait is none."""
        until(lambda: self._dialogs())
        return self._dialogs()[0]

    def waiting(self) -> Waiting:
        """The page that says to wait, and can be cancelled."""
        until(self._waiting)
        return self._waiting()[0]

    def _waiting(self) -> list[Waiting]:
        return [one for one in self.window.findChildren(Waiting) if one.isVisible()]

    def _dialogs(self) -> list[QDialog]:
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return [one for one in shown if not isinstance(one, Waiting)]


Opener = Callable[..., Hands]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def opener(folder: Path) -> Iterator[Opener]:
    """Opens windows on the test's library and closes them all."""
    windows: list[MainWindow] = []

    def start(as_name: str | None = "Ana", file: Path | None = None) -> Hands:
        application()
        window = open_window(WindowOptions(folder, as_name, file))
        windows.append(window)
        window.resize(1300, 800)
        window.show()
        window.activateWindow()
        until(lambda: window.room and window.room.is_furnished)
        hands = Hands(window)
        hands.settle()
        return hands

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def hands(opener: Opener) -> Hands:
    """Ana at a window on the sample article."""
    return opener()


@pytest.fixture
def elsewhere(folder: Path) -> Iterator[Workspace]:
    """Another program on the same library."""
    workspace = open_workspace(folder)
    yield workspace
    workspace.close()
