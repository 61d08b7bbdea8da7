"""Small articles and claims for the reader's tests."""

from datetime import UTC, datetime

from annotator.model.claim import Attribution, Claim, Source
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED
MADE = datetime(2024, 9, 2, 9, tzinfo=UTC)

PLAIN = "Council delays vote\nThe mayor said the bridge was safe. Others doubt it.\n\nA second one."
MIXED = (
    "Directions\n"
    "He said: “قال الوزير إن القوات” and left 123 of them.\n"
    "הדובר אמר כי NRF ביצעה 200 מבצעים מאז ינואר.\n"
    "👨‍👩‍👧‍👦 family, 🇩🇪 flag, cafe\u0301 and 𠮷野家 here."
)


def claim(name: str, span: tuple[int, int], *tags: Tag, source: str = "", note: str = "") -> Claim:
    """A claim on these code points."""
    said = (Attribution(Source(source)),) if source else ()
    return Claim(
        ClaimId(name),
        ArticleId("article"),
        PersonId("person"),
        Span(*span),
        MADE,
        MADE,
        frozenset(tags),
        note=note,
        attributions=said,
    )


def span_of(text: str, quote: str) -> Span:
    """The first place of some words."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def on(text: str, quote: str, *tags: Tag, name: str = "", source: str = "") -> Claim:
    """A claim on the first place of some words; it is called as they are."""
    return claim(name or quote, span_of(text, quote), *tags, source=source)
