"""Write down what was found out about an article: title, outlet, author, date, address."""

from dataclasses import asdict

from annotator.model.article import Metadata
from annotator.model.ids import ArticleId, PersonId
from annotator.model.typed import kept
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import articles
from annotator.words import N_


def describe(
    workspace: Workspace,
    article: ArticleId,
    metadata: Metadata,
    *,
    seen: Metadata | None = None,
    person: PersonId | None = None,
    visit: str = "",
) -> None:
    """Write the details of an article; its text stays as it is for ever.

    `seen` is what the form showed: then only what differs from it is written, so that two windows
    that fill in different details do not overwrite each other. Raises NoSuchArticle.
    """
    label = N_("article details")
    with workspace.step(label, person=person, article=article, visit=visit) as step:
        there = articles.one(step, article)
        if there is None:
            raise failures.NoSuchArticle(article)
        shown = asdict(seen) if seen else {}
        new = {name: kept(value) for name, value in asdict(metadata).items()}
        changed = {name: value for name, value in new.items() if shown.get(name) != value}
        articles.describe(step, article, Metadata(**asdict(there.metadata) | changed))
