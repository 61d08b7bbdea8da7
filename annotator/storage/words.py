"""The search index as SQLite keeps it: FTS5, and what is not in it yet.

All that is SQLite's own about searching stands here; a second engine stands beside this module.
The index holds nothing that the other tables do not, so it is in no step and can be made anew
(docs/decisions/0012). Words come here folded and parted by blanks (model/folding.py), so the
tokenizer has nothing left to decide. A row of `words` is never changed or removed: one that is out
of date has no `passage` any more and is found by nobody.
"""

from sqlalchemy import Connection

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
    CONSTRAINT pk_unread PRIMARY KEY (id)
) STRICT""",
    "CREATE TABLE read_up_to (change INTEGER NOT NULL) STRICT",
)
_TABLES = ("passage", "unread", "read_up_to")

_ALL_IS_UNREAD = (
    "DELETE FROM passage",
    "DELETE FROM unread",
    "DELETE FROM read_up_to",
    "INSERT INTO unread SELECT id, 0 FROM article",
    """INSERT INTO unread SELECT id, 1 FROM claim
WHERE note != '' OR EXISTS (SELECT 1 FROM evidence WHERE evidence.claim = claim.id)""",
    "INSERT INTO read_up_to SELECT coalesce(max(number), 0) FROM change",
)


def make(connection: Connection) -> None:
    """Make the index, and put everything that is in the library on the list of what to read."""
    for statement in (*_DEFINITIONS, *_ALL_IS_UNREAD):
        connection.exec_driver_sql(statement)
