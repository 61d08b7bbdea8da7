"""Undo and redo: put rows back as they were, if nobody has changed them since."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.change import Change, RowChange
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId
from annotator.services.history import Entry
from annotator.services.workspace import Workspace
from annotator.storage import changes, restoring
from annotator.storage.changes import Draft
from annotator.storage.failures import Conflict
from annotator.words import _


class ChangedSince(Refusal):
    """Somebody else has changed what the step touched."""

    def __init__(self, label: str) -> None:
        super().__init__(
            _(
                "“{step}” cannot be taken back: somebody has changed it since, in another window "
                "or by a command. Nothing was changed now."
            ).format(step=_(label))
        )


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that was taken back or done again; `article` is where it happened."""

    label: str
    article: ArticleId | None


def undo(workspace: Workspace) -> Undone | None:
    """Take back this window's newest step; None when there is none.

    Raises ChangedSince; the step is then off the list and nothing is written.
    """
    history = workspace.history
    if not history.past:
        return None
    entry = history.past.pop()
    done, again = _apply(workspace, entry, backwards=True)
    history.future.append(again)
    return done


def redo(workspace: Workspace) -> Undone | None:
    """Do again what undo took back last; None when there is nothing."""
    history = workspace.history
    if not history.future:
        return None
    entry = history.future.pop()
    done, again = _apply(workspace, entry, backwards=False)
    history.past.append(again)
    return done


def _apply(workspace: Workspace, entry: Entry, *, backwards: bool) -> tuple[Undone, Entry]:
    with workspace.library.reading() as reading:
        steps = [changes.one(reading, number) for number in entry.numbers]
    last = steps[-1]
    draft = Draft(
        workspace.window, entry.label, workspace.now(), last.person, last.article, last.number
    )
    wanted = _reversed(steps) if backwards else [row for step in steps for row in step.rows]
    try:
        with workspace.library.changing(draft) as step:
            restoring.put_back(step, _as_one(wanted))
    except Conflict as error:
        raise ChangedSince(entry.label) from error
    return Undone(entry.label, last.article), entry


def _reversed(steps: list[Change]) -> list[RowChange]:
    return [
        RowChange(row.table, row.key, row.after, row.before)
        for step in reversed(steps)
        for row in reversed(step.rows)
    ]


def _as_one(rows: Iterable[RowChange]) -> list[RowChange]:
    """Each row once, from the first state to the last."""
    joined: dict[tuple[str, tuple[object, ...]], RowChange] = {}
    for row in rows:
        key = (row.table, row.key)
        first = joined[key].before if key in joined else row.before
        joined[key] = RowChange(row.table, row.key, first, row.after)
    return list(joined.values())
