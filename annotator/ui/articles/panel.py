"""The left panel: one large way to open a file, a search, and the articles that are there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model.arranging import Row
from annotator.model.article import Article, TagCounts
from annotator.model.ids import ArticleId
from annotator.model.passages import Tally
from annotator.model.tags import Tag
from annotator.ui.articles.arranging import Arranging
from annotator.ui.articles.bin_bar import BinBar
from annotator.ui.articles.chooser import Chooser
from annotator.ui.articles.delegate import ArticleDelegate
from annotator.ui.articles.lists import ArticleList, ResultsList
from annotator.ui.articles.menu import ArticleMenu
from annotator.ui.articles.model import ArticleModel
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.words import _


class ArticlesPanel(QWidget):
    """Articles by title. Says what somebody wants, and never changes anything itself.

    What it says is heard by the room, and by `shelving.py` what is about searching, collections and
    the bin.
    """

    chosen = Signal(str)
    remove_asked = Signal(object)
    """The Article that is to be removed."""
    newer_asked = Signal(object)
    """The Article of which a newer version is to come in."""
    compare_asked = Signal(object)
    """The Article that is to be shown beside the version before it."""
    back_asked = Signal(object)
    """The Article that is to be taken out of the bin."""
    filing_asked = Signal(object, str, bool)
    """An Article, a collection, and whether it is to be put into it or taken out of it."""
    collection_asked = Signal(object)
    """An Article that is to stand in a new collection."""

    def __init__(self, open_file: QAction, remove: QAction, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ArticleModel()
        self._delegate = ArticleDelegate(palette)
        self._remove = remove
        self._shown: ArticleId | None = None
        self.is_bin = False
        self._open = QPushButton(_("Open a file"))
        self._open.setProperty("look", "primary")
        self._open.setIconSize(QSize(18, 18))
        self._open.setMinimumHeight(40)
        self._open.clicked.connect(open_file.trigger)
        self.search = self._search = self._make_search()
        self.chooser, self.arranging, self.bin_bar = Chooser(), Arranging(palette), BinBar()
        self._count, self._note = QLabel(), QLabel()
        self._list = self._make_list()
        self.results = ResultsList(palette)
        self._stack = QStackedWidget()
        self._lay_out()
        self.set_palette(palette)

    @property
    def model(self) -> ArticleModel:
        """The articles of the list."""
        return self._model

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self._delegate.palette = palette
        self._open.setIcon(icon("open", palette, palette.badge_ink()))
        self.chooser.setIcon(icon("next", palette, palette.soft))
        self.arranging.set_palette(palette)
        self.results.set_palette(palette)
        self._list.viewport().update()

    # What is shown

    def show_list(self, listed: Sequence[Row], *, is_bin: bool = False) -> None:
        """Show these articles, keeping the one on the desk marked."""
        self.is_bin = is_bin
        self._model.show(listed)
        self.arranged()

    def arranged(self) -> None:
        """Follow that other articles, or in another order, are listed."""
        shown, total = len(self._model.shown()), self._model.total()
        few = total < 2 and not self._search.text()
        self._search.setVisible(not self.is_bin and not few)
        self.arranging.setVisible(not self.is_bin and not few)
        self.bin_bar.setVisible(self.is_bin)
        self.say_count(shown, total)
        if self._stack.currentWidget() is self._list:
            self._say_why_empty(shown, total)
        self._mark()
        self._allow()

    def show_results(self, words: str, is_found: bool) -> None:
        """Show the results instead of the list; how many there are comes later."""
        self._stack.setCurrentWidget(self.results)
        self.say("" if is_found else _("Nothing was found for “{words}”.").format(words=words))

    def show_no_results(self) -> None:
        """Show the list again."""
        if self._stack.currentWidget() is not self._list:
            self._stack.setCurrentWidget(self._list)
            self.arranged()

    def say(self, sentence: str) -> None:
        """Say something above the list; "" says nothing."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def show_article(self, article: Article | None) -> None:
        """Mark the article on the desk."""
        self._shown = article.id if article else None
        self._mark()

    def show_tally(self, article: ArticleId, tally: Tally) -> None:
        """Show how much is marked on one article now."""
        attributed, contested, verified = (tally.tags[tag] for tag in Tag)
        counts = TagCounts(tally.claims, attributed, contested, verified, tally.open)
        self._model.count(article, counts)

    def current(self) -> Article | None:
        """The article on which the list stands."""
        found = self._model.at(self._list.currentIndex())
        return found[0] if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search Down leads to what is listed, Enter opens the first, Esc empties it."""
        if watched is not self._search or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return True
        if key == Qt.Key.Key_Down:
            self._enter_list()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._search.text():
            self.results.open_first()
            return True
        return False

    # What it is made of

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Search all articles"))
        field.setAccessibleName(_("Search all articles"))
        field.setClearButtonEnabled(True)
        field.setMaxLength(1000)
        field.installEventFilter(self)
        return field

    def _make_list(self) -> ArticleList:
        view = ArticleList()
        view.setAccessibleName(_("Articles"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.customContextMenuRequested.connect(self._menu)
        view.clicked.connect(self._chosen)
        view.activated.connect(self._chosen)
        view.delete_pressed.connect(self._remove_current)
        view.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        return view

    def _lay_out(self) -> None:
        self._count.setProperty("look", "small")
        self._note.setProperty("look", "small")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setContentsMargins(20, 4, 16, 4)
        self._note.hide()
        for view in (self._list, self.results):
            self._stack.addWidget(view)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.chooser)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.arranging)
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
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bin_bar)
        self.bin_bar.hide()

    # What somebody does

    def _enter_list(self) -> None:
        is_searching = self._stack.currentWidget() is self.results
        (self.results if is_searching else self._list).setFocus(Qt.FocusReason.TabFocusReason)
        if is_searching:
            self.results.go_to_first()

    def say_count(self, shown: int, total: int | None = None) -> None:
        """Say how many articles are listed or found, and of how many if some are left out."""
        total = shown if total is None else total
        said = _("{shown} of {total}").format(shown=shown, total=total)
        self._count.setText(str(shown))
        self._count.setToolTip("" if shown == total else said)
        self._count.setAccessibleName(str(shown) if shown == total else said)

    def _say_why_empty(self, shown: int, total: int) -> None:
        if self.is_bin and not total:
            self.say(_("The bin is empty."))
        elif total and not shown:
            self.say(_("No article fits. The button beside the number chooses others."))
        else:
            self.say("")

    def _mark(self) -> None:
        row = self._model.row_of(self._shown) if self._shown else QModelIndex()
        if self.is_bin and not row.isValid():
            # No article of the bin is shown: the first is the one to put back.
            row = self._model.index(0)
        self._list.setCurrentIndex(row)

    def _allow(self) -> None:
        self.bin_bar.allow(back=self.current() is not None, empty=self._model.total() > 0)

    def _chosen(self, index: QModelIndex) -> None:
        found = self._model.at(index)
        if found and found[0].id != self._shown and not self.is_bin:
            self.chosen.emit(found[0].id)

    def _remove_current(self) -> None:
        """Ask to remove the article on the desk; nobody removes what they do not see."""
        index = self._list.currentIndex()
        found = self._model.at(index)
        if self.is_bin:
            return
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
        ArticleMenu(self, found[0], self._remove).popup(self._list.viewport().mapToGlobal(at))
