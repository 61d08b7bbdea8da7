"""Edits on their way, answers out of step, and other people's changes in between."""

from dataclasses import replace

from annotator.model.claim import Evidence, Stake
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.ui.claims.draft import Draft
from tests.ui.claims.story import NAZARY, TALIBAN, a_dozen, said

CLAIM = a_dozen()[2]


def test_what_was_sent_is_shown_at_once() -> None:
    draft = Draft(CLAIM)
    assert draft.claim is CLAIM
    draft.sent(ClaimEdit(CLAIM.id, "v", note="one"))
    draft.sent(ClaimEdit(CLAIM.id, "v", evidence=(Evidence("x"),)))
    assert draft.claim == replace(CLAIM, note="one", evidence=(Evidence("x"),))


def test_the_answer_to_the_first_edit_does_not_push_the_second_back() -> None:
    draft = Draft(CLAIM)
    draft.sent(ClaimEdit(CLAIM.id, "v", note="one"))
    draft.sent(ClaimEdit(CLAIM.id, "v", note="one two"))
    draft.answered(replace(CLAIM, note="one"))
    assert draft.claim.note == "one two"
    draft.answered(replace(CLAIM, note="one two"))
    assert draft.claim.note == "one two"


def test_after_the_last_answer_the_library_is_right_again() -> None:
    draft = Draft(CLAIM)
    draft.sent(ClaimEdit(CLAIM.id, "v", note="one"))
    draft.answered(replace(CLAIM, note="one"))
    draft.answered(CLAIM)
    assert draft.claim == CLAIM


def test_somebody_elses_change_of_the_same_field_wins() -> None:
    draft = Draft(CLAIM)
    draft.sent(ClaimEdit(CLAIM.id, "v", note="mine"))
    draft.answered(replace(CLAIM, note="theirs"))
    assert draft.claim.note == "theirs"


def test_somebody_elses_change_of_another_field_is_no_answer() -> None:
    draft = Draft(CLAIM)
    draft.sent(ClaimEdit(CLAIM.id, "v", note="mine"))
    draft.answered(replace(CLAIM, evidence=(Evidence("x"),)))
    assert (draft.claim.note, draft.claim.evidence) == ("mine", (Evidence("x"),))


def test_a_sources_new_value_is_shown_on_this_claim() -> None:
    both = replace(CLAIM, attributions=(said(NAZARY, "told"), said(TALIBAN)))
    draft = Draft(both)
    draft.sent(SourceEdit(NAZARY.id, "v", replace(NAZARY, stake=Stake.INDEPENDENT)))
    first, second = draft.claim.attributions
    assert (first.source.stake, first.source.id, first.cue) == (
        Stake.INDEPENDENT,
        NAZARY.id,
        "told",
    )
    assert second == said(TALIBAN)
