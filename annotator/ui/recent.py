"""File → Recent articles: what was read last, to go back to without looking for it.

Which articles they were is kept beside the library, so it is this library's. What is in no list any
more, because somebody removed it, disappears by itself, and comes back with it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.article import Article
from annotator.model.ids import ArticleId
from annotator.ui.desk import Desk
from annotator.ui.remembered import Remembered
from annotator.words import _

MOST = 10
_KEPT = 30
"""More than are shown: some may be gone, and come back by undo."""
_NAME = "recent"


class Recent(QObject):
    """Keeps which articles were shown last, and fills the menu each time it is opened."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        remembered: Remembered,
        action: QAction,
        choose: Callable[[ArticleId], object],
    ) -> None:
        super().__init__(window)
        self._desk, self._remembered, self._choose = desk, remembered, choose
        self._menu = QMenu(window)
        self._menu.setTitle(action.text())
        self._menu.aboutToShow.connect(self._fill)
        action.setMenu(self._menu)

    def note(self, article: ArticleId) -> None:
        """Put an article first, since it is shown now."""
        kept = [article, *(one for one in self._kept() if one != article)]
        self._remembered.keep(**{_NAME: " ".join(kept[:_KEPT])})

    def articles(self) -> list[Article]:
        """The articles shown last that are still there, the newest first."""
        there = {one.article.id: one.article for one in self._desk.articles}
        return [there[one] for one in self._kept() if one in there][:MOST]

    def _kept(self) -> list[ArticleId]:
        return [ArticleId(one) for one in self._remembered.text(_NAME).split()]

    def _fill(self) -> None:
        self._menu.clear()
        group, shown = QActionGroup(self._menu), self._desk.article
        for article in self.articles():
            action = self._menu.addAction(_line(article))
            action.setCheckable(True)
            action.setChecked(shown is not None and shown.id == article.id)
            action.triggered.connect(lambda _on=False, one=article.id: self._choose(one))
            group.addAction(action)
        if self._menu.isEmpty():
            self._menu.addAction(_("No article was read yet")).setEnabled(False)


def _line(article: Article) -> str:
    """The title on one short line; Qt takes an ampersand for a key."""
    title = " ".join(article.metadata.title.split())
    short = title if len(title) <= 60 else f"{title[:59].rstrip()}…"
    return short.replace("&", "&&")
