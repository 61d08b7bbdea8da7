"""What the tags of a claim still ask for (the table of tags in docs/architecture.md)."""

from enum import StrEnum

from annotator.model.claim import Claim, LinkRole, Outcome, Source, SourceKind, SourceRole
from annotator.model.tags import Tag
from annotator.words import N_


class Missing(StrEnum):
    """Something a tag asks for that the claim does not have. The values are part of the JSON."""

    SOURCE = "source"
    COUNTER_SOURCE = "counter-source"
    EVIDENCE = "evidence"
    OUTCOME = "outcome"
    FOUND = "found"


WHAT_TO_DO: dict[Missing, str] = {
    Missing.SOURCE: N_("say who says so"),
    Missing.COUNTER_SOURCE: N_("name who disagrees, or link their words"),
    Missing.EVIDENCE: N_("say what shows it"),
    Missing.OUTCOME: N_("say what came of the check"),
    Missing.FOUND: N_("say what you found there"),
}
"""Message ids: what the person can do about it."""


def missing(claim: Claim) -> tuple[Missing, ...]:
    """What the claim's tags still ask for, in the order of the tags; an open claim asks nothing."""
    asked: list[Missing] = []
    if Tag.ATTRIBUTED in claim.tags and not _names_one(claim, SourceRole.SOURCE):
        asked.append(Missing.SOURCE)
    if Tag.CONTESTED in claim.tags and not _is_disputed(claim):
        asked.append(Missing.COUNTER_SOURCE)
    if Tag.VERIFIED in claim.tags:
        asked.extend(_missing_evidence(claim))
    return tuple(asked)


def checked_still_open(claim: Claim) -> bool:
    """Whether somebody looked outside the article and nothing found supports the claim."""
    return bool(claim.evidence) and all(
        one.outcome in (Outcome.NOTHING, Outcome.AGAINST) for one in claim.evidence
    )


def is_given(source: Source) -> bool:
    """Whether a source says who: by name, or by saying that the article names nobody."""
    return bool(source.name.strip()) or source.kind is SourceKind.UNNAMED


def _names_one(claim: Claim, role: SourceRole) -> bool:
    return any(one.role is role and is_given(one.source) for one in claim.attributions)


def _is_disputed(claim: Claim) -> bool:
    linked = any(link.role is LinkRole.DISAGREES for link in claim.links)
    return linked or _names_one(claim, SourceRole.COUNTER)


def _missing_evidence(claim: Claim) -> tuple[Missing, ...]:
    supporting = [one for one in claim.evidence if one.outcome is Outcome.SUPPORTS]
    if any(one.found.strip() for one in supporting):
        return ()
    if supporting:
        return (Missing.FOUND,)
    undecided = any(one.outcome is None for one in claim.evidence)
    return (Missing.OUTCOME,) if undecided else (Missing.EVIDENCE,)
