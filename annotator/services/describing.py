"""Write down what was found out about an article: title, outlet, author, date, address."""

from annotator.model.article import Metadata
from annotator.model.ids import ArticleId, PersonId
from annotator.services.workspace import Workspace
from annotator.storage import articles
from annotator.words import N_


def describe(
    workspace: Workspace,
    article: ArticleId,
    metadata: Metadata,
    *,
    person: PersonId | None = None,
    visit: str = "",
) -> None:
    """Replace the details of an article; its text stays as it is for ever."""
    label = N_("article details")
    with workspace.step(label, person=person, article=article, visit=visit) as step:
        articles.describe(step, article, metadata)
