"""What was handed in before, and what becomes of each file that comes beside it.

Everything is found by what is asked for, so that a folder with a thousand copies of one hand-in
costs no more than a thousand hand-ins; what was decided is written at the end, once.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from annotator.model.handin import Collected, HandIn, Platform
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.services.annotating import Joined, whole
from annotator.services.collecting_reading import Ready
from annotator.services.comparing import ids_of
from annotator.storage import assignments, choices, handins
from annotator.storage.step import Step

Same = tuple[AssignmentId | None, ArticleId | None, frozenset[PersonId]]
"""What makes a later hand-in one of the same: the assignment, else the article, and the people."""

_Ids = frozenset[str]
"""Whom a learning platform says that handed in; empty where it says nothing."""


def same_of(one: HandIn, joined: Joined) -> Same:
    """Of what a hand-in is one more; people are known by the ids they are joined under."""
    article = None if one.assignment else one.article
    return one.assignment, article, whole(one.who, joined)


@dataclass(slots=True)
class _Kept:
    """A hand-in that is kept, and where it lies; `work` is there when it is new."""

    hand_in: HandIn
    ids: _Ids
    places: dict[Platform, None]
    work: str | None = None

    @classmethod
    def of(cls, hand_in: HandIn, work: str | None = None) -> "_Kept":
        """A hand-in as it stands in the library, or as it came with its work."""
        return cls(hand_in, ids_of([hand_in]), dict.fromkeys(hand_in.platforms), work)

    def lies_at(self, other: "_Kept") -> None:
        """Note where another one lies: a platform keeps a pair's file twice, and answers both."""
        self.ids |= other.ids
        self.places |= other.places


_Heap = dict[int, dict[str, _Kept]]
"""Hand-ins by number, then by content."""


class _Pile:
    """All that the same people handed in for the same, by the ids that a platform has of them."""

    def __init__(self) -> None:
        self._heaps: dict[_Ids, _Heap] = {}

    def add(self, one: _Kept) -> None:
        """Put one on it."""
        of_number = self._heaps.setdefault(one.ids, {}).setdefault(one.hand_in.number, {})
        of_number[one.hand_in.sha256] = one

    def remove(self, one: _Kept) -> None:
        """Take one off it."""
        heap = self._heaps[one.ids]
        of_number = heap[one.hand_in.number]
        del of_number[one.hand_in.sha256]
        if not of_number:
            del heap[one.hand_in.number]
        if not heap:
            del self._heaps[one.ids]

    def beside(self, new: _Kept) -> list[_Heap]:
        """Those that the people of a new one may have handed in.

        Where a platform tells more people apart than there are, somebody gave theirs away.
        """
        people = len(new.hand_in.people)
        if people == len(new.ids):
            return [self._heaps[one] for one in (_Ids(), new.ids) if one in self._heaps]
        return [heap for ids, heap in self._heaps.items() if len(ids | new.ids) <= people]

    def has_strangers(self, heaps: list[_Heap]) -> bool:
        """Whether there are others than these."""
        return len(heaps) < len(self._heaps)

    def below(self, new: _Kept, heaps: list[_Heap]) -> list[_Kept]:
        """What a new one takes the place of.

        While it is open whose of two a file is, that is only what lies in its own place.
        """
        if self._is_open(len(new.hand_in.people)):
            heaps = [self._heaps.get(new.ids, {})]
        number = new.hand_in.number
        return [
            one
            for heap in heaps
            for lower, of_number in heap.items()
            if lower < number
            for one in of_number.values()
        ]

    def _is_open(self, people: int) -> bool:
        # So few people have no more sets of ids than these.
        if len(self._heaps) > 2**people:
            return True
        return len(_Ids().union(*self._heaps)) > people


class Shelf:
    """What is there, by who handed it in and for what; `close` writes what came to it."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._joined = choices.joined(step)
        self._due = {one.id: one.due for one in assignments.all_of(step)}
        self._piles: defaultdict[Same, _Pile] = defaultdict(_Pile)
        self._touched: dict[HandInId, _Kept] = {}
        self._gone: list[HandInId] = []
        for one in handins.all_of(step):
            self._piles[same_of(one, self._joined)].add(_Kept.of(one))

    def due(self, assignment: AssignmentId | None) -> date | None:
        """Until when it was to be handed in."""
        return self._due.get(assignment) if assignment else None

    def put(self, ready: Ready) -> tuple[Collected, HandInId | None]:
        """Keep a hand-in, or say why what is there stays; which one it is in the library."""
        new = _Kept.of(ready.hand_in, ready.work)
        number, content = new.hand_in.number, new.hand_in.sha256
        pile = self._piles[same_of(new.hand_in, self._joined)]
        heaps = pile.beside(new)
        alike = (heap.get(number, {}).get(content) for heap in heaps)
        if same := next(filter(None, alike), None):
            self._note_place(pile, same, new)
            return Collected.SAME, same.hand_in.id
        highest = max((one for heap in heaps for one in heap), default=0)
        if number < highest:
            newest = [next(iter(heap[highest].values())) for heap in heaps if highest in heap]
            if not any(one.places for one in newest):
                # It came by another way: feedback goes to where this older one lay.
                self._note_place(pile, newest[0], new)
            return Collected.OLDER, None
        is_conflict = number == highest or pile.has_strangers(heaps)
        older = pile.below(new, heaps)
        self._replace(pile, older, new)
        if is_conflict:
            return Collected.CONFLICT, new.hand_in.id
        return (Collected.NEWER if older else Collected.NEW), new.hand_in.id

    def close(self) -> None:
        """Write what came, and remove what it takes the place of."""
        if self._gone:
            handins.remove(self._step, self._gone)
        work: dict[HandInId, str] = {}
        for id_, one in self._touched.items():
            hand_in = replace(one.hand_in, platforms=tuple(one.places))
            if one.work is None:
                handins.update(self._step, hand_in)
            else:
                handins.insert_bare(self._step, hand_in)
                work[id_] = one.work
        handins.insert_work(self._step, work)

    def _replace(self, pile: _Pile, older: list[_Kept], new: _Kept) -> None:
        was_placed = bool(new.places)
        for one in older:
            pile.remove(one)
            self._touched.pop(one.hand_in.id, None)
            if one.work is None:
                self._gone.append(one.hand_in.id)
            if not was_placed:
                new.lies_at(one)
        pile.add(new)
        self._touched[new.hand_in.id] = new

    def _note_place(self, pile: _Pile, there: _Kept, new: _Kept) -> None:
        if new.places.keys() <= there.places.keys():
            return
        pile.remove(there)
        there.lies_at(new)
        pile.add(there)
        self._touched[there.hand_in.id] = there
