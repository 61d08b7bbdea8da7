"""In which copies of the library somebody's work still lies."""

import sqlite3
from contextlib import closing

from annotator.model.ids import PersonId
from annotator.storage import backups
from annotator.storage.library import Library
from tests.unit.storage.filled import ANA


def test_copies_with_claims_of_a_person_are_named_and_so_are_unreadable_ones(
    filled: Library,
) -> None:
    assert backups.holding(filled.path, ANA) == ()
    with_ana = filled.back_up("with.db")
    with closing(sqlite3.connect(with_ana.with_name("without.db"))) as empty:
        empty.execute("CREATE TABLE claim (person TEXT)")
    broken = with_ana.with_name("broken.db")
    broken.write_bytes(b"no database")
    assert backups.holding(filled.path, ANA) == (broken, with_ana)
    assert backups.holding(filled.path, PersonId("somebody")) == (broken,)
