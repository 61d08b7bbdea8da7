"""The register of sources: each once; the chosen one opens into its fields."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.register import Register
from annotator.ui.claims.area import Area
from annotator.ui.claims.card import State
from annotator.ui.claims.cards import CardList
from annotator.ui.claims.labels import plain_label
from annotator.ui.claims.look import GAP, Look
from annotator.ui.claims.source_card import SourceCard
from annotator.ui.claims.sources_model import SourcesModel, called, paint_source, source_height
from annotator.words import _


class Sources(QWidget):
    """The page of the panel. `wanted` carries a source's key and name: show its claims."""

    edited = Signal(object)
    wanted = Signal(object, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._register = Register()
        self.model = SourcesModel(self)
        self.card = SourceCard(look)
        self.list = CardList(look, self._paint, source_height)
        self.list.setModel(self.model)
        self.list.setAccessibleName(_("Sources"))
        self.area = Area(look, self.list)
        self.area.hold(self.card, self.card.needed)
        self._empty = _nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()

    def set_look(self, look: Look) -> None:
        """Paint in these colours and sizes."""
        self._look = look
        self.card.set_look(look)
        self.area.set_look(look)

    def show_register(self, register: Register) -> None:
        """Show these sources; the open one stays open while it is there."""
        self._register = register
        self.refresh()

    def refresh(self) -> None:
        """The register changed."""
        lines = self._register.lines()
        if lines == self.model.lines:
            return
        open_line = self.card.line
        with self.list.quietly():
            self.model.show(lines)
        self._pages.setCurrentWidget(self.area if lines else self._empty)
        row = self.model.row_of(open_line.key) if open_line else -1
        self.list.show_row(row)
        self._open(row)

    def flush(self) -> None:
        """Write what was typed and not yet written."""
        self.card.visits.flush()

    def _connect(self) -> None:
        self.list.picked.connect(self._open)
        self.list.entered.connect(self._go_inside)
        self.card.edited.connect(self.edited)
        self.card.left.connect(self.list.setFocus)
        self.card.resized.connect(self.area.fit)
        self.card.reached.connect(self.area.show_control)
        self.card.claims_wanted.connect(self._want)

    def _open(self, row: int) -> None:
        self.card.show_line(self.model.lines[row] if row >= 0 else None)
        self.area.open(row)
        if row >= 0:
            self.list.scrollTo(self.model.index(row, 0))

    def _go_inside(self) -> None:
        self.card.form.inputs["name"].targets[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _want(self) -> None:
        line = self.card.line
        if line is not None:
            self.wanted.emit(line.key, called(line.source))

    def _paint(self, painter: QPainter, rect: QRect, row: int, state: State) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_source(painter, rect, self.model.lines[row], self._look, state, rtl)


def _nothing() -> QLabel:
    label = plain_label(
        _("No sources yet. Say of a claim who says so, and they stand here, each once."),
        "soft",
        wraps=True,
    )
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP)
    return label
