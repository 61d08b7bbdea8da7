"""The way of hand-ins into the library: asked for or dropped, collected, and told of in a list."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.ids import HandInId, PersonId
from annotator.ui.asking_where import file_dialog
from annotator.ui.classroom.came import CollectedSeen
from annotator.ui.classroom.collected import CollectedPage
from annotator.ui.worker import Progress
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace
    from annotator.ui.classroom.classes import Classes
    from annotator.ui.desk import Desk
    from annotator.ui.remembered import Remembered


class Collecting(QObject):
    """Collects in the background; progress and Cancel stand in the status bars."""

    def __init__(self, classes: "Classes", desk: "Desk", remembered: "Remembered") -> None:
        super().__init__(classes)
        self._classes, self._desk, self._remembered = classes, desk, remembered

    def ask(self) -> None:
        """Ask for files or a folder."""
        from annotator.ui.classroom.choosing_files import WhatToCollect

        question = WhatToCollect(self._classes.in_front())
        question.files_asked.connect(lambda: self._ask_paths(folder=False))
        question.folder_asked.connect(lambda: self._ask_paths(folder=True))
        question.open()

    def collect(self, paths: Sequence[Path]) -> None:
        """Collect what was chosen or dropped; progress and Cancel stand in the status bars."""
        given = [Path(path) for path in paths]
        if not given:
            return
        self._remembered.keep(folder=str(given[0].parent))

        def work(workspace: "Workspace", progress: Progress) -> CollectedSeen:
            from annotator.ui.classroom import asking

            return asking.collect(workspace, given, progress)

        self._desk.do_long(work, self._say_collected)

    def _ask_paths(self, *, folder: bool) -> None:
        dialog = file_dialog(self._classes.in_front(), self._remembered, _("Collect hand-ins"))
        if folder:
            dialog.setFileMode(dialog.FileMode.Directory)
        else:
            dialog.setFileMode(dialog.FileMode.ExistingFiles)
            dialog.setNameFilters([_("Hand-ins") + " (*.handin *.zip)", _("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: self.collect([Path(name) for name in names]))
        dialog.open()

    def _say_collected(self, seen: CollectedSeen) -> None:
        self._desk.told.emit(seen.summary())
        self._classes.read()
        window = self._classes.window
        if window and window.names_hidden:
            # The list names everybody: it is there for whoever asks for it.
            show = partial(self._show_list, seen)
            window.done.say(seen.summary(), [(_("Show the list, with names"), show)])
        else:
            self._show_list(seen)

    def _show_list(self, seen: CollectedSeen) -> None:
        page = CollectedPage(self._classes.in_front(), seen)
        page.chosen.connect(self.choose)
        page.joined.connect(self.join)
        page.kept_apart.connect(self.keep_apart)
        if seen.article:
            page.compare_asked.connect(partial(self._classes.open, seen.article, seen.assignment))
        page.open()

    def choose(self, hand_in: str) -> None:
        """Let one of several hand-ins of one number count."""

        def work(workspace: "Workspace") -> None:
            from annotator.services import collecting

            collecting.choose(workspace, HandInId(hand_in))

        self._desk.do(work, lambda _none: self._classes.read())

    def keep_apart(self, person: str) -> None:
        """Somebody is nobody else of that name."""

        def work(workspace: "Workspace") -> None:
            from annotator.services import namesakes

            namesakes.keep_apart(workspace, PersonId(person))

        self._desk.do(work, lambda _none: self._classes.read())

    def join(self, person: str, known_as: str) -> None:
        """Two ids are one person."""

        def work(workspace: "Workspace") -> None:
            from annotator.services import collecting

            collecting.join(workspace, PersonId(person), PersonId(known_as))

        self._desk.do(work, lambda _none: self._classes.read())
