"""Words that are typed on a claim bring it back when somebody removes it meanwhile."""

from dataclasses import replace

import pytest

from annotator.model.claim import Attribution, Claim, Evidence, Link, LinkRole, Source, SourceRole
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.ids import ClaimId, PersonId
from annotator.model.tags import Tag
from annotator.services import claiming, failures, sourcing, undoing
from tests.unit.services.desk import Desk, state

A, C = Tag.ATTRIBUTED, Tag.CONTESTED
MAYOR = Attribution(Source("the mayor"), SourceRole.SOURCE)
LOOKED = Evidence("the town's archive", found="a plan")


@pytest.fixture
def seen(desk: Desk) -> Claim:
    """A claim with fields and a link, as a form showed it before somebody else removed it."""
    other = desk.tag(0, 5, C)
    mine = desk.tag(6, 7, A)
    filled = ClaimEdit(
        mine,
        "",
        note="why?",
        attributions=(MAYOR,),
        evidence=(LOOKED,),
        links=(Link(other, LinkRole.DISAGREES),),
    )
    claiming.edit(desk.workspace, filled)
    claiming.star(desk.workspace, mine)
    shown = desk.claim(mine)
    claiming.remove(desk.second_window(), [mine])
    return shown


def typed(seen: Claim, note: str) -> ClaimEdit:
    return ClaimEdit(seen.id, "visit", note=note, seen=seen)


def test_words_typed_on_a_claim_that_is_gone_bring_it_back_whole(desk: Desk, seen: Claim) -> None:
    assert claiming.edit(desk.workspace, typed(seen, "why then?"))
    back = desk.claim(seen.id)
    assert back.modified > seen.modified
    assert back.attributions[0].source.name == "the mayor"
    assert replace(back, modified=seen.modified, attributions=()) == replace(
        seen, note="why then?", attributions=()
    )


def test_a_claim_that_is_there_is_edited_and_not_brought_back(desk: Desk) -> None:
    mine = desk.claim(desk.tag(6, 7, A))
    claiming.edit(desk.second_window(), ClaimEdit(mine.id, "", evidence=(LOOKED,)))
    assert not claiming.edit(desk.workspace, typed(mine, "mine"))
    assert desk.claim(mine.id).evidence == (LOOKED,)


def test_undo_takes_it_away_again(desk: Desk, seen: Claim) -> None:
    before = state(desk.workspace)
    claiming.edit(desk.workspace, typed(seen, "one"))
    claiming.edit(desk.workspace, typed(seen, "one more"))
    undoing.undo(desk.workspace)
    assert state(desk.workspace) == before


def test_links_to_claims_that_are_gone_too_stay_away_and_the_star_where_it_is(
    desk: Desk, seen: Claim
) -> None:
    claiming.remove(desk.workspace, [seen.links[0].claim])
    starred = desk.tag(8, 10, A)
    claiming.star(desk.workspace, starred)
    claiming.edit(desk.workspace, typed(seen, "x"))
    assert desk.claim(seen.id).links == ()
    assert not desk.claim(seen.id).best
    assert desk.claim(starred).best


def test_where_the_words_were_marked_again_the_two_become_one(desk: Desk, seen: Claim) -> None:
    again = desk.tag(6, 7, C)
    claiming.edit(desk.workspace, ClaimEdit(again, "", note="new"))
    claiming.edit(desk.workspace, typed(seen, "old"))
    both = desk.claim(again)
    assert both.tags == {A, C}
    assert set(both.note.split("\n\n")) == {"old", "new"}
    assert seen.id not in desk.claims()


def test_the_name_of_a_source_brings_its_claim_back(desk: Desk, seen: Claim) -> None:
    old = seen.attributions[0].source
    change = SourceEdit(old.id, "", Source("the lord mayor"), (seen.id, SourceRole.SOURCE), seen)
    assert sourcing.edit(desk.workspace, change)
    assert [one.source.name for one in desk.claim(seen.id).attributions] == ["the lord mayor"]


def test_a_source_that_another_window_took_off_a_claim_that_stays_is_gone(desk: Desk) -> None:
    mine = desk.tag(6, 7, A)
    claiming.edit(desk.workspace, ClaimEdit(mine, "", attributions=(MAYOR,)))
    shown = desk.claim(mine)
    claiming.edit(desk.second_window(), ClaimEdit(mine, "", attributions=()))
    change = SourceEdit(shown.attributions[0].source.id, "", Source("x"), seen=shown)
    with pytest.raises(failures.NoSuchSource):
        sourcing.edit(desk.workspace, change)


def test_where_the_person_is_gone_nothing_comes_back(desk: Desk, seen: Claim) -> None:
    stranger = replace(seen, id=ClaimId("else"), person=PersonId("nobody"))
    before = state(desk.workspace)
    with pytest.raises(failures.NoSuchClaim):
        claiming.edit(desk.workspace, typed(stranger, "x"))
    assert state(desk.workspace) == before
