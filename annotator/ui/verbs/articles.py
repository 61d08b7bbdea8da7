"""What a person does with articles: bring them in, take them out, say what is known of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.article import Article
from annotator.model.edit import ArticleEdit
from annotator.model.ids import ArticleId
from annotator.ui.desk import Desk
from annotator.words import _

if TYPE_CHECKING:
    # Not needed to read the first article, so not loaded for it; nor what the verbs import.
    from annotator.services.adding import Added
    from annotator.services.preparing import Prepared
    from annotator.services.workspace import Workspace


def keep(desk: Desk, read: "Sequence[Prepared]") -> None:
    """Store what was read, and perhaps corrected, in one step, and show the first of it."""
    if not read:
        return

    def work(workspace: "Workspace") -> "list[Added]":
        from annotator.services import adding

        return adding.keep(workspace, read)

    desk.do(work, lambda added: _show(desk, added), listing_too=True)


def say_refused(desk: Desk, read: "Sequence[Prepared]") -> None:
    """Say why some of it was not taken in."""
    if not read:
        return
    from annotator.services.adding import Added

    desk.say_refused(Added(one.name, refusal=one.refusal) for one in read)


def add_text(desk: Desk, text: str) -> None:
    """Add what was pasted and show it."""

    def work(workspace: "Workspace") -> "list[Added]":
        from annotator.services import adding

        return [adding.add_text(workspace, text, "clipboard")]

    desk.do(work, lambda added: _show(desk, added), listing_too=True)


def add_sample(desk: Desk) -> None:
    """Show the sample article again."""

    def work(workspace: "Workspace") -> ArticleId | None:
        from annotator.ui import session

        return session.add_sample(workspace)

    desk.do(work, lambda added: desk.open(added) if added else None, listing_too=True)


def remove(desk: Desk, article: Article) -> None:
    """Take an article out with all claims on it."""
    said = _("“{title}” is in the bin. Undo brings it back.").format(title=article.metadata.title)

    def work(workspace: "Workspace") -> None:
        from annotator.services import binning

        binning.remove(workspace, article.id)

    desk.do(work, lambda _none: desk.told.emit(said), listing_too=True)


def describe(desk: Desk, edit: ArticleEdit) -> None:
    """Write down what was found out about an article."""
    if edit.metadata == edit.seen:
        return
    person = desk.person.id if desk.person else None

    def work(workspace: "Workspace") -> None:
        from annotator.services import describing

        describing.describe(
            workspace,
            edit.article,
            edit.metadata,
            seen=edit.seen,
            person=person,
            visit=edit.visit,
        )

    desk.do(work, listing_too=True, typed=True)


def _show(desk: Desk, added: "list[Added]") -> None:
    desk.say_refused(added)
    shown = next((one.article for one in added if one.article), None)
    if shown is None:
        return
    desk.open(shown.id)
    notes = [note for one in added for note in one.notes]
    if not any(one.new for one in added):
        desk.told.emit(_("This article is in the library already."))
    elif notes:
        desk.told.emit(" ".join(notes))
