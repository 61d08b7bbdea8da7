"""Offers that a double click opens a class's files, when the first one was opened otherwise."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.services import double_click
from annotator.ui.dialogs.confirming import Confirmation
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.room import Room

_KNOWN = "double_click_known"


class DoubleClick(QObject):
    """Asks, and has the computer told on the worker's thread."""

    def __init__(self, room: "Room") -> None:
        super().__init__(room)
        self._room, self._window, self._desk = room, room.window, room.desk

    def offer(self) -> None:
        """Offer it where it would help; whoever has put the offer away is left in peace."""
        if not self._window.remembered.yes(_KNOWN, False) and double_click.is_possible():
            self._desk.glance(lambda _workspace: double_click.is_set_up(), self._offer_unless)

    def ask(self) -> None:
        """Say how it stands, and ask whether to change it."""
        self._desk.look_up(lambda _workspace: double_click.is_set_up(), self._ask)

    def _offer_unless(self, is_set_up: bool) -> None:
        if is_set_up:
            return
        page = self._room.page
        page.say_done(
            _("Next time, a double click on such a file can open it here."),
            [(_("Set it up"), self._set_up)],
        )
        if page.done:
            once = Qt.ConnectionType.SingleShotConnection
            page.done.dismissed.connect(self._remember, once)

    def _remember(self) -> None:
        self._window.remembered.keep(**{_KNOWN: True})

    def _ask(self, is_set_up: bool) -> None:
        if is_set_up:
            said = _(
                "A double click on an assignment or a hand-in opens it in Annotator on this "
                "computer."
            )
            words, do = _("Take it back"), self._take_back
        else:
            said = _(
                "A double click on an assignment or a hand-in can open it in Annotator. Only your "
                "own account on this computer is told so, and it can be taken back here."
            )
            words, do = _("Set it up"), self._set_up
        question = Confirmation(
            self._window, _("Open by double click"), said, words, _("Leave it as it is")
        )
        question.accepted.connect(do)
        question.open()

    def _set_up(self) -> None:
        folder = self._window.chosen_dir
        said = _("From now on a double click opens such files in Annotator.")
        self._desk.look_up(lambda _workspace: double_click.set_up(folder), self._say(said))

    def _take_back(self) -> None:
        said = _("A double click no longer opens such files in Annotator.")
        self._desk.look_up(lambda _workspace: double_click.take_back(), self._say(said))

    def _say(self, sentence: str) -> Callable[[None], None]:
        def say(_nothing: None) -> None:
            if self._room.page.done:
                self._room.page.done.hide()
            self._desk.told.emit(sentence)

        return say
