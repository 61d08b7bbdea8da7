"""What can be done with one article of the list."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.model.article import Article
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.filing import Shelf
    from annotator.ui.articles.panel import ArticlesPanel


class ArticleMenu(QMenu):
    """Collections, versions and removal; in the bin the way back.

    It acts on this article for good: by now another one may lie on the desk.
    """

    def __init__(self, panel: "ArticlesPanel", article: Article, remove: QAction) -> None:
        super().__init__(panel)
        self.aboutToHide.connect(self.deleteLater)
        self._panel, self._article = panel, article
        if panel.is_bin:
            self.addAction(_("Put back")).triggered.connect(lambda: panel.back_asked.emit(article))
            return
        self._add_collections()
        self._add_versions()
        self.addSeparator()
        self.addAction(remove.icon(), remove.text()).triggered.connect(
            lambda: panel.remove_asked.emit(article)
        )

    def _add_collections(self) -> None:
        menu = self.addMenu(_("Collections"))
        for shelf in self._panel.chooser.shelves:
            self._add_collection(menu, shelf)
        if self._panel.chooser.shelves:
            menu.addSeparator()
        menu.addAction(_("New collection…")).triggered.connect(
            lambda: self._panel.collection_asked.emit(self._article)
        )

    def _add_versions(self) -> None:
        panel, article = self._panel, self._article
        self.addAction(_("Add a newer version…")).triggered.connect(
            lambda: panel.newer_asked.emit(article)
        )
        if article.version_of is not None:
            self.addAction(_("Compare with the earlier version")).triggered.connect(
                lambda: panel.compare_asked.emit(article)
            )

    def _add_collection(self, menu: QMenu, shelf: "Shelf") -> None:
        action = menu.addAction(shelf.collection.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(self._article.id in shelf.articles)

        def file(into: bool) -> None:
            self._panel.filing_asked.emit(self._article, shelf.collection.id, into)

        action.toggled.connect(file)
