"""A dozen claims on the sample article, as a student may have them half-way through."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from annotator.bundled import sample_article
from annotator.model.article import Article, Metadata
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.ids import ArticleId, ClaimId, PersonId, SourceId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, sha256_of

TEXT = canonical(sample_article().read_text(encoding="utf-8"))
ANNA = Person(PersonId("person-anna"), "Anna")
PEOPLE = {ANNA.id: ANNA}
MORNING = datetime(2024, 9, 2, 9, tzinfo=UTC)
ARTICLE = Article(
    ArticleId("article"),
    Metadata(title=TEXT.split("\n")[0], address="https://www.example.org/afghan-resistance"),
    len(TEXT),
    sha256_of(TEXT),
    MORNING,
    "sample",
)
A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED

NAZARY = Source(
    "Ali Nazary, head of foreign relations for the NRF",
    SourceKind.PERSON,
    Stake.OWN,
    SourceId("source-nazary"),
)
REPORT = Source("U.N. report 2022", SourceKind.DOCUMENT, Stake.INDEPENDENT, SourceId("source-un"))
TALIBAN = Source("the Taliban", SourceKind.ORGANISATION, Stake.OWN, SourceId("source-taliban"))
AMAN = Source("Fatemeh Aman", SourceKind.PERSON, None, SourceId("source-aman"))


def claim(name: str, quote: str, *tags: Tag, **fields: Any) -> Claim:
    """Anna's claim on the first place of these words; `minute` says when it was made."""
    start = TEXT.index(quote)
    made = MORNING + timedelta(minutes=fields.pop("minute", start))
    return Claim(
        ClaimId(name),
        ARTICLE.id,
        ANNA.id,
        Span(start, start + len(quote)),
        made,
        made,
        frozenset(tags),
        **fields,
    )


def said(source: Source, cue: str = "", role: SourceRole = SourceRole.SOURCE) -> Attribution:
    """An attribution."""
    return Attribution(source, role, cue)


def a_dozen() -> list[Claim]:
    """The claims, in the order of the article."""
    against = SourceRole.COUNTER
    found = Evidence(
        "https://www.un.org/securitycouncil/report-2001",
        True,
        Outcome.SUPPORTS,
        date(2024, 8, 30),
        "It says that he was killed on 9 September 2001.",
    )
    return [
        claim("power", "The Taliban has held power for three years", V, evidence=(found,)),
        claim("aid", "Despite the lack of external aid, the NRF has enhanced its capabilities"),
        claim(
            "operations",
            "the resistance group has successfully conducted over 200 operations against the "
            "Taliban since January",
            A,
            attributions=(said(NAZARY, "told"),),
        ),
        claim(
            "centers",
            "the NRF has extended its focus to Afghanistan’s urban centers",
            A,
            attributions=(said(NAZARY, "stated"),),
        ),
        claim("weaknesses", "highlights the weaknesses of the enemy", A),
        claim(
            "camps",
            "al Qaeda has established eight new training camps",
            A,
            attributions=(said(REPORT, "The report notes"),),
            evidence=(Evidence("the library", False, Outcome.NOTHING, None, "Not there."),),
        ),
        claim(
            "close",
            "the groups remain close",
            A,
            C,
            attributions=(said(REPORT, "stated"), said(TALIBAN, "downplay", against)),
            links=(Link(ClaimId("downplay"), LinkRole.DISAGREES),),
        ),
        claim(
            "downplay",
            "The Taliban has been quick to downplay their close relationship with al Qaeda",
            C,
        ),
        claim(
            "killed",
            "493 Taliban fighters have been killed or wounded since January",
            A,
            V,
            attributions=(said(Source("", SourceKind.UNNAMED, None, SourceId("source-x"))),),
            evidence=(Evidence("https://www.google.com/search?q=493", True, Outcome.SUPPORTS),),
        ),
        claim(
            "assassinated",
            "was assassinated by al Qaeda operatives two days before the 9/11 attacks",
            V,
            evidence=(Evidence("an encyclopedia", False, Outcome.SUPPORTS),),
            note="Check the date again.",
        ),
        claim(
            "alternative",
            "a viable alternative to their rule doesn’t seem to exist at the moment",
            A,
            attributions=(said(AMAN, "stated"),),
        ),
        claim("children", "3.2 million children under the age of 5"),
    ]
