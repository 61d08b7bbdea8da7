"""The two lists of the panel: all articles, and what a search has found."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from annotator.ui.articles.results import ResultsModel
from annotator.ui.articles.results_delegate import ResultsDelegate
from annotator.ui.palette import Palette
from annotator.words import _


class ArticleList(QListView):
    """The articles; Enter opens, Delete removes the one on the desk and opens another."""

    delete_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        _settle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete is the one key that the list does not know."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


class ResultsList(QListView):
    """Articles with the places in them; a click or Enter opens one at its place."""

    opened = Signal(object)
    """The Line that was chosen."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.found = ResultsModel()
        self._delegate = ResultsDelegate(palette)
        self.setAccessibleName(_("Search results"))
        self.setModel(self.found)
        self.setItemDelegate(self._delegate)
        _settle(self)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self._delegate.palette = palette
        self.viewport().update()

    def go_to_first(self) -> None:
        """Stand on the first result."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.found.index(0))

    def open_first(self) -> None:
        """Open the first place of the best article."""
        for row in range(self.found.rowCount()):
            line = self.found.at(self.found.index(row))
            if line and line.hit:
                self._open(self.found.index(row))
                return
        self._open(self.found.index(0))

    def _open(self, index: QModelIndex) -> None:
        line = self.found.at(index)
        if line:
            self.setCurrentIndex(index)
            self.opened.emit(line)


def _settle(view: QListView) -> None:
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
