"""The worker's side of a window: what it shows, what it has seen, what it does with the library.

Without Qt, and imported only after the first paint: the database library costs more time than
the window. Everything here runs on the worker's thread.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from annotator.bundled import sample_article
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, PersonId
from annotator.model.person import Person
from annotator.services import listing, naming, noticing
from annotator.services.listing import Listed, OpenArticle
from annotator.services.noticing import News
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage.failures import LibraryRefusal

if TYPE_CHECKING:
    from annotator.services.adding import Added

_Value = TypeVar("_Value")

_A_MOMENT = 0.02
NOBODY = PersonId("-")
"""Whose claims are shown while nobody annotates: none."""
SAMPLE = "sample"
"""The origin of the article that the program brings along."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[_Value]):
    """What came of one thing the person did, with everything the views need to follow it."""

    value: _Value | None
    refusal: Refusal | None
    news: News
    undo: str | None
    redo: str | None
    listed: tuple[Listed, ...] | None

    @property
    def is_on_disk(self) -> bool | None:
        """Whether it was written; None when it was refused for what it is: nothing waits then."""
        if self.refusal is None:
            return True
        return False if isinstance(self.refusal, LibraryRefusal) else None


@dataclass(frozen=True, slots=True)
class Start:
    """What the window shows when the library is open. `given` is the file it was started with.

    A file that has to be looked at before it is stored is a `document`, and not stored yet.
    The list of articles comes afterwards (`Session.list`): their claims have to be counted for it.
    """

    person: Person | None
    shown: OpenArticle | None
    given: "Added | None"
    document: Path | None = None


class Session:
    """One window's work on a library."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.article: ArticleId | None = None
        self.person: PersonId | None = None
        self._seen = noticing.newest(workspace)
        """The change that is known: what was before it is read with the article and the list."""
        self._typed: list[Callable[[Workspace], object]] = []
        """What was typed and the library could not take; it comes before the next thing."""
        self._list_is_due = False
        self._read = -1
        """Up to which change the search has read."""

    def do(
        self,
        work: Callable[[Workspace], _Value],
        listing_too: bool = False,
        typed: bool = False,
    ) -> Outcome[_Value]:
        """Do one thing and say what is new. A refusal is part of the outcome.

        What a person has `typed` is not forgotten when the library could not take it: it is tried
        again before the next thing is done.
        """
        value, refusal = None, None
        try:
            self._catch_up()
            value = work(self.workspace)
        except Refusal as error:
            refusal = error
            if typed and isinstance(error, LibraryRefusal):
                self._typed.append(work)
        return self._outcome(value, refusal, listing_too)

    def _catch_up(self) -> None:
        while self._typed:
            try:
                self._typed[0](self.workspace)
            except LibraryRefusal:
                raise
            except Refusal:
                pass  # What it was typed for is gone by now.
            self._typed.pop(0)
            self._list_is_due = True

    def look(self) -> Outcome[bool]:
        """Notice what others have done, and try again what was typed and could not be written.

        The value is whether that is written now; while it is not, nobody is told again.
        """
        was_waiting = bool(self._typed)
        with suppress(LibraryRefusal):
            self._catch_up()
        return self._outcome(was_waiting and not self._typed, None, listing_too=False)

    def show(self, article: ArticleId, person: PersonId | None) -> OpenArticle:
        """Show an article with a person's claims; with nobody's while nobody annotates.

        What somebody did is not for the next one to take back, who does not even see it.
        """
        if self.person not in (None, person):
            self.workspace.history.clear()
        shown = listing.open_article(self.workspace, article, person or NOBODY)
        # What was seen stays: others may have changed the list of articles since then.
        self.article, self.person = article, person
        return shown

    @property
    def is_unread(self) -> bool:
        """Whether there may be something that the search has not read yet."""
        return self._read != self._seen

    def read_on(self) -> int:
        """Read some of it for the search, for a moment that no key has to wait for; what is left.

        What the disk does not take now is tried again before the next search.
        """
        from annotator.services import searching

        seen = self._seen
        left = searching.read_on(self.workspace, _A_MOMENT)
        if not left:
            self._read = seen
        return left

    def list(self) -> tuple[Listed, ...]:
        """All articles with their counts."""
        return tuple(listing.all_articles(self.workspace))

    def _outcome(
        self, value: _Value | None, refusal: Refusal | None, listing_too: bool
    ) -> Outcome[_Value]:
        person = self.person or NOBODY
        news = noticing.news(self.workspace, self._seen, self.article, person)
        self._seen = news.number
        history = self.workspace.history
        # The person's own steps change no list but where they say so. After a refusal, and while
        # something is typed but not written, a list would push back what stands in the fields.
        self._list_is_due |= news.elsewhere or (listing_too and refusal is None)
        listed = None
        if self._list_is_due and refusal is None and not self._typed:
            listed, self._list_is_due = self.list(), False
        return Outcome(value, refusal, news, history.undo_label(), history.redo_label(), listed)


def start(
    folder: Path, as_name: str | None, file: Path | None, last: str | None
) -> tuple[Session, Start]:
    """Open the library for a window: on `file` if given, else on the article shown `last`.

    A library without articles gets the sample. Raises a refusal when the library, or the person
    of `as_name`, cannot be had.
    """
    workspace = open_workspace(folder)
    document = file if file and _is_document(file) else None
    given = _added(workspace, None if document else file)
    added = given.article.id if given and given.article else None
    wanted = added or ArticleId(last or "")
    article = listing.to_open(workspace, wanted)
    shown = article.id if article else add_sample(workspace)
    person = (
        naming.annotator(workspace, as_name, shown) if as_name else naming.last_annotator(workspace)
    )
    session = Session(workspace)
    opened = session.show(shown, person.id if person else None) if shown else None
    return session, Start(person, opened, given, document)


def add_sample(workspace: Workspace) -> ArticleId | None:
    """Put the sample article into the library; it is no step of the person's."""
    from annotator.services import adding  # reading files: not needed to read what is there

    data = sample_article().read_bytes()
    added = adding.add_bytes(workspace, data, SAMPLE, undoable=False)
    return added.article.id if added.article else None


def _is_document(file: Path) -> bool:
    from annotator.services import opening, preparing

    return opening.is_class_file(file) or preparing.is_document(file)


def _added(workspace: Workspace, file: Path | None) -> "Added | None":
    if file is None:
        return None
    from annotator.services import adding

    return adding.add_files(workspace, [file])[0]
