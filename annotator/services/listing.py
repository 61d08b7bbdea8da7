"""Find articles and read what is on them."""

from dataclasses import dataclass

from annotator.model.article import Article, TagCounts
from annotator.model.assignment import Assignment
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments, claims, dismissals, people
from annotator.storage.step import Reading

_SHORTEST_START = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """An article and how much is marked on it."""

    article: Article
    tags: TagCounts


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """All that the window shows of an article; the newest of its `assignments` stands last."""

    article: Article
    text: str
    claims: tuple[Claim, ...]
    people: dict[PersonId, Person]
    dismissed: dict[ClaimId, frozenset[str]]
    assignments: tuple[Assignment, ...] = ()


def all_articles(workspace: Workspace) -> list[Listed]:
    """Every article with its counts, in the order they were added; none from the bin."""
    with workspace.library.reading() as reading:
        counts = articles.tag_counts(reading)
        return [Listed(one, counts.get(one.id, TagCounts())) for one in articles.all_of(reading)]


def to_open(workspace: Workspace, *wanted: ArticleId) -> Article | None:
    """The first of these articles that is there, else the one that was added first; none binned."""
    with workspace.library.reading() as reading:
        for one in wanted:
            found = articles.one(reading, one)
            if found and not found.binned:
                return found
        return articles.first(reading)


def incomplete(workspace: Workspace) -> frozenset[ArticleId]:
    """The articles on which at least one claim lacks what its tags ask for."""
    from annotator.storage import shortfalls  # not needed to read the first article

    with workspace.library.reading() as reading:
        return shortfalls.incomplete(reading)


def find(workspace: Workspace, name: str) -> Article:
    """The article of that id, of a unique start of one, or of exactly that title.

    Raises NoSuchArticle, SeveralArticles, or InBin where only one in the bin fits.
    """
    with workspace.library.reading() as reading:
        listed, binned = articles.all_of(reading), articles.binned(reading)
    try:
        return _fitting(listed, name)
    except failures.NoSuchArticle:
        if binned:
            raise failures.InBin(_fitting(binned, name).metadata.title) from None
        raise


def _fitting(listed: list[Article], name: str) -> Article:
    exact = [one for one in listed if one.id == name]
    if exact:
        return exact[0]
    starts = len(name) >= _SHORTEST_START
    started = [one for one in listed if starts and one.id.startswith(name.lower())]
    titled = [one for one in listed if one.metadata.title == name]
    for fitting in (started, titled):
        if len(fitting) == 1:
            return fitting[0]
    if several := started or titled:
        raise failures.SeveralArticles(name, [one.id for one in several])
    raise failures.NoSuchArticle(name)


def text_of(workspace: Workspace, article: ArticleId) -> str:
    """The canonical text of an article. Raises NoSuchArticle."""
    with workspace.library.reading() as reading:
        return _text_of(reading, article)


def open_article(
    workspace: Workspace, article: ArticleId, person: PersonId | None = None
) -> OpenArticle:
    """The article with one person's claims, or everyone's. Raises NoSuchArticle."""
    with workspace.library.reading() as reading:
        found = articles.one(reading, article)
        if found is None:
            raise failures.NoSuchArticle(article)
        return OpenArticle(
            found,
            _text_of(reading, article),
            tuple(claims.of_article(reading, article, person)),
            {one.id: one for one in people.all_of(reading)},
            dismissals.of_article(reading, article),
            tuple(assignments.of_article(reading, article)),
        )


def _text_of(reading: Reading, article: ArticleId) -> str:
    text = articles.text_of(reading, article)
    if text is None:
        raise failures.NoSuchArticle(article)
    return text
