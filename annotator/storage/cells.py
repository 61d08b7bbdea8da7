"""A claim as the cells of its rows: the same whether one is written or ten thousand."""

from collections.abc import Iterable

from annotator.model.change import Row
from annotator.model.claim import Claim, Source
from annotator.model.ids import ArticleId, PersonId, SourceId
from annotator.model.tags import Tag
from annotator.storage.times import to_cell


def of_claim(claim: Claim, quote: str) -> Row:
    """The row of the claim itself; `quote` are its words in the text."""
    return {
        "id": claim.id,
        "article": claim.article,
        "person": claim.person,
        "start": claim.span.start,
        "end": claim.span.end,
        "attributed": int(Tag.ATTRIBUTED in claim.tags),
        "contested": int(Tag.CONTESTED in claim.tags),
        "verified": int(Tag.VERIFIED in claim.tags),
        "note": claim.note,
        "quote": quote,
        "created": to_cell(claim.created),
        "modified": to_cell(claim.modified),
        "best": int(claim.best),
    }


def of_attributions(claim: Claim, kept: Iterable[SourceId]) -> list[Row]:
    """The rows of its attributions; `kept` are the rows of their sources, in the same order."""
    return [
        {
            "claim": claim.id,
            "position": position,
            "source": source,
            "role": one.role,
            "cue": one.cue,
            "via": one.via,
        }
        for position, (one, source) in enumerate(zip(claim.attributions, kept, strict=True))
    ]


def of_evidence(claim: Claim) -> list[Row]:
    """The rows of its evidence."""
    return [
        {
            "claim": claim.id,
            "position": position,
            "place": one.where,
            "is_address": int(one.is_address),
            "outcome": one.outcome,
            "checked": one.checked.isoformat() if one.checked else None,
            "found": one.found,
        }
        for position, one in enumerate(claim.evidence)
    ]


def of_links(claim: Claim) -> list[Row]:
    """The rows of its links."""
    return [
        {"claim": claim.id, "position": position, "target": one.claim, "role": one.role}
        for position, one in enumerate(claim.links)
    ]


def of_source(made: SourceId, article: ArticleId, person: PersonId, source: Source) -> Row:
    """The row of a source of one person in one article."""
    return {
        "id": made,
        "article": article,
        "person": person,
        "name": source.name,
        "kind": source.kind,
        "stake": source.stake,
    }
