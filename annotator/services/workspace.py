"""What every service works on: the library, and who is asking.

A workspace belongs to one window or one run of a command. Its `window` id stands in every change
it makes, so that others notice them and undo takes back only its own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from annotator.model.ids import ArticleId, PersonId, new_id
from annotator.services.failures import ChangedMeanwhile
from annotator.services.history import History
from annotator.storage.failures import Conflict
from annotator.storage.library import Library
from annotator.storage.step import Draft, Step


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Workspace:
    """One window's or one command's view of a library."""

    library: Library
    window: str = field(default_factory=new_id)
    now: Callable[[], datetime] = _now
    history: History = field(default_factory=History)

    @contextmanager
    def step(
        self,
        label: str,
        *,
        person: PersonId | None = None,
        article: ArticleId | None = None,
        visit: str = "",
        undoable: bool = True,
    ) -> Iterator[Step]:
        """One step of the person's work, which can be undone unless it is none of their making.

        `label` is a message id; steps of one `visit` (one stay in one field) are undone together.
        Raises ChangedMeanwhile when it builds on what is not there any more.
        """
        draft = Draft(self.window, label, self.now(), person, article)
        try:
            with self.library.changing(draft) as step:
                yield step
        except Conflict as error:
            raise ChangedMeanwhile from error
        if undoable and draft.number is not None:
            self.history.done(draft.number, draft.label, visit)

    def close(self) -> None:
        """Let go of the library."""
        self.library.close()


def open_workspace(folder: Path) -> Workspace:
    """Open the library in a folder. Raises a refusal that says why it cannot be."""
    return Workspace(Library(folder))
