"""The sources that a person names in an article: each once, with its kind and stake."""

from dataclasses import dataclass, replace

from annotator.model.claim import Attribution, Claim, Source, SourceRole
from annotator.model.edit import SourceEdit
from annotator.model.ids import ArticleId, PersonId, SourceId
from annotator.model.typed import kept
from annotator.services import failures
from annotator.services.bringing_back import bring_back
from annotator.services.rewriting import rewrite
from annotator.services.workspace import Workspace
from annotator.storage import claims, sources
from annotator.storage.step import Step
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source and how many claims hang on it."""

    source: Source
    claims: int


def register(workspace: Workspace, article: ArticleId, person: PersonId) -> list[SourceUse]:
    """The sources that a person names in an article, by name; those without a name last."""
    with workspace.library.reading() as reading:
        return [SourceUse(*one) for one in sources.of_article(reading, article, person)]


def edit(workspace: Workspace, change: SourceEdit) -> bool:
    """Give a source another name, kind or stake: a change of each claim that hangs on it.

    True when the source was gone with the claim on which it was typed, and brought that back.

    When the person has a source of exactly that value already, the two become one. One that loses
    its name is shared no longer: each claim gets its own. A name that was typed on a claim whose
    source somebody else has replaced meanwhile stands beside the other. Raises NoSuchSource.
    """
    with workspace.step(N_("source"), visit=change.visit) as step:
        there = sources.one(step, change.source)
        if there is None:
            return _keep_words(workspace, step, change)
        article, person, before = there
        step.draft.article, step.draft.person = article, person
        value = replace(change.value, name=kept(change.value.name).strip(), id=change.source)
        if value == before:
            return False
        users = claims.by_id(step, sources.users(step, change.source))
        now = _row_for(step, value, shared=len(users) > 1)
        for claim in users:
            rewrite(workspace, step, claim, _with_source(claim, change.source, now))
        sources.sweep(step, article, person)
        return False


def _keep_words(workspace: Workspace, step: Step, change: SourceEdit) -> bool:
    """Of a source that is gone, keep what was typed; whether that brought a claim back."""
    typed = replace(change.value, name=kept(change.value.name).strip(), id=SourceId(""))
    on, role = change.named_on or (None, SourceRole.SOURCE)
    claim = claims.one(step, on) if on else None
    if claim:
        _name_beside(workspace, step, claim, Attribution(typed, role))
        return False
    seen = change.seen
    if seen is None or claims.one(step, seen.id):
        raise failures.NoSuchSource
    step.draft.article, step.draft.person = seen.article, seen.person
    bring_back(workspace, step, _with_source(seen, change.source, typed))
    return True


def _name_beside(workspace: Workspace, step: Step, claim: Claim, typed: Attribution) -> None:
    named = (*claim.attributions, typed)
    # The sources come before the counter-sources, each in the order in which they were named.
    ordered = tuple(one for kind in SourceRole for one in named if one.role is kind)
    rewrite(workspace, step, claim, replace(claim, attributions=ordered))


def _row_for(step: Step, value: Source, *, shared: bool) -> Source:
    """The value with the id of the row that holds it now; "" where each claim needs its own."""
    if shared and not value.name:
        return replace(value, id=SourceId(""))
    twin = sources.same_value(step, value.id, value)
    if twin:
        return replace(value, id=twin)
    sources.update(step, value.id, value)
    return value


def _with_source(claim: Claim, old: SourceId, now: Source) -> Claim:
    def renamed(one: Attribution) -> Attribution:
        return replace(one, source=now) if one.source.id == old else one

    return replace(claim, attributions=tuple(dict.fromkeys(map(renamed, claim.attributions))))
