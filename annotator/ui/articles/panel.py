"""The left panel: one large way to open a file, and the articles that are there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.article import Article, TagCounts
from annotator.model.ids import ArticleId
from annotator.model.passages import Tally
from annotator.model.tags import Tag
from annotator.ui.articles.delegate import ArticleDelegate
from annotator.ui.articles.model import ArticleModel
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.words import _


class ArticleList(QListView):
    """The articles; Enter opens, Delete removes the one on the desk and opens another."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete is the one key that the list does not know."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


class ArticlesPanel(QWidget):
    """Articles by title. Says which one was chosen, and never changes anything itself."""

    chosen = Signal(str)
    remove_asked = Signal(object)
    """The Article that is to be removed."""

    def __init__(self, open_file: QAction, remove: QAction, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ArticleModel()
        self._delegate = ArticleDelegate(palette)
        self._remove = remove
        self._shown: ArticleId | None = None
        self._open = QPushButton(_("Open a file"))
        self._open.setProperty("look", "primary")
        self._open.setIconSize(QSize(18, 18))
        self._open.setMinimumHeight(40)
        self._open.clicked.connect(open_file.trigger)
        self._search = self._make_search()
        self._count = QLabel()
        self._count.setProperty("look", "small")
        self._list = self._make_list()
        self._lay_out()
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self._delegate.palette = palette
        self._open.setIcon(icon("open", palette, palette.badge_ink()))
        self._list.viewport().update()

    def show_list(self, listed: Sequence[tuple[Article, TagCounts]]) -> None:
        """Show these articles, keeping the one on the desk marked."""
        self._model.show(listed)
        self._count.setText(str(self._model.total()))
        self._search.setVisible(self._model.total() > 1)
        self._mark()

    def show_article(self, article: Article | None) -> None:
        """Mark the article on the desk."""
        self._shown = article.id if article else None
        self._mark()

    def show_tally(self, article: ArticleId, tally: Tally) -> None:
        """Show how much is marked on one article now."""
        attributed, contested, verified = (tally.tags[tag] for tag in Tag)
        counts = TagCounts(tally.claims, attributed, contested, verified, tally.open)
        self._model.count(article, counts)

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Search articles"))
        field.setAccessibleName(_("Search articles"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        return field

    def _make_list(self) -> ArticleList:
        view = ArticleList()
        view.setAccessibleName(_("Articles"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.clicked.connect(self._chosen)
        view.activated.connect(self._chosen)
        view.delete_pressed.connect(self._remove_current)
        return view

    def _lay_out(self) -> None:
        heading = QLabel(_("Articles"))
        heading.setProperty("look", "strong")
        heading.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 4)
        row.addWidget(heading, 1)
        row.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 0)
        top.setSpacing(8)
        top.addWidget(self._open)
        top.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self._list, 1)

    def _filter(self, words: str) -> None:
        self._model.filter(words)
        self._mark()

    def _mark(self) -> None:
        row = self._model.row_of(self._shown) if self._shown else QModelIndex()
        self._list.setCurrentIndex(row)

    def _chosen(self, index: QModelIndex) -> None:
        found = self._model.at(index)
        if found and found[0].id != self._shown:
            self.chosen.emit(found[0].id)

    def _remove_current(self) -> None:
        """Ask to remove the article on the desk; nobody removes what they do not see."""
        index = self._list.currentIndex()
        found = self._model.at(index)
        if found and found[0].id == self._shown:
            self.remove_asked.emit(found[0])
        else:
            self._chosen(index)

    def _menu(self, at: QPoint) -> None:
        """The menu of the article at a point of the list, which is opened to be seen as well."""
        index = self._list.indexAt(at)
        found = self._model.at(index)
        if found is None:
            return
        self._chosen(index)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        # Not the deed of the window: by now another article may lie on the desk.
        remove = menu.addAction(self._remove.icon(), self._remove.text())
        remove.triggered.connect(lambda: self.remove_asked.emit(found[0]))
        menu.popup(self._list.viewport().mapToGlobal(at))
