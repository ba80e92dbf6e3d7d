"""Language results newest first by an index on the interviews, which holds what is filtered too.

A migration is history: it is never changed, and names nothing of the code that moves on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = (
    *("happened_ms", "id", "role_id", "status", "outcome", "version_id", "vendor_id"),
    *("overall_key", "notice_count", "started", "gone_ms", "has_language"),
)


def upgrade() -> None:
    """Make the index, and drop the copy of the time that did its work for results alone."""
    op.create_index(
        "ix_interview_spoken",
        "interview",
        list(_COLUMNS),
        sqlite_where=sa.text("has_language = 1"),
    )
    op.drop_index("ix_spoken_happened_ms", "spoken")
    op.drop_column("spoken", "happened_ms")
