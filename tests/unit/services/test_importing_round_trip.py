"""A claim with every field filled goes through JSON-LD into another library as it was.

Two libraries are compared field by field through the services; only what belongs to a library
itself may differ: its own ids of articles and sources, and how a person came into it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.addresses import looks_like_address
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
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ArticleId, ClaimId, PersonId, new_id
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, claiming, describing, listing, naming, reporting
from annotator.services.importing import ImportReport, import_files
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage import claims as stored
from tests.unit.services.desk import STORY, Desk, desk

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
"""Any unicode but what no text can hold."""

SOURCES = st.builds(
    Source,
    st.one_of(st.sampled_from(["", "Nazary", "the mayor"]), WORDS),
    st.none() | st.sampled_from(SourceKind),
    st.none() | st.sampled_from(Stake),
)
ATTRIBUTIONS = st.builds(Attribution, SOURCES, st.sampled_from(SourceRole), WORDS, WORDS)
PLACES = st.one_of(WORDS, st.builds("https://example.org/{}".format, WORDS))
EVIDENCE = st.builds(
    lambda where, *more: Evidence(where, looks_like_address(where), *more),
    PLACES,
    st.none() | st.sampled_from(Outcome),
    st.none() | st.dates(min_value=date(1, 1, 1)),
    WORDS,
)
SPANS = st.lists(
    st.tuples(st.integers(0, len(STORY) - 1), st.integers(1, 9)).map(
        lambda place: Span(place[0], min(sum(place), len(STORY)))
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


@contextmanager
def two_libraries() -> Iterator[tuple[Desk, Workspace]]:
    """A desk to work at, and an empty library with the same articles."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = (desk(Path(folder, name), [STORY]) for name in ("here", "there"))
        try:
            yield here, there.workspace
        finally:
            here.workspace.close()
            there.workspace.close()


def travel(here: Workspace, there: Workspace) -> ImportReport:
    """Everybody's work on every article, exported here and imported there."""
    path = here.library.path.parent / "work.jsonld"
    articles = [one.article.id for one in listing.all_articles(here)]
    reporting.export(here, articles, path)
    (report,) = import_files(there, [path], None)
    return report


def known(workspace: Workspace) -> dict[str, tuple[Claim, Person]]:
    """Each claim with its maker, by id; the article by what it is in every library, its text."""
    found: dict[str, tuple[Claim, Person]] = {}
    for listed in listing.all_articles(workspace):
        opened = listing.open_article(workspace, listed.article.id)
        for claim in opened.claims:
            name = opened.people[claim.person].name
            same = replace(claim, article=ArticleId(listed.article.sha256))
            found[claim.id] = (same, Person(claim.person, name))
    return found


def shared(workspace: Workspace) -> set[frozenset[tuple[ClaimId, int]]]:
    """Which attributions have one source together."""
    uses: dict[str, set[tuple[ClaimId, int]]] = {}
    for claim, _person in known(workspace).values():
        for place, one in enumerate(claim.attributions):
            uses.setdefault(one.source.id, set()).add((claim.id, place))
    return {frozenset(one) for one in uses.values()}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), spans=SPANS)
def test_whole_claims_arrive_as_they_were(data: st.DataObject, spans: list[Span]) -> None:
    with two_libraries() as (here, there):
        claims: list[ClaimId] = []
        for span in spans:
            tags = data.draw(st.sets(st.sampled_from(Tag)))
            claim = here.tag(
                *span, *tags, person=data.draw(st.sampled_from([here.person, here.other]))
            )
            links = st.builds(
                Link,
                st.sampled_from([*claims, ClaimId(new_id())]),
                st.sampled_from(LinkRole),
            )
            edit = ClaimEdit(
                claim,
                "",
                note=data.draw(WORDS),
                attributions=tuple(data.draw(st.lists(ATTRIBUTIONS, max_size=4))),
                evidence=tuple(data.draw(st.lists(EVIDENCE, max_size=4))),
                links=tuple(data.draw(st.lists(links, max_size=2, unique=True))),
            )
            claiming.edit(here.workspace, edit)
            claims.append(claim)
        report = travel(here.workspace, there)
        assert report == ImportReport(report.file, new=len(spans))
        assert known(there) == known(here.workspace)
        assert shared(there) == shared(here.workspace)
        again = travel(here.workspace, there)
        assert again == ImportReport(again.file, unchanged=len(spans))
        back = travel(there, here.workspace)
        assert back == ImportReport(back.file, unchanged=len(spans))


def test_every_field_that_there_is(desk: Desk, tmp_path: Path) -> None:
    """One claim in which nothing is left empty: a new field must be added here to be seen."""
    other = desk.tag(0, 5, Tag.CONTESTED)
    claim = desk.tag(13, 22, *Tag)
    claiming.edit(
        desk.workspace,
        ClaimEdit(
            claim,
            "",
            note="a “note”\n\n\tin لغة and 🧑‍🤝‍🧑",
            attributions=(
                Attribution(
                    Source("Nazary", SourceKind.PERSON, Stake.OWN), SourceRole.SOURCE, "said", "AFP"
                ),
                Attribution(Source("", SourceKind.UNNAMED, Stake.UNKNOWN), SourceRole.COUNTER),
            ),
            evidence=(
                Evidence(
                    "https://example.org", True, Outcome.SUPPORTS, date(2024, 9, 2), "a photo"
                ),
                Evidence("the library", False, Outcome.AGAINST, date(2024, 9, 3), "a map"),
            ),
            links=(Link(other, LinkRole.DISAGREES),),
        ),
    )
    claiming.star(desk.workspace, claim)
    full = desk.claim(claim)
    parts = (full, full.attributions[0], full.attributions[0].source, full.evidence[0])
    empty = [one.name for part in parts for one in fields(part) if not getattr(part, one.name)]
    assert set(empty) <= {"best"}  # a star is set by a service of its own
    there = open_workspace(tmp_path / "there")
    article = adding.add_text(there, STORY, "clipboard").article
    assert article
    describing.describe(there, article.id, Metadata("another title"))
    assert travel(desk.workspace, there).new == 2
    arrived = known(there)[claim][0]
    expected = known(desk.workspace)[claim][0]
    for one in fields(Claim):
        assert getattr(arrived, one.name) == getattr(expected, one.name), one.name
    assert [one.name for one in naming.everybody(there)] == ["Ana"]
    assert naming.everybody(there)[0].id == PersonId(desk.person)
    there.close()


def test_a_claim_that_became_one_of_two_arrives_with_both_ids(desk: Desk) -> None:
    first, second = desk.tag(0, 5), desk.tag(6, 12)
    claiming.move(desk.workspace, second, Span(0, 5))
    with two_libraries() as (_here, there):
        travel(desk.workspace, there)
        assert known(there) == known(desk.workspace)
        target = listing.find(there, "Story 😀 one").id
        with there.library.reading() as reading:
            assert stored.former_ids(reading, target) == {second: first}
