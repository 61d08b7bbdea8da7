"""What the table of changes still knows of rows that are gone: found, so that it can be forgotten.

A claim that somebody removed long ago is in no table any more, and every word of it is in the
changes, for undo. What is to be purged is therefore looked for there, and not in the tables.
"""

from collections.abc import Iterator

from sqlalchemy import select

from annotator.model.change import Row, RowChange
from annotator.model.ids import ArticleId, PersonId
from annotator.storage import changes
from annotator.storage.rows import CHANGE
from annotator.storage.step import Key, Step

_PARENTS = ("claim", "assignment")
"""The cells by which a part names what it belongs to, besides an article."""


def forget_all(step: Step, article: ArticleId, person: PersonId | None = None) -> None:
    """Let a step forget every row there ever was on an article, or a person's alone."""
    owned: set[tuple[str, Key]] = set()
    for one in _touched(step):
        if any(_is_owned(state, article, person) for state in (one.before, one.after)):
            owned.add((one.table, one.key))
    ids = {(table, key[0]) for table, key in owned if table in _PARENTS}
    for one in _touched(step):
        states = [state for state in (one.before, one.after) if state]
        if any((parent, state.get(parent)) in ids for state in states for parent in _PARENTS):
            owned.add((one.table, one.key))
    step.forgotten |= owned


def _is_owned(state: Row | None, article: ArticleId, person: PersonId | None) -> bool:
    if state is None or state.get("article") != article:
        return False
    return person is None or person in (state.get("person"), *str(state.get("who", "")).split())


def _touched(step: Step) -> Iterator[RowChange]:
    for rows in step.connection.execute(select(CHANGE.c.rows)).scalars():
        yield from changes.decoded(rows)
