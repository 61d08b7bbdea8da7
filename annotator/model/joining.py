"""Two claims of one person that come to stand on one span become one (docs/file-format.md)."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from annotator.model.claim import Claim

_Value = TypeVar("_Value", bound=Hashable)


def join(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The joined claim, and the claim whose id is only to be remembered from now on.

    The older claim (then the smaller id) keeps its id and `created`; tags, sources, evidence and
    links are united, the notes stand one below the other, the later `modified` holds, and a star
    on either stays.
    """
    older, newer = sorted((one, other), key=lambda claim: (claim.created, claim.id))
    links = (link for link in (*older.links, *newer.links) if link.claim != older.id)
    joined = replace(
        older,
        tags=older.tags | newer.tags,
        note=_both_notes(older.note, newer.note),
        attributions=_each_once((*older.attributions, *newer.attributions)),
        evidence=_each_once((*older.evidence, *newer.evidence)),
        links=_each_once(link for link in links if link.claim != newer.id),
        modified=max(older.modified, newer.modified),
        best=older.best or newer.best,
    )
    return joined, newer


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
