"""Undo and redo: one step back or forth, and the article it was on comes back into sight."""

from typing import TYPE_CHECKING

from annotator.ui.desk import Desk

if TYPE_CHECKING:
    # Loaded when something is taken back.
    from annotator.services.undoing import Undone
    from annotator.services.workspace import Workspace


def undo(desk: Desk) -> None:
    """Take the newest step back."""

    def work(workspace: "Workspace") -> "Undone | None":
        from annotator.services import undoing

        return undoing.undo(workspace)

    desk.do(work, lambda undone: _go_to(desk, undone), listing_too=True)


def redo(desk: Desk) -> None:
    """Do again what was taken back last."""

    def work(workspace: "Workspace") -> "Undone | None":
        from annotator.services import undoing

        return undoing.redo(workspace)

    desk.do(work, lambda undone: _go_to(desk, undone), listing_too=True)


def _go_to(desk: Desk, undone: "Undone | None") -> None:
    here = desk.article.id if desk.article else None
    there = {one.article.id for one in desk.articles}
    if undone and undone.article and undone.article != here and undone.article in there:
        desk.open(undone.article)
