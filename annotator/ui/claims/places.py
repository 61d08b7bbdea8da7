"""A place in the open card, and the edit that a new value there means."""

from dataclasses import replace
from typing import NamedTuple

from annotator.model.claim import Claim, SourceKind, SourceRole, Stake
from annotator.model.edit import ClaimEdit
from annotator.model.register import Register
from annotator.model.tags import Tag
from annotator.ui.claims import looking, naming
from annotator.ui.claims.fields import Value

EVIDENCE = "evidence"
NOTE = "note"
LINK = "link"
ROLES: dict[str, SourceRole] = {role.value: role for role in SourceRole}
"""The parts that hold sources, by their names."""

TAGS: dict[str, Tag] = {
    SourceRole.SOURCE.value: Tag.ATTRIBUTED,
    SourceRole.COUNTER.value: Tag.CONTESTED,
    EVIDENCE: Tag.VERIFIED,
}
"""The tag that asks for a part."""


class Place(NamedTuple):
    """A field: of which part of the card, in the how-manieth form, by its name."""

    part: str
    form: int
    field: str


def edit_of(
    claim: Claim, place: Place, value: Value, register: Register, visit: str
) -> naming.Edit | None:
    """What a field's value changes; None where the claim says so already."""
    if place.part == NOTE:
        note = str(value or "")
        return ClaimEdit(claim.id, visit, note=note) if note != claim.note else None
    if place.part == EVIDENCE:
        return looking.looked(claim, place.form, place.field, value, visit)
    role = ROLES[place.part]
    source = naming.at(claim, role, place.form).source
    match place.field, value:
        case "name", str():
            return naming.named(claim, role, place.form, value, register, visit)
        case "kind", SourceKind() | None:
            return naming.valued(claim, role, place.form, replace(source, kind=value), visit)
        case "stake", Stake() | None:
            return naming.valued(claim, role, place.form, replace(source, stake=value), visit)
        case "cue" | "via", str():
            return naming.worded(claim, role, place.form, place.field, value, visit)
        case _:
            raise ValueError(place)


def removal_of(claim: Claim, place: Place, visit: str) -> naming.Edit | None:
    """What taking away a whole form, or a link, changes."""
    if place.part == EVIDENCE:
        return looking.without(claim, place.form, visit)
    if place.part == LINK:
        left = (*claim.links[: place.form], *claim.links[place.form + 1 :])
        return ClaimEdit(claim.id, visit, links=left)
    return naming.without(claim, ROLES[place.part], place.form, visit)
