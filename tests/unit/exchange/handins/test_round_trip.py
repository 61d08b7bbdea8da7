"""Any work goes through a hand-in and is the same, and any file is read or refused."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exchange import handins
from annotator.exchange.handins import HandInFile
from annotator.exchange.jsonld.items import ReadItem
from annotator.model.article import Metadata
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
from annotator.model.failure import Refusal
from annotator.model.handin import Member
from annotator.model.ids import ClaimId, PersonId
from annotator.model.person import tidy_name
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, is_empty
from tests.unit.exchange.class_files import ASSIGNMENT, WORK, document_in, handin, sealed_again

IDS = st.uuids().map(str)
WORDS = st.text(max_size=12).map(canonical)
LINES = WORDS.map(tidy_name)
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ADDRESSES = st.sampled_from(["https://example.org/a?b=é", "http://example.org"])
EVIDENCE = st.builds(
    Evidence,
    WORDS,
    st.just(False),
    st.none() | st.sampled_from(Outcome),
    st.none() | st.dates(date(1, 1, 1)),
    WORDS,
) | st.builds(Evidence, ADDRESSES, st.just(True))
ATTRIBUTIONS = st.builds(
    Attribution,
    st.builds(
        Source, WORDS, st.none() | st.sampled_from(SourceKind), st.none() | st.sampled_from(Stake)
    ),
    st.sampled_from(SourceRole),
    WORDS,
    WORDS,
)
CLAIMS = st.builds(
    Claim,
    id=IDS.map(ClaimId),
    article=st.just(WORK.article.id),
    person=st.just(PersonId("")),
    span=st.tuples(st.integers(0, len(WORK.text) - 50), st.integers(1, 50)).map(
        lambda place: Span(place[0], sum(place))
    ),
    created=TIMES,
    modified=TIMES,
    tags=st.frozensets(st.sampled_from(Tag)),
    note=WORDS,
    attributions=st.lists(ATTRIBUTIONS, max_size=2).map(tuple),
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    links=st.lists(st.builds(Link, IDS.map(ClaimId), st.sampled_from(LinkRole)), max_size=2).map(
        tuple
    ),
    best=st.booleans(),
)
PEOPLE = st.lists(
    st.builds(Member, IDS.map(PersonId), LINES.filter(lambda name: not is_empty(name))),
    min_size=1,
    max_size=2,
    unique_by=lambda one: one.id,
).map(tuple)


@settings(deadline=None)
@given(
    claims=st.lists(CLAIMS, max_size=4, unique_by=lambda claim: claim.id),
    people=PEOPLE,
    number=st.integers(1, 1_000_000_000),
    made=TIMES,
    anyway=WORDS,
    outlet=LINES,
    draft=st.booleans(),
    assigned=st.booleans(),
)
def test_any_work_comes_back(
    claims: list[Claim],
    people: tuple[Member, ...],
    number: int,
    made: datetime,
    anyway: str,
    outlet: str,
    draft: bool,
    assigned: bool,
) -> None:
    metadata = Metadata(title="T", outlet=outlet)
    own = [replace(claim, person=people[0].id) for claim in claims]
    work = replace(WORK, claims=own, article=replace(WORK.article, metadata=metadata))
    given_in = handin(
        work=work,
        people=people,
        number=number,
        made=made,
        anyway=anyway,
        draft=draft,
        assignment=ASSIGNMENT if assigned else None,
    )
    data = handins.written(given_in)
    assert data == handins.written(given_in)
    found = handins.read(data)
    assert (found.people, found.number, found.made, found.anyway) == (people, number, made, anyway)
    assert (found.draft, found.metadata, found.sha256) == (draft, metadata, WORK.article.sha256)
    assert found.text == (WORK.text if draft else None)
    assert (found.assignment is not None) == (draft and assigned)
    assert found.assignment_id == (ASSIGNMENT.id if assigned else None)
    assert [_claim(item, one) for item, one in zip(found.items, own, strict=True)] == own


def _claim(item: object, like: Claim) -> Claim:
    """The claim that an item is, where its words and its place agree."""
    assert isinstance(item, ReadItem)
    assert item.place.position
    assert item.place.quote
    assert item.creator.id
    assert item.created
    assert item.modified
    start, end = item.place.position
    assert item.place.quote.exact == WORK.text[start:end]
    return Claim(
        item.id, like.article, item.creator.id, Span(start, end), item.created, item.modified,
        item.tags, item.note, item.attributions, item.evidence, item.links, item.best,
    )  # fmt: skip


ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda some: (
        st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=5), some, max_size=3)
    ),
    max_leaves=8,
)
FILE = handins.written(handin(assignment=ASSIGNMENT, draft=True))


@given(st.dictionaries(st.sampled_from(sorted(document_in(FILE))), ANY, min_size=1, max_size=3))
def test_any_members_are_read_or_refused(members: dict[str, Any]) -> None:
    try:
        found = handins.read(sealed_again(FILE, **json.loads(json.dumps(members))))
    except Refusal as refusal:
        assert refusal.sentence
    else:
        assert isinstance(found, HandInFile)
