"""Write on a class: its report, or feedback for each. Ask what, ask where, write, and offer it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.failure import Refusal
from annotator.ui.article.notice import Offer
from annotator.ui.asking_where import file_dialog, kept_paper, offer_name, show_place
from annotator.ui.classroom.giving import Usual
from annotator.ui.classroom.seen import ToReport
from annotator.ui.worker import Progress
from annotator.words import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from annotator.services.feedback import Given, Wanted, Worksheet
    from annotator.services.workspace import Workspace
    from annotator.ui.classroom.classes import Classes
    from annotator.ui.classroom.feedback_question import FeedbackQuestion
    from annotator.ui.classroom.report_question import ReportOfClassQuestion
    from annotator.ui.desk import Desk
    from annotator.ui.remembered import Remembered


class ClassReports(QObject):
    """The class window's and the menu's way to files about a class."""

    def __init__(self, classes: "Classes", desk: "Desk", remembered: "Remembered") -> None:
        super().__init__(classes)
        self._classes, self._desk, self._remembered = classes, desk, remembered

    def ask(self) -> None:
        """Ask what goes into the class's report, and write it."""

        def show(about: ToReport) -> None:
            from annotator.ui.classroom.report_question import ReportOfClassQuestion

            parent = self._classes.in_front()
            question = ReportOfClassQuestion(parent, about, self._usual("class_report"))
            question.accepted.connect(partial(self._ask_file, about, question))
            question.open()

        self._look_up(show)

    def ask_feedback(self) -> None:
        """Ask how each student's report is given, and write them."""

        def show(about: ToReport) -> None:
            from annotator.ui.classroom.feedback_question import FeedbackQuestion

            question = FeedbackQuestion(
                self._classes.in_front(),
                about,
                self._usual("feedback"),
                archive=self._remembered.yes("feedback_archive", False),
            )
            question.sheet_asked.connect(partial(self._ask_sheet, question))
            question.accepted.connect(partial(self._ask_place, about, question))
            question.open()

        self._look_up(show, for_each=True)

    def write(self, about: ToReport, usual: Usual, path: Path) -> None:
        """Write the class's report; progress and Cancel stand in the status bars."""
        self._keep(path, class_report=usual.kind, paper=usual.paper.value)
        said: list[str] = []

        def work(workspace: "Workspace", progress: Progress) -> None:
            from annotator.services import class_reporting

            class_reporting.export_class(
                workspace,
                about.article,
                path,
                about.assignment,
                anonymous=usual.anonymous,
                progress=progress,
                tell=said.append,
                paper=usual.paper,
            )

        def done(_none: None) -> None:
            sentence = _("The class report is in {file}").format(file=path)
            self._say([sentence], said, path, is_file=True)

        self._desk.do_long(work, done, writes=False)

    def give(self, about: ToReport, wanted: "Wanted", *, shows_key: bool) -> None:
        """Write everybody's report; the comparison with the key is released or held back before."""
        self._keep(wanted.to, feedback=wanted.format, feedback_archive=_is_zip(wanted.to))
        releases = about.has_key and about.can_release and shows_key != about.released
        said: list[str] = []

        def work(workspace: "Workspace", progress: Progress) -> "Given":
            from annotator.services import assigning, feedback

            if releases and about.assignment:
                assigning.release(workspace, about.assignment, on=shows_key)
            return feedback.give(
                workspace, about.article, wanted, about.assignment, progress, said.append
            )

        def done(given: "Given") -> None:
            self._say(self._written(given, wanted.to), said, wanted.to, _is_zip(wanted.to))
            self._classes.read()

        self._desk.do_long(work, done, writes=releases)

    # What is asked

    def _look_up(self, show: Callable[[ToReport], None], *, for_each: bool = False) -> None:
        """Look at the class that is meant, and show a question about it."""
        meant = self._classes.meant()
        if meant is None:
            self._desk.told.emit(_("There is no article to report on. Open one first."))
            return
        article, assignment = meant

        def work(workspace: "Workspace") -> ToReport:
            from annotator.ui.classroom import asking

            return asking.to_report(workspace, article, assignment, for_each=for_each)

        self._desk.look_up(work, show)

    def _ask_file(self, about: ToReport, question: "ReportOfClassQuestion") -> None:
        usual = question.usual()
        dialog = self._save_dialog(question.parentWidget(), about, question.kind().suffix)
        dialog.filesSelected.connect(lambda names: self.write(about, usual, Path(names[0])))
        dialog.open()

    def _ask_place(self, about: ToReport, question: "FeedbackQuestion") -> None:
        """A folder or a file: read of the question now, which goes when it is answered."""
        from annotator.services.feedback import Wanted

        usual, sheet, shows_key = question.usual(), question.sheet, question.shows_key
        parent = question.parentWidget()
        dialog = (
            self._save_dialog(parent, about, ".zip")
            if question.is_archive
            else self._folder_dialog(parent)
        )

        def give(names: Sequence[str]) -> None:
            to = Path(names[0])
            wanted = Wanted(to, usual.kind, usual.anonymous, sheet, usual.paper)
            self.give(about, wanted, shows_key=shows_key)

        dialog.filesSelected.connect(give)
        dialog.open()

    def _ask_sheet(self, question: "FeedbackQuestion") -> None:
        dialog = file_dialog(question, self._remembered, _("Which grading worksheet?"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Grading worksheets") + " (*.csv)", _("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: self._read_sheet(question, Path(names[0])))
        dialog.open()

    def _read_sheet(self, question: "FeedbackQuestion", path: Path) -> None:
        asking = [question]
        question.destroyed.connect(asking.clear)

        def work(_workspace: "Workspace") -> "Worksheet | str":
            from annotator.services import feedback

            try:
                return feedback.worksheet(path)
            except Refusal as refusal:
                return refusal.sentence

        def done(sheet: "Worksheet | str") -> None:
            if asking:
                question.show_sheet(sheet)

        self._desk.look_up(work, done)

    def _usual(self, name: str) -> Usual:
        kept = self._remembered
        return Usual(kept.text(name), kept_paper(kept), kept.yes("names_hidden", False))

    def _keep(self, path: Path, **chosen: str | bool) -> None:
        self._remembered.keep(folder=str(path.parent), **chosen)

    # Where it goes, and what came of it

    def _folder_dialog(self, parent: "QWidget | None") -> "QFileDialog":
        dialog = file_dialog(parent, self._remembered, _("Into which folder?"))
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        return dialog

    def _save_dialog(self, parent: "QWidget | None", about: ToReport, suffix: str) -> "QFileDialog":
        dialog = file_dialog(parent, self._remembered, _("Where does the file go?"))
        offer_name(dialog, about.title, _("class"), "", suffix)
        return dialog

    def _written(self, given: "Given", to: Path) -> list[str]:
        number = len(given.files)
        reports = ngettext("{number} report is in {file}", "{number} reports are in {file}", number)
        said = [reports.format(number=number, file=to)]
        if given.worksheet:
            cells = ngettext(
                "{number} cell is filled in {file}",
                "{number} cells are filled in {file}",
                given.filled,
            )
            said.append(cells.format(number=given.filled, file=given.worksheet))
        window = self._classes.window
        hidden = window is not None and window.names_hidden
        for sentence, people in (
            (_("No report before you choose which hand-in counts: {names}"), given.undecided),
            (_("Other feedback stood there and is replaced in the copy: {names}"), given.replaced),
            (_("Not in the worksheet: {names}"), given.missing),
            (_("Not filled in, another name stands in the row: {names}"), given.strangers),
            (_("Not filled in, several handed in under one number: {names}"), given.crowded),
        ):
            if people:
                who = str(len(people)) if hidden or not all(people) else ", ".join(people)
                said.append(sentence.format(names=who))
        return said

    def _say(self, said: Sequence[str], to_know: Sequence[str], path: Path, is_file: bool) -> None:
        """Say what was written; what is `to_know` names people, and is shown when asked for."""
        folder = path.parent if is_file else path
        told = self._desk.told.emit
        offers: list[Offer] = [(_("Open the folder"), partial(show_place, folder, told))]
        if is_file:
            offers.insert(0, (_("Open the file"), partial(show_place, path, told)))
        if to_know:
            number = len(to_know)
            look = ngettext("{number} thing to look at", "{number} things to look at", number)
            offers.append((look.format(number=number), partial(self._show, tuple(to_know))))
        self._classes.say_done("\n".join(said), offers)
        told(said[0])

    def _show(self, to_know: Sequence[str]) -> None:
        from annotator.ui.classroom.to_know import ToKnow

        ToKnow(self._classes.in_front(), to_know).open()


def _is_zip(path: Path) -> bool:
    from annotator.services import feedback

    return feedback.is_archive(path)
