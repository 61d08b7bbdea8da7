"""Evidence, field by field: what an edit in one of its forms means."""

from dataclasses import replace
from datetime import date

import pytest

from annotator.model.claim import Evidence, Outcome
from annotator.model.edit import ClaimEdit
from annotator.ui.claims import looking
from annotator.ui.claims.fields import Value
from tests.ui.claims.story import a_dozen

PIECE = Evidence("the library", False, Outcome.NOTHING, date(2024, 8, 30), "Not there.")
CLAIM = replace(a_dozen()[0], evidence=(Evidence("first"), PIECE))


@pytest.mark.parametrize(
    ("field", "value", "new"),
    [
        ("where", "HTTPS://un.org", replace(PIECE, where="HTTPS://un.org", is_address=True)),
        ("found", "It is.", replace(PIECE, found="It is.")),
        ("outcome", Outcome.AGAINST, replace(PIECE, outcome=Outcome.AGAINST)),
        ("outcome", None, replace(PIECE, outcome=None)),
        ("checked", None, replace(PIECE, checked=None)),
    ],
)
def test_one_field_of_one_piece(field: str, value: Value, new: Evidence) -> None:
    edit = looking.looked(CLAIM, 1, field, value, "v")
    assert edit == ClaimEdit(CLAIM.id, "v", evidence=(Evidence("first"), new))


def test_what_is_there_already_is_no_change() -> None:
    assert looking.looked(CLAIM, 1, "found", "Not there.", "v") is None


def test_a_piece_that_says_nothing_is_left_out() -> None:
    edit = looking.looked(CLAIM, 0, "where", "", "v")
    assert edit == ClaimEdit(CLAIM.id, "v", evidence=(PIECE,))


def test_after_the_last_piece_comes_a_new_one() -> None:
    edit = looking.looked(CLAIM, 2, "where", "a book", "v")
    assert edit == ClaimEdit(CLAIM.id, "v", evidence=(*CLAIM.evidence, Evidence("a book")))


def test_a_piece_is_taken_away() -> None:
    assert looking.without(CLAIM, 1, "v") == ClaimEdit(CLAIM.id, "v", evidence=(Evidence("first"),))
    assert looking.without(CLAIM, 2, "v") is None


def test_a_field_that_there_is_not_is_a_fault() -> None:
    with pytest.raises(ValueError, match="colour"):
        looking.looked(CLAIM, 0, "colour", "red", "v")
