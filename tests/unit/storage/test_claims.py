"""A claim comes out of the library as it went in, and only what changed is written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from annotator.model.change import RowChange
from annotator.model.claim import Attribution, Claim, Evidence, Link, LinkRole, Source
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.storage import articles, claims, dismissals, people
from annotator.storage.library import Library
from annotator.storage.step import AT_ONCE
from annotator.storage.times import from_cell, to_cell
from tests.unit.storage.filled import (
    ARTICLE,
    NOON,
    article,
    claim,
    full_claim,
    put,
    rows,
    step,
    steps_after,
)

BEN = PersonId("person-ben")
OTHER = ArticleId("article-2")


def one(library: Library, id_: str = "claim-1") -> Claim:
    with library.reading() as reading:
        found = claims.one(reading, ClaimId(id_))
    assert found
    return found


def written(library: Library) -> set[tuple[str, tuple[object, ...]]]:
    """The rows that the last step touched."""
    rows: tuple[RowChange, ...] = steps_after(library, 0)[-1].rows
    return {(row.table, row.key) for row in rows}


def test_a_claim_with_every_field_comes_back_as_it_went_in(filled: Library) -> None:
    assert one(filled) == full_claim()
    assert one(filled, "claim-2") == claim("claim-2", 4, 5)
    assert all(given.source.id for given in one(filled).attributions)


def test_claims_of_one_source_share_it(filled: Library) -> None:
    with step(filled) as running:
        put(running, claim("claim-3", 6, 9, attributions=(Attribution(Source("Cem")),) * 2))
    first, second = one(filled, "claim-3").attributions
    assert first.source is second.source


def test_a_new_claim_without_words_is_a_mistake(filled: Library) -> None:
    with pytest.raises(AssertionError), step(filled) as running:
        claims.put(running, claim("claim-3", 6, 9), None)


def test_only_what_changed_is_written(filled: Library) -> None:
    before = full_claim()
    later = NOON + timedelta(days=1)
    with step(filled) as running:
        claims.put(running, replace(before, note="other", modified=later), before)
    assert written(filled) == {("claim", ("claim-1",))}
    before = one(filled)
    with step(filled) as running:
        claims.put(running, replace(before, evidence=before.evidence[:1], links=()), before)
    assert written(filled) == {
        ("evidence", ("claim-1", 1)),
        ("link", ("claim-1", 0)),
        ("link", ("claim-1", 1)),
    }
    assert one(filled) == replace(before, evidence=before.evidence[:1], links=())


def test_parts_change_in_place_and_in_their_order(filled: Library) -> None:
    before = one(filled)
    first, second = before.attributions
    after = replace(
        before,
        attributions=(second, replace(first, cue="wrote"), Attribution(Source("Cem"))),
        evidence=(Evidence("first"), *before.evidence),
        links=tuple(reversed(before.links)),
    )
    with step(filled) as running:
        claims.put(running, after, before)
    assert one(filled) == after
    assert {one.source.id for one in before.attributions} < {
        one.source.id for one in one_attributions(filled)
    }


def one_attributions(library: Library) -> tuple[Attribution, ...]:
    return one(library).attributions


def test_an_attribution_to_a_row_of_another_name_is_to_the_name(filled: Library) -> None:
    before = one(filled)
    first = before.attributions[0]
    renamed = replace(first, source=replace(first.source, name="Dan"))
    with step(filled) as running:
        claims.put(running, replace(before, attributions=(renamed,)), before)
    given = one(filled).attributions[0].source
    assert (given.name, given.id == first.source.id) == ("Dan", False)


def test_writing_a_claim_that_is_gone_is_a_mistake(filled: Library) -> None:
    with pytest.raises(LookupError), step(filled) as running:
        claims.put(running, claim("claim-9"), claim("claim-9"))


def test_a_claim_is_removed_with_all_that_hangs_on_it(filled: Library) -> None:
    with step(filled) as running:
        claims.remove(running, full_claim())
    gone = {table for table, found in rows(filled).items() if not found}
    assert gone == {"attribution", "evidence", "link", "dismissal", "former_id"}
    assert [row["id"] for row in rows(filled)["claim"]] == ["claim-2"]


def test_claims_are_found_by_what_names_them(filled: Library) -> None:
    with step(filled) as running:
        people.insert(running, Person(BEN, "Ben"))
        articles.insert(running, replace(article(OTHER, "Two"), sha256="2"), "Two")
        put(running, claim("claim-3", 0, 3, person=BEN), claim("claim-4", 0, 2, person=BEN))
        elsewhere = claim("claim-0a", 1, 3, article=OTHER)
        linking = replace(elsewhere, links=(Link(ClaimId("claim-3"), LinkRole.DISAGREES),))
        claims.put(running, linking, None, "wo")
    with filled.reading() as reading:

        def ids(found: list[Claim]) -> list[str]:
            return [claim.id for claim in found]

        everyone = ["claim-4", "claim-1", "claim-3", "claim-2"]
        assert ids(claims.of_article(reading, ARTICLE)) == everyone
        assert ids(claims.of_article(reading, ARTICLE, BEN)) == ["claim-4", "claim-3"]
        assert ids(claims.of_article(reading, ArticleId("none"))) == []
        on_span = claims.on_span(reading, ARTICLE, BEN, Span(0, 3))
        assert on_span
        assert on_span.id == "claim-3"
        assert claims.on_span(reading, ARTICLE, BEN, Span(0, 4)) is None
        assert ids(claims.linking_to(reading, ClaimId("claim-3"))) == ["claim-0a"]
        assert ids(claims.linking_to(reading, ClaimId("claim-2"))) == ["claim-1"]
        assert ids(claims.linking_into(reading, ARTICLE)) == ["claim-0a"]
        assert ids(claims.linking_into(reading, OTHER)) == []
        assert ids(claims.by_id(reading, [])) == []
        assert ids(claims.by_id(reading, [ClaimId("claim-3")])) == ["claim-3"]
        wanted = [ClaimId(id_) for id_ in ("claim-2", "claim-0a", "none", "claim-1")]
        assert ids(claims.by_id(reading, wanted)) == ["claim-1", "claim-2", "claim-0a"]


def test_many_claims_are_read_some_at_a_time(filled: Library) -> None:
    many = [ClaimId(f"many-{start}") for start in range(AT_ONCE + 1)]
    with step(filled) as running:
        for start, id_ in enumerate(many):
            one = claim(id_, start, start + 1_000)
            claims.put(running, one, None, "words")
    with filled.reading() as reading:
        assert [claim.id for claim in claims.by_id(reading, many[::-1])] == many


def test_ids_of_joined_claims_are_remembered(filled: Library) -> None:
    with filled.reading() as reading:
        assert claims.current_id(reading, ClaimId("claim-0")) == "claim-1"
        assert claims.current_id(reading, ClaimId("claim-2")) == "claim-2"
        assert claims.former_ids(reading, ARTICLE) == {"claim-0": "claim-1"}
        assert claims.former_ids(reading, OTHER) == {}
        assert claims.former_ids_of(reading, ClaimId("claim-1")) == ["claim-0"]
        assert claims.former_ids_of(reading, ClaimId("claim-2")) == []
        assert claims.one(reading, ClaimId("none")) is None
    assert one(filled, "claim-0").id == "claim-1"
    with step(filled) as running:
        claims.remember(running, ClaimId("claim-0"), ClaimId("claim-2"))
    assert one(filled, "claim-0").id == "claim-2"


def test_hints_are_put_away_once(filled: Library) -> None:
    with step(filled) as running:
        dismissals.insert(running, ClaimId("claim-1"), "own address")
        dismissals.insert(running, ClaimId("claim-1"), "whole paragraph")
    with filled.reading() as reading:
        assert dismissals.of_claim(reading, ClaimId("claim-1")) == [
            "own address",
            "whole paragraph",
        ]
        assert dismissals.of_claim(reading, ClaimId("claim-2")) == []
        assert dismissals.of_article(reading, ARTICLE) == {
            "claim-1": {"own address", "whole paragraph"}
        }
        assert dismissals.of_article(reading, OTHER) == {}


@pytest.mark.parametrize(
    ("time", "cell"),
    [
        (datetime(2024, 1, 31, 8, 0, 0, 7, tzinfo=UTC), "2024-01-31T08:00:00.000007Z"),
        (datetime.fromisoformat("2024-01-31T08:00:00+02:00"), "2024-01-31T06:00:00.000000Z"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000000Z"),
        (datetime.max.replace(tzinfo=UTC), "9999-12-31T23:59:59.999999Z"),
    ],
)
def test_times_are_kept_in_utc_as_text_that_sorts(time: datetime, cell: str) -> None:
    assert to_cell(time) == cell
    assert from_cell(cell) == time
    assert from_cell(cell).tzinfo is UTC
