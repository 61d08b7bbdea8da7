"""What the teacher has to say of a class before all of it counts: one question after the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from annotator.services.namesakes import Namesake
from annotator.ui.article.notice import Notice, Offer
from annotator.ui.classroom.seen import ClassSeen, Conflict
from annotator.ui.classroom.wording import asked, asked_of
from annotator.words import _


class Questions(Notice):
    """Asks the first that is open: which hand-in counts, then who of one name is one person."""

    hand_in_chosen = Signal(str)
    """The id of the hand-in that counts, of several with one number."""
    joined = Signal(str, str)
    """The id of a person, and the id that they are known as."""
    kept_apart = Signal(str)
    """The id of a person who is nobody else of that name."""

    def __init__(self) -> None:
        super().__init__(_("What needs your choice"), warm=True, asks=True)

    def show_class(self, seen: ClassSeen, *, names_hidden: bool) -> None:
        """Ask what is open of a class; without names nobody is asked about theirs."""
        if seen.conflicts:
            first, number = seen.conflicts[0], len(seen.conflicts)
            words = asked(first, names_hidden=names_hidden, of=number)
            self._ask(first, words, self._hand_ins(first, names_hidden=names_hidden))
        elif seen.namesakes and not names_hidden:
            same = seen.namesakes[0]
            self._ask(same, asked_of(same), self._people(same))
        else:
            self.hide()

    _about: Conflict | Namesake | None = None

    def _ask(self, about: Conflict | Namesake, words: str, offers: Sequence[Offer]) -> None:
        # Two questions can be worded alike and be about other people.
        if about != self._about or words != self.text():
            self._about = about
            self.say(words, offers)

    def _hand_ins(self, conflict: Conflict, *, names_hidden: bool) -> list[Offer]:
        return [
            (
                one.nameless if names_hidden else one.said,
                partial(self.hand_in_chosen.emit, one.hand_in),
            )
            for one in conflict.choices
        ]

    def _people(self, same: Namesake) -> list[Offer]:
        return [
            (_("They are one person"), partial(self.joined.emit, same.person, same.known_as)),
            (_("They are two people"), partial(self.kept_apart.emit, same.person)),
        ]
