"""What lies on the desk: the article, the claims on it, and who sits at it.

The window's side of a session. What a person does to articles and claims stands in `ui/verbs`;
here it goes to the worker, and when it is on disk one signal carries what is new. Views listen to
the signals and never call each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.worker import Progress, Worker
from annotator.words import _

if TYPE_CHECKING:
    # Not needed for the first frame, so not loaded for it.
    from pathlib import Path

    from annotator.model.article import Article
    from annotator.model.assignment import Assignment
    from annotator.model.claim import Claim
    from annotator.model.ids import ArticleId, ClaimId, PersonId
    from annotator.model.person import Person
    from annotator.services.adding import Added
    from annotator.services.listing import Listed, OpenArticle
    from annotator.services.workspace import Workspace
    from annotator.ui.session import Outcome, Session, Start

_LOOK_EVERY_MS = 500
_Value = TypeVar("_Value")


class _Doing(NamedTuple):
    """Something to be done with the library, and how."""

    work: Callable[[Workspace], Any]
    done: Callable[[Any], object] | None
    listing_too: bool = False
    typed: bool = False
    writes: bool = True
    progress: Progress | None = None


class Desk(QObject):
    """The state of one window, and the one way to change it."""

    not_started = Signal()
    """The library could not be opened; `refused` says why."""
    opened = Signal(object)
    """OpenArticle, or None when there is no article to show."""
    news = Signal(object)
    listed = Signal(object)
    person_changed = Signal(object)
    history_changed = Signal(object, object)
    saved = Signal(bool)
    """Whether the last change is on disk, after a step of the person's own."""
    went_on = Signal()
    """A step of the person's own was done; what was refused before is left behind."""
    refused = Signal(str)
    told = Signal(str)
    tagged = Signal(str)
    """The id of a claim that the person has just made, tagged or moved."""
    document_given = Signal(object)
    """The path of a document that the window was started with; nothing of it is stored yet."""
    looked = Signal()
    """Nothing was being done, and the window looked for what others have done."""
    to_collect = Signal(object)
    """The paths of hand-ins for an assignment that was made in this library."""
    unsure = Signal(object)
    """The paths whose encoding somebody must choose, with their refusals: [(path, refusal)]."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.article: Article | None = None
        self.articles: tuple[Listed, ...] = ()
        self.person: Person | None = None
        self.people: dict[PersonId, Person] = {}
        self.claims: dict[ClaimId, Claim] = {}
        self.assignments: tuple[Assignment, ...] = ()
        """Those on the article; the newest stands last."""
        self.is_saved = True
        """Whether the last change is on disk."""
        self.given_name = ""
        """Who works on the document that the window was started with; "" once that is heeded."""
        self._session: Session | None = None
        self._waiting: list[Callable[[], None]] = []
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)

    # Start and end

    def start(self, folder: Path, as_name: str | None, file: Path | None, last: str | None) -> None:
        """Open the library; called after the window's first paint."""
        self.given_name = as_name if as_name and file else ""

        def work() -> tuple[Session, Start]:
            from annotator.ui import session  # the database library: not before the first paint

            return session.start(folder, as_name, file, last)

        self.worker.run(work, self._started, self._not_started)

    def finish(self) -> str:
        """Do everything that was given, but break off what takes long; why not all was written.

        "" when it was.
        """
        self.worker.cancel_long()
        refused: list[str] = []
        self.refused.connect(refused.append)
        if not self.is_saved:
            # What was typed and not taken gets one more chance.
            self.do(lambda _workspace: None)
        self.worker.finish()
        self.refused.disconnect(refused.append)
        return refused[-1] if refused else ""

    def stop(self) -> None:
        """Let go of the library, after `finish`."""
        self._looking.stop()
        self.worker.wait()
        if self._session:
            self._session.workspace.close()

    # How work is done

    def do(
        self,
        work: Callable[[Workspace], _Value],
        done: Callable[[_Value], object] | None = None,
        listing_too: bool = False,
        typed: bool = False,
    ) -> None:
        """Do something with the library; `done` hears of it only if it was not refused.

        What was `typed` is tried again with the next thing when the library could not take it.
        """
        self._do(_Doing(work, done, listing_too, typed))

    def do_long(
        self,
        work: Callable[[Workspace, Progress], _Value],
        done: Callable[[_Value], object],
        listing_too: bool = False,
        writes: bool = True,
    ) -> None:
        """Do something that may take long, and which the person can cancel meanwhile.

        What only reads, not `writes`, leaves it open whether the last change is saved.
        """
        progress = self.worker.progress()

        def with_progress(workspace: Workspace) -> _Value:
            return work(workspace, progress)

        self._do(_Doing(with_progress, done, listing_too, writes=writes, progress=progress))

    def look_up(
        self, work: Callable[[Workspace], _Value], done: Callable[[_Value], object]
    ) -> None:
        """Read something of the library; whether the last change is saved is left open."""
        self._do(_Doing(work, done, writes=False))

    def glance(
        self,
        work: Callable[[Workspace], _Value],
        done: Callable[[_Value], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Read something in passing: the window is not told that it is busy."""
        session = self._session
        if session:
            self.worker.run_quietly(lambda: work(session.workspace), done, failed or self._failed)

    def read_on(self, done: Callable[[int], None]) -> None:
        """Read a little for the search, where it has not read all; `done` hears what is left."""
        session = self._session
        if session and session.is_unread:
            self.worker.run_quietly(session.read_on, done, self._failed)

    def open(self, article: ArticleId) -> None:
        """Show another article."""
        session = self._session
        if session is None:
            return
        person = self.person.id if self.person else None
        self.worker.run(lambda: session.show(article, person), self._opened, self._failed)

    def sit_down(self, person: Person, then: Callable[[], None] | None = None) -> None:
        """Let somebody annotate: it is their claims that are shown, when `then` is called."""
        session, article = self._session, self.article

        def seated() -> None:
            self._leave_to(person)
            self.person = person
            self.people[person.id] = person
            self.person_changed.emit(person)

        def shown(opened: OpenArticle) -> None:
            seated()
            self._opened(opened)
            if then:
                then()

        is_same = self.person is not None and self.person.id == person.id
        if session and article and not is_same:
            self.worker.run(lambda: session.show(article.id, person.id), shown, self._failed)
            return
        seated()
        if then:
            then()

    def stand_up(self) -> None:
        """Nobody annotates any more, until somebody says who they are."""
        self._leave_to(None)
        self.person = None
        self.person_changed.emit(None)
        if self.article:
            self.open(self.article.id)

    def _leave_to(self, person: Person | None) -> None:
        """What one person did is not for another to take back (`Session.show`)."""
        if self.person and (person is None or person.id != self.person.id):
            self.history_changed.emit(None, None)

    def say_refused(self, added: Iterable[Added]) -> None:
        """Say of each file why it was not taken in, or ask for what it needs."""
        refused = [one for one in added if one.refusal]
        unsure = [(one.name, one.refusal) for one in refused if hasattr(one.refusal, "guesses")]
        said = [
            f"{_file_name(one.name)}: {one.refusal.sentence}"
            for one in refused
            if one.refusal and not hasattr(one.refusal, "guesses")
        ]
        if said:
            self.refused.emit("\n".join(said))
        if unsure:
            self.unsure.emit(unsure)

    # What comes of it

    def _do(self, doing: _Doing) -> None:
        session = self._session
        if session is None:
            # Still opening: it waits its turn. Closed for good: the window says so already.
            self._waiting.append(lambda: self._do(doing))
            return

        def finished(outcome: Outcome[Any]) -> None:
            self._end(doing)
            self._take(outcome)
            self._settle(doing, outcome)

        def failed(error: Exception) -> None:
            self._end(doing)
            self._failed(error)
            if doing.writes:
                self._say_saved(False)

        self.worker.run(
            lambda: session.do(doing.work, doing.listing_too, doing.typed), finished, failed
        )

    def _end(self, doing: _Doing) -> None:
        if doing.progress:
            self.worker.end(doing.progress)

    def _settle(self, doing: _Doing, outcome: Outcome[Any]) -> None:
        refusal = outcome.refusal
        if refusal and doing.progress and doing.progress.is_cancelled:
            # It is what the person wanted, and no failure.
            self.told.emit(refusal.sentence)
            return
        if refusal:
            self.refused.emit(refusal.sentence)
        if doing.writes and outcome.is_on_disk is not None:
            self._say_saved(outcome.is_on_disk)
        if refusal is None:
            self.went_on.emit()
            if doing.done:
                doing.done(outcome.value)

    def _look(self) -> None:
        session = self._session
        if session and self.worker.is_idle:
            self.worker.run_quietly(session.look, self._take_from_elsewhere, self._failed)
            self.looked.emit()

    def _take_from_elsewhere(self, outcome: Outcome[bool]) -> None:
        shown = self.article
        self._take(outcome)
        if outcome.value:
            self._say_saved(True)
            self.went_on.emit()
        ids = {one.article.id for one in outcome.listed or ()}
        if shown and outcome.listed is not None and shown.id not in ids:
            said = _("“{title}” was removed in another window or by a command.")
            self.told.emit(said.format(title=shown.metadata.title))

    def _take(self, outcome: Outcome[Any]) -> None:
        self._take_claims(outcome.news.changed, outcome.news.gone)
        if outcome.news.people is not None:
            self._take_people(outcome.news.people)
        if outcome.listed is not None:
            self._take_list(outcome.listed)
        if outcome.news:
            self.news.emit(outcome.news)
        self.history_changed.emit(outcome.undo, outcome.redo)

    def _take_claims(self, changed: Iterable[Claim], gone: Iterable[ClaimId]) -> None:
        for one in gone:
            self.claims.pop(one, None)
        self.claims.update((claim.id, claim) for claim in changed)

    def _take_people(self, people: dict[PersonId, Person]) -> None:
        self.people = people
        if self.person and people.get(self.person.id) not in (None, self.person):
            self.person = people[self.person.id]
            self.person_changed.emit(self.person)

    def _take_list(self, listed: tuple[Listed, ...]) -> None:
        self.articles = listed
        self.listed.emit(listed)
        shown = self.article
        there = next((one.article for one in listed if shown and one.article.id == shown.id), None)
        if there:
            self.article = there
        elif listed:
            self.open(listed[0].article.id)
        elif shown:
            self.article = None
            self._put_on_desk((), {})
            self.opened.emit(None)

    def _started(self, result: tuple[Session, Start]) -> None:
        session, start = result
        self._session = session
        self.person = start.person
        self.person_changed.emit(self.person)
        if start.shown:
            self._opened(start.shown)
        self.worker.run_quietly(session.list, self._take_list, self._failed)
        if start.given:
            self.say_refused([start.given])
        self.given_name = self.given_name if start.document else ""
        if start.document:
            self.document_given.emit(start.document)
        self._looking.start()
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    def _not_started(self, error: Exception) -> None:
        self.not_started.emit()
        self._failed(error)

    def _opened(self, shown: OpenArticle) -> None:
        self.article = shown.article
        self.assignments = shown.assignments
        self._put_on_desk(shown.claims, shown.people)
        self.opened.emit(shown)

    def _put_on_desk(self, claims: Iterable[Claim], people: dict[PersonId, Person]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.people = people or self.people

    def _say_saved(self, saved: bool) -> None:
        self.is_saved = saved
        self.saved.emit(saved)

    def _failed(self, error: Exception) -> None:
        from annotator.ui.failures import sentence_of

        self.refused.emit(sentence_of(error))


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
