"""Write a report: ask what goes in, ask where it goes, write it, and offer to look at it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.exchange.writers.registry import WORKSHEET, choose
from annotator.services.outlook import Wanted
from annotator.ui.asking_where import file_dialog, kept_paper, offer_name, show_place
from annotator.ui.reporting.choices import There
from annotator.ui.reporting.question import ReportQuestion
from annotator.ui.worker import Progress
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.filing import Shelf
    from annotator.services.workspace import Workspace
    from annotator.ui.room import Room


class Reports(QObject):
    """The window's way to reports and data files."""

    def __init__(self, room: "Room") -> None:
        super().__init__(room)
        self._room, self._window, self._desk = room, room.window, room.desk
        self._remembered = room.window.remembered

    def ask(self, format_name: str = "") -> None:
        """Ask what goes into a report, beginning with this kind of file or the last one."""
        if self._desk.article is None:
            self._desk.told.emit(_("There is no article to report on. Open one first."))
            return

        def work(workspace: "Workspace") -> "list[Shelf]":
            from annotator.services import filing

            return filing.shelves(workspace)

        self._desk.look_up(work, lambda shelves: self._ask(format_name, shelves))

    def _ask(self, format_name: str, shelves: "list[Shelf]") -> None:
        there = self._there(format_name, shelves)
        if there is None:
            return
        question = ReportQuestion(self._window, self._desk, there, self._window.looks.palette)
        question.accepted.connect(lambda: self.ask_where(question.choices.wanted()))
        question.open()

    def ask_worksheet(self) -> None:
        """Ask which articles go on worksheets."""
        self.ask(WORKSHEET)

    def ask_where(self, wanted: Wanted | None) -> None:
        """Ask where the file goes."""
        if wanted is None:
            return
        kind = choose(wanted.format, None)
        dialog = file_dialog(self._window, self._remembered, _("Where does the file go?"))
        offer_name(dialog, self._title(wanted), _("report"), _(kind.title), kind.suffix)
        dialog.filesSelected.connect(lambda names: self.write(wanted, Path(names[0])))
        dialog.open()

    def write(self, wanted: Wanted, path: Path) -> None:
        """Write the file; progress and Cancel stand in the status bar."""
        self._remembered.keep(
            folder=str(path.parent), report=wanted.format, paper=wanted.paper.value
        )
        said: list[str] = []

        def work(workspace: "Workspace", progress: Progress) -> None:
            from annotator.services import reporting

            reporting.export(
                workspace,
                wanted.articles,
                path,
                wanted.format,
                wanted.by,
                wanted.anonymous,
                progress,
                said.append,
                wanted.paper,
            )

        self._desk.do_long(work, lambda _none: self._say_written(path, said), writes=False)

    def _there(self, format_name: str, shelves: "list[Shelf]") -> There | None:
        desk, kept = self._desk, self._remembered
        if desk.article is None:
            return None
        every = [one.article for one in desk.articles if one.article.binned is None]
        listed = every or [desk.article]
        collections = [
            (shelf.collection.name, [one.id for one in listed if one.id in shelf.articles])
            for shelf in shelves
        ]
        return There(
            desk.article,
            listed,
            list(desk.people.values()),
            desk.person,
            [(name, articles) for name, articles in collections if articles],
            format=format_name or kept.text("report"),
            paper=kept_paper(kept),
        )

    def _title(self, wanted: Wanted) -> str:
        titles = {one.article.id: one.article.metadata.title for one in self._desk.articles}
        return titles.get(wanted.articles[0], "") if len(wanted.articles) == 1 else ""

    def _say_written(self, path: Path, said: list[str]) -> None:
        sentence = _("The report is in {file}").format(file=path)
        told = self._desk.told.emit
        offers = [
            (_("Open the file"), partial(show_place, path, told)),
            (_("Open the folder"), partial(show_place, path.parent, told)),
        ]
        self._room.page.say_done("\n".join((sentence, *said)), offers)
        told(sentence)
