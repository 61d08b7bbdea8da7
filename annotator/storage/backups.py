"""Copies of a library that the program made, and whose work still lies in them.

What somebody removed lies there as well, in the table of changes: every word of it, for undo.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from annotator.model.change import RowChange
from annotator.model.ids import PersonId
from annotator.storage.failures import BACKUPS

_HELD = "SELECT EXISTS (SELECT 1 FROM claim WHERE person = ?)"
_CHANGED = "SELECT rows FROM change WHERE instr(rows, ?)"
_OF_WORK = ("claim", "source")
_ROWS = msgspec.json.Decoder(tuple[RowChange, ...])


def holding(library: Path, person: PersonId) -> tuple[Path, ...]:
    """The copies of a library in which a person has claims or had some, by name.

    One that cannot be read is among them: it may.
    """
    return tuple(
        one for one in sorted((library.parent / BACKUPS).glob("*.db")) if _holds(one, person)
    )


def _holds(copy: Path, person: PersonId) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            if opened.execute(_HELD, (person,)).fetchone()[0]:
                return True
            steps = opened.execute(_CHANGED, (person,))
            return any(_is_theirs(one, person) for (rows,) in steps for one in _ROWS.decode(rows))
    except (sqlite3.Error, msgspec.MsgspecError):
        return True


def _is_theirs(change: RowChange, person: PersonId) -> bool:
    if change.table not in _OF_WORK:
        return False
    return any(state.get("person") == person for state in (change.before, change.after) if state)
