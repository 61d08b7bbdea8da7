"""Asks the library for what is typed: at once, one question at a time, and only the newest.

There is no pause after a key. A question that nobody waits for any more is broken off or skipped,
so fast typing asks as often as answers come.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId
from annotator.ui.desk import Desk

if TYPE_CHECKING:
    from annotator.services.searching import Results
    from annotator.services.workspace import Workspace

_FIRST, _PAGE = 8, 40
"""So many articles come first, which fill the list, and so many each time it is scrolled down."""
_COUNT_MS = 80
_AGAIN_MS = 700
"""While something is not read yet, the same question is asked again after so long."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what is typed, and the articles that count; None means all."""

    words: str
    within: Collection[ArticleId] | None = None


class Searcher(QObject):
    """`found` brings the first results of what is asked now, `more` those that follow."""

    found = Signal(object)
    more = Signal(object)
    counted = Signal(int)
    """How many articles match what is asked now, soon after the first of them."""
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Asked | None = None
        self._is_running = False
        self._next: tuple[Asked, int] | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)

    def ask(self, asked: Asked | None) -> None:
        """Look for something else; None: for nothing."""
        self._asked = asked
        self._again.stop()
        self._next = (asked, 0) if asked else None
        self._go_on()

    def ask_more(self, after: int) -> None:
        """Bring what follows the first `after` articles."""
        if self._asked and self._next is None:
            self._next = (self._asked, after)
            self._go_on()

    def _go_on(self) -> None:
        if self._is_running or self._next is None:
            return
        (asked, after), self._next = self._next, None
        self._is_running = True

        def work(workspace: "Workspace") -> "Results | None":
            from annotator.services import searching
            from annotator.services.failures import Cancelled

            try:
                return searching.search(
                    workspace,
                    asked.words,
                    within=asked.within,
                    most=_PAGE if after else _FIRST,
                    after=after,
                    cancelled=lambda: self._asked != asked,
                )
            except Cancelled:
                return None

        def done(results: "Results | None") -> None:
            self._is_running = False
            if results is not None and asked == self._asked:
                (self.more if after else self.found).emit(results)
                if not after:
                    self._settle(asked, results)
            self._go_on()

        self._desk.glance(work, done, self._failed)

    def _settle(self, asked: Asked, results: "Results") -> None:
        """Count what the first results are some of, and ask again when more is to be read."""
        if results.unread:
            self._again.start()
        if results.is_all:
            self.counted.emit(len(results.found))
        else:
            # After the results are painted: counting would take the time for it.
            QTimer.singleShot(_COUNT_MS, self, lambda: self._count(asked))

    def _count(self, asked: Asked) -> None:
        def work(workspace: "Workspace") -> int | None:
            from annotator.services import searching

            # Whoever has typed on meanwhile asks something else.
            is_asked = asked == self._asked
            return searching.count(workspace, asked.words, asked.within) if is_asked else None

        def done(number: int | None) -> None:
            if number is not None and asked == self._asked:
                self.counted.emit(number)

        if asked == self._asked:
            self._desk.glance(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_running = False
        if not isinstance(error, Refusal):
            raise error
        self.refused.emit(error.sentence)
        # A damaged index is being made anew by now.
        self._again.start()

    def _ask_again(self) -> None:
        if self._asked:
            self.ask(self._asked)
