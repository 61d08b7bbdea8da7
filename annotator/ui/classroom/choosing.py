"""What somebody chooses in the class window, as steps of the library that undo takes back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

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

            choosing.hide_answers(workspace, article, [one.id for one in claims], on=hidden)

        self._on_article(work)

    def _hide_people(self, people: Sequence[PersonId], hidden: bool) -> None:
        def work(workspace: "Workspace", article: ArticleId) -> None:
            from annotator.services import choosing

            choosing.hide_people(workspace, article, people, on=hidden)

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
