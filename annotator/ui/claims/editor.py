"""Edits of the open claim: from what is typed into its card to the values that are sent off.

When a field is written stands in visits, what its value means in places, how the claim stands
until the library answers in draft; here they meet.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.claim import Claim, Link
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ClaimId, new_id
from annotator.ui.claims.draft import Draft
from annotator.ui.claims.entries import Entry
from annotator.ui.claims.look import Look
from annotator.ui.claims.naming import Edit
from annotator.ui.claims.open_card import OpenCard
from annotator.ui.claims.places import Place, edit_of, removal_of
from annotator.ui.claims.surroundings import Surroundings
from annotator.ui.claims.visits import Visits


class Editor(QObject):
    """The claim that is open, and the card that shows it."""

    edited = Signal(object)
    """A ClaimEdit or SourceEdit."""
    dismissed = Signal(str, str)
    """A hint was put away: the claim's id and the hint's."""
    reached = Signal(QWidget)
    """This control of the card has the focus now and should be in view."""

    def __init__(self, look: Look, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._entry: Entry = ()
        self._draft: Draft | None = None
        self._left: dict[ClaimId, Draft] = {}
        """Claims that were left before the library had taken what was typed."""
        self._unread: dict[ClaimId, dict[Place, str]] = {}
        """What no field of a claim could understand; it stays until somebody mends it."""
        self._places: dict[QWidget, Place] = {}
        self.card = OpenCard(look, around)
        self.visits = Visits(self)
        self.visits.due.connect(self._write)
        self.card.typed.connect(self.visits.type)
        self.card.chosen.connect(self.visits.choose)
        self.card.removed.connect(self._remove)
        self.card.questions.dismissed.connect(self._dismiss)
        self.card.left.connect(self.visits.flush)
        self.card.resized.connect(self._find_places)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    @property
    def claim(self) -> Claim | None:
        """The open claim as its card shows it."""
        return self._draft.claim if self._draft else None

    def open(self, entry: Entry, claim: Claim) -> None:
        """Open another claim; what was typed for the last one is sent first."""
        self.close()
        self._entry, self._draft = entry, self._left.pop(claim.id, Draft(claim))
        self._draft.answered(claim)
        self._fill()
        self.card.put_unread(self._unread.pop(claim.id, {}))

    def close(self) -> None:
        """Send what was typed; nothing is open any more."""
        self.flush()
        self.visits.forget()
        if self._draft is not None:
            name, unread = self._draft.claim.id, self.card.unread()
            if unread:
                self._unread[name] = unread
            if self._draft.is_waiting:
                self._left[name] = self._draft
        self._draft = None
        self.card.fresh()

    def answer(self, entry: Entry, claim: Claim) -> None:
        """The library holds this of the open claim now. Unwritten words and the caret stay."""
        if self._draft is not None:
            self._entry = entry
            self._draft.answered(claim)
            self._fill()

    def hear(self, changed: Iterable[Claim]) -> None:
        """The library holds this now of claims that may have been left."""
        for claim in changed:
            draft = self._left.get(claim.id)
            if draft is not None:
                draft.answered(claim)

    def refresh(self) -> None:
        """What surrounds the claim changed: sources, linked claims, questions put away."""
        self._fill()

    def set_look(self, look: Look) -> None:
        """Paint in these colours and sizes."""
        self.card.set_look(look)
        self._fill()

    def flush(self) -> None:
        """Send what was typed and not yet written."""
        self.visits.flush()

    def send_typed(self) -> bool:
        """Send what is being typed now; whether it says something new."""
        is_typing = self._draft is not None and self.visits.unwritten
        self.flush()
        return is_typing and self._draft is not None and self._draft.is_waiting

    def add_link(self, link: Link) -> None:
        """Link the open claim to another one."""
        claim = self.claim
        if claim is not None and link not in claim.links:
            links = (*claim.links, link)
            self._send(ClaimEdit(claim.id, new_id(), links=links, seen=claim))

    def go_inside(self) -> None:
        """Give the focus to the first field."""
        first = next((widget for place, widget in self.card.targets() if place), self.card)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _write(self, place: Place) -> None:
        claim = self.claim
        if claim is None:
            return
        value = self.card.value(place)
        edit = edit_of(claim, place, value, self._around.register, self.visits.visit)
        if edit is not None:
            self._send(replace(edit, seen=claim))

    def _remove(self, place: Place) -> None:
        self.visits.leave()
        edit = removal_of(self.claim, place, new_id()) if self.claim else None
        if edit is not None:
            self._send(edit)
        else:
            self._fill()

    def _send(self, edit: Edit) -> None:
        assert self._draft is not None
        self._draft.sent(edit)
        self.edited.emit(edit)
        self._fill()

    def _fill(self) -> None:
        if self._draft is not None:
            keep = self.visits.place if self.visits.unwritten else None
            self.card.fill(self._draft.claim, self._entry, keep)
            self._find_places()

    def _dismiss(self, hint: str) -> None:
        claim = self.claim
        if claim is not None:
            known = self._around.dismissed.get(claim.id, frozenset())
            self._around.dismissed[claim.id] = known | {hint}
            self._fill()
            self.dismissed.emit(claim.id, hint)

    def _find_places(self) -> None:
        self._places = {widget: place for place, widget in self.card.targets() if place}

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        place = self._places.get(now) if now else None
        if place is None and self.visits.place is not None:
            self.visits.leave()
        elif place is not None and place != self.visits.place:
            self.visits.enter(place)
        if now is not None and self.card.isAncestorOf(now):
            self.reached.emit(now)
