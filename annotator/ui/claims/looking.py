"""Evidence, field by field: what an edit in one of its forms means."""

from dataclasses import replace
from datetime import date

from annotator.model.addresses import looks_like_address
from annotator.model.claim import Claim, Evidence, Outcome
from annotator.model.edit import ClaimEdit
from annotator.ui.claims.fields import Value


def looked(claim: Claim, place: int, field: str, value: Value, visit: str) -> ClaimEdit | None:
    """The edit that sets a field of the `place`-th piece of evidence; None where it says so.

    After the last piece it makes a new one; a piece that says nothing is left out.
    """
    pieces = list(claim.evidence)
    old = pieces[place] if place < len(pieces) else Evidence()
    new = _set(old, field, value)
    if new == old:
        return None
    pieces[place : place + 1] = [new] if new != Evidence() else []
    return ClaimEdit(claim.id, visit, evidence=tuple(pieces))


def without(claim: Claim, place: int, visit: str) -> ClaimEdit | None:
    """The edit that takes a piece of evidence away; None where there is none."""
    if place >= len(claim.evidence):
        return None
    left = (*claim.evidence[:place], *claim.evidence[place + 1 :])
    return ClaimEdit(claim.id, visit, evidence=left)


def _set(old: Evidence, field: str, value: Value) -> Evidence:
    match field, value:
        case "where", str():
            return replace(old, where=value, is_address=looks_like_address(value))
        case "found", str():
            return replace(old, found=value)
        case "outcome", Outcome() | None:
            return replace(old, outcome=value)
        case "checked", date() | None:
            return replace(old, checked=value)
        case _:
            raise ValueError(field)
