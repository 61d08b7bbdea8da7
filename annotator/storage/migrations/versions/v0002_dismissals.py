"""Hints can be put away."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the table of dismissed hints."""
    op.create_table(
        "dismissal",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claim.id"],
            name="fk_dismissal_claim",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("claim", "hint", name="pk_dismissal"),
        sqlite_strict=True,
    )
