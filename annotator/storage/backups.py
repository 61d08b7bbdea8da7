"""Copies of a library that the program made, and whose work still lies in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.model.ids import PersonId
from annotator.storage.failures import BACKUPS

_HELD = "SELECT EXISTS (SELECT 1 FROM claim WHERE person = ?)"


def holding(library: Path, person: PersonId) -> tuple[Path, ...]:
    """The copies of a library in which a person has claims, by name.

    One that cannot be read is among them: it may.
    """
    return tuple(
        one for one in sorted((library.parent / BACKUPS).glob("*.db")) if _holds(one, person)
    )


def _holds(copy: Path, person: PersonId) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            return bool(opened.execute(_HELD, (person,)).fetchone()[0])
    except sqlite3.Error:
        return True
