"""The sources that a person names in an article: each once, with its kind and stake."""

from dataclasses import replace

from annotator.model.claim import Attribution, Source
from annotator.model.edit import SourceEdit
from annotator.model.ids import ArticleId, PersonId, SourceId
from annotator.services import failures
from annotator.services.rewriting import rewrite
from annotator.services.workspace import Workspace
from annotator.storage import claims, sources
from annotator.words import N_


def edit(workspace: Workspace, change: SourceEdit) -> None:
    """Give a source another name, kind or stake: a change of each claim that hangs on it.

    When the person has a source of exactly that value already, the two become one. Raises
    NoSuchClaim when the source is gone.
    """
    article, person = _owner(workspace, change.source)
    with workspace.step(N_("source"), person=person, article=article, visit=change.visit) as step:
        there = sources.one(step, change.source)
        if there is None:
            raise failures.NoSuchClaim
        value = Source(
            change.value.name.strip(), change.value.kind, change.value.stake, change.source
        )
        if value == there[2]:
            return
        users = claims.by_id(step, sources.users(step, change.source))
        twin = sources.same_value(step, change.source, value)
        if twin is None:
            sources.update(step, change.source, value)
        now = replace(value, id=twin) if twin else value
        for claim in users:
            renamed = _with_source(claim.attributions, change.source, now)
            rewrite(workspace, step, claim, replace(claim, attributions=renamed))
        sources.sweep(step, article, person)


def _owner(workspace: Workspace, source: SourceId) -> tuple[ArticleId, PersonId]:
    with workspace.library.reading() as reading:
        there = sources.one(reading, source)
    if there is None:
        raise failures.NoSuchClaim
    return there[0], there[1]


def _with_source(
    attributions: tuple[Attribution, ...], old: SourceId, now: Source
) -> tuple[Attribution, ...]:
    return tuple(
        dict.fromkeys(
            replace(one, source=now) if one.source.id == old else one for one in attributions
        )
    )
