"""The way of articles into the library: read elsewhere, looked at, stored.

They are read on a thread of their own: a slow file or a slow site holds up neither the window nor
what is on its way to the library. What a reader chose from a document is shown before it is
stored; plain text, where nothing was chosen, goes straight in.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.model.failure import Refusal
from annotator.ui.desk import Desk
from annotator.ui.looks import Looks
from annotator.ui.verbs import articles as verbs
from annotator.ui.worker import Progress, Worker
from annotator.words import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.services.drafting import Draft
    from annotator.services.preparing import Prepared
    from annotator.ui.arriving.waiting import Waiting

_SHOWN_AFTER_MS = 300


class Arriving(QObject):
    """Takes files, addresses and rich text, and brings them to the desk."""

    def __init__(self, window: "QWidget", desk: Desk, looks: Looks) -> None:
        super().__init__(window)
        self._window, self._desk, self._looks = window, desk, looks
        self.worker = Worker(self)
        self.worker.progressed.connect(self._show_progress)
        self._queue: list[tuple[Prepared, Draft]] = []
        self._refused: list[Prepared] = []
        self._is_asking = False
        self._waiting: Waiting | None = None
        self.button = _("Add article")
        """What the button says that ends the look at what was read."""

    def keep(self, read: "Sequence[Prepared]") -> None:
        """Store what was read and looked at; a newer version goes another way from here."""
        verbs.keep(self._desk, read)

    def refuse(self, read: "Sequence[Prepared]") -> None:
        """Say of each file why it could not be read."""
        verbs.say_refused(self._desk, read)

    def take_files(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        """Read files and take them in."""
        number = len(paths)
        title = ngettext("Reading {number} file", "Reading {number} files", number)
        sentence = ", ".join(path.name for path in paths[:5]) + (", …" if number > 5 else "")

        def work(progress: Progress) -> "list[Prepared]":
            from annotator.services import preparing

            return preparing.prepare(paths, encoding, progress)

        self._read(work, title.format(number=number), sentence)

    def take_address(self, address: str) -> None:
        """Fetch what an address holds and take it in."""

        def work(progress: Progress) -> "list[Prepared]":
            from annotator.services import preparing

            return [preparing.prepare_address(address, progress=progress)]

        # Whatever it holds: where it came from in the end has to be seen.
        self._read(work, _("Fetching the page"), address, always_shown=True)

    def take_rich_text(self, markup: str, plain: str) -> None:
        """Take in what somebody copied in a browser or in Word."""

        def work(progress: Progress) -> "list[Prepared]":
            from annotator.services import preparing

            return [preparing.prepare_rich_text(markup, plain, "clipboard", progress)]

        self._read(work, _("Reading the clipboard"), "")

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read."""
        return self.worker.is_idle

    def stop(self) -> None:
        """Break off what is being read; for when the window closes."""
        self.worker.cancel_long()
        self.worker.wait()

    # How it is read

    def _read(
        self,
        work: "Callable[[Progress], list[Prepared]]",
        title: str,
        sentence: str,
        *,
        always_shown: bool = False,
    ) -> None:
        progress = self.worker.progress()
        shown = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        shown.timeout.connect(lambda: self._show_waiting(title, sentence, progress))
        shown.start()

        def end() -> None:
            shown.stop()
            shown.deleteLater()
            self.worker.end(progress)
            if self._waiting:
                self._waiting.accept()

        def done(found: "list[tuple[Prepared, Draft | None]]") -> None:
            end()
            self._arrived(found)

        def failed(error: Exception) -> None:
            end()
            self._failed(error, progress)

        self.worker.run(lambda: _drafted(work(progress), always_shown), done, failed)

    def _show_waiting(self, title: str, sentence: str, progress: Progress) -> None:
        from annotator.ui.arriving.waiting import Waiting

        if self._waiting is None:
            self._waiting = Waiting(self._window, title, sentence)
            self._waiting.rejected.connect(progress.cancel)
            self._waiting.finished.connect(self._forget_waiting)
            self._waiting.open()

    def _forget_waiting(self, _result: int) -> None:
        self._waiting = None

    def _show_progress(self, done: int, total: int) -> None:
        if self._waiting:
            self._waiting.show_progress(done, total)

    def _failed(self, error: Exception, progress: Progress) -> None:
        from annotator.ui.failures import sentence_of

        if isinstance(error, Refusal) and progress.is_cancelled:
            self._desk.told.emit(error.sentence)
        else:
            self._desk.refused.emit(sentence_of(error))

    # What comes of it

    def _arrived(self, found: "list[tuple[Prepared, Draft | None]]") -> None:
        straight = [one for one, draft in found if one.given and draft is None]
        self._refused += [one for one, _draft in found if one.refusal]
        self._queue += [(one, draft) for one, draft in found if draft is not None]
        if straight:
            self.keep(straight)
        self._ask_next()

    def _ask_next(self) -> None:
        if self._is_asking:
            return
        if not self._queue:
            self._say_refused()
            return
        from annotator.ui.arriving.question import DraftQuestion

        prepared, draft = self._queue.pop(0)
        others = len(self._queue)
        palette = self._looks.palette
        question = DraftQuestion(self._window, prepared, draft, others, palette, self.button)
        question.kept.connect(lambda one: self.keep([one]))
        question.rest_wanted.connect(self._keep_rest)
        question.finished.connect(self._asked)
        self._is_asking = True
        question.open()

    def _say_refused(self) -> None:
        refused, self._refused = self._refused, []
        if refused:
            # Behind what is on its way to the library, which hides what was refused before it.
            self._desk.look_up(lambda _workspace: None, lambda _none: self.refuse(refused))

    def _asked(self, _result: int) -> None:
        self._is_asking = False
        # Whoever wants all the others says so right after the answer to this one.
        QTimer.singleShot(0, self, self._ask_next)

    def _keep_rest(self) -> None:
        rest, self._queue = [one for one, _draft in self._queue], []
        self.keep(rest)


def _drafted(read: "list[Prepared]", always_shown: bool) -> "list[tuple[Prepared, Draft | None]]":
    """With each what can be looked at, where a reader chose; still on the thread that reads."""
    from annotator.services.drafting import draft_of

    return [
        (one, draft_of(one.given) if one.given and (one.given.cleaned or always_shown) else None)
        for one in read
    ]
