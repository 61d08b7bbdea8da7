"""Mark passages and say what they are: the work that everything else serves."""

from dataclasses import dataclass, replace

from annotator.model.claim import Attribution, Claim, Evidence, LinkRole, Source, SourceRole
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ArticleId, ClaimId, PersonId, new_id
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.typed import kept, kept_attribution, kept_evidence
from annotator.services import failures
from annotator.services.bringing_back import bring_back
from annotator.services.rewriting import join_into_one, later, quote, remove_claims, rewrite
from annotator.services.workspace import Workspace
from annotator.storage import claims, dismissals, sources
from annotator.storage.step import Step
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Target:
    """What a tag's key means: the selection, else the claim at the caret (its id)."""

    article: ArticleId
    person: PersonId
    selection: Span | None = None
    at_caret: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What the command line says of a claim; None leaves what is there."""

    tags: frozenset[Tag] = frozenset()
    note: str | None = None
    source: str | None = None
    against: str | None = None
    evidence: tuple[Evidence, ...] = ()


def toggle(workspace: Workspace, target: Target, tag: Tag | None) -> ClaimId | None:
    """Put a tag on or take it off; None makes the claim open and keeps its fields.

    Makes the selection's claim if need be. Returns the claim, or None when there is nothing at
    the caret. Raises OutsideText, NoSuchClaim, NoSuchArticle.
    """
    label = N_("tag") if tag else N_("open claim")
    with workspace.step(label, person=target.person, article=target.article) as step:
        claim = _existing(step, target)
        if claim:
            if tag in claim.tags:
                step.draft.label = N_("remove tag")
            tags = claim.tags ^ {tag} if tag else frozenset()
            return rewrite(workspace, step, claim, replace(claim, tags=tags)).id
        if target.selection is None:
            return None
        tags = frozenset({tag} if tag else ())
        return _make(workspace, step, target, target.selection, Fields(tags)).id


def tag_exactly(workspace: Workspace, target: Target, fields: Fields) -> Claim:
    """The claim on exactly the selection, made or added to, with these fields.

    On a span that is claimed already tags and evidence are added, the rest replaces; a blank
    source takes the sources of that role off. Raises OutsideText, NoSuchArticle.
    """
    assert target.selection is not None
    with workspace.step(N_("tag"), person=target.person, article=target.article) as step:
        claim = _existing(step, target)
        if claim is None:
            return _make(workspace, step, target, target.selection, fields)
        return rewrite(workspace, step, claim, _with_fields(step, claim, fields))


def edit(workspace: Workspace, change: ClaimEdit) -> bool:
    """Write new values of some fields; True when that brought a removed claim back.

    Raises NoSuchClaim when the claim is gone and the change does not say what was seen of it.
    """
    with workspace.step(_label(change), visit=change.visit) as step:
        if change.seen and claims.one(step, change.claim) is None:
            _say_whose(step, change.seen)
            bring_back(workspace, step, _edited(change.seen, change))
            return True
        claim = _claim(step, change.claim)
        rewrite(workspace, step, claim, _edited(claim, change))
        return False


def move(workspace: Workspace, moved: ClaimId, span: Span, visit: str = "") -> ClaimId:
    """Give a claim other ends; where another claim of the person stands already, they join.

    Returns the id under which the claim goes on. Raises OutsideText, NoSuchClaim.
    """
    with workspace.step(N_("move ends"), visit=visit) as step:
        claim = _claim(step, moved)
        words = quote(step, claim.article, span)
        if span == claim.span:
            return claim.id
        other = claims.on_span(step, claim.article, claim.person, span)
        if other:
            at = later(workspace.now(), max(claim.modified, other.modified))
            return join_into_one(step, claim, other, at).id
        at = later(workspace.now(), claim.modified)
        claims.put(step, replace(claim, span=span, modified=at), claim, words)
        return claim.id


def remove(workspace: Workspace, wanted: list[ClaimId]) -> None:
    """Remove claims with their fields; links to them go too. Undo brings all of it back.

    Those that are gone already count as done. Raises NoSuchClaim when all of them are.
    """
    with workspace.step(N_("remove claim")) as step:
        there = claims.by_id(step, wanted)
        if not there:
            raise failures.NoSuchClaim
        _say_whose(step, there[0])
        remove_claims(workspace, step, there)


def star(workspace: Workspace, wanted: ClaimId, *, on: bool = True) -> None:
    """Say that a claim is the person's best check on the article, or none. Raises NoSuchClaim.

    The star goes off whatever had it before.
    """
    with workspace.step(N_("star") if on else N_("take the star off")) as step:
        claim = _claim(step, wanted)
        for one in claims.of_article(step, claim.article, claim.person):
            rewrite(workspace, step, one, replace(one, best=on and one.id == claim.id))


def dismiss(workspace: Workspace, claim: ClaimId, hint: str) -> None:
    """Put a hint away for good. Raises NoSuchClaim."""
    with workspace.step(N_("dismiss hint")) as step:
        dismissals.insert(step, _claim(step, claim).id, hint)


def _existing(step: Step, target: Target) -> Claim | None:
    if target.selection is not None:
        quote(step, target.article, target.selection)  # refuses what is no passage
        return claims.on_span(step, target.article, target.person, target.selection)
    return _claim(step, target.at_caret) if target.at_caret else None


def _claim(step: Step, claim: ClaimId) -> Claim:
    found = claims.one(step, claim)
    if found is None:
        raise failures.NoSuchClaim
    _say_whose(step, found)
    return found


def _say_whose(step: Step, claim: Claim) -> None:
    step.draft.person, step.draft.article = claim.person, claim.article


def _make(workspace: Workspace, step: Step, target: Target, span: Span, fields: Fields) -> Claim:
    words = quote(step, target.article, span)
    now = workspace.now()
    bare = Claim(ClaimId(new_id()), target.article, target.person, span, now, now)
    claim = _with_fields(step, bare, fields)
    claims.put(step, claim, None, words)
    return claim


def _with_fields(step: Step, claim: Claim, fields: Fields) -> Claim:
    attributions = claim.attributions
    for role, name in (
        (SourceRole.SOURCE, fields.source),
        (SourceRole.COUNTER, fields.against),
    ):
        if name is not None:
            attributions = _with_source(step, claim, attributions, role, name)
    evidence = (*claim.evidence, *map(kept_evidence, fields.evidence))
    return replace(
        claim,
        tags=claim.tags | fields.tags,
        note=claim.note if fields.note is None else kept(fields.note),
        attributions=attributions,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _edited(claim: Claim, change: ClaimEdit) -> Claim:
    if change.note is not None:
        claim = replace(claim, note=kept(change.note))
    if change.attributions is not None:
        claim = replace(claim, attributions=tuple(map(kept_attribution, change.attributions)))
    if change.evidence is not None:
        claim = replace(claim, evidence=tuple(map(kept_evidence, change.evidence)))
    if change.links is not None:
        links = dict.fromkeys(link for link in change.links if link.claim != claim.id)
        claim = replace(claim, links=tuple(links))
    return claim


def _with_source(
    step: Step,
    claim: Claim,
    attributions: tuple[Attribution, ...],
    role: SourceRole,
    name: str,
) -> tuple[Attribution, ...]:
    others = tuple(one for one in attributions if one.role is not role)
    name = kept(name).strip()
    if not name:
        return others
    there = (one for one in attributions if one.role is role and one.source.name == name)
    given = next(there, None)
    if given is None:
        known = sources.named(step, claim.article, claim.person, name)
        given = Attribution(known or Source(name), role)
    return (*others, given) if role is SourceRole.COUNTER else (given, *others)


def _label(change: ClaimEdit) -> str:
    if change.note is not None:
        return N_("note")
    if change.evidence is not None:
        return N_("evidence")
    if change.links is not None:
        disagrees = any(link.role is LinkRole.DISAGREES for link in change.links)
        return N_("link words that disagree") if disagrees else N_("link")
    return N_("source")
