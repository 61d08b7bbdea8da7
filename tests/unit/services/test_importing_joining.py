"""Items of one creator on one span become one claim, in any order, and nothing is lost by it."""

import json
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from annotator.exchange.jsonld.writing import collection
from annotator.model.claim import Evidence, Link, LinkRole
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ClaimId, PersonId
from annotator.model.report import Work
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import claiming, listing
from annotator.services.importing import import_files
from annotator.storage import claims as stored
from tests.unit.exchange.jsonld.documents import resource, textual
from tests.unit.services.desk import Desk, state
from tests.unit.services.imported import (
    ANA_ID,
    annotation,
    bring,
    counts,
    file,
    id_of,
    note,
    on,
    tag,
    the_claim,
    time,
    urn,
)

A = annotation("a", 2, modified=time(9), body=[tag("attributed"), note("of a")])
B = annotation(
    "b",
    1,
    modified=time(5),
    body=[tag("contested"), note("of b"), textual("linking", "x"), textual("identifying", "Zoe")],
)
C = annotation("c", 3, body=[note("of b")])
"""C adds nothing to B."""


def former(desk: Desk) -> dict[ClaimId, ClaimId]:
    with desk.workspace.library.reading() as reading:
        return stored.former_ids(reading, desk.article)


def exported(desk: Desk) -> list[dict[str, Any]]:
    """The items of the article's claims as they would be written now."""
    opened = listing.open_article(desk.workspace, desk.article)
    work = Work(
        opened.article, opened.text, opened.claims, list(opened.people.values()), former(desk)
    )
    items: list[dict[str, Any]] = json.loads(collection([work]))["first"]["items"]
    return items


def here(desk: Desk, **fields: Any) -> None:
    """Ana's claim on the first word gets these fields here, now."""
    target = claiming.Target(desk.article, PersonId(ANA_ID), Span(0, 5))
    claiming.tag_exactly(desk.workspace, target, claiming.Fields(**fields))


def by_me(desk: Desk, one: dict[str, Any]) -> dict[str, Any]:
    """The item, made by the one who annotates here."""
    return one | {"creator": {"id": f"urn:uuid:{desk.person}", "name": "Ana"}}


@pytest.mark.parametrize("items", list(permutations([A, B, C])))
def test_the_earlier_one_keeps_its_id_and_all_is_united(desk: Desk, items: Sequence[Any]) -> None:
    report = bring(desk, *items)
    assert counts(report) == (1, 1, 1, 0)
    claim = the_claim(desk)
    assert (claim.id, claim.created.minute, claim.modified.minute) == (id_of("b"), 1, 9)
    assert claim.tags == frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})
    assert claim.note == "of b\n\nof a"
    assert claim.evidence == (Evidence("x"),)
    assert [one.source.name for one in claim.attributions] == ["Zoe"]
    assert former(desk) == {id_of("a"): id_of("b"), id_of("c"): id_of("b")}


def test_of_one_moment_the_smaller_id_stays(desk: Desk) -> None:
    bring(desk, annotation("b", body=note("of b")), annotation("a", body=note("of a")))
    assert (the_claim(desk).id, the_claim(desk).note) == (id_of("a"), "of a\n\nof b")


@pytest.mark.parametrize("again", list(permutations([A, B, C])))
def test_the_same_file_twice_changes_nothing(desk: Desk, again: Sequence[Any]) -> None:
    bring(desk, A, B, C)
    before = state(desk.workspace)
    assert counts(bring(desk, *again)) == (0, 0, 3, 0)
    assert state(desk.workspace) == before


@pytest.mark.parametrize("order", list(permutations([A, B, C])))
def test_one_by_one_they_become_the_same_claim(desk: Desk, order: Sequence[Any]) -> None:
    for one in order:
        bring(desk, one)
    claim = the_claim(desk)
    assert (claim.id, claim.created.minute, claim.modified.minute) == (id_of("b"), 1, 9)
    assert claim.tags == frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})
    assert sorted(claim.note.split("\n\n")) == ["of a", "of b"]
    assert former(desk) == {id_of("a"): id_of("b"), id_of("c"): id_of("b")}
    before = state(desk.workspace)
    assert counts(bring(desk, A, B, C)) == (0, 0, 3, 0)
    for one in order:
        assert counts(bring(desk, one)) == (0, 0, 1, 0)
    assert state(desk.workspace) == before


def test_an_item_joins_what_was_marked_here(desk: Desk) -> None:
    ours = desk.tag(0, 5, Tag.VERIFIED)
    claiming.edit(desk.workspace, ClaimEdit(ours, "", note="ours"))
    assert counts(bring(desk, by_me(desk, A))) == (0, 1, 0, 0)
    claim = the_claim(desk)
    assert (claim.id, claim.note) == (id_of("a"), "of a\n\nours")
    assert claim.tags == frozenset({Tag.ATTRIBUTED, Tag.VERIFIED})
    assert former(desk) == {ours: id_of("a")}


def test_an_item_that_adds_nothing_is_unchanged_but_its_id_is_known(desk: Desk) -> None:
    bring(desk, B)
    assert counts(bring(desk, C)) == (0, 0, 1, 0)
    assert former(desk) == {id_of("c"): id_of("b")}


def test_what_was_taken_off_here_does_not_come_back(desk: Desk) -> None:
    bring(desk, A, B)
    here(desk, note="only this")
    assert counts(bring(desk, A, B)) == (0, 0, 2, 0)
    assert the_claim(desk).note == "only this"


def test_a_newer_version_of_all_parts_replaces_what_was_joined(desk: Desk) -> None:
    bring(desk, A, B)
    newer = B | {"modified": time(20), "body": [note("newer")]}
    assert counts(bring(desk, A, newer)) == (0, 1, 1, 0)
    claim = the_claim(desk)
    assert (claim.note, claim.modified.minute) == ("newer\n\nof a", 20)
    assert claim.tags == frozenset({Tag.ATTRIBUTED})
    before = state(desk.workspace)
    assert counts(bring(desk, A, newer)) == (0, 0, 2, 0)
    assert state(desk.workspace) == before


@pytest.mark.parametrize("part", [A, B])
def test_a_newer_version_of_one_part_takes_nothing_of_the_other_away(
    desk: Desk, part: dict[str, Any]
) -> None:
    bring(desk, A, B)
    newer = part | {"modified": time(20), "body": [note("newer")]}
    assert counts(bring(desk, newer)) == (0, 1, 0, 0)
    claim = the_claim(desk)
    assert claim.note == "of b\n\nof a\n\nnewer"
    assert claim.tags == frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})
    assert (claim.created.minute, claim.modified.minute) == (1, 20)


def test_a_part_that_was_moved_away_elsewhere_is_refused(desk: Desk) -> None:
    bring(desk, A, B)
    before = state(desk.workspace)
    assert counts(bring(desk, A | {"target": on(6, 12)})) == (0, 0, 1, 0)
    report = bring(desk, A | {"target": on(6, 12), "modified": time(20)})
    assert [(one.id, one.reason) for one in report.refused] == [
        (
            urn("a"),
            "This item was joined with another claim here, and in the file it stands on other "
            "words now. It was left out; the claim stays as it is.",
        )
    ]
    assert state(desk.workspace) == before


def test_a_part_of_the_same_time_with_more_in_it_is_refused(desk: Desk) -> None:
    bring(desk, A, B)
    assert counts(bring(desk, A | {"body": [note("another")]})) == (0, 0, 0, 1)


def test_a_claim_that_moves_onto_another_joins_it(desk: Desk) -> None:
    bring(
        desk,
        annotation("a", body=note("of a")),
        annotation("d", target=on(6, 12), body=note("of d")),
    )
    report = bring(desk, annotation("d", modified=time(7), body=note("of d")))
    assert counts(report) == (0, 1, 0, 0)
    claim = the_claim(desk)
    assert (claim.id, claim.note, claim.span) == (id_of("a"), "of a\n\nof d", Span(0, 5))
    assert former(desk) == {id_of("d"): id_of("a")}


def test_links_follow_claims_that_were_joined(desk: Desk) -> None:
    links = [resource(urn(one), **{"an:role": "related"}) for one in ("a", "c", "f")]
    linking = annotation("d", target=on(6, 12), body=links)
    bring(desk, linking)
    seen = desk.claim(id_of("d")).modified
    report = bring(desk, A, B | {"body": [resource(urn("a"), **{"an:role": "disagrees"})]})
    assert counts(report) == (1, 1, 0, 0)
    assert desk.claim(id_of("b")).links == ()
    after = desk.claim(id_of("d"))
    assert [one.claim for one in after.links] == [id_of("b"), id_of("c"), id_of("f")]
    assert after.modified > seen
    before = state(desk.workspace)
    assert counts(bring(desk, linking, A)) == (0, 0, 2, 0)
    assert state(desk.workspace) == before


def test_links_within_one_file_follow_too_and_keep_their_time(desk: Desk) -> None:
    link = resource(urn("a"), **{"an:role": "disagrees"})
    items = [annotation("d", 4, target=on(6, 12), body=link), A, B]
    bring(desk, *items)
    claim = desk.claim(id_of("d"))
    assert claim.links == (Link(id_of("b"), LinkRole.DISAGREES),)
    assert claim.modified.minute == 4
    assert counts(bring(desk, *items)) == (0, 0, 3, 0)


def test_hints_that_were_put_away_stay_so(desk: Desk) -> None:
    claiming.dismiss(desk.workspace, desk.tag(0, 5), "whole paragraph")
    bring(desk, by_me(desk, A))
    dismissed = listing.open_article(desk.workspace, desk.article).dismissed
    assert dismissed == {id_of("a"): frozenset({"whole paragraph"})}


def test_chains_of_joined_claims_lead_to_the_last(desk: Desk) -> None:
    bring(desk, annotation("d", 8))
    bring(desk, annotation("c", 7))
    bring(desk, annotation("b", 6))
    assert former(desk) == {id_of("d"): id_of("b"), id_of("c"): id_of("b")}


# What another library has joined


def test_former_ids_travel_and_are_known_at_once(desk: Desk) -> None:
    joined = annotation("a", 2, body=note("both"), **{"an:formerly": [urn("b")]})
    bring(desk, joined)
    assert former(desk) == {id_of("b"): id_of("a")}
    before = state(desk.workspace)
    assert counts(bring(desk, annotation("b", 1, target=on(6, 12)))) == (0, 0, 1, 0)
    assert counts(bring(desk, joined)) == (0, 0, 1, 0)
    assert state(desk.workspace) == before


def test_a_claim_that_was_joined_elsewhere_is_joined_here(desk: Desk) -> None:
    bring(desk, annotation("b", 1, target=on(6, 12), body=note("of b")))
    joined = annotation("a", 2, body=note("both"), **{"an:formerly": [urn("b")]})
    assert counts(bring(desk, joined)) == (1, 0, 0, 0)
    assert the_claim(desk).note == "both"
    assert former(desk) == {id_of("b"): id_of("a")}


def test_one_that_was_changed_here_since_stays(desk: Desk) -> None:
    bring(desk, annotation("b", 9, target=on(6, 12)))
    bring(desk, annotation("a", 2, **{"an:formerly": [urn("b")]}))
    assert desk.claims().keys() == {id_of("a"), id_of("b")}
    assert former(desk) == {}


def test_nobody_elses_claim_goes_by_a_former_id(desk: Desk) -> None:
    mine = desk.tag(6, 12)
    claim = desk.claim(mine)
    late = claim.modified.isoformat()
    joined = annotation(
        "a", 0, created=late, modified=late, **{"an:formerly": [f"urn:uuid:{mine}"]}
    )
    bring(desk, joined)
    assert desk.claim(mine) == claim


def test_both_in_one_file_are_one_claim(desk: Desk) -> None:
    joined = annotation("a", 2, body=note("both"), **{"an:formerly": [urn("b")]})
    old = annotation("b", 1, target=on(6, 12))
    assert counts(bring(desk, old, joined)) == (1, 0, 1, 0)
    assert former(desk) == {id_of("b"): id_of("a")}
    assert counts(bring(desk, old, joined)) == (0, 0, 2, 0)


def test_what_was_joined_here_can_be_taken_from_here(desk: Desk) -> None:
    bring(desk, A, B, annotation("d", target=on(6, 12), body=resource(urn("a"))))
    items = exported(desk)
    assert [one["id"] for one in items] == [urn("b"), urn("d")]
    assert items[0]["an:formerly"] == [urn("a")]
    before = state(desk.workspace)
    assert counts(bring(desk, *items)) == (0, 0, 2, 0)
    assert state(desk.workspace) == before


def test_a_library_that_did_not_join_yet_follows_one_that_did(desk: Desk) -> None:
    link = annotation("d", target=on(6, 12), body=resource(urn("a")))
    apart = annotation("a", 2, target=on(7, 9))
    bring(desk, apart, B, link)
    second = {**link, "body": resource(urn("b")), "modified": link["modified"]}
    joined = annotation("b", 1, modified=time(30), **{"an:formerly": [urn("a")]})
    (report,) = import_files(desk.workspace, [file(desk, second, joined)], None)
    assert counts(report) == (0, 1, 1, 0)
    assert desk.claims().keys() == {id_of("b"), id_of("d")}
    assert [one.claim for one in desk.claim(id_of("d")).links] == [id_of("b")]
