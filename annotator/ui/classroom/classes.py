"""The way to the class window: opens it, gives it what it shows, does what is asked for there."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from annotator.model.ids import ArticleId, AssignmentId
from annotator.ui.classroom.choosing import Choices
from annotator.ui.classroom.collecting import Collecting
from annotator.ui.classroom.projector import Projector
from annotator.ui.classroom.reporting import ClassReports
from annotator.ui.classroom.seen import NEWEST, ClassSeen
from annotator.ui.classroom.window import ClassWindow
from annotator.words import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from annotator.services.workspace import Workspace
    from annotator.ui.article.notice import Offer
    from annotator.ui.classroom.agreeing import AgreementSeen
    from annotator.ui.classroom.projecting import Projected
    from annotator.ui.room import Room

_Value = TypeVar("_Value")
_TURN = 0.0005
"""So many seconds the window's thread waits for its turn while a class is worked on in Python. The
usual 5 ms, waited for dozens of times while a page is set, add up to a fifth of a second. At the
start of the program two threads that import would only take turns, and lose by it."""
_PAINTED_MS = 50
"""So long after it is shown the window is painted; what reads meanwhile would hold that up."""


class Classes(QObject):
    """One class window at a time, on the article that was on the desk when it was asked for."""

    def __init__(self, room: "Room") -> None:
        super().__init__(room)
        self._room, self._main, self._desk = room, room.window, room.desk
        self.window: ClassWindow | None = None
        self.projector: Projector | None = None
        self._article: ArticleId | None = None
        self._assignment: AssignmentId | None = NEWEST
        self._newest = -1
        self.collecting = Collecting(self, self._desk, self._main.remembered)
        self.reports = ClassReports(self, self._desk, self._main.remembered)
        self._asked = 0
        sys.setswitchinterval(_TURN)
        self._desk.looked.connect(self._look)
        self._main.looks.changed.connect(self._colour)

    # What a person asks for in the main window

    def compare(self) -> None:
        """Open the window on the article that is shown."""
        article = self._desk.article
        if article is None:
            self._desk.told.emit(_("There is no article to compare a class on. Open one first."))
            return
        self.open(article.id, NEWEST)

    def project(self) -> None:
        """Show the picked passages on the projector, of the class that is looked at."""
        if self.window is None:
            if self._desk.article is None:
                self._desk.told.emit(_("There is no article to show. Open one first."))
                return
            self.open(self._desk.article.id, NEWEST)
        self._ask(_projected, self._project)

    # The window

    def in_front(self) -> "QMainWindow":
        """The window on which a question stands: the class window where somebody is in it."""
        is_ours = self.window is not None and self.window.isActiveWindow()
        return self.window if self.window and is_ours else self._main

    def meant(self) -> tuple[ArticleId, AssignmentId | None] | None:
        """The class that is meant by what is asked for, if there is an article."""
        shown = self._desk.article
        looked_at = self.window is not None and self.in_front() is self.window
        if self._article and self.window and (looked_at or (shown and shown.id == self._article)):
            return self._article, self._assignment
        return (shown.id, NEWEST) if shown else None

    def say_done(self, sentence: str, offers: "Sequence[Offer]") -> None:
        """Say what was done, in the window where the class is looked at."""
        if self.window:
            self.window.done.say(sentence, offers)
        else:
            self._room.page.say_done(sentence, offers)

    def open(self, article: ArticleId, assignment: AssignmentId | None) -> None:
        """Show the class on an article, of an assignment or of all work on it."""
        if self.window is None:
            self.window = self._made()
        self._article, self._assignment = article, assignment
        # Made, painted and filled in moments of their own: the main window goes on meanwhile.
        QTimer.singleShot(0, self.window, self._bring_forward)

    def _bring_forward(self) -> None:
        if self.window:
            self.window.show()
            self.window.activateWindow()
            QTimer.singleShot(_PAINTED_MS, self.window, self.read)

    def _made(self) -> ClassWindow:
        main = self._main
        window = ClassWindow(main.looks.palette, main.actions_by_id)
        shape = main.remembered.shape("class_geometry")
        if not window.restoreGeometry(shape):
            screen = QGuiApplication.primaryScreen()
            if screen:
                room = screen.availableSize()
                window.resize(min(1440, room.width()), min(900, room.height()))
        window.setLayoutDirection(main.layoutDirection())
        window.set_zoom(main.remembered.number("zoom", 100))
        window.set_names_hidden(main.remembered.yes("names_hidden", False))
        self._connect(window)
        return window

    def _connect(self, window: ClassWindow) -> None:
        desk, status = self._desk, window.status
        desk.told.connect(status.say)
        desk.saved.connect(status.show_saved)
        desk.worker.busy_changed.connect(status.set_busy)
        desk.worker.under_way.connect(status.show_progress)
        desk.worker.progressed.connect(status.move_progress)
        desk.refused.connect(window.notice.say)
        desk.went_on.connect(window.notice.hide)
        window.closed.connect(self._closed)
        window.files_dropped.connect(desk.to_collect)
        window.questions.hand_in_chosen.connect(self.collecting.choose)
        window.questions.joined.connect(self.collecting.join)
        window.questions.kept_apart.connect(self.collecting.keep_apart)
        window.agreement_wanted.connect(self._ask_agreement)
        window.tools.assignment_chosen.connect(self._choose_assignment)
        window.names_hidden_changed.connect(self._names_hidden)
        Choices(window, desk, self.read)

    def _closed(self) -> None:
        window, self.window = self.window, None
        if window:
            self._main.remembered.keep(class_geometry=window.saveGeometry())
        if self.projector:
            self.projector.close()

    def close(self) -> None:
        """Close with the main window."""
        if self.window:
            self.window.close()
        if self.projector:
            self.projector.close()

    def _colour(self) -> None:
        palette = self._main.looks.palette
        if self.window:
            self.window.set_palette(palette)
        if self.projector:
            self.projector.set_palette(palette)

    # What it shows

    def read(self) -> None:
        """Read the class anew."""
        article, assignment = self._article, self._assignment
        if article is None:
            return
        hidden = self.window is not None and self.window.names_hidden

        def work(workspace: "Workspace") -> tuple[int, ClassSeen]:
            from annotator.services import noticing
            from annotator.ui.classroom import asking

            number = noticing.newest(workspace)
            return number, asking.see(workspace, article, assignment, names_hidden=hidden)

        self._asked += 1
        asked = self._asked

        def done(found: tuple[int, ClassSeen]) -> None:
            # What was asked for later is shown instead.
            if self.window and asked == self._asked:
                self._newest, seen = found
                self._assignment = seen.assignment.id if seen.assignment else None
                self.window.show_class(seen)

        self._desk.glance(work, done)

    def _names_hidden(self, hidden: bool) -> None:
        """Which names may stand in what was written, is looked up where it has to be known."""
        self._main.remembered.keep(names_hidden=hidden)
        if hidden:
            self.read()

    def _look(self) -> None:
        """Others may have changed something: a command, another window, undo."""
        if self.window is None:
            return

        def work(workspace: "Workspace") -> int:
            from annotator.services import noticing

            return noticing.newest(workspace)

        def done(newest: int) -> None:
            if newest != self._newest:
                self._newest = newest
                self.read()

        self._desk.glance(work, done)

    def _choose_assignment(self, assignment: AssignmentId | None) -> None:
        self._assignment = assignment
        self.read()

    def _ask_agreement(self) -> None:
        window = self.window
        if window is None:
            return
        window.pages.agreement.show_waiting()
        hidden = window.names_hidden

        def show(seen: "AgreementSeen") -> None:
            if self.window and self.window.names_hidden == hidden:
                self.window.pages.agreement.show_agreement(seen)

        self._ask(partial(_agreement, hidden), show)

    def _ask(
        self, work: "Callable[[Workspace, ClassSeen], _Value]", done: Callable[[_Value], None]
    ) -> None:
        """Work something out from what is shown, or from what is on its way to be shown."""

        def on_worker(workspace: "Workspace") -> _Value | None:
            seen = self.window.seen if self.window else None
            return work(workspace, seen) if seen else None

        def there(value: _Value | None) -> None:
            if value is not None:
                done(value)

        # Behind what is being read: its answer stands in the window before this begins.
        self._desk.glance(
            lambda _workspace: None, lambda _none: self._desk.glance(on_worker, there)
        )

    def _project(self, passages: "tuple[Projected, ...]") -> None:
        if self.projector is None:
            self.projector = Projector(self._main.looks.palette)
            self.projector.setLayoutDirection(self._main.layoutDirection())
            self.projector.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.projector.destroyed.connect(self._projector_gone)
            _put_on_another_screen(self.projector, self.window or self._main)
        self.projector.show_passages(passages)
        self.projector.showFullScreen()
        self.projector.activateWindow()

    def _projector_gone(self) -> None:
        self.projector = None


def _projected(workspace: "Workspace", seen: ClassSeen) -> "tuple[Projected, ...]":
    from annotator.ui.classroom import asking
    from annotator.ui.classroom.projecting import projected

    asking.hide(workspace, seen)
    return projected(seen)


def _agreement(names_hidden: bool, _workspace: "Workspace", seen: ClassSeen) -> "AgreementSeen":
    from annotator.model.agreement import agreement
    from annotator.ui.classroom.agreeing import agreement_seen

    found = agreement(seen.text, seen.compared)
    return agreement_seen(found, seen.hiding.called if names_hidden else None)


def _put_on_another_screen(projector: Projector, beside: "QMainWindow") -> None:
    """A projector is mostly the second screen: the one on which the class window is not."""
    others = [one for one in QGuiApplication.screens() if one is not beside.screen()]
    if others:
        projector.setGeometry(others[0].geometry())
