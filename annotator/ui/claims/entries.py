"""The claims as a list shows them: filtered, sorted, those on one span as one entry.

No Qt: the model of the list is a thin coat over this. One change costs a bisection and one
insertion into a list, whether there are ten claims or 100,000.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from enum import Enum
from typing import Any

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.ui.claims.wanted import EVERYTHING, Wanted

Entry = tuple[Claim, ...]
"""The claims on one span, the oldest first; never empty."""

Key = Span | tuple[datetime, Span]
"""What an entry is sorted by: its span, or when its oldest claim was made and its span."""


class Order(Enum):
    """What the list is sorted by."""

    POSITION = "position"
    TIME = "time"


class Entries:
    """The entries that are wanted, in order; a row is a position among these."""

    def __init__(self) -> None:
        self.text = ""
        self.order = Order.POSITION
        self.wanted: Wanted = EVERYTHING
        self.kept: ClaimId | None = None
        """A claim that is shown whether it is wanted or not: the one that is open."""
        self.claims: dict[ClaimId, Claim] = {}
        self._on_span: dict[Span, Entry] = {}
        self._keys: list[Any] = []

    def __len__(self) -> int:
        return len(self._keys)

    def load(self, text: str, claims: Iterable[Claim]) -> None:
        """Begin with these claims on this canonical text."""
        self.text = text
        self.claims = {claim.id: claim for claim in claims}
        self._on_span = {claim.span: (claim,) for claim in self.claims.values()}
        if len(self._on_span) < len(self.claims):
            self._gather()
        self.arrange(self.order, self.wanted)

    def arrange(self, order: Order, wanted: Wanted) -> None:
        """Show what is wanted, in that order."""
        self.order, self.wanted = order, wanted
        entries: Iterable[Entry] = self._on_span.values()
        if wanted != EVERYTHING:
            entries = (entry for entry in entries if self._is_wanted(entry))
        if order is Order.POSITION:
            self._keys = sorted(entry[0].span for entry in entries)
        else:
            self._keys = sorted((entry[0].created, entry[0].span) for entry in entries)

    def entry(self, row: int) -> Entry:
        """The claims of a row. Raises IndexError."""
        return self._on_span[_span(self._keys[row])]

    def row_of(self, claim: ClaimId) -> int | None:
        """The row that a claim stands in, if it is shown."""
        known = self.claims.get(claim)
        return self.find(self._key(self._on_span[known.span])) if known else None

    def change(
        self, changed: Iterable[Claim], gone: Collection[ClaimId]
    ) -> list[tuple[Key | None, Key | None]]:
        """Take changed and new claims in and gone ones out, leaving the rows as they are.

        Returns for each entry that was touched the key that stands in a row now (None: it is in
        none) and the one that has to stand there. `insert` and `remove` do that.
        """
        before: dict[Span, Key | None] = {}
        for claim in list(changed):
            self._take_out(claim.id, before)
            self._touch(claim.span, before)
            self.claims[claim.id] = claim
            there = self._on_span.get(claim.span, ())
            self._on_span[claim.span] = _entry((*there, claim))
        for name in gone:
            self._take_out(name, before)
        return [(key, self._key_wanted(span)) for span, key in before.items()]

    def keep(self, name: ClaimId | None) -> list[tuple[Key | None, Key | None]]:
        """Show this claim in any case, and the one before it only if it is wanted.

        Returns what `change` does.
        """
        before: dict[Span, Key | None] = {}
        for one in (self.kept, name):
            claim = self.claims.get(one) if one else None
            if claim:
                self._touch(claim.span, before)
        self.kept = name
        return [(key, self._key_wanted(span)) for span, key in before.items()]

    def find(self, key: Key) -> int | None:
        """The row of a key, if it stands in one."""
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def place(self, key: Key) -> int:
        """The row in which a key that is to be inserted will stand."""
        return bisect_left(self._keys, key)

    def insert(self, key: Key) -> None:
        """Let a key stand in its row."""
        insort(self._keys, key)

    def remove(self, row: int) -> None:
        """Take a row out."""
        del self._keys[row]

    def spans(self) -> Iterator[Span]:
        """The spans of the rows, in order."""
        return (_span(key) for key in self._keys)

    def quote(self, claim: Claim) -> str:
        """The words of a claim, as they stand in the canonical text."""
        return self.text[claim.span.start : claim.span.end]

    def _gather(self) -> None:
        gathered: dict[Span, list[Claim]] = {}
        for claim in self.claims.values():
            gathered.setdefault(claim.span, []).append(claim)
        self._on_span = {span: _entry(claims) for span, claims in gathered.items()}

    def _take_out(self, name: ClaimId, before: dict[Span, Key | None]) -> None:
        old = self.claims.pop(name, None)
        if old is None:
            return
        self._touch(old.span, before)
        left = tuple(claim for claim in self._on_span[old.span] if claim.id != name)
        if left:
            self._on_span[old.span] = left
        else:
            del self._on_span[old.span]

    def _touch(self, span: Span, before: dict[Span, Key | None]) -> None:
        if span in before:
            return
        entry = self._on_span.get(span)
        key = self._key(entry) if entry else None
        before[span] = key if key and self.find(key) is not None else None

    def _key_wanted(self, span: Span) -> Key | None:
        entry = self._on_span.get(span)
        return self._key(entry) if entry and self._is_wanted(entry) else None

    def _is_wanted(self, entry: Entry) -> bool:
        return any(
            claim.id == self.kept or self.wanted.matches(claim, self.quote(claim))
            for claim in entry
        )

    def _key(self, entry: Entry) -> Key:
        first = entry[0]
        if self.order is Order.POSITION:
            return first.span
        return (first.created, first.span)


def _span(key: Key) -> Span:
    return key if isinstance(key, Span) else key[1]


def _entry(claims: Iterable[Claim]) -> Entry:
    return tuple(sorted(claims, key=lambda claim: (claim.created, claim.id)))
