"""When somebody wants to say everything that is known about an article, and what becomes of it."""

from PySide6.QtWidgets import QWidget

from annotator.model.article import Metadata
from annotator.model.edit import ArticleEdit
from annotator.ui.desk import Desk
from annotator.ui.verbs import articles


def ask_details(window: QWidget, desk: Desk) -> None:
    """Ask for everything that is known about the article on the desk."""
    from annotator.ui.dialogs.details import DetailsQuestion

    article = desk.article
    if article is None:
        return

    def describe(metadata: Metadata) -> None:
        # Another article may lie on the desk by now.
        articles.describe(desk, ArticleEdit(article.id, "", article.metadata, metadata))

    question = DetailsQuestion(window, article.metadata)
    question.described.connect(describe)
    question.open()
