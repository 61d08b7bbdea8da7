"""Undo and redo: put rows back as they were, if nobody has changed them since."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.change import Change, RowChange
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId
from annotator.services.history import Entry
from annotator.services.workspace import Workspace
from annotator.storage import changes, restoring
from annotator.storage.failures import Conflict
from annotator.storage.step import Draft
from annotator.words import _


class ChangedSince(Refusal):
    """Somebody else has changed what the step touched."""

    def __init__(self, label: str, sentence: str = "") -> None:
        sentence = sentence or _(
            "“{step}” cannot be taken back: somebody has changed it since, in another window "
            "or by a command. Nothing was changed now."
        )
        super().__init__(sentence.format(step=_(label)))


class ChangedBeforeRedo(ChangedSince):
    """Somebody else has changed what the step would touch again."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label,
            _(
                "“{step}” cannot be done again: somebody has changed it since, in another window "
                "or by a command. Nothing was changed now."
            ),
        )


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that was taken back or done again; `article` is where it happened."""

    label: str
    article: ArticleId | None


def undo(workspace: Workspace) -> Undone | None:
    """Take back this window's newest step; None when there is none.

    Raises ChangedSince; the step is then off the list and nothing is written. After any other
    refusal, such as a full disk, it can be tried again.
    """
    history = workspace.history
    if not history.past:
        return None
    entry = history.past[-1]
    try:
        done = _apply(workspace, entry, backwards=True)
    except Conflict as error:
        history.past.pop()
        raise ChangedSince(entry.label) from error
    history.undone()
    return done


def redo(workspace: Workspace) -> Undone | None:
    """Do again what undo took back last; None when there is nothing. Raises ChangedBeforeRedo."""
    history = workspace.history
    if not history.future:
        return None
    entry = history.future[-1]
    try:
        done = _apply(workspace, entry, backwards=False)
    except Conflict as error:
        history.future.pop()
        raise ChangedBeforeRedo(entry.label) from error
    history.redone()
    return done


def take_back(workspace: Workspace, done: Draft) -> None:
    """Take back a step that ended a moment ago and went for nothing. Raises ChangedSince."""
    if done.number is None:
        return
    try:
        _apply(workspace, Entry(done.label, (done.number,)), backwards=True)
    except Conflict as error:
        raise ChangedSince(done.label) from error


def _apply(workspace: Workspace, entry: Entry, *, backwards: bool) -> Undone:
    with workspace.library.reading() as reading:
        steps = changes.of_numbers(reading, entry.numbers)
    last = steps[-1]
    draft = Draft(
        workspace.window, entry.label, workspace.now(), last.person, last.article, last.number
    )
    wanted = _reversed(steps) if backwards else [row for step in steps for row in step.rows]
    with workspace.library.changing(draft) as step:
        restoring.put_back(step, _as_one(wanted))
    return Undone(entry.label, last.article)


def _reversed(steps: list[Change]) -> list[RowChange]:
    return [
        RowChange(row.table, row.key, row.after, row.before)
        for step in reversed(steps)
        for row in reversed(step.rows)
    ]


def _as_one(rows: Iterable[RowChange]) -> list[RowChange]:
    """Each row once, from the first state to the last.

    Raises Conflict when one does not begin where the one before ended: somebody else has changed
    the row between two steps of one visit.
    """
    joined: dict[tuple[str, tuple[object, ...]], RowChange] = {}
    for row in rows:
        earlier = joined.get((row.table, row.key))
        if earlier and earlier.after != row.before:
            raise Conflict
        first = earlier.before if earlier else row.before
        joined[row.table, row.key] = RowChange(row.table, row.key, first, row.after)
    return list(joined.values())
