"""What a tag's key means at this moment: the selection, the claim at the caret, or a name first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId, new_id
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.claims.panel import ClaimsPanel
from annotator.ui.desk import Desk
from annotator.ui.dialogs.naming import ask_name
from annotator.ui.reader.moving import By, End, Way, moved
from annotator.ui.reader.view import ReaderView
from annotator.ui.verbs import claims
from annotator.words import _

_ONE_MOVE_MS = 3_000
"""Keys that move an end within this time of each other are one step of undo."""


class Tagging(QObject):
    """Brings the reader, the claims panel and the desk together where claims are made."""

    def __init__(self, window: QWidget, desk: Desk, reader: ReaderView, panel: ClaimsPanel) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._reader, self._panel = reader, panel
        self._visit = ""
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(_ONE_MOVE_MS)
        self._moved: dict[ClaimId, Span] = {}
        desk.tagged.connect(self._go_on_with)
        # An end that was dragged in vain goes back to where it is.
        desk.refused.connect(lambda: reader.set_current(panel.current()))
        desk.worker.busy_changed.connect(self._forget_moves)
        reader.caret_moved.connect(self._caret_moved)
        reader.claim_clicked.connect(self._show)
        reader.ends_moved.connect(lambda claim, span: claims.move(desk, ClaimId(claim), span))
        panel.chosen.connect(self._chosen_in_list)

    def toggle(self, tag: Tag | None) -> None:
        """Put a tag on or take it off."""
        selection = self._reader.selected_span()
        # White space alone was meant for something, and not for the claim beside it.
        claim = None if selection or self._selects() else self._claim_meant()
        if selection is None and claim is None:
            self._desk.told.emit(_("Select the words of a claim first, then say what they are."))
            return
        claim_id = claim.id if claim else None
        self._with_person(lambda: claims.toggle(self._desk, tag, selection, claim_id))

    def remove(self) -> None:
        """Remove the claims exactly on the selection, else those at the caret."""
        if self._in_list():
            current = self._panel.current()
            claims.remove(self._desk, [ClaimId(current)] if current else [])
            return
        span = self._reader.selected_span()
        exact = [one.id for one in self._desk.claims.values() if one.span == span] if span else []
        there = [] if self._selects() and not span else self._ids_at_caret()
        if exact or there:
            claims.remove(self._desk, exact or there)
        else:
            self._desk.told.emit(_("There is no claim at this place."))

    def star(self) -> None:
        """Say that the claim at the caret, or in the list, is the person's best check."""
        claim = self._claim_meant()
        if claim is None:
            self._desk.told.emit(_("Choose a claim first, then say that it is your best check."))
            return
        claims.star(self._desk, claim)

    def move_end(self, which: str, direction: int, by: str) -> None:
        """Move one end of the current claim by a word or a letter."""
        current = self._current()
        if current is None:
            self._desk.told.emit(_("Choose a claim first, then move its ends."))
            return
        text = self._reader.text()
        base = self._moved.get(current.id, current.span)
        span = moved(text, base, End(which), Way(direction), By(by))
        if span != base:
            # The next key may come before this step is on disk: it goes on from here.
            self._moved = {current.id: span}
            claims.move(self._desk, current.id, span, self._visit_of_move())

    def _with_person(self, then: Callable[[], None]) -> None:
        if self._desk.person:
            then()
        else:
            ask_name(self._window, self._desk, then)

    def _in_list(self) -> bool:
        return self._panel.isAncestorOf(self._window.focusWidget() or self._reader)

    def _selects(self) -> bool:
        return self._reader.has_selection() and not self._in_list()

    def _ids_at_caret(self) -> list[ClaimId]:
        return [one.id for one in self._reader.claims_at(self._reader.caret())]

    def _claim_meant(self) -> Claim | None:
        if self._in_list():
            return self._current()
        there = self._reader.claims_at(self._reader.caret())
        current = self._panel.current()
        return next((one for one in there if one.id == current), there[0] if there else None)

    def _current(self) -> Claim | None:
        current = self._panel.current()
        return self._desk.claims.get(ClaimId(current)) if current else None

    def _caret_moved(self, position: int) -> None:
        if self._reader.has_selection():
            return
        there = self._reader.claims_at(position)
        if self._panel.current() not in {one.id for one in there}:
            self._show(there[0].id if there else None)

    def _show(self, claim: str | None) -> None:
        self._reader.set_current(ClaimId(claim) if claim else None)
        self._panel.set_current(ClaimId(claim) if claim else None)

    def _go_on_with(self, claim: str) -> None:
        if ClaimId(claim) in self._desk.claims:
            self._show(claim)

    def _chosen_in_list(self, claim: str) -> None:
        found = self._desk.claims.get(ClaimId(claim))
        self._reader.set_current(ClaimId(claim))
        if found:
            # The caret goes along, so that the next key in the article means this claim.
            self._reader.put_caret(found.span.start)
            self._reader.reveal(found.span)

    def _forget_moves(self, busy: bool) -> None:
        if not busy:
            self._moved = {}

    def _visit_of_move(self) -> str:
        if not self._moving.isActive():
            self._visit = new_id()
        self._moving.start()
        return self._visit
