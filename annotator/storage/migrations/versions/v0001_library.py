"""The first library: articles, people, sources, claims and the table of changes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

_LATER: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    """Make the tables."""
    for table in (_articles, _people, _sources, _claims, _parts, _changes):
        table()


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("sha256", name="uq_article_sha256"),
        sqlite_strict=True,
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint("origin IN ('local', 'imported', 'named')", name="ck_person_origin"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sqlite_strict=True,
    )


def _sources() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("stake", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'document', 'unnamed')", name="ck_source_kind"
        ),
        sa.CheckConstraint(
            "stake IN ('own interest', 'independent', 'unknown')", name="ck_source_stake"
        ),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_source_article", **_LATER),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_source_person", **_LATER),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sqlite_strict=True,
    )
    op.create_index("ix_source_article", "source", ["article"])
    op.create_index(
        "uq_source_value",
        "source",
        [
            "article",
            "person",
            "name",
            sa.text("coalesce(kind, '')"),
            sa.text("coalesce(stake, '')"),
        ],
        unique=True,
        sqlite_where=sa.text("name != ''"),
    )


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("attributed", sa.Integer(), nullable=False),
        sa.Column("contested", sa.Integer(), nullable=False),
        sa.Column("verified", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="ck_claim_span"),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_claim_article", **_LATER),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_claim_person", **_LATER),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint(
            "article", "person", "start", "end", name="uq_claim_article_person_start_end"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "former_id",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_former_id_claim", **_LATER),
        sa.PrimaryKeyConstraint("id", name="pk_former_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_former_id_claim", "former_id", ["claim"])


def _parts() -> None:
    op.create_table(
        "attribution",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('source', 'counter-source')", name="ck_attribution_role"),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_attribution_claim", **_LATER),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_attribution_source", **_LATER),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_attribution"),
        sqlite_strict=True,
    )
    op.create_index("ix_attribution_source", "attribution", ["source"])
    op.create_table(
        "evidence",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("is_address", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("checked", sa.Text(), nullable=True),
        sa.Column("found", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('supports', 'against', 'nothing')", name="ck_evidence_outcome"
        ),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_evidence_claim", **_LATER),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_evidence"),
        sqlite_strict=True,
    )
    op.create_table(
        "link",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('disagrees', 'related')", name="ck_link_role"),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_link_claim", **_LATER),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_link"),
        sqlite_strict=True,
    )
    op.create_index("ix_link_target", "link", ["target"])


def _changes() -> None:
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_change"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
