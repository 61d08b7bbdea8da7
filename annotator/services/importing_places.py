"""Where the items of a file stand: in which article, and on which words of it.

The words decide. A position at which other words stand is never trusted, and words are only found
elsewhere when one single place can be meant; then that is said.
"""

from typing import NamedTuple

from annotator.exchange.jsonld.items import Place
from annotator.model.anchor import locate
from annotator.model.ids import ArticleId
from annotator.model.span import Span
from annotator.services import importing_failures as failures
from annotator.services.failures import NoSuchArticle
from annotator.storage import articles
from annotator.storage.step import Reading


class Found(NamedTuple):
    """A passage of an article here; `moved` when its item says another position."""

    article: ArticleId
    span: Span
    moved: bool


class Places:
    """The articles of a library, each text read once."""

    def __init__(self, reading: Reading, given: ArticleId | None) -> None:
        """`given` is where items go whose text is not here. Raises NoSuchArticle."""
        self._reading = reading
        self._given = given
        self._of_hash: dict[str, ArticleId | None] = {}
        self._texts: dict[ArticleId, str] = {}
        if given is not None:
            self._text(given)

    def find(self, place: Place) -> Found:
        """Where that is. Raises UnknownText, OutsideItsText or QuoteElsewhere."""
        own = self._article(place.sha256) if place.sha256 else None
        article = own or self._given
        if article is None:
            raise failures.UnknownText
        text = self._text(article)
        position = place.position
        if own and position and position.end > len(text):
            raise failures.OutsideItsText(
                start=str(position.start), end=str(position.end), characters=str(len(text))
            )
        if place.quote is None:
            if position is None or position.end > len(text):
                raise failures.QuoteElsewhere
            return Found(article, position, moved=False)
        quote = place.quote
        found = locate(text, quote.exact, quote.prefix, quote.suffix, position)
        if found is None:
            raise failures.QuoteElsewhere
        return Found(article, found.span, found.moved)

    def words(self, article: ArticleId, span: Span) -> str:
        """The words of a passage."""
        return self._text(article)[span.start : span.end]

    def _article(self, sha256: str) -> ArticleId | None:
        if sha256 not in self._of_hash:
            found = articles.of_hash(self._reading, sha256)
            self._of_hash[sha256] = found.id if found else None
        return self._of_hash[sha256]

    def _text(self, article: ArticleId) -> str:
        if article not in self._texts:
            text = articles.text_of(self._reading, article)
            if text is None:
                raise NoSuchArticle(article)
            self._texts[article] = text
        return self._texts[article]
