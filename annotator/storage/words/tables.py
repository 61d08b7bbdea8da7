"""What the index consists of, and whether it is whole.

A row of `words` is never changed or removed: one that is out of date has no `passage` any more, and
nobody finds it. So nothing needs to be remembered of what has gone; when that is more than what is
there, the index is made anew, and so it never grows to much more than twice of what it must be.
"""

import sqlite3

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

_DEFINITIONS = (
    "CREATE VIRTUAL TABLE words USING fts5(about, body, notes, content='', tokenize='ascii')",
    """CREATE TABLE passage (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    claim TEXT
) STRICT""",
    "CREATE INDEX ix_passage_article ON passage (article)",
    "CREATE INDEX ix_passage_claim ON passage (claim) WHERE claim IS NOT NULL",
    """CREATE TABLE unread (
    id TEXT NOT NULL,
    is_claim INTEGER NOT NULL,
    CONSTRAINT pk_unread PRIMARY KEY (id, is_claim)
) STRICT""",
    "CREATE TABLE read_up_to (change INTEGER NOT NULL) STRICT",
)
_ALL_IS_UNREAD = (
    "DELETE FROM passage",
    "DELETE FROM unread",
    "DELETE FROM read_up_to",
    "INSERT INTO unread SELECT id, 0 FROM article",
    """INSERT INTO unread SELECT id, 1 FROM claim
WHERE note != '' OR EXISTS (SELECT 1 FROM evidence WHERE evidence.claim = claim.id)""",
    "INSERT INTO read_up_to SELECT coalesce(max(number), 0) FROM change",
)

_MISSING = """
SELECT id FROM article
WHERE id NOT IN (SELECT article FROM passage WHERE claim IS NULL)
AND id NOT IN (SELECT id FROM unread WHERE is_claim = 0)
AND (SELECT max(number) FROM change) = (SELECT change FROM read_up_to)
UNION ALL
SELECT number FROM passage WHERE number NOT IN (SELECT id FROM words_docsize)
UNION ALL
SELECT 1 WHERE (SELECT count(*) FROM read_up_to) != 1
"""

_OUT_OF_DATE = "SELECT sz FROM words_docsize WHERE id NOT IN (SELECT number FROM passage)"
_IN_ALL = "SELECT block FROM words_data WHERE id = 1"
_FEW = 50_000
"""Words, about 300 KB of an index, for which it is not worth the while to begin anew."""


def make(connection: Connection) -> None:
    """Make the index, and put everything that is in the library on the list of what to read."""
    for statement in (*_DEFINITIONS, *_ALL_IS_UNREAD):
        connection.exec_driver_sql(statement)


def make_anew(connection: Connection) -> None:
    """Forget all that was read: also the words of what has been removed for good."""
    connection.exec_driver_sql("INSERT INTO words (words) VALUES ('delete-all')")
    for statement in _ALL_IS_UNREAD:
        connection.exec_driver_sql(statement)


def is_mostly_out_of_date(connection: Connection) -> bool:
    """Whether more words stand in rows that nobody finds than in the others."""
    gone = sum(sum(_numbers(row[0])) for row in connection.exec_driver_sql(_OUT_OF_DATE))
    if gone <= _FEW:
        return False
    _rows, *words = _numbers(connection.exec_driver_sql(_IN_ALL).scalar_one())
    return 2 * gone > sum(words)


def is_whole(connection: Connection) -> bool:
    """Whether the index agrees with itself and has read, or will read, all that there is."""
    try:
        connection.exec_driver_sql("INSERT INTO words (words) VALUES ('integrity-check')")
    except DatabaseError as error:
        if not is_damage(error):
            raise
        return False
    return connection.exec_driver_sql(_MISSING).first() is None


def is_damage(error: DatabaseError) -> bool:
    """Whether an error of the index's own check says that it is damaged."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT


def _numbers(block: bytes) -> list[int]:
    """What FTS5 has counted, as SQLite writes numbers: seven bits a byte, the last below 128."""
    numbers, number = [], 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers
