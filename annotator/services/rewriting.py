"""How a claim is written inside a running step: the rules that hold whoever asks for it.

A claim that changes gets a later `modified`; sources on which nothing hangs any more go; two claims
of one person on one span become one, and links follow the id that stays.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.joining import join
from annotator.model.span import Span
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, dismissals, sources
from annotator.storage.step import Step

_NEXT = timedelta(microseconds=1)
_LAST = datetime.max.replace(tzinfo=UTC)


def rewrite(workspace: Workspace, step: Step, before: Claim, after: Claim) -> Claim:
    """Write a claim that is there; its span stays. One that is the same is left alone."""
    if after == before:
        return before
    changed = replace(after, modified=later(workspace.now(), before.modified))
    claims.put(step, changed, before)
    if changed.attributions != before.attributions:
        sources.sweep(step, before.article, before.person)
    return changed


def later(now: datetime, before: datetime) -> datetime:
    """Now, or just after `before`: a clock that was set back must not hide a change.

    Nothing is after the last moment that a file can name.
    """
    return max(now, before + _NEXT) if before < _LAST else before


def remove_claims(workspace: Workspace, step: Step, gone: Collection[Claim]) -> None:
    """Remove claims inside a running step, with the links to them and sources left over."""
    ids = {claim.id for claim in gone}
    for claim in gone:
        for other in claims.linking_to(step, claim.id):
            if other.id not in ids:
                unlink(workspace, step, other, ids)
    for claim in gone:
        claims.remove(step, claim)
    for article, person in sorted({(claim.article, claim.person) for claim in gone}):
        sources.sweep(step, article, person)


def unlink(workspace: Workspace, step: Step, claim: Claim, gone: Collection[ClaimId]) -> None:
    """Take the links to claims that go off a claim that stays."""
    links = tuple(link for link in claim.links if link.claim not in gone)
    rewrite(workspace, step, claim, replace(claim, links=links))


def join_into_one(step: Step, one: Claim, other: Claim, modified: datetime) -> Claim:
    """Join two stored claims inside a running step; the younger id is remembered.

    The joined claim takes the span of `other`.
    """
    joined, gone = join(one, other)
    kept = one if joined.id == one.id else other
    joined = replace(joined, span=other.span, modified=modified)
    former = [*claims.former_ids_of(step, gone.id), gone.id]
    hints = dismissals.of_claim(step, gone.id)
    claims.remove(step, gone)
    claims.put(step, joined, kept, quote(step, joined.article, joined.span))
    for old in former:
        claims.remember(step, old, joined.id)
    for hint in hints:
        dismissals.insert(step, joined.id, hint)
    for linking in claims.linking_to(step, gone.id):
        _relink(step, linking, gone.id, joined)
    sources.sweep(step, joined.article, joined.person)
    return joined


def _relink(step: Step, claim: Claim, old: ClaimId, joined: Claim) -> None:
    links = dict.fromkeys(
        replace(link, claim=joined.id) if link.claim == old else link for link in claim.links
    )
    modified = later(joined.modified, claim.modified)
    claims.put(step, replace(claim, links=tuple(links), modified=modified), claim)


def quote(step: Step, article: ArticleId, span: Span) -> str:
    """The words of a span of the stored text. Raises OutsideText, NoSuchArticle."""
    text = articles.frozen_text(step, article)
    if text is None:
        raise failures.NoSuchArticle(article)
    if not span.within(len(text)):
        raise failures.OutsideText(span.start, span.end, len(text))
    return text[span.start : span.end]
