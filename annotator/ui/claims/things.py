"""What the forms of a claim show: its sources and evidence as values by field."""

from annotator.model.claim import Attribution, Claim, Evidence, Source, SourceRole
from annotator.ui.claims.several import Values


def of_attribution(one: Attribution) -> Values:
    """The fields of a source as it stands on a claim."""
    return {**of_source(one.source), "cue": one.cue, "via": one.via}


def of_source(source: Source) -> Values:
    """What is kept once per source."""
    return {"name": source.name, "kind": source.kind, "stake": source.stake}


def of_evidence(one: Evidence) -> Values:
    """The fields of a look outside."""
    return {
        "where": one.where,
        "outcome": one.outcome,
        "found": one.found,
        "checked": one.checked,
    }


def sources(claim: Claim, role: SourceRole) -> list[Values]:
    """The claim's sources of a role."""
    return [of_attribution(one) for one in claim.sources(role)]


NO_SOURCE = of_attribution(Attribution(Source("")))
NO_EVIDENCE = of_evidence(Evidence())
