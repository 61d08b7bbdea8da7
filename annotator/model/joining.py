"""Claims of one person that come to stand on one span become one (docs/file-format.md)."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce
from typing import TypeVar

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.tags import Tag

_Value = TypeVar("_Value", bound=Hashable)


def join(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The joined claim, and the claim whose id is only to be remembered from now on."""
    _older, newer = sorted((one, other), key=_age)
    return join_all((one, other)), newer


def join_all(claims: Iterable[Claim]) -> Claim:
    """One or several as one.

    The oldest claim (then the smallest id) keeps its id and `created`; tags, sources, evidence and
    links are united, the notes stand one below the other, the latest `modified` holds, and a star
    on any stays.
    """
    every = sorted(claims, key=_age)
    if len(every) == 1:
        return every[0]
    ids = {one.id for one in every}
    return replace(
        every[0],
        tags=frozenset[Tag]().union(*(one.tags for one in every)),
        note=reduce(_both_notes, (one.note for one in every)),
        attributions=_each_once(value for one in every for value in one.attributions),
        evidence=_each_once(value for one in every for value in one.evidence),
        links=_each_once(value for one in every for value in one.links if value.claim not in ids),
        modified=max(one.modified for one in every),
        best=any(one.best for one in every),
    )


def _age(claim: Claim) -> tuple[datetime, ClaimId]:
    return claim.created, claim.id


def _both_notes(first: str, second: str) -> str:
    if _says(first, second):
        return first
    if _says(second, first):
        return second
    return f"{first}\n\n{second}"


def _says(note: str, part: str) -> bool:
    # Compared by whole blocks: "no" is not said already by "I know".
    return not part or f"\n\n{part}\n\n" in f"\n\n{note}\n\n"


def _each_once(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
