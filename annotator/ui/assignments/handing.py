"""The window's way of assignments: hand out, open, show what is asked, hand in, clear away."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.model.assignment import Assignment, Minimums
from annotator.model.handin import is_late
from annotator.model.ids import AssignmentId
from annotator.model.progress import progress
from annotator.services.assigning import Asked, roster_of
from annotator.services.clearing import Cleared
from annotator.services.handing_in import HandingIn, Standing
from annotator.services.opening import Waiting
from annotator.ui.asking_where import file_dialog, offer_name, show_place
from annotator.ui.assignments.double_click import DoubleClick
from annotator.ui.assignments.hand_in_question import HandInQuestion, How
from annotator.ui.assignments.question import AssignmentQuestion
from annotator.ui.assignments.strip import AssignmentStrip
from annotator.ui.classroom.loading import LoadingAhead
from annotator.ui.dates import short_time
from annotator.ui.dialogs.confirming import Confirmation
from annotator.ui.dialogs.naming import ask_name
from annotator.ui.verbs import assignments as verbs
from annotator.words import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from annotator.ui.room import Room

_REST_MS = 60


class Assignments(QObject):
    """Asks, and hands to the desk what was answered."""

    def __init__(self, room: "Room") -> None:
        super().__init__(room)
        self._room, self._window, self._desk = room, room.window, room.desk
        self.double_click = DoubleClick(room)
        self._strip: AssignmentStrip | None = None
        self._ahead: LoadingAhead | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self._desk.news.connect(lambda _news: self._rest.start())
        self._desk.person_changed.connect(lambda _person: self.show())

    # What is asked of whoever reads

    def show(self) -> None:
        """Show what is asked for on the article that lies on the desk, if anything is."""
        assignment = self._current()
        if assignment is None and self._strip is None:
            return
        if self._strip is None:
            self._strip = AssignmentStrip(self._window.looks.palette)
            self._strip.asked.connect(self._do)
            self._room.claims.put_above(self._strip)
        late = assignment is not None and is_late(datetime.now(UTC), assignment.due)
        self._strip.show_assignment(assignment, late=late)
        self._strip.show_handed_in("")
        self._count()
        if assignment and not assignment.is_mine and self._desk.person:
            verbs.standing(self._desk, assignment, self._say_handed_in)
        if assignment and assignment.is_mine and self._ahead is None:
            self._ahead = LoadingAhead(self)

    def set_palette(self) -> None:
        """Follow another palette."""
        if self._strip:
            self._strip.set_palette(self._window.looks.palette)

    def _current(self) -> Assignment | None:
        """What a student has to do comes before what a teacher has handed out."""
        there = self._desk.assignments
        theirs = [one for one in there if not one.is_mine]
        known = theirs or list(there)
        return known[-1] if known else None

    def _count(self) -> None:
        assignment = self._current()
        if self._strip is None or assignment is None:
            return
        is_asked = not assignment.is_mine and bool(assignment.minimums)
        claims = self._desk.claims.values()
        self._strip.show_progress(progress(claims, assignment.minimums) if is_asked else None)

    def _say_handed_in(self, standing: Standing) -> None:
        if self._strip is None or standing.last is None:
            return
        number, made = standing.last
        said = _("Handed in on {when}, number {number}.").format(
            when=short_time(made), number=number
        )
        self._strip.show_handed_in(said)

    def _do(self, deed: str) -> None:
        self._window.actions_by_id[deed].trigger()

    # Handing out

    def ask(self) -> None:
        """Ask what the class shall do with the article."""
        article = self._desk.article
        if article is None:
            self._desk.told.emit(_("There is no article to hand out. Open one first."))
            return
        mine = [one for one in self._desk.assignments if one.is_mine]
        question = AssignmentQuestion(self._window, article.metadata.title, mine)
        question.wanted.connect(self._ask_where_out)
        question.list_asked.connect(lambda: self._ask_names(question))
        question.open()

    def _ask_names(self, question: AssignmentQuestion) -> None:
        dialog = self._dialog(_("The names of the class"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [_("Lists of names") + " (*.csv *.txt *.tsv)", _("All files") + " (*)"]
        )

        asking = [question]
        question.destroyed.connect(asking.clear)

        def show(names: Sequence[str]) -> None:
            if asking:
                question.show_names(names)

        def take(names: list[str]) -> None:
            self._desk.look_up(lambda _workspace: roster_of(Path(names[0])), show)

        dialog.filesSelected.connect(take)
        dialog.open()

    def _ask_where_out(self, asked: Asked, revises: AssignmentId | None) -> None:
        dialog = self._dialog(_("Where does the assignment go?"))
        name = asked.title or ""
        offer_name(dialog, name, _("assignment"), _("Assignment"), ".assignment")
        self._ask_where(
            dialog,
            lambda to: verbs.assign(self._desk, asked, revises, to, partial(self._say_out, to)),
        )

    def _say_out(self, to: Path, made: Assignment) -> None:
        said = _(
            "“{title}” is in {file}. Give this file to the class; your own claims are not in it."
        )
        self._say_written(said.format(title=made.title, file=to), to)

    # Opening

    def open(self, path: Path) -> None:
        """Open an assignment, a draft or a hand-in; whose work comes in is asked first."""
        verbs.look(self._desk, path, lambda waiting: self._opened(path, waiting))

    def _opened(self, path: Path, waiting: Waiting) -> None:
        if waiting.member is None:
            self._take(path, waiting)
            return
        if waiting.is_to_collect:
            self._desk.to_collect.emit([path])
            return
        name = waiting.member.name
        question = Confirmation(
            self._window,
            _("Open the work of {name}?").format(name=name),
            _(
                "The file holds the work of {name}. It opens as work of this person, who then "
                "annotates on this computer. Work that is here and was changed later stays."
            ).format(name=name),
            _("Open it as {name}").format(name=name),
            _("Leave it"),
        )
        question.accepted.connect(lambda: self._take(path, waiting))
        question.open()

    def _take(self, path: Path, waiting: Waiting) -> None:
        verbs.take(self._desk, waiting, path.name, self.double_click.offer)

    # Handing in

    def hand_in(self, how: How) -> None:
        """Say what is missing and ask where the file goes; who hands in has to have a name."""
        if self._desk.article is None:
            self._desk.told.emit(_("There is no article to hand in. Open one first."))
            return
        if self._desk.person is None:
            ask_name(self._window, self._desk, lambda: self.hand_in(how))
            return
        assignment = self._current()
        verbs.standing(self._desk, assignment, partial(self._ask_hand_in, how, assignment))

    def _ask_hand_in(self, how: How, assignment: Assignment | None, standing: Standing) -> None:
        minimums = assignment.minimums if assignment else Minimums()
        question = HandInQuestion(
            self._window, how, standing, assignment, progress(standing.claims, minimums)
        )
        question.claim_chosen.connect(self._room.show_claim)
        question.wanted.connect(partial(self._ask_where_in, how, assignment, standing))
        question.open()

    def _ask_where_in(
        self,
        how: How,
        assignment: Assignment | None,
        standing: Standing,
        partner: str,
        reason: str,
    ) -> None:
        article = self._desk.article
        if article is None:
            return
        draft = how is How.TAKE_ALONG
        what = HandingIn(article.id, standing.person.id, assignment, draft, reason)
        title = assignment.title if assignment else article.metadata.title
        dialog = self._dialog(_("Where does your work go?"))
        name = f"{standing.person.name} - {title}"
        offer_name(dialog, name, _("work"), _("Hand-in"), ".handin")
        self._ask_where(dialog, lambda to: self._write(how, what, partner or None, to))

    def _write(self, how: How, what: HandingIn, partner: str | None, to: Path) -> None:
        if how is How.CLEAR:
            verbs.hand_in_and_clear(self._desk, what, partner, to, partial(self._say_cleared, to))
        else:
            verbs.hand_in(self._desk, what, partner, to, partial(self._say_in, what.draft, to))

    def _say_in(self, draft: bool, to: Path, number: int) -> None:
        said = _("Your work is in {file} (number {number}). Give this file to your teacher.")
        if draft:
            said = _("Your work is in {file}. Open this file on the other computer to go on there.")
        self._say_written(said.format(file=to, number=number), to)
        self.show()

    def _say_cleared(self, to: Path, cleared: Cleared) -> None:
        said = [
            _(
                "Your work is in {file} (number {number}) and no longer on this computer. Give "
                "this file to your teacher."
            ).format(file=to, number=cleared.number)
        ]
        if cleared.backups:
            number = len(cleared.backups)
            names = ", ".join(str(one) for one in cleared.backups)
            said.append(
                ngettext(
                    "{number} backup still holds it: {names}. Whoever looks after this computer "
                    "can delete it.",
                    "{number} backups still hold it: {names}. Whoever looks after this computer "
                    "can delete them.",
                    number,
                ).format(number=number, names=names)
            )
        if cleared.log:
            said.append(
                _(
                    "Another program has the library open, so {file} still holds it: close every "
                    "window of Annotator, and it is gone."
                ).format(file=cleared.log)
            )
        self._say_written("\n".join(said), to)

    # Where files go

    def _ask_where(self, dialog: "QFileDialog", write: Callable[[Path], None]) -> None:
        def take(names: list[str]) -> None:
            self._window.remembered.keep(folder=str(Path(names[0]).parent))
            write(Path(names[0]))

        dialog.filesSelected.connect(take)
        dialog.open()

    def _dialog(self, title: str) -> "QFileDialog":
        return file_dialog(self._window, self._window.remembered, title)

    def _say_written(self, sentence: str, to: Path) -> None:
        told = self._desk.told.emit
        offer = _("Open the folder"), partial(show_place, to.parent, told)
        self._room.page.say_done(sentence, [offer])
        told(sentence.partition("\n")[0])
