"""What every service works on: the library, and who is asking.

A workspace belongs to one window or one run of a command. Its `window` id stands in every change
it makes, so that others notice them and undo takes back only its own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.ids import ArticleId, PersonId, new_id
from annotator.services.history import History
from annotator.storage.changes import Draft
from annotator.storage.library import Library

if TYPE_CHECKING:
    from annotator.storage.step import Step


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
    ) -> Iterator["Step"]:
        """One step of the person's work, which can be undone.

        `label` is a message id; steps of one `visit` (one stay in one field) are undone together.
        """
        draft = Draft(self.window, label, self.now(), person, article)
        with self.library.changing(draft) as step:
            yield step
        if draft.number is not None:
            self.history.done(draft.number, label, visit)

    def close(self) -> None:
        """Let go of the library."""
        self.library.close()


def open_workspace(folder: Path) -> Workspace:
    """Open the library in a folder. Raises a refusal that says why it cannot be."""
    return Workspace(Library(folder))
