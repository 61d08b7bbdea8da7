"""What somebody chooses in the class window, as steps of the library that undo takes back."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.carrying import parted_id
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.ui.classroom.window import ClassWindow
from annotator.ui.desk import Desk

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace


class Choices(QObject):
    """Listens to a class window and does what it asks for; `done` is called after each."""

    def __init__(self, window: ClassWindow, desk: Desk, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._desk, self._done = window, desk, done
        pages = window.pages
        pages.picks_changed.connect(self._pick)
        pages.people_hidden.connect(self._hide_people)
        pages.optional_changed.connect(self._make_optional)
        pages.release_asked.connect(self._release)
        pages.spellings_joined.connect(self._join_spellings)
        window.side.answer_hidden.connect(self._hide_answer)

    def _pick(self, spans: Sequence[Span]) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.pick(workspace, article, spans)

        self._on_article(work)

    def _hide_answer(self, claims: Sequence[Claim], hidden: bool) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.hide_answers(workspace, article, ids, on=hidden)

        ids = [id_ for one in claims for id_ in self._ids_of(one)]
        self._on_article(work)

    def _ids_of(self, claim: Claim) -> Iterator[ClaimId]:
        """Also those under which it counts for each of a pair, should they part."""
        yield claim.id
        people = self._together(claim.person)
        if len(people) > 1:
            yield from (parted_id(claim.id, one) for one in people)

    def _together(self, person: PersonId) -> list[PersonId]:
        """The ids of those whose work it is: of a pair both."""
        seen = self._window.seen
        there = seen.compared if seen else ()
        found = [member.id for one in there if one.id == person for member in one.people]
        return found or [person]

    def _hide_people(self, people: Sequence[PersonId], hidden: bool) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.hide_people(workspace, article, ids, on=hidden)

        ids = [id_ for one in people for id_ in self._together(one)]
        self._on_article(work)

    def _make_optional(self, claim: str, optional: bool) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.make_optional(workspace, article, ClaimId(claim), on=optional)

        self._on_article(work)

    def _join_spellings(self, spellings: Sequence[str], name: str | None) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.join_spellings(workspace, article, spellings, name)

        self._on_article(work)

    def _release(self, on: bool) -> None:
        seen = self._window.seen
        assignment = seen.assignment.id if seen and seen.assignment else None

        def work(workspace: "Workspace", _article: ArticleId) -> None:
            from annotator.services import assigning

            if assignment:
                assigning.release(workspace, assignment, on=on)

        self._on_article(work)

    def _on_article(self, work: "Callable[[Workspace, ArticleId], None]") -> None:
        seen = self._window.seen
        if seen:
            article = seen.article.id
            self._desk.do(lambda workspace: work(workspace, article), lambda _none: self._done())
