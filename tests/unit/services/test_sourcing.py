"""The sources of a person in an article: each once, and changed for every claim that names it."""

import pytest

from annotator.model.claim import Attribution, Claim, Source, SourceKind, SourceRole, Stake
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.ids import ArticleId, ClaimId, SourceId
from annotator.services import claiming, failures, sourcing, undoing
from annotator.services.sourcing import SourceUse, register
from tests.unit.services.desk import Desk, state

BEN = Source("Ben", SourceKind.PERSON, Stake.OWN)
CEM = Source("Cem")


def said(desk: Desk, start: int, *sources: Source) -> ClaimId:
    """A claim that says that these sources say so."""
    made = desk.tag(start, start + 2)
    given = tuple(Attribution(one, cue="said") for one in sources)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=given))
    return made


def the_id_of(desk: Desk, source: Source) -> SourceId:
    uses = register(desk.workspace, desk.article, desk.person)
    (found,) = (use.source.id for use in uses if use.source == source)
    return found


def edit(desk: Desk, source: Source, value: Source, visit: str = "") -> None:
    sourcing.edit(desk.workspace, SourceEdit(the_id_of(desk, source), visit, value))


def sources(claim: Claim) -> list[Source]:
    return [one.source for one in claim.attributions]


def test_the_register_tells_how_many_claims_hang_on_each(desk: Desk) -> None:
    unnamed = Source("", SourceKind.UNNAMED)
    said(desk, 0, CEM, BEN)
    said(desk, 6, BEN, unnamed)
    twice = said(desk, 10, unnamed)
    counter = Attribution(BEN, SourceRole.COUNTER)
    given = (Attribution(BEN), counter)
    claiming.edit(desk.workspace, ClaimEdit(twice, "", attributions=given))
    desk.tag(0, 3, person=desk.other)
    assert register(desk.workspace, desk.article, desk.person) == [
        SourceUse(BEN, 3),
        SourceUse(CEM, 1),
        SourceUse(unnamed, 1),
    ]
    assert register(desk.workspace, desk.article, desk.other) == []
    assert register(desk.workspace, ArticleId("gone"), desk.person) == []


def test_a_change_of_a_source_is_a_change_of_each_claim_that_names_it(desk: Desk) -> None:
    one, two, not_it = said(desk, 0, BEN), said(desk, 6, CEM, BEN), said(desk, 10, CEM)
    before = desk.claims()
    steps = len(desk.workspace.history.past)
    better = Source("Ben", SourceKind.PERSON, Stake.INDEPENDENT)
    edit(desk, BEN, better)
    after = desk.claims()
    assert sources(after[one]) == [better]
    assert sources(after[two]) == [CEM, better]
    for claim in (one, two):
        assert after[claim].modified > before[claim].modified
        assert after[claim].attributions[0].cue == "said"
    assert after[not_it] == before[not_it]
    assert len(desk.workspace.history.past) == steps + 1
    undoing.undo(desk.workspace)
    assert desk.claims() == before


def test_the_row_of_a_source_stays_when_it_is_renamed(desk: Desk) -> None:
    said(desk, 0, BEN)
    ben = the_id_of(desk, BEN)
    edit(desk, BEN, Source("  Benno\0 "))
    assert the_id_of(desk, Source("Benno")) == ben


def test_the_same_value_is_no_step(desk: Desk) -> None:
    said(desk, 0, BEN)
    before, steps = state(desk.workspace), len(desk.workspace.history.past)
    edit(desk, BEN, Source(" Ben ", SourceKind.PERSON, Stake.OWN))
    assert (state(desk.workspace), len(desk.workspace.history.past)) == (before, steps)


def test_two_sources_become_one_when_one_gets_the_others_value(desk: Desk) -> None:
    one, two, both = said(desk, 0, BEN), said(desk, 6, CEM), said(desk, 10, BEN, CEM)
    before = state(desk.workspace)
    ben = the_id_of(desk, BEN)
    edit(desk, CEM, BEN)
    assert register(desk.workspace, desk.article, desk.person) == [SourceUse(BEN, 3)]
    assert the_id_of(desk, BEN) == ben
    claims = desk.claims()
    assert [sources(claims[id_]) for id_ in (one, two, both)] == [[BEN], [BEN], [BEN]]
    undoing.undo(desk.workspace)
    assert state(desk.workspace) == before


def test_the_others_role_and_words_stay_apart_when_sources_become_one(desk: Desk) -> None:
    made = desk.tag(0, 2)
    given = (Attribution(BEN, cue="said"), Attribution(CEM, SourceRole.COUNTER, "denied"))
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=given))
    edit(desk, CEM, BEN)
    assert desk.claim(made).attributions == (
        Attribution(BEN, cue="said"),
        Attribution(BEN, SourceRole.COUNTER, "denied"),
    )


def test_sources_of_two_people_never_become_one(desk: Desk) -> None:
    said(desk, 0, BEN)
    theirs = desk.tag(0, 2, person=desk.other)
    given = (Attribution(CEM),)
    claiming.edit(desk.workspace, ClaimEdit(theirs, "", attributions=given))
    (use,) = register(desk.workspace, desk.article, desk.other)
    sourcing.edit(desk.workspace, SourceEdit(use.source.id, "", BEN))
    assert len(state(desk.workspace)["source"]) == 2


def test_a_source_that_loses_its_name_is_shared_no_longer(desk: Desk) -> None:
    one, two = said(desk, 0, BEN), said(desk, 6, BEN)
    edit(desk, BEN, Source("", SourceKind.UNNAMED))
    uses = register(desk.workspace, desk.article, desk.person)
    assert uses == [SourceUse(Source("", SourceKind.UNNAMED), 1)] * 2
    (first,) = sources(desk.claim(one))
    sourcing.edit(desk.workspace, SourceEdit(first.id, "", CEM))
    assert sources(desk.claim(one)) == [CEM]
    assert sources(desk.claim(two)) == [Source("", SourceKind.UNNAMED)]


def test_one_claims_own_source_can_lose_its_name_and_get_one(desk: Desk) -> None:
    made = said(desk, 0, BEN)
    ben = the_id_of(desk, BEN)
    edit(desk, BEN, Source(""))
    assert sources(desk.claim(made)) == [Source("")]
    assert sources(desk.claim(made))[0].id == ben


def test_a_source_that_is_gone(desk: Desk) -> None:
    with pytest.raises(failures.NoSuchSource) as caught:
        sourcing.edit(desk.workspace, SourceEdit(SourceId("gone"), "", BEN))
    assert caught.value.sentence == (
        "This source is gone: no claim names it any more, after a change in another window or by "
        "a command. Nothing was changed now."
    )


def test_edits_of_one_visit_are_one_step(desk: Desk) -> None:
    said(desk, 0, BEN)
    before = state(desk.workspace)
    for old, new in (("Ben", "Benn"), ("Benn", "Benno")):
        edit(
            desk,
            Source(old, SourceKind.PERSON, Stake.OWN),
            Source(new, SourceKind.PERSON, Stake.OWN),
            "visit",
        )
    assert desk.workspace.history.undo_label() == "source"
    undoing.undo(desk.workspace)
    assert state(desk.workspace) == before


@pytest.mark.parametrize("role", SourceRole)
def test_a_name_typed_while_somebody_else_replaced_the_source_stands_beside_the_other(
    desk: Desk, role: SourceRole
) -> None:
    made = said(desk, 0, BEN)
    gone = the_id_of(desk, BEN)
    others = (Attribution(CEM), Attribution(CEM, SourceRole.COUNTER))
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=others))
    typed = SourceEdit(gone, "", Source(" Benno "), (made, role))
    sourcing.edit(desk.workspace, typed)
    now = desk.claims()[made]
    assert Source("Benno") in [one.source for one in now.sources(role)]
    assert sorted(one.source.name for one in now.attributions) == ["Benno", "Cem", "Cem"]
    undoing.undo(desk.workspace)
    assert desk.claims()[made].attributions == others


def test_where_the_claim_is_gone_too_the_name_is_refused(desk: Desk) -> None:
    typed = SourceEdit(SourceId("gone"), "", BEN, (ClaimId("gone"), SourceRole.SOURCE))
    with pytest.raises(failures.NoSuchSource):
        sourcing.edit(desk.workspace, typed)
