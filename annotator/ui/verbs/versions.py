"""What a person does with versions: look at a newer one, add it, compare two."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model.ids import ArticleId
from annotator.ui.desk import Desk
from annotator.ui.worker import Progress
from annotator.words import ngettext

if TYPE_CHECKING:
    # Not needed to read the first article, so not loaded for it.
    from annotator.model.differences import Row
    from annotator.services.preparing import Prepared
    from annotator.services.versioning import Versions
    from annotator.services.versioning_keeping import Choices, Version
    from annotator.services.workspace import Workspace

    Compared = tuple[Versions, tuple[Row, ...]]
    """Two versions and their paragraphs side by side."""


def propose(
    desk: Desk, article: ArticleId, read: "Prepared", then: "Callable[[Compared], object]"
) -> None:
    """Compare what was read with the article; nothing is stored."""

    def work(workspace: "Workspace", progress: Progress) -> "Compared":
        from annotator.services import versioning

        versions = versioning.propose(workspace, article, read, progress)
        return versions, versioning.side_by_side(versions, progress)

    desk.do_long(work, then, writes=False)


def add(desk: Desk, versions: "Versions", choices: "Choices") -> None:
    """Store the newer version as it was decided, and show it."""
    person = desk.person.id if desk.person else None

    def work(workspace: "Workspace", progress: Progress) -> "Version":
        from annotator.services.versioning_keeping import add_version

        return add_version(workspace, versions, choices, person=person, progress=progress)

    def done(version: "Version") -> None:
        desk.open(version.article.id)
        went = sum(one.carried is not None for one in version.kept)
        desk.told.emit(
            ngettext(
                "The newer version is in. {number} claim went with it.",
                "The newer version is in. {number} claims went with it.",
                went,
            ).format(number=went)
        )

    desk.do_long(work, done, listing_too=True)


def compare(desk: Desk, article: ArticleId, then: "Callable[[Compared], object]") -> None:
    """Compare a newer version with the one before it."""

    def work(workspace: "Workspace", progress: Progress) -> "Compared":
        from annotator.services import versioning

        versions = versioning.compare(workspace, article, progress)
        return versions, versioning.side_by_side(versions, progress)

    desk.do_long(work, then, writes=False)
