"""Bring back a claim that somebody removed while somebody else was writing into its fields.

What is typed is never lost: the words win over the removal, and the claim comes back as its form
showed it.
"""

from dataclasses import replace

from annotator.model.claim import Claim
from annotator.model.joining import join
from annotator.services import failures
from annotator.services.rewriting import later, quote
from annotator.services.workspace import Workspace
from annotator.storage import claims, people
from annotator.storage.step import Step


def bring_back(workspace: Workspace, step: Step, seen: Claim) -> Claim:
    """Put a claim that is gone back, inside a running step; `seen` holds what was typed.

    Where the person has marked the same span again meanwhile, the two become one. Raises
    NoSuchClaim when its person is gone too, NoSuchArticle.
    """
    if people.one(step, seen.person) is None:
        raise failures.NoSuchClaim
    words = quote(step, seen.article, seen.span)
    others = claims.of_article(step, seen.article, seen.person)
    there = claims.by_id(step, {link.claim for link in seen.links})
    back = replace(
        seen,
        modified=later(workspace.now(), seen.modified),
        links=tuple(link for link in seen.links if link.claim in {one.id for one in there}),
        best=seen.best and not any(one.best for one in others),
    )
    marked = next((one for one in others if one.span == seen.span), None)
    if marked:
        back = replace(join(marked, back)[0], id=marked.id, modified=back.modified)
    claims.put(step, back, marked, words)
    return back
