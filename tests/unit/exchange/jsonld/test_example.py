"""The example in docs/file-format.md is what the program writes, letter by letter, and reads."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from annotator.exchange.jsonld.items import ReadItem
from annotator.exchange.jsonld.reading import read
from annotator.exchange.jsonld.writing import collection
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
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.report import Work
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import sha256_of

DOCUMENT = Path(__file__).parents[4] / "docs" / "file-format.md"
TEXT = "Bridge is safe, says mayor\nThe bridge is safe, the mayor said. Engineers disagree."
ANA = Person(PersonId("3f0c7a52-6a0e-4b4c-9c0b-0d6f6c1f7a11"), "Ana Li")
ARTICLE = Article(
    id=ArticleId("b"),
    metadata=Metadata("Bridge is safe, says mayor"),
    characters=len(TEXT),
    sha256=sha256_of(TEXT),
    added=datetime(2024, 9, 2, tzinfo=UTC),
    origin="x",
)
SAFE = Claim(
    id=ClaimId("8d7c1b5e-2f43-4a53-8a0e-5f0a8a2f9b01"),
    article=ARTICLE.id,
    person=ANA.id,
    span=Span(27, 45),
    created=datetime(2024, 9, 2, 8, 0, tzinfo=UTC),
    modified=datetime(2024, 9, 2, 8, 12, 30, 250000, tzinfo=UTC),
    tags=frozenset(Tag),
    note="Ask the town hall for the report.",
    attributions=(
        Attribution(
            Source("the mayor", SourceKind.PERSON, Stake.OWN),
            SourceRole.SOURCE,
            cue="the mayor said",
            via="the town's press office",
        ),
        Attribution(
            Source("", SourceKind.UNNAMED, Stake.UNKNOWN),
            SourceRole.COUNTER,
            cue="Engineers disagree",
        ),
    ),
    evidence=(
        Evidence(
            "https://example.org/bridge-report",
            is_address=True,
            outcome=Outcome.SUPPORTS,
            checked=date(2024, 9, 2),
            found="The report of May finds no crack.",
        ),
        Evidence(
            "the town library, newspapers of 2019",
            outcome=Outcome.NOTHING,
            checked=date(2024, 9, 3),
        ),
    ),
    links=(Link(ClaimId("8d7c1b5e-2f43-4a53-8a0e-5f0a8a2f9b02"), LinkRole.DISAGREES),),
    best=True,
)
DISAGREE = Claim(
    id=ClaimId("8d7c1b5e-2f43-4a53-8a0e-5f0a8a2f9b02"),
    article=ARTICLE.id,
    person=ANA.id,
    span=Span(63, 82),
    created=datetime(2024, 9, 2, 8, 5, tzinfo=UTC),
    modified=datetime(2024, 9, 2, 8, 5, tzinfo=UTC),
)
FORMER = {ClaimId("8d7c1b5e-2f43-4a53-8a0e-5f0a8a2f9b03"): SAFE.id}


def example() -> bytes:
    """What the program writes of the two claims."""
    return collection([Work(ARTICLE, TEXT, [SAFE, DISAGREE], [ANA], FORMER)])


def test_the_example_is_what_the_program_writes() -> None:
    found = re.search(r"```json\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert found
    assert found[1] == example().decode()


def test_the_example_is_about_the_words_that_it_says() -> None:
    answers = read(example())
    assert len(answers) == 2
    for answer in answers:
        assert isinstance(answer, ReadItem)
        assert answer.place.position
        assert answer.place.quote
        start, end = answer.place.position
        assert TEXT[start:end] == answer.place.quote.exact
