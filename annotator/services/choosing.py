"""What a teacher chooses about a class: passages to talk about, what is hidden, what names mean.

Each choice is a step that undo takes back. Nothing of it changes anybody's claims.
"""

from collections.abc import Collection, Sequence

from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.services.annotating import known_as
from annotator.services.workspace import Workspace
from annotator.storage import choices
from annotator.storage.choices import Mark
from annotator.words import N_


def pick(workspace: Workspace, article: ArticleId, spans: Sequence[Span]) -> None:
    """Say which passages are to be talked about, in this order; a span given twice counts once."""
    with workspace.step(N_("pick passages"), article=article) as step:
        choices.pick(step, article, spans)


def hide_people(
    workspace: Workspace, article: ArticleId, people: Collection[PersonId], *, on: bool
) -> None:
    """Leave the work of these people out of what the class sees, or count it again.

    Whoever was hidden under an id of their own stays so under the one they are joined to.
    """
    label = N_("hide people") if on else N_("show people")
    with workspace.step(label, article=article) as step:
        joined, there = choices.joined(step), choices.marked(step, article, Mark.HIDDEN_PERSON)
        known = {PersonId(one) for one in there if known_as(PersonId(one), joined) in people}
        for one in sorted({*people, *known}):
            choices.mark(step, article, Mark.HIDDEN_PERSON, one, on=on)


def hide_answers(
    workspace: Workspace, article: ArticleId, claims: Collection[ClaimId], *, on: bool
) -> None:
    """Keep these claims of the class from the projector, or show them again."""
    label = N_("hide an answer") if on else N_("show an answer")
    _mark(workspace, article, label, Mark.HIDDEN_ANSWER, claims, on)


def make_optional(workspace: Workspace, article: ArticleId, claim: ClaimId, *, on: bool) -> None:
    """Say that nobody has to find a claim of the key, or that they have to."""
    label = N_("optional claim") if on else N_("claim to be found")
    _mark(workspace, article, label, Mark.OPTIONAL, [claim], on)


def join_spellings(
    workspace: Workspace, article: ArticleId, spellings: Collection[str], name: str | None
) -> None:
    """Say that these spellings of a source mean a name; None: each means itself again."""
    label = N_("part spellings") if name is None else N_("join spellings")
    with workspace.step(label, article=article) as step:
        for spelling in sorted(set(spellings) - {name}):
            choices.spell(step, article, spelling, name)


def _mark(
    workspace: Workspace,
    article: ArticleId,
    label: str,
    kind: Mark,
    ids: Collection[str],
    on: bool,
) -> None:
    with workspace.step(label, article=article) as step:
        for one in sorted(ids):
            choices.mark(step, article, kind, one, on=on)
