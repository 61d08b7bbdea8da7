"""What a new name, kind or stake in a claim's field means for its source."""

from dataclasses import replace

import pytest

from annotator.model.claim import (
    Attribution,
    Claim,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.register import Register
from annotator.ui.claims import naming
from tests.ui.claims.story import AMAN, NAZARY, REPORT, TALIBAN, a_dozen, said

SAID, AGAINST = SourceRole.SOURCE, SourceRole.COUNTER
BY_NAME = {one.id: one for one in a_dozen()}
OPERATIONS, CLOSE, ALONE = (BY_NAME[name] for name in ("operations", "close", "alternative"))  # type: ignore[index]


def register() -> Register:
    return Register(a_dozen())


def rename(claim: Claim, name: str, role: SourceRole = SAID, place: int = 0) -> object:
    return naming.named(claim, role, place, name, register(), "v")


def attributions(edit: object) -> tuple[Attribution, ...]:
    assert isinstance(edit, ClaimEdit)
    assert edit.attributions is not None
    return edit.attributions


@pytest.mark.parametrize("name", [NAZARY.name, f"  {NAZARY.name} "])
def test_the_name_it_has_is_no_change(name: str) -> None:
    assert rename(OPERATIONS, name) is None


def test_a_known_name_takes_that_source_with_kind_and_stake() -> None:
    (one,) = attributions(rename(OPERATIONS, "U.N.  report 2022"))
    assert one == said(REPORT, "told")
    assert one.source.id == REPORT.id


def test_a_new_name_of_a_source_that_others_use_is_somebody_else() -> None:
    (one,) = attributions(rename(OPERATIONS, "Ahmad Massoud"))
    assert one == Attribution(Source("Ahmad Massoud"), cue="told")
    assert one.source.id == ""


def test_a_new_name_of_a_source_of_this_claim_alone_is_a_new_name() -> None:
    edit = rename(ALONE, "Dr. Fatemeh Aman")
    value = replace(AMAN, name="Dr. Fatemeh Aman")
    assert edit == SourceEdit(AMAN.id, "v", value, (ALONE.id, SAID))


def test_a_source_that_is_not_stored_yet_is_renamed_on_its_claim() -> None:
    fresh = replace(ALONE, attributions=(Attribution(Source("Ali", SourceKind.PERSON)),))
    known = Register([fresh])
    edit = naming.named(fresh, SAID, 0, "Ali Nazary", known, "v")
    assert attributions(edit) == (Attribution(Source("Ali Nazary", SourceKind.PERSON)),)


def test_no_name_takes_an_otherwise_empty_source_off() -> None:
    bare = replace(ALONE, attributions=(Attribution(Source("Ali")),))
    assert attributions(naming.named(bare, SAID, 0, "", Register([bare]), "v")) == ()


def test_no_name_leaves_what_else_is_known_to_this_claim() -> None:
    (one,) = attributions(rename(OPERATIONS, " "))
    assert one.source == Source("", SourceKind.PERSON, Stake.OWN)
    assert (one.source.id, one.cue) == ("", "told")


def test_the_first_name_makes_the_source() -> None:
    empty = BY_NAME[ALONE.id]
    bare = replace(empty, attributions=())
    edit = naming.named(bare, SAID, 0, "Aman", Register([bare]), "v")
    assert attributions(edit) == (Attribution(Source("Aman")),)


def test_a_second_source_and_a_counter_source_stand_beside_the_first() -> None:
    edit = rename(CLOSE, "an expert", SAID, 1)
    assert [one.source.name for one in attributions(edit)] == [
        "U.N. report 2022",
        "an expert",
        "the Taliban",
    ]
    edit = rename(CLOSE, "ISIS-K", AGAINST, 1)
    assert [one.source.name for one in attributions(edit)] == [
        "U.N. report 2022",
        "the Taliban",
        "ISIS-K",
    ]


def test_kind_and_stake_belong_to_the_source() -> None:
    new = replace(NAZARY, stake=Stake.UNKNOWN)
    assert naming.valued(OPERATIONS, SAID, 0, new, "v") == SourceEdit(NAZARY.id, "v", new)
    assert naming.valued(OPERATIONS, SAID, 0, NAZARY, "v") is None


def test_a_kind_before_a_name_stands_on_the_claim() -> None:
    edit = naming.valued(CLOSE, AGAINST, 1, Source("", SourceKind.UNNAMED), "v")
    assert attributions(edit)[2] == Attribution(Source("", SourceKind.UNNAMED), AGAINST)


def test_attributing_words_belong_to_the_claim() -> None:
    edit = naming.worded(OPERATIONS, SAID, 0, "cue", "claimed", "v")
    assert attributions(edit) == (said(NAZARY, "claimed"),)
    edit = naming.worded(OPERATIONS, SAID, 0, "via", "a colleague", "v")
    assert attributions(edit) == (Attribution(NAZARY, cue="told", via="a colleague"),)
    assert naming.worded(OPERATIONS, SAID, 0, "cue", "told", "v") is None


def test_taking_a_source_off() -> None:
    assert attributions(naming.without(CLOSE, SAID, 0, "v")) == (
        said(TALIBAN, "downplay", AGAINST),
    )
    assert naming.without(CLOSE, SAID, 1, "v") is None
