"""How a claim is written inside a running step: the rules that hold whoever asks for it.

A claim that changes gets a later `modified`; sources on which nothing hangs any more go; two claims
of one person on one span become one, and links follow the id that stays.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.joining import join
from annotator.model.span import Span
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, sources
from annotator.storage.step import Step


def rewrite(workspace: Workspace, step: Step, before: Claim, after: Claim) -> Claim:
    """Write a claim that is there; its span stays. One that is the same is left alone."""
    if after == before:
        return before
    changed = _touched(workspace, after, before)
    claims.put(step, changed, before)
    if changed.attributions != before.attributions:
        sources.sweep(step, before.article, before.person)
    return changed


def _touched(workspace: Workspace, after: Claim, before: Claim) -> Claim:
    if after == before:
        return before
    return replace(after, modified=later(workspace.now(), before.modified))


def later(now: datetime, before: datetime) -> datetime:
    """Now, or just after `before`: a clock that was set back must not hide a change."""
    return max(now, before + timedelta(microseconds=1))


def remove_claim(workspace: Workspace, step: Step, claim: Claim) -> None:
    """Remove one claim inside a running step, with the links to it and sources left over."""
    for other in claims.linking_to(step, claim.id):
        kept = tuple(link for link in other.links if link.claim != claim.id)
        if other.id != claim.id:
            rewrite(workspace, step, other, replace(other, links=kept))
    claims.remove(step, claim)
    sources.sweep(step, claim.article, claim.person)


def join_into_one(step: Step, one: Claim, other: Claim, modified: datetime) -> Claim:
    """Join two stored claims inside a running step; the younger id is remembered.

    The joined claim takes the span of `other`.
    """
    joined, gone = join(one, other)
    kept = one if joined.id == one.id else other
    joined = replace(joined, span=other.span, modified=modified)
    former = [gone.id, *_remembered(step, gone)]
    claims.remove(step, gone)
    claims.put(step, joined, kept, quote(step, joined.article, joined.span))
    for old in former:
        claims.remember(step, old, joined.id)
    for linking in claims.linking_to(step, gone.id):
        _relink(step, linking, gone.id, joined.id)
    sources.sweep(step, joined.article, joined.person)
    return joined


def _remembered(step: Step, claim: Claim) -> list[ClaimId]:
    former = claims.former_ids(step, claim.article)
    return [old for old, now in former.items() if now == claim.id]


def _relink(step: Step, claim: Claim, old: ClaimId, new: ClaimId) -> None:
    links = tuple(
        dict.fromkeys(
            replace(link, claim=new) if link.claim == old else link for link in claim.links
        )
    )
    changed = replace(claim, links=tuple(link for link in links if link.claim != claim.id))
    claims.put(step, changed, claim)


def quote(step: Step, article: ArticleId, span: Span) -> str:
    """The words of a span of the stored text. Raises OutsideText."""
    characters = articles.length(step, article)
    if not span.within(characters):
        raise failures.OutsideText(span.start, span.end, characters)
    return articles.words(step, article, span)
