"""Articles can be handed out to a class and collected, and a claim can be somebody's best."""

from typing import Any

import sqlalchemy as sa
from alembic import op

_LATER: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    """Give claims the star, and make the tables of classes."""
    # Built anew rather than added to: then it reads as in a new library, line by line.
    with op.batch_alter_table("claim", recreate="always") as claim:
        claim.add_column(
            sa.Column("best", sa.Integer(), nullable=False, server_default=sa.text("0"))
        )
    _handed_out()
    _work_here()
    _collected()
    _choices()
    _read_again()


def _read_again() -> None:
    """Let the search read everything once more: emoji are words now, and what is gone goes.

    In libraries of the first days a claim and an article of one id shut each other out of the list
    of what to read.
    """
    for statement in (
        "INSERT INTO words (words) VALUES ('delete-all')",
        "DELETE FROM passage",
        "DROP TABLE unread",
        """CREATE TABLE unread (
    id TEXT NOT NULL,
    is_claim INTEGER NOT NULL,
    CONSTRAINT pk_unread PRIMARY KEY (id, is_claim)
) STRICT""",
        "INSERT INTO unread SELECT id, 0 FROM article",
        """INSERT INTO unread SELECT id, 1 FROM claim
WHERE note != '' OR EXISTS (SELECT 1 FROM evidence WHERE evidence.claim = claim.id)""",
        "DELETE FROM read_up_to",
        "INSERT INTO read_up_to SELECT coalesce(max(number), 0) FROM change",
    ):
        op.execute(statement)


def _handed_out() -> None:
    _table(
        "assignment",
        *_texts("id", "article"),
        _number("revision"),
        *_texts("title", "instructions"),
        _maybe("due"),
        *map(_number, ("at_least", "attributed", "contested", "verified")),
        *map(_number, ("require_complete", "is_mine")),
        _maybe("maker"),
        _number("released"),
        *_texts("made"),
        key=("id",),
        to={"article": "article", "maker": "person"},
    )
    op.create_index("ix_assignment_article", "assignment", ["article"])
    _table(
        "roster",
        *_texts("assignment"),
        _number("position"),
        *_texts("person", "name"),
        key=("assignment", "position"),
        to={"assignment": "assignment"},
    )
    op.create_index("ix_roster_person", "roster", ["person"])


def _work_here() -> None:
    _table(
        "handed_in",
        *_texts("article", "assignment", "who"),
        _number("number"),
        *_texts("made"),
        key=("article", "assignment", "who"),
        to={"article": "article"},
    )
    _table(
        "partner",
        *_texts("article", "person", "partner", "name"),
        key=("article", "person"),
        to={"article": "article", "person": "person"},
    )


def _collected() -> None:
    _table(
        "hand_in",
        *_texts("id", "article"),
        _maybe("assignment"),
        _number("revision"),
        *_texts("who"),
        _number("number"),
        *_texts("made", "sha256", "received", "people", "anyway", "program", "details"),
        *map(_number, ("moved", "lost", "chosen")),
        *_texts("platforms"),
        key=("id",),
        to={"article": "article", "assignment": "assignment"},
    )
    op.create_index("ix_hand_in_article_who", "hand_in", ["article", "who"])
    op.create_index("ix_hand_in_assignment", "hand_in", ["assignment"])
    _table(
        "handed_work",
        *_texts("hand_in", "sha256", "claims"),
        key=("hand_in",),
        to={"hand_in": "hand_in"},
    )


def _choices() -> None:
    span = sa.CheckConstraint('0 <= start AND start < "end"', name="ck_picked_span")
    _table(
        "picked",
        *_texts("article"),
        *map(_number, ("start", "end", "position")),
        span,
        key=("article", "start", "end"),
        to={"article": "article"},
    )
    kinds = "kind IN ('hidden person', 'hidden answer', 'optional claim')"
    _table(
        "mark",
        *_texts("article", "kind", "id"),
        sa.CheckConstraint(kinds, name="ck_mark_kind"),
        key=("article", "kind", "id"),
        to={"article": "article"},
    )
    _table(
        "spelling",
        *_texts("article", "spelling", "name"),
        key=("article", "spelling"),
        to={"article": "article"},
    )
    _table("same_person", *_texts("person", "known_as"), key=("person",), to={})


def _table(
    name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...], to: dict[str, str]
) -> None:
    op.create_table(
        name,
        *parts,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{target}.id"], name=f"fk_{name}_{column}", **_LATER
            )
            for column, target in to.items()
        ),
        sqlite_strict=True,
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)
