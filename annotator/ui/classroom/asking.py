"""What the class window asks about a class, on the worker's thread. No Qt."""

from annotator.model.ids import ArticleId, AssignmentId
from annotator.services import comparing
from annotator.services.workspace import Workspace
from annotator.storage import assignments
from annotator.ui.classroom import seeing
from annotator.ui.classroom.seen import NEWEST, ClassSeen


def see(workspace: Workspace, article: ArticleId, wanted: AssignmentId | None) -> ClassSeen:
    """Everything that is shown of a class; `wanted` None is everybody with work on the article.

    An assignment that is not there any more is everybody, too.
    """
    with workspace.library.reading() as reading:
        there = assignments.of_article(reading, article)
    mine = [one.id for one in there if one.is_mine]
    newest = mine[-1] if mine else None
    meant = newest if wanted == NEWEST else wanted if wanted in mine else None
    return seeing.seen(comparing.classroom(workspace, article, meant))
