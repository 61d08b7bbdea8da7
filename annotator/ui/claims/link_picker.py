"""A dialog that picks the claim to link to: the other claims, filtered by words, and the role."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from annotator.model.claim import Claim, Link, LinkRole
from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.ui.claims.card import State, paint_card
from annotator.ui.claims.cards import CardList
from annotator.ui.claims.entries import Entries, Order
from annotator.ui.claims.fields import Control, Field
from annotator.ui.claims.labels import plain_label
from annotator.ui.claims.linked import ROLES
from annotator.ui.claims.look import Look
from annotator.ui.claims.model import ClaimsModel
from annotator.ui.claims.segments import SegmentsInput
from annotator.ui.claims.wanted import Wanted
from annotator.words import N_, _

ROLE = Field(
    "role",
    N_("How does it stand to this one?"),
    Control.SEGMENTS,
    choices=tuple(ROLES.items()),
    needed=True,
)


class LinkPicker(QDialog):
    """`picked` carries the Link."""

    picked = Signal(object)

    def __init__(self, look: Look, role: LinkRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link another claim"))
        self._look = look
        self._model = ClaimsModel(self)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find in claims"))
        self.words.setAccessibleName(_("Find in claims"))
        self.words.setClearButtonEnabled(True)
        self.list = CardList(look, self._paint, lambda look: look.closed)
        self.list.setModel(self._model)
        self.list.setAccessibleName(_("Claims to link to"))
        self.role = SegmentsInput(ROLE)
        self.role.put(role)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._link_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._link_button.setText(_("Link"))
        self._link_button.setEnabled(False)
        self._arrange()
        self._connect()
        self.resize(look.px(440), look.px(560))

    def offer(self, entries: Entries, without: Claim, people: Mapping[PersonId, Person]) -> None:
        """Offer the claims on the same article but this one and those it links to already."""
        linked = {link.claim for link in without.links} | {without.id}
        others = [claim for name, claim in entries.claims.items() if name not in linked]
        self._model.show(entries.text, others, people)

    def accept(self) -> None:
        """Say which claim was picked; where the words leave only one, it is that one."""
        row = self.list.currentIndex().row()
        if row < 0 and self._model.rowCount() == 1:
            row = 0
        if row < 0:
            return
        claim = self._model.entries.entry(row)[0]
        role = self.role.value()
        self.picked.emit(Link(claim.id, LinkRole(role or LinkRole.RELATED)))
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the words into the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() != Qt.Key.Key_Down or not self._model.rowCount():
            return super().eventFilter(watched, event)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.list.setCurrentIndex(self._model.index(max(self.list.currentIndex().row(), 0), 0))
        return True

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        px = self._look.px
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(plain_label(_(ROLE.label), "label"))
        column.addWidget(self.role)
        column.addSpacing(px(8))
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._find)
        self.words.installEventFilter(self)
        self.list.picked.connect(lambda _row: self._link_button.setEnabled(True))
        self.list.entered.connect(self.accept)
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _find(self, words: str) -> None:
        with self.list.quietly():
            self._model.arrange(Order.POSITION, Wanted(words=words))
        self._link_button.setEnabled(self._model.rowCount() == 1)

    def _paint(self, painter: QPainter, rect: QRect, row: int, state: State) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_card(painter, rect, self._model.card(row), self._look, state, rtl)
