"""What a person does with names: say who annotates, take another seat, correct a name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model.person import Person
from annotator.ui.desk import Desk

if TYPE_CHECKING:
    from annotator.model.ids import ArticleId
    from annotator.services.workspace import Workspace  # loaded after the first article is shown


def name(
    desk: Desk,
    words: str,
    then: Callable[[], None] | None = None,
    on: "ArticleId | None" = None,
) -> None:
    """Annotate under a name: somebody of the article's roster, or known here, or new."""
    article = on or (desk.article.id if desk.article else None)

    def work(workspace: "Workspace") -> Person:
        from annotator.services import naming
        from annotator.services.failures import SeveralPeople
        from annotator.ui.failures import SeveralHere

        try:
            of_roster = naming.of_roster(workspace, article, words) if article else None
            return of_roster or naming.find_or_make(workspace, words)
        except SeveralPeople as several:
            raise SeveralHere(words) from several

    desk.do(work, lambda person: desk.sit_down(person, then))


def rename(desk: Desk, words: str) -> None:
    """Correct the name of whoever annotates."""
    person = desk.person
    if person is None:
        return

    def work(workspace: "Workspace") -> Person:
        from annotator.services import naming

        return naming.rename(workspace, person, words)

    desk.do(work)
