"""The bodies of an annotation: which of a claim's fields each of them is.

What a body is for stands in its purpose. One without a purpose is for what the whole annotation is
for (its motivation), as most programs write it; other purposes than ours are ignored.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from annotator.exchange.jsonld import item_failures as failures
from annotator.exchange.jsonld.forms import BodyForm, name_of, several
from annotator.exchange.jsonld.terms import id_of, is_claim_urn
from annotator.model.addresses import looks_like_address
from annotator.model.claim import (
    Attribution,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.ids import ClaimId
from annotator.model.tags import Tag

_Choice = TypeVar("_Choice", bound=StrEnum)

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(slots=True)
class Bodies:
    """The fields that were found, in the order of the file."""

    tags: set[Tag] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read_bodies(bodies: Sequence[BodyForm | str], motivation: Sequence[str]) -> Bodies:
    """The fields that some bodies hold. Raises an ItemRefusal for one that makes no sense."""
    found = Bodies()
    for body in bodies:
        if isinstance(body, BodyForm):
            _read(found, body, several(body.purpose) or motivation)
    return found


def _read(found: Bodies, body: BodyForm, purposes: Sequence[str]) -> None:
    if "tagging" in purposes:
        found.tags.add(_tag(body))
    elif "commenting" in purposes:
        found.notes.append(_value(body, "commenting"))
    elif "identifying" in purposes:
        found.attributions.append(_attribution(body))
    elif "linking" in purposes:
        target = name_of(body.source)
        if body.role is not None or (target and is_claim_urn(target)):
            found.links.append(_link(body, target))
        else:
            found.evidence.append(_evidence(body, target))


def _tag(body: BodyForm) -> Tag:
    value = body.value if body.value is not None else name_of(body.source)
    try:
        return Tag(value or "")
    except ValueError as error:
        raise failures.UnknownTag(value=value or "") from error


def _attribution(body: BodyForm) -> Attribution:
    source = Source(
        _value(body, "identifying"),
        _choice(SourceKind, "an:kind", body.kind),
        _choice(Stake, "an:stake", body.stake),
    )
    role = _choice(SourceRole, "an:role", body.role) or SourceRole.SOURCE
    return Attribution(source, role, body.cue or "", body.via or "")


def _link(body: BodyForm, target: str | None) -> Link:
    role = _choice(LinkRole, "an:role", body.role) or LinkRole.RELATED
    if not target:
        raise failures.NoValue(purpose="linking")
    return Link(ClaimId(id_of(target)), role)


def _evidence(body: BodyForm, address: str | None) -> Evidence:
    where = _value(body, "linking") if address is None else address
    # A resource that is no web page ("javascript:...") must never become something to click on.
    is_address = address is not None and looks_like_address(address)
    outcome = _choice(Outcome, "an:outcome", body.outcome)
    return Evidence(where, is_address, outcome, _day(body.checked), body.found or "")


def _value(body: BodyForm, purpose: str) -> str:
    if body.value is None:
        raise failures.NoValue(purpose=purpose)
    return body.value


def _choice(kind: type[_Choice], member: str, value: str | None) -> _Choice | None:
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError as error:
        raise failures.UnknownValue(member=member, value=value) from error


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError as error:
        raise failures.ImpossibleDate(value=value) from error
