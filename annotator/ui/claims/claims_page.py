"""The page of claims: filters above, the list, and words where there is nothing to list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.claims.area import Area
from annotator.ui.claims.card import State, paint_card
from annotator.ui.claims.cards import CardList
from annotator.ui.claims.filters import Filters
from annotator.ui.claims.labels import plain_label
from annotator.ui.claims.look import GAP, Look
from annotator.ui.claims.model import ClaimsModel
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.claims.editor import Editor


class ClaimsPage(QWidget):
    """`picked` carries the id of the claim that the person chose in the list."""

    picked = Signal(str)
    entered = Signal()
    filtered = Signal()

    def __init__(self, look: Look, model: ClaimsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.filters = Filters(look)
        self.list = CardList(look, self._paint, lambda look: look.closed)
        self.list.setModel(model)
        self.list.setObjectName("Claims")
        self.list.setAccessibleName(_("Claims"))
        self.area = Area(look, self.list)
        self._nothing = _Nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.area)
        self._arrange()
        self._connect()

    def hold(self, editor: "Editor") -> None:
        """Let this editor's card be the one that opens."""
        card = editor.card
        self.area.hold(card, card.needed)
        card.left.connect(self.list.setFocus)
        card.resized.connect(self.area.fit)
        editor.reached.connect(self.area.show_control)

    def set_look(self, look: Look) -> None:
        """Paint in these colours and sizes."""
        self._look = look
        self.filters.set_look(look)
        self.area.set_look(look)

    def show_something(self, article: bool) -> None:
        """Show the list, or say why there is none and what to do."""
        claims, rows = len(self._model.entries.claims), len(self._model.entries)
        self.filters.setVisible(bool(claims))
        if rows:
            self._pages.setCurrentWidget(self.area)
            return
        self._nothing.explain(article=article, claims=claims)
        self._pages.setCurrentWidget(self._nothing)

    def show_row(self, row: int | None) -> None:
        """Make a row the current one and bring it into view; None for none."""
        self.list.show_row(-1 if row is None else row)
        if row is not None:
            self.list.scrollTo(self._model.index(row, 0))

    def open_row(self, row: int) -> None:
        """Let the editor's card stand in that row."""
        if self.list.open_row() != row:
            self.area.open(row)
            self.list.scrollTo(self._model.index(row, 0))
        else:
            self.area.fit()

    def put_away(self) -> None:
        """Let no card stand open; a focus in it goes to the list."""
        had_focus = self.area.card_has_focus()
        self.area.open(-1)
        if had_focus:
            self.list.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        bar = QVBoxLayout()
        bar.setContentsMargins(GAP + 4, 0, GAP + 4, 0)
        bar.addWidget(self.filters)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.list.picked.connect(lambda row: self.picked.emit(self._model.entries.entry(row)[0].id))
        self.list.entered.connect(self.entered)
        self.filters.changed.connect(self.filtered)
        self._nothing.show_all.clicked.connect(self.filters.show_all)

    def _paint(self, painter: QPainter, rect: QRect, row: int, state: State) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_card(painter, rect, self._model.card(row), self._look, state, rtl)


class _Nothing(QWidget):
    """A sentence instead of an empty list."""

    def __init__(self) -> None:
        super().__init__()
        self._words = plain_label(look="soft", wraps=True)
        self.show_all = QPushButton(_("Show all claims"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP)
        column.setSpacing(GAP * 2)
        column.addWidget(self._words)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def explain(self, *, article: bool, claims: int) -> None:
        """Say what can be done."""
        self.show_all.setVisible(bool(claims))
        if claims:
            self._words.setText(_("No claim fits what you are looking for."))
        elif article:
            self._words.setText(
                _("Nothing marked yet. Select some words of the article and press 1, 2, 3 or 4.")
            )
        else:
            self._words.setText(_("Open an article to see its claims here."))
