"""The two searches: people by parts of their names, interviews by what was said in them.

A migration is history: it is never changed, and names nothing of the code that moves on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the search tables, and let everything that is kept already wait for them."""
    for name in ("search_pending", "search_orphan"):
        op.create_table(name, sa.Column("payload_id", sa.Integer(), primary_key=True))
    op.execute("CREATE VIRTUAL TABLE person_search USING fts5 (text, tokenize = 'trigram')")
    op.execute(
        "CREATE VIRTUAL TABLE text_search USING fts5 (transcript, question, summary, content = '',"
        " tokenize = 'unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO search_pending (payload_id) SELECT payload_id FROM interview")
    op.execute("UPDATE interview SET derivation = 0")
