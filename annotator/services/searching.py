"""Find articles by what stands in them and in the notes on them, with the words around each place.

Everyone's own work is searched, as the list of articles counts it. What is new in the library is
read into the index before an answer is given, as far as that takes no time worth a word.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from annotator.model.article import Article
from annotator.model.claim import Claim
from annotator.model.excerpts import Hit, Kind, Marked, hit_in, hits_in_text, hits_on
from annotator.model.ids import ArticleId
from annotator.model.span import Span
from annotator.model.wanted import Wanted, wanted
from annotator.services.failures import Cancelled
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, marked
from annotator.storage.failures import (
    Conflict,
    DamagedLibrary,
    DiskFull,
    LibraryBusy,
    SearchDamaged,
)
from annotator.storage.step import Reading
from annotator.storage.words import finding, reading, tables

_PATIENCE = 0.2
"""Seconds that somebody who types waits for the index to catch up, before they get an answer."""
_HITS_EACH = 3


@dataclass(frozen=True, slots=True)
class Found:
    """An article and some places in it, the title first and the notes last."""

    article: Article
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Some of the matches, whether they were the last, and how much is not searched yet."""

    found: tuple[Found, ...] = ()
    is_all: bool = True
    unread: int = 0


def search(
    workspace: Workspace,
    typed: str,
    *,
    within: Collection[ArticleId] | None = None,
    most: int = 20,
    after: int = 0,
    patience: float = _PATIENCE,
    cancelled: Callable[[], bool] = lambda: False,
) -> Results:
    """At most so many articles, after the best `after`; only articles `within`, if any are named.

    No words, no results. Raises Cancelled when that is said meanwhile.
    """
    looked_for = wanted(typed)
    if not looked_for:
        return Results()
    unread = read_on(workspace, patience)
    try:
        with workspace.library.reading() as looking:
            _stop_if(cancelled)
            matches = finding.find(looking.connection, looked_for, within, most, after)
            found = tuple(_Details(looking, matches).found(looked_for, cancelled))
    except (SearchDamaged, DamagedLibrary) as error:
        _mend(workspace, error)
        raise SearchDamaged(workspace.library.path) from error
    return Results(found, len(matches) < most, unread)


def count(workspace: Workspace, typed: str, within: Collection[ArticleId] | None = None) -> int:
    """How many articles match: to count them takes longer than to find the best."""
    looked_for = wanted(typed)
    if not looked_for:
        return 0
    with workspace.library.reading() as looking:
        return finding.count(looking.connection, looked_for, within)


def read_on(workspace: Workspace, seconds: float) -> int:
    """Read into the index what is new, for about so long; how much is left to read then.

    While another program writes, or the disk is full, it is left for later.
    """
    with workspace.library.reading() as looking:
        if not reading.is_behind(looking.connection):
            return 0
    try:
        with workspace.library.indexing() as connection:
            return reading.read_on(connection, seconds)
    except (LibraryBusy, DiskFull):
        return 1
    except (SearchDamaged, DamagedLibrary, Conflict) as error:
        # A row that is there already, though nobody wrote it, is damage as well.
        _mend(workspace, error)
        return 1


def _mend(workspace: Workspace, error: SearchDamaged | DamagedLibrary | Conflict) -> None:
    """Empty the index when that is what is damaged; else what was refused stays refused."""
    with workspace.library.indexing() as connection:
        if isinstance(error, DamagedLibrary) and tables.is_whole(connection):
            raise error
        tables.make_anew(connection)


class _Details:
    """What is shown of the articles that match, read a table at a time."""

    def __init__(self, looking: Reading, matches: Iterable[finding.Match]) -> None:
        self._matches = list(matches)
        ids = [one.article for one in self._matches]
        self._articles = articles.some_of(looking, ids)
        self._texts = articles.texts_of(
            looking, [one.article for one in self._matches if one.in_itself]
        )
        self._marked = marked.of_articles(looking, list(self._texts))
        noted = [claim for one in self._matches for claim in one.claims[:_HITS_EACH]]
        self._claims: dict[ArticleId, list[Claim]] = {}
        for claim in claims.by_id(looking, noted):
            self._claims.setdefault(claim.article, []).append(claim)

    def found(self, looked_for: Wanted, cancelled: Callable[[], bool]) -> Iterable[Found]:
        """Each article that is still there with its hits."""
        for one in self._matches:
            _stop_if(cancelled)
            article = self._articles.get(one.article)
            if article:
                yield Found(article, tuple(self._hits(article, looked_for)))

    def _hits(self, article: Article, looked_for: Wanted) -> Iterable[Hit]:
        text = self._texts.get(article.id)
        if text is not None:
            yield from _in_itself(article, text, looked_for, self._marked.get(article.id, []))
        for claim in self._claims.get(article.id, []):
            yield from hits_on(claim, looked_for)


def _in_itself(
    article: Article, text: str, looked_for: Wanted, claimed: list[Marked]
) -> Iterable[Hit]:
    known = article.metadata
    title = hit_in(Kind.TITLE, known.title, looked_for)
    heading = text.partition("\n")[0]
    is_heading = heading.strip() == known.title.strip()
    if title:
        yield Hit(
            title.kind, title.words, title.marked, Span(0, len(heading)) if is_heading else None
        )
    for words in (known.outlet, known.author):
        about = hit_in(Kind.ABOUT, words, looked_for)
        if about:
            yield about
    skip = len(heading) if title and is_heading else 0
    yield from hits_in_text(text, looked_for, claimed, _HITS_EACH, skip)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
