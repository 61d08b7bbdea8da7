"""Everything a claim holds is in the file, written as W3C says, the same bytes each time."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

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
from tests.unit.exchange.writers.works import sample

TEXT = "Ana 😀 said:\n\nit rained."
ARTICLE = Article(
    ArticleId("a"),
    Metadata("Rain"),
    len(TEXT),
    sha256_of(TEXT),
    datetime(2024, 1, 1, tzinfo=UTC),
    "x",
)
ANA = Person(PersonId("0d9a3c1e-0000-4000-8000-0000000000aa"), "Ana")
OPEN = Claim(
    ClaimId("0d9a3c1e-0000-4000-8000-00000000000a"),
    ARTICLE.id,
    ANA.id,
    Span(4, 5),
    datetime(2024, 9, 2, 14, tzinfo=timezone(timedelta(hours=2))),
    datetime(2024, 9, 2, 12, 0, 0, 1, tzinfo=UTC),
)
FULL = replace(
    OPEN,
    id=ClaimId("0d9a3c1e-0000-4000-8000-00000000000b"),
    span=Span(13, len(TEXT)),
    tags=frozenset(Tag),
    note="“é”\n\nx",
    attributions=(
        Attribution(Source("Ana", SourceKind.PERSON, Stake.OWN), SourceRole.SOURCE, "said", "AFP"),
        Attribution(Source("", SourceKind.UNNAMED), SourceRole.COUNTER),
    ),
    evidence=(
        Evidence("https://example.org", True, Outcome.SUPPORTS, date(2024, 2, 29), "it"),
        Evidence("the library"),
    ),
    links=(Link(OPEN.id, LinkRole.DISAGREES), Link(ClaimId("elsewhere"), LinkRole.RELATED)),
)
WORK = Work(ARTICLE, TEXT, [OPEN, FULL], [ANA], {})


def written(*works: Work) -> Any:
    return json.loads(collection(works))


def test_an_open_claim_as_it_stands_in_the_file() -> None:
    assert written(WORK)["first"]["items"][0] == {
        "id": "urn:uuid:0d9a3c1e-0000-4000-8000-00000000000a",
        "type": "Annotation",
        "motivation": "highlighting",
        "creator": {
            "id": "urn:uuid:0d9a3c1e-0000-4000-8000-0000000000aa",
            "type": "Person",
            "name": "Ana",
        },
        "created": "2024-09-02T12:00:00.000000Z",
        "modified": "2024-09-02T12:00:00.000001Z",
        "body": [],
        "target": {
            "source": f"urn:sha256:{ARTICLE.sha256}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "😀",
                    "prefix": "Ana ",
                    "suffix": " said:\n\nit rained.",
                },
                {"type": "TextPositionSelector", "start": 4, "end": 5},
            ],
        },
    }


def test_every_field_has_its_body() -> None:
    full = written(WORK)["first"]["items"][1]
    assert full["motivation"] == "tagging"
    assert full["body"] == [
        {"type": "TextualBody", "purpose": "tagging", "value": "attributed"},
        {"type": "TextualBody", "purpose": "tagging", "value": "contested"},
        {"type": "TextualBody", "purpose": "tagging", "value": "verified"},
        {"type": "TextualBody", "purpose": "commenting", "value": "“é”\n\nx"},
        {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": "Ana",
            "an:role": "source",
            "an:kind": "person",
            "an:stake": "own interest",
            "an:cue": "said",
            "an:via": "AFP",
        },
        {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": "",
            "an:role": "counter-source",
            "an:kind": "unnamed",
        },
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": "https://example.org",
            "an:outcome": "supports",
            "an:checked": "2024-02-29",
            "an:found": "it",
        },
        {"type": "TextualBody", "purpose": "linking", "value": "the library"},
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": "urn:uuid:0d9a3c1e-0000-4000-8000-00000000000a",
            "an:role": "disagrees",
        },
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": "urn:uuid:elsewhere",
            "an:role": "related",
        },
    ]


def test_a_collection_holds_its_items_on_its_first_page() -> None:
    document = written(WORK)
    page = document.pop("first")
    assert len(page.pop("items")) == 2
    assert document == {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"an": "urn:annotator:terms#"}],
        "id": document["id"],
        "type": "AnnotationCollection",
        "label": "Rain",
        "total": 2,
    }
    assert page == {"id": page["id"], "type": "AnnotationPage", "startIndex": 0}
    assert document["id"].startswith("urn:uuid:")
    assert page["id"].startswith("urn:uuid:")
    assert document["id"] != page["id"]


def test_several_articles_are_one_collection() -> None:
    text = "Sun."
    other = replace(
        ARTICLE, id=ArticleId("b"), metadata=Metadata("Sun"), sha256=sha256_of(text), characters=4
    )
    ben = Person(PersonId("ben"), "Ben")
    shining = replace(OPEN, id=ClaimId("c"), article=other.id, person=ben.id, span=Span(0, 3))
    document = written(WORK, Work(other, text, [shining], [ben], {}))
    assert (document["label"], document["total"]) == ("Rain; Sun", 3)
    last = document["first"]["items"][-1]
    assert last["creator"]["name"] == "Ben"
    assert last["target"]["source"] == f"urn:sha256:{sha256_of(text)}"


def test_ids_of_claims_that_were_joined_into_one_travel_with_it() -> None:
    former = {ClaimId("z"): FULL.id, ClaimId("y"): FULL.id, ClaimId("x"): ClaimId("other")}
    items = written(replace(WORK, former=former))["first"]["items"]
    assert "an:formerly" not in items[0]
    assert items[1]["an:formerly"] == ["urn:uuid:y", "urn:uuid:z"]


def test_a_star_stands_on_the_item_and_only_where_there_is_one() -> None:
    starred = replace(WORK, claims=[OPEN, replace(FULL, best=True)])
    items = written(starred)["first"]["items"]
    assert "an:best" not in items[0]
    assert items[1]["an:best"] is True


def test_the_same_work_gives_the_same_bytes_and_other_work_another_id() -> None:
    data = collection([WORK])
    assert data == collection([WORK])
    assert data.endswith(b"}\n")
    assert b'\n  "type": "AnnotationCollection",\n' in data
    assert "😀".encode() in data
    other = written(replace(WORK, claims=[OPEN]))
    assert other["id"] != json.loads(data)["id"]


def test_no_claims_are_an_empty_page() -> None:
    document = written(replace(WORK, claims=[]))
    assert (document["total"], document["first"]["items"]) == (0, [])


def test_progress_counts_each_claim_while_they_are_made() -> None:
    work = sample()
    many = [replace(work.claims[0], id=ClaimId(f"{number}")) for number in range(600)]
    told: list[int] = []
    collection([replace(work, claims=many), work], told.append)
    assert told == [250, 250, 100, len(work.claims)]
