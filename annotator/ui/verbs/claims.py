"""What a person does with claims: tag, remove, move, fill in."""

from typing import TYPE_CHECKING

from annotator.model.claim import Claim
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.desk import Desk
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace  # loaded after the first article is shown


def toggle(desk: Desk, tag: Tag | None, selection: Span | None, at_caret: ClaimId | None) -> None:
    """A tag's key: on the selection's claim, made if need be, else on the one at the caret."""
    if desk.article is None or desk.person is None:
        return
    article, person = desk.article.id, desk.person.id

    def work(workspace: "Workspace") -> ClaimId | None:
        from annotator.services import claiming

        target = claiming.Target(article, person, selection, at_caret)
        return claiming.toggle(workspace, target, tag)

    desk.do(work, lambda claim: desk.tagged.emit(claim) if claim else None)


def remove(desk: Desk, claims: list[ClaimId]) -> None:
    """Remove claims with their fields."""

    def work(workspace: "Workspace") -> None:
        from annotator.services import claiming

        claiming.remove(workspace, claims)

    if claims:
        desk.do(work)


def star(desk: Desk, claim: Claim) -> None:
    """Say that a claim is the person's best check, or take the star off it again."""
    on = not claim.best
    said = _("This is your best check now: it leads your report.") if on else _("No best check.")

    def work(workspace: "Workspace") -> None:
        from annotator.services import claiming

        claiming.star(workspace, claim.id, on=on)

    desk.do(work, lambda _none: desk.told.emit(said))


def move(desk: Desk, claim: ClaimId, span: Span, visit: str = "") -> None:
    """Give a claim other ends."""

    def work(workspace: "Workspace") -> ClaimId:
        from annotator.services import claiming

        return claiming.move(workspace, claim, span, visit)

    desk.do(work, desk.tagged.emit)


def edit(desk: Desk, change: ClaimEdit | SourceEdit) -> None:
    """Write what was typed into a field."""

    def work(workspace: "Workspace") -> bool:
        from annotator.services import claiming, sourcing

        if isinstance(change, ClaimEdit):
            return claiming.edit(workspace, change)
        return sourcing.edit(workspace, change)

    def say(is_back: bool) -> None:
        if is_back:
            desk.told.emit(
                _(
                    "This claim was removed meanwhile, in another window or by a command. "
                    "It is back with what you wrote."
                )
            )

    desk.do(work, say, typed=True)


def dismiss(desk: Desk, claim: ClaimId, hint: str) -> None:
    """Put a hint away."""

    def work(workspace: "Workspace") -> None:
        from annotator.services import claiming

        claiming.dismiss(workspace, claim, hint)

    desk.do(work)
