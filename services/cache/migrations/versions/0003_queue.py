"""The queue for several workers: leases, the vendors' state, answers of equal substance, deletions.

An interview that its vendor has deleted keeps its row and gets `interview.gone_ms`: when we
noticed. A migration is history: it is never changed, and names nothing of the code that moves on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what several workers at once need to know of each other."""
    for table, column in (
        ("interview", sa.Column("gone_ms", sa.BigInteger(), nullable=True)),
        ("payload", sa.Column("substance_sha256", sa.LargeBinary(), nullable=True)),
        ("tracked", sa.Column("leased_until_ms", sa.BigInteger(), nullable=True)),
        ("tracked", sa.Column("leased_by", sa.String(), nullable=True)),
    ):
        op.add_column(table, column)
    op.create_index("ix_tracked_queue", "tracked", ["vendor_id", "due_ms", "leased_until_ms"])
    where = sa.text("leased_by IS NOT NULL")
    op.create_index("ix_tracked_leased", "tracked", ["leased_by"], sqlite_where=where)
    op.create_table(
        "vendor_state",
        sa.Column("vendor_id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("next_turn_us", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("openings", sa.Integer(), nullable=False),
        sa.Column("open_until_ms", sa.BigInteger(), nullable=True),
        sa.Column("trial_until_ms", sa.BigInteger(), nullable=True),
        sa.Column("is_refused", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("listing_cursor", sa.String(), nullable=True),
        sa.Column("listing_done", sa.Integer(), nullable=False),
        sa.Column("listing_total", sa.Integer(), nullable=True),
        sa.Column("listed_ms", sa.BigInteger(), nullable=True),
    )
