"""The inbox: which webhooks came, and whether the queue knows of them; never what they said.

A migration is history: it is never changed, and names nothing of the code that moves on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("vendor_interview_id", sa.String(), nullable=True),
        sa.Column("sent_ms", sa.BigInteger(), nullable=True),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.Column("handled_ms", sa.BigInteger(), nullable=True),
        sa.UniqueConstraint("vendor", "delivery_id"),
    )
    op.create_index("ix_inbox_handled_ms", "inbox", ["handled_ms"])
