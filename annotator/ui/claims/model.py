"""The claims as Qt's list asks for them: a thin coat over the entries."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.text import Paragraph, paragraph_of, paragraphs
from annotator.ui.claims.card import QUOTED, CardText
from annotator.ui.claims.entries import Entries, Key, Order
from annotator.ui.claims.wanted import Wanted
from annotator.ui.claims.wording import (
    SPOKEN,
    card_facts,
    entry_tags,
    label,
    spoken,
    starred,
    title,
)
from annotator.words import _

MANY = 200
"""From so many touched entries on, one fresh sort is quicker than single insertions."""

_ROOT = QModelIndex()


class ClaimsModel(QAbstractListModel):
    """One row an entry. DisplayRole is the quote, AccessibleTextRole all that the card says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries()
        self._people: Mapping[PersonId, Person] = {}
        self._paragraphs: tuple[Paragraph, ...] | None = None

    def show(self, text: str, claims: Iterable[Claim], people: Mapping[PersonId, Person]) -> None:
        """Begin with these claims on this canonical text."""
        self.beginResetModel()
        if text is not self.entries.text:
            self._paragraphs = None
        self._people = people
        self.entries.load(text, claims)
        self.endResetModel()

    def show_people(self, people: Mapping[PersonId, Person]) -> None:
        """These are everybody now, by their ids."""
        self._people = people
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def arrange(self, order: Order, wanted: Wanted) -> None:
        """Show what is wanted, in that order."""
        self.beginResetModel()
        self.entries.arrange(order, wanted)
        self.endResetModel()

    def apply(self, changed: Iterable[Claim], gone: Collection[ClaimId]) -> None:
        """Take changed and new claims in and gone ones out."""
        self._settle(self.entries.change(changed, gone))

    def keep(self, name: ClaimId | None) -> None:
        """Show this claim whether it is wanted or not, and none other."""
        if name != self.entries.kept:
            self._settle(self.entries.keep(name))

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text; reckoned when first asked for."""
        if self._paragraphs is None:
            self._paragraphs = paragraphs(self.entries.text)
        return self._paragraphs

    def card(self, row: int) -> CardText:
        """What the closed card of a row says."""
        entry = self.entries.entry(row)
        tags = entry_tags(entry)
        start = entry[0].span.start
        return CardText(
            tags,
            title(tags),
            starred(self.place(start), entry),
            self.entries.text[start : min(entry[0].span.end, start + QUOTED)],
            card_facts(entry, self._people),
            next(filter(None, map(label, entry)), None),
        )

    def place(self, position: int) -> str:
        """Where a code point stands: "¶ 4"."""
        return _("¶ {number}").format(number=self._paragraph(position))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many entries are shown."""
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The quote, or an entry's accessible name."""
        names = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in names or not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries.entry(index.row())
        start, end = entry[0].span
        quote = self.entries.text[start : min(end, start + SPOKEN)]
        if role == Qt.ItemDataRole.DisplayRole:
            return quote
        return spoken(entry, quote, self._paragraph(start), self._people)

    def _paragraph(self, position: int) -> int:
        known = self.paragraphs()
        return paragraph_of(known, position).number if known else 0

    def _settle(self, touched: list[tuple[Key | None, Key | None]]) -> None:
        if len(touched) > MANY:
            self.arrange(self.entries.order, self.entries.wanted)
            return
        for before, after in touched:
            if before != after:
                self._remove(before)
                self._insert(after)
            elif after is not None:
                self._repaint(after)

    def _remove(self, key: Key | None) -> None:
        row = self.entries.find(key) if key is not None else None
        if row is not None:
            self.beginRemoveRows(_ROOT, row, row)
            self.entries.remove(row)
            self.endRemoveRows()

    def _insert(self, key: Key | None) -> None:
        if key is not None:
            row = self.entries.place(key)
            self.beginInsertRows(_ROOT, row, row)
            self.entries.insert(key)
            self.endInsertRows()

    def _repaint(self, key: Key) -> None:
        row = self.entries.find(key)
        if row is not None:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)
