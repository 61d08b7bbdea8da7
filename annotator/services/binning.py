"""Take articles out of the library by way of a bin, and out of the bin for good.

An article in the bin keeps its claims, its links and its place in collections, and comes back with
all of them. What is emptied from the bin leaves no word behind, not even in the history.
"""

from collections.abc import Collection
from dataclasses import dataclass

from annotator.model.article import Article, TagCounts
from annotator.model.ids import ArticleId
from annotator.services.moving_on import go_on
from annotator.services.rewriting import unlink
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims
from annotator.storage.step import Step
from annotator.storage.words import tables
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Binned:
    """An article in the bin, and how much is marked on it."""

    article: Article
    tags: TagCounts


def remove(workspace: Workspace, *gone: ArticleId) -> None:
    """Put articles into the bin, with all that is on them; undo takes them out again."""
    article = gone[0] if len(gone) == 1 else None
    with workspace.step(N_("remove article"), article=article) as step:
        for one in gone:
            articles.bin_(step, one, workspace.now())


def put_back(workspace: Workspace, *wanted: ArticleId) -> None:
    """Take articles out of the bin; undo puts them back into it."""
    article = wanted[0] if len(wanted) == 1 else None
    with workspace.step(N_("put article back"), article=article) as step:
        for one in wanted:
            articles.bin_(step, one, None)


def in_bin(workspace: Workspace) -> list[Binned]:
    """What is in the bin, the latest first."""
    with workspace.library.reading() as reading:
        there = articles.binned(reading)
        counts = articles.tag_counts(reading) if there else {}
    return [Binned(one, counts.get(one.id, TagCounts())) for one in there]


def empty(workspace: Workspace, wanted: Collection[ArticleId] | None = None) -> int:
    """Remove what is in the bin, or some of it, for good; how many articles that were.

    It cannot be undone, nor can a step of this window that touched what is gone. Links from other
    claims to claims that go are taken off. What was handed in for an assignment that has moved on
    to a newer version of the article goes on there. Copies of the library and exported files stay.
    """
    with workspace.step(N_("empty the bin"), undoable=False) as step:
        there = {one.id for one in articles.binned(step)}
        gone = sorted(there if wanted is None else there & set(wanted))
        for article in gone:
            _unlink_from_outside(workspace, step, article, gone)
            go_on(step, article)
        for article in gone:
            articles.remove(step, article)
        if gone:
            tables.make_anew(step.connection)
    workspace.history.forget(step.draft.forgot)
    return len(gone)


def _unlink_from_outside(
    workspace: Workspace, step: Step, article: ArticleId, gone: Collection[ArticleId]
) -> None:
    ids = {claim.id for claim in claims.of_article(step, article)}
    for claim in claims.linking_into(step, article):
        if claim.article not in gone:
            unlink(workspace, step, claim, ids)
