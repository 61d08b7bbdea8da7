"""How far those who annotated an article agree."""

from annotator.model.agreement import Agreement, agreement
from annotator.model.ids import ArticleId, AssignmentId
from annotator.services.comparing import classroom
from annotator.services.workspace import Workspace


def agree(
    workspace: Workspace, article: ArticleId, assignment: AssignmentId | None = None
) -> Agreement:
    """The agreement of a class, or of an assignment's. Raises NoSuchArticle, NoSuchAssignment."""
    found = classroom(workspace, article, assignment)
    return agreement(found.text, found.annotators)
