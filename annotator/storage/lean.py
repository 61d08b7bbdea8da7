"""Changes without the texts of articles, which never change: a library holds each text once.

A change holds the row of an article but for its text, beside the text's SHA-256. Only the step
that takes an article out holds the text too; when the step that brought it in is done again, the
text comes from there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.model.change import Row, RowChange
from annotator.storage.step import Key

_TABLE, _TEXT = "article", "text"


def lean(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """The changes as they are remembered."""
    return tuple(_lean(one) if one.table == _TABLE else one for one in changes)


def is_as(there: Row | None, known: Row | None) -> bool:
    """Whether a row that is there is as a change knows it, which may not know its text."""
    if there is None or known is None:
        return there is known
    return there == known or (_TEXT not in known and _without_text(there) == known)


def lacks_text(change: RowChange) -> bool:
    """Whether a change tells of an article that shall be there, but not its text."""
    return change.table == _TABLE and change.after is not None and _TEXT not in change.after


def with_texts(
    changes: Iterable[RowChange], there: Mapping[Key, Row], taken_out: Iterable[RowChange]
) -> list[RowChange]:
    """The changes with the texts of the rows that are there, or else of those taken out before."""
    texts = {
        one.key: one.before[_TEXT]
        for one in taken_out
        if one.table == _TABLE and one.before and _TEXT in one.before
    } | {key: row[_TEXT] for key, row in there.items() if _TEXT in row}
    return [
        replace(one, after={**one.after, _TEXT: texts[one.key]})
        if one.after is not None and lacks_text(one) and one.key in texts
        else one
        for one in changes
    ]


def _lean(one: RowChange) -> RowChange:
    if one.after is None:
        return one
    before = None if one.before is None else _without_text(one.before)
    return replace(one, before=before, after=_without_text(one.after))


def _without_text(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != _TEXT}
