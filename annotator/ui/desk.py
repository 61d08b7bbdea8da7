"""What lies on the desk: the article, the claims on it, who annotates; and what is done to them.

The window's side of a session. Each thing a person does is one method: it goes to the worker, and
when it is on disk one signal carries what is new. Views listen to the signals and never call
each other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.worker import Progress, Worker
from annotator.words import _

if TYPE_CHECKING:
    # Not needed for the first frame, so not loaded for it.
    from pathlib import Path

    from annotator.model.article import Article, Metadata
    from annotator.model.claim import Claim
    from annotator.model.edit import ClaimEdit, SourceEdit
    from annotator.model.ids import ArticleId, ClaimId, PersonId
    from annotator.model.person import Person
    from annotator.model.span import Span
    from annotator.model.tags import Tag
    from annotator.services.adding import Added
    from annotator.services.listing import OpenArticle
    from annotator.services.undoing import Undone
    from annotator.services.workspace import Workspace
    from annotator.ui.session import Outcome, Session, Start

_LOOK_EVERY_MS = 500
_Value = TypeVar("_Value")
_log = logging.getLogger(__name__)


class Desk(QObject):
    """The state of one window and the verbs that change it."""

    not_started = Signal()
    """The library could not be opened; `refused` says why."""
    opened = Signal(object)
    """OpenArticle, or None when there is no article to show."""
    news = Signal(object)
    listed = Signal(object)
    person_changed = Signal(object)
    history_changed = Signal(object, object)
    went_on = Signal()
    """A step of the person's own was done; what was refused before is left behind."""
    refused = Signal(str)
    told = Signal(str)
    tagged = Signal(str)
    """The id of a claim that the person has just made, tagged or moved."""
    unsure = Signal(object)
    """The paths whose encoding somebody must choose, with their refusals: [(path, refusal)]."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.article: Article | None = None
        self.person: Person | None = None
        self.people: dict[PersonId, Person] = {}
        self.claims: dict[ClaimId, Claim] = {}
        self._session: Session | None = None
        self._waiting: list[Callable[[], None]] = []
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)

    # Start and end

    def start(self, folder: Path, as_name: str | None, file: Path | None, last: str | None) -> None:
        """Open the library; called after the window's first paint."""

        def work() -> tuple[Session, Start]:
            from annotator.ui import session  # the database library: not before the first paint

            return session.start(folder, as_name, file, last)

        self.worker.run(work, self._started, self._not_started)

    def finish(self) -> bool:
        """Do everything that was given; whether all of it could be written."""
        refused: list[str] = []
        self.refused.connect(refused.append)
        self.worker.finish()
        self.refused.disconnect(refused.append)
        return not refused

    def stop(self) -> None:
        """Finish what was given and let go of the library."""
        self._looking.stop()
        self.worker.wait()
        if self._session:
            self._session.workspace.close()

    # Articles

    def open(self, article: str) -> None:
        """Show another article."""
        self._show(cast("ArticleId", article))

    def add_files(self, paths: Iterable[Path], encoding: str | None = None) -> Progress:
        """Add files and show the first of them."""
        wanted = list(paths)

        def work(workspace: Workspace, progress: Progress) -> list[Added]:
            from annotator.services import adding

            return adding.add_files(workspace, wanted, encoding, progress)

        return self.run_long(work, self._added, listing_too=True)

    def add_text(self, text: str) -> None:
        """Add what was pasted and show it."""

        def work(workspace: Workspace) -> list[Added]:
            from annotator.services import adding

            return [adding.add_text(workspace, text, "clipboard")]

        self._do(work, self._added, listing_too=True)

    def add_sample(self) -> None:
        """Show the sample article again."""

        def work(workspace: Workspace) -> ArticleId | None:
            from annotator.ui import session

            return session.add_sample(workspace)

        self._do(work, lambda added: self.open(added) if added else None, listing_too=True)

    def remove_article(self, article: Article) -> None:
        """Take an article out with all claims on it."""
        said = _("“{title}” is removed. Undo brings it back.").format(title=article.metadata.title)

        def work(workspace: Workspace) -> None:
            from annotator.services import adding

            adding.remove(workspace, article.id)

        self._do(work, lambda _none: self.told.emit(said), listing_too=True)

    def describe(self, metadata: Metadata, visit: str) -> None:
        """Write down what was found out about the article shown."""
        if self.article is None or metadata == self.article.metadata:
            return
        article, person, seen = self.article.id, self._person_id(), self.article.metadata

        def work(workspace: Workspace) -> None:
            from annotator.services import describing

            describing.describe(workspace, article, metadata, seen=seen, person=person, visit=visit)

        self._do(work, listing_too=True)

    # Claims

    def toggle(self, tag: Tag | None, selection: Span | None, at_caret: ClaimId | None) -> None:
        """A tag's key: on the selection's claim, made if need be, else on the one at the caret."""
        if self.article is None or self.person is None:
            return
        article, person = self.article.id, self.person.id

        def work(workspace: Workspace) -> ClaimId | None:
            from annotator.services import claiming

            target = claiming.Target(article, person, selection, at_caret)
            return claiming.toggle(workspace, target, tag)

        self._do(work, lambda claim: self.tagged.emit(claim) if claim else None)

    def remove_claims(self, claims: list[ClaimId]) -> None:
        """Remove claims with their fields."""

        def work(workspace: Workspace) -> None:
            from annotator.services import claiming

            claiming.remove(workspace, claims)

        if claims:
            self._do(work)

    def move(self, claim: ClaimId, span: Span, visit: str = "") -> None:
        """Give a claim other ends."""

        def work(workspace: Workspace) -> ClaimId:
            from annotator.services import claiming

            return claiming.move(workspace, claim, span, visit)

        self._do(work, self.tagged.emit)

    def edit(self, change: ClaimEdit | SourceEdit) -> None:
        """Write what was typed into a field."""

        def work(workspace: Workspace) -> None:
            from annotator.model.edit import ClaimEdit
            from annotator.services import claiming, sourcing

            if isinstance(change, ClaimEdit):
                claiming.edit(workspace, change)
            else:
                sourcing.edit(workspace, change)

        self._do(work)

    def dismiss(self, claim: str, hint: str) -> None:
        """Put a hint away."""

        def work(workspace: Workspace) -> None:
            from annotator.services import claiming

            claiming.dismiss(workspace, cast("ClaimId", claim), hint)

        self._do(work)

    # Undo

    def undo(self) -> None:
        """Take the newest step back."""

        def work(workspace: Workspace) -> Undone | None:
            from annotator.services import undoing

            return undoing.undo(workspace)

        self._do(work, self._go_to_step, listing_too=True)

    def redo(self) -> None:
        """Do again what was taken back last."""

        def work(workspace: Workspace) -> Undone | None:
            from annotator.services import undoing

            return undoing.redo(workspace)

        self._do(work, self._go_to_step, listing_too=True)

    # People

    def name_person(self, name: str, then: Callable[[], None] | None = None) -> None:
        """Annotate under a name: somebody who has annotated here, or somebody new."""

        def work(workspace: Workspace) -> Person:
            from annotator.services import naming
            from annotator.services.failures import SeveralPeople
            from annotator.ui.failures import SeveralHere

            try:
                return naming.find_or_make(workspace, name)
            except SeveralPeople as several:
                raise SeveralHere(name) from several

        def done(person: Person) -> None:
            self._become(person, then)

        self._do(work, done)

    def choose_person(self, person: Person) -> None:
        """Annotate as somebody who is in the library."""
        self._become(person, None)

    def rename_person(self, name: str) -> None:
        """Correct the name of whoever annotates."""
        if self.person is None:
            return
        person = self.person

        def work(workspace: Workspace) -> Person:
            from annotator.services import naming

            return naming.rename(workspace, person, name)

        self._do(work)

    # Files out and in

    def run_long(
        self,
        work: Callable[[Workspace, Progress], _Value],
        done: Callable[[_Value], None],
        listing_too: bool = False,
    ) -> Progress:
        """Do something that may take long; the answer is what cancels it."""
        progress = self.worker.progress()
        self._do(lambda workspace: work(workspace, progress), done, listing_too)
        return progress

    # How it works

    def _do(
        self,
        work: Callable[[Workspace], _Value],
        done: Callable[[Any], object] | None = None,
        listing_too: bool = False,
    ) -> None:
        session = self._session
        if session is None:
            # Still opening: it waits its turn. Closed for good: the window says so already.
            self._waiting.append(lambda: self._do(work, done, listing_too))
            return

        def finished(outcome: Outcome[_Value]) -> None:
            self._take(outcome)
            if outcome.refusal is None:
                self.went_on.emit()
                if done:
                    done(outcome.value)

        self.worker.run(lambda: session.do(work, listing_too), finished, self._failed)

    def _look(self) -> None:
        session = self._session
        if session and self.worker.is_idle:
            self.worker.run_quietly(session.look, self._take_from_elsewhere, self._failed)

    def _take_from_elsewhere(self, outcome: Outcome[None]) -> None:
        shown = self.article
        self._take(outcome)
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
        if outcome.refusal:
            self.refused.emit(outcome.refusal.sentence)
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

    def _take_list(self, listed: tuple[Any, ...]) -> None:
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
            self._say_refused([start.given])
        self._looking.start()
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    def _not_started(self, error: Exception) -> None:
        self.not_started.emit()
        self._failed(error)

    def _show(self, wanted: ArticleId) -> None:
        session = self._session
        if session is None:
            return
        person = self._person_id()
        self.worker.run(lambda: session.show(wanted, person), self._opened, self._failed)

    def _opened(self, shown: OpenArticle) -> None:
        self.article = shown.article
        self._put_on_desk(shown.claims, shown.people)
        self.opened.emit(shown)

    def _put_on_desk(self, claims: Iterable[Claim], people: dict[PersonId, Person]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.people = people or self.people

    def _added(self, added: list[Added]) -> None:
        self._say_refused(added)
        shown = next((one.article for one in added if one.article), None)
        if shown:
            self.open(shown.id)
            notes = [note for one in added for note in one.notes]
            if not any(one.new for one in added):
                self.told.emit(_("This article is in the library already."))
            elif notes:
                self.told.emit(" ".join(notes))

    def _say_refused(self, added: list[Added]) -> None:
        refused = [
            f"{_file_name(one.name)}: {one.refusal.sentence}"
            for one in added
            if one.refusal and not hasattr(one.refusal, "guesses")
        ]
        if refused:
            self.refused.emit("\n".join(refused))
        unsure = [(one.name, one.refusal) for one in added if hasattr(one.refusal, "guesses")]
        if unsure:
            self.unsure.emit(unsure)

    def _go_to_step(self, undone: Undone | None) -> None:
        here = self.article.id if self.article else None
        if undone and undone.article and undone.article != here:
            session = self._session
            article = undone.article
            if session:
                self.worker.run(
                    lambda: [one.article.id for one in session.list()],
                    lambda ids: self.open(article) if article in ids else None,
                    self._failed,
                )

    def _become(self, person: Person, then: Callable[[], None] | None) -> None:
        changed = self.person is None or self.person.id != person.id
        session, article = self._session, self.article

        def sit_down() -> None:
            self.person = person
            self.people[person.id] = person
            self.person_changed.emit(person)

        if not (changed and session and article):
            sit_down()
            if then:
                then()
            return

        def done(shown: OpenArticle) -> None:
            sit_down()
            self._opened(shown)
            if then:
                then()

        self.worker.run(lambda: session.show(article.id, person.id), done, self._failed)

    def _person_id(self) -> PersonId | None:
        return self.person.id if self.person else None

    def _failed(self, error: Exception) -> None:
        from annotator.model.failure import Refusal

        if isinstance(error, Refusal):
            self.refused.emit(error.sentence)
            return
        _log.error("internal error", exc_info=error)
        self.refused.emit(
            _(
                "Something went wrong inside the program (internal error). What was saved is "
                "safe. The log says more: {log}"
            ).format(log=_log_file())
        )


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _log_file() -> str:
    for handler in logging.getLogger().handlers:
        name = getattr(handler, "baseFilename", "")
        if name:
            return str(name)
    return _("there is none")
