"""The upper end of the open card: tags, place, quote, what is missing, whose claim it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.model.claim import Claim
from annotator.model.completeness import missing
from annotator.ui.claims.card import is_right_to_left
from annotator.ui.claims.entries import Entry
from annotator.ui.claims.labels import plain_label
from annotator.ui.claims.look import Look
from annotator.ui.claims.part import Heading
from annotator.ui.claims.surroundings import Surroundings
from annotator.ui.claims.wording import entry_tags, starred, to_do
from annotator.ui.flow import Flow
from annotator.ui.quoting import in_quotes
from annotator.words import _


class Top(QWidget):
    """What is known of a claim before any field. `switched` carries another claim's id."""

    switched = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(look)
        self.whose = QComboBox()
        self.whose.setAccessibleName(_("Whose claim"))
        self.whose.activated.connect(lambda _row: self.switched.emit(self.whose.currentData()))
        self._quote = plain_label(wraps=True)
        self._asked = QWidget()
        self._asked_flow = Flow(self._asked)
        self._asks: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for widget in (self.heading, self._quote, self._asked, self.whose):
            column.addWidget(widget)
        self._asked.hide()

    def fill(self, claim: Claim, entry: Entry, around: Surroundings, look: Look) -> None:
        """Show a claim of an entry."""
        self.heading.show_tags(entry_tags((claim,)), look)
        self.heading.place.setText(starred(around.place(claim), (claim,)))
        self._quote.setFont(look.quote)
        self._show_quote(around.quote(claim))
        self._show_asked(tuple(to_do(one) for one in missing(claim)))
        self._show_whose(claim, entry, around)

    def _show_quote(self, words: str) -> None:
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        side = right if is_right_to_left(words) else left
        self._quote.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._quote.setText(in_quotes(words))

    def _show_asked(self, asked: tuple[str, ...]) -> None:
        if asked == self._asks:
            return
        self._asks = asked
        self._asked_flow.clear()
        for words in asked:
            label = plain_label(words, "warm")
            self._asked_flow.add(label)
            label.show()
        self._asked.setVisible(bool(asked))

    def _show_whose(self, claim: Claim, entry: Entry, around: Surroundings) -> None:
        self.whose.setVisible(len(entry) > 1)
        if len(entry) == 1:
            return
        self.whose.clear()
        for one in entry:
            person = around.people.get(one.person)
            self.whose.addItem(person.name if person else _("somebody"), one.id)
            if one.id == claim.id:
                self.whose.setCurrentIndex(self.whose.count() - 1)
