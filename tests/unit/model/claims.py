"""Claims for the tests of what is said about them: a short way to write only what matters."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from annotator.model.claim import Attribution, Claim, Source, SourceRole
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
ARTICLE = ArticleId("article")
PERSON = PersonId("person")


def claim(name: str = "a", tags: Iterable[Tag] = (), **fields: Any) -> Claim:
    """A claim with those tags and fields on the first ten code points."""
    given: dict[str, Any] = {
        "article": ARTICLE,
        "person": PERSON,
        "span": Span(0, 10),
        "created": NOON,
        "modified": NOON,
        **fields,
    }
    return Claim(id=ClaimId(name), tags=frozenset(tags), **given)


def said_by(name: str, role: SourceRole = SourceRole.SOURCE, **of_source: Any) -> Attribution:
    """An attribution to a source of that name."""
    return Attribution(Source(name, **of_source), role)
