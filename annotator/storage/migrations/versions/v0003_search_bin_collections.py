"""Articles can be searched, put into a bin, filed in collections, and be versions of others."""

from typing import Any

import sqlalchemy as sa
from alembic import op

_LATER: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    """Give articles two more cells, and make the collections and the search index."""
    _articles()
    _collections()
    _index()


def _articles() -> None:
    # Built anew rather than added to: the text has to stay the last cell.
    with op.batch_alter_table("article", recreate="always") as article:
        article.add_column(sa.Column("binned", sa.Text(), nullable=True), insert_after="origin")
        article.add_column(sa.Column("version_of", sa.Text(), nullable=True), insert_after="binned")
        article.create_foreign_key(
            "fk_article_version_of", "article", ["version_of"], ["id"], **_LATER
        )
    for name in ("binned", "version_of"):
        op.create_index(
            f"ix_article_{name}", "article", [name], sqlite_where=sa.text(f"{name} IS NOT NULL")
        )


def _collections() -> None:
    op.create_table(
        "collection",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_collection"),
        sa.UniqueConstraint("name", name="uq_collection_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "filed",
        sa.Column("collection", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection"], ["collection.id"], name="fk_filed_collection", **_LATER
        ),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_filed_article", **_LATER),
        sa.PrimaryKeyConstraint("collection", "article", name="pk_filed"),
        sqlite_strict=True,
    )
    op.create_index("ix_filed_article", "filed", ["article"])


def _index() -> None:
    # Texts are read into it later, by the program that searches: here that would take minutes.
    for statement in (
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
        "INSERT INTO unread SELECT id, 0 FROM article",
        """INSERT INTO unread SELECT id, 1 FROM claim
WHERE note != '' OR EXISTS (SELECT 1 FROM evidence WHERE evidence.claim = claim.id)""",
        "INSERT INTO read_up_to SELECT coalesce(max(number), 0) FROM change",
    ):
        op.execute(statement)
