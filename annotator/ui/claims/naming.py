"""What a change in a source's fields means: another source, a new name, or a new value for all.

A source is kept once, so its kind and stake change on every claim that hangs on it. Its name in
a claim's field is different: typing another name there usually means somebody else.
"""

from dataclasses import replace

from annotator.model.claim import Attribution, Claim, Source, SourceRole
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.person import tidy_name
from annotator.model.register import Register

Edit = ClaimEdit | SourceEdit


def named(
    claim: Claim, role: SourceRole, place: int, name: str, register: Register, visit: str
) -> Edit | None:
    """The edit that gives the `place`-th source of that role this name; None where it has it."""
    attribution, name = at(claim, role, place), tidy_name(name)
    old = attribution.source
    if name == tidy_name(old.name):
        return None
    known = register.called(claim.person, name)
    if known is not None and known.id != old.id:
        return put(claim, role, place, replace(attribution, source=known), visit)
    alone = register.uses(claim, old) <= 1
    if alone and old.id and name:
        return SourceEdit(old.id, visit, replace(old, name=name), (claim.id, role))
    mine = replace(old, name=name, id=Source("").id) if alone or not name else Source(name)
    return put(claim, role, place, replace(attribution, source=mine), visit)


def valued(claim: Claim, role: SourceRole, place: int, new: Source, visit: str) -> Edit | None:
    """The edit that gives a source the kind and stake of `new`, wherever it is named."""
    attribution = at(claim, role, place)
    if new == attribution.source:
        return None
    if attribution.source.id:
        return SourceEdit(attribution.source.id, visit, new)
    return put(claim, role, place, replace(attribution, source=new), visit)


def worded(
    claim: Claim, role: SourceRole, place: int, field: str, words: str, visit: str
) -> Edit | None:
    """The edit that sets the attributing words ("cue") or who told the source ("via")."""
    old = at(claim, role, place)
    new = replace(old, cue=words) if field == "cue" else replace(old, via=words)
    return put(claim, role, place, new, visit) if new != old else None


def without(claim: Claim, role: SourceRole, place: int, visit: str) -> Edit | None:
    """The edit that takes a source off the claim; None where there is none at that place."""
    mine = claim.sources(role)
    if place >= len(mine):
        return None
    left = (*mine[:place], *mine[place + 1 :])
    return ClaimEdit(claim.id, visit, attributions=_with(claim, role, left))


def at(claim: Claim, role: SourceRole, place: int) -> Attribution:
    """The `place`-th attribution of that role, or an empty one after the last."""
    mine = claim.sources(role)
    return mine[place] if place < len(mine) else Attribution(Source(""), role)


def put(claim: Claim, role: SourceRole, place: int, new: Attribution, visit: str) -> ClaimEdit:
    """The edit that lets `new` stand at that place; one that says nothing is left out."""
    mine = list(claim.sources(role))
    mine[place : place + 1] = [new] if says_something(new) else []
    return ClaimEdit(claim.id, visit, attributions=_with(claim, role, tuple(mine)))


def says_something(one: Attribution) -> bool:
    """Whether anything was filled in."""
    source = one.source
    words = (source.name, one.cue, one.via)
    return any(word.strip() for word in words) or bool(source.kind or source.stake)


def _with(claim: Claim, role: SourceRole, mine: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    if role is SourceRole.SOURCE:
        return (*mine, *claim.sources(SourceRole.COUNTER))
    return (*claim.sources(SourceRole.SOURCE), *mine)
