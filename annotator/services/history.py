"""What one window can take back and do again: numbers of changes, in memory."""

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One step as the person sees it: `numbers` are its changes, oldest first."""

    label: str
    numbers: tuple[int, ...]
    visit: str = ""


@dataclass(slots=True)
class History:
    """The steps of one window over its whole session."""

    past: list[Entry] = field(default_factory=list)
    future: list[Entry] = field(default_factory=list)

    def done(self, number: int, label: str, visit: str = "") -> None:
        """A step was made: it joins the last one when both belong to one visit of a field."""
        self.future.clear()
        last = self.past[-1] if self.past else None
        if visit and last and last.visit == visit:
            self.past[-1] = Entry(last.label, (*last.numbers, number), visit)
        else:
            self.past.append(Entry(label, (number,), visit))

    def undone(self) -> None:
        """The newest step was taken back."""
        self.future.append(self.past.pop())

    def redone(self) -> None:
        """The step that was taken back last was done again."""
        self.past.append(self.future.pop())

    def forget(self, numbers: Collection[int]) -> None:
        """Steps of these numbers are not to be undone or done again any more."""
        for entries in (self.past, self.future):
            entries[:] = [one for one in entries if not set(one.numbers) & set(numbers)]

    def clear(self) -> None:
        """Nothing that was done so far can be taken back any more, or done again."""
        self.past.clear()
        self.future.clear()

    def undo_label(self) -> str | None:
        """The message id of the step that undo would take back."""
        return self.past[-1].label if self.past else None

    def redo_label(self) -> str | None:
        """The message id of the step that redo would do again."""
        return self.future[-1].label if self.future else None
