"""What cohorts need: arrivals, tags and metadata, questions, reviews of flags, saved groups.

A migration is history: it is never changed, and names nothing of the code that moves on. What is
derived fills itself: rows of an older derivation are derived anew when the database is opened.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_FILTERED = (
    *("vendor_id", "happened_ms", "overall_key", "notice_count"),
    *("started", "has_language", "gone_ms"),
)
_NEW = ("interview_type_id", "arrived_ms")
_SAME = ("status", "outcome", "version_id")


def upgrade() -> None:
    """Add columns, tables and indexes; what is kept counts as arrived when it was last fetched."""
    arrived = sa.Column("arrived_ms", sa.BigInteger(), nullable=False, server_default=sa.text("0"))
    op.add_column("interview", arrived)
    # The bytes of an answer are stamped with its last fetch too: no earlier time is known.
    op.execute("UPDATE interview SET arrived_ms = fetched_ms")
    _indexes()
    _traits()
    _questions()
    _reviews()
    _saved()


def _indexes() -> None:
    for name in ("filter_role", "filter_status", "spoken"):
        op.drop_index(f"ix_interview_{name}", "interview")
    _index("filter_role", "role_id", *_SAME, *_FILTERED, *_NEW, "month", "vendor_status_id")
    _index("filter_status", *_SAME, "role_id", *_FILTERED, *_NEW)
    _index("arrived", "arrived_ms")
    _index("interview_type_id", "interview_type_id")
    _index(
        "spoken",
        *("happened_ms", "id", "role_id", *_SAME, "vendor_id", "overall_key", "notice_count"),
        *("started", "gone_ms", "has_language", *_NEW),
        where="has_language = 1",
    )


def _traits() -> None:
    _child("trait", _number("position", key=True), _text("name"), _text("value"))
    op.create_index("ix_trait_value", "trait", ["name", "value"])


def _questions() -> None:
    _child(
        "question",
        *(_number("position", key=True), _number("number"), _big("text_key"), _number("state")),
        *_real("value", "low", "high", "duration_s"),
    )


def _reviews() -> None:
    op.create_table(
        "disposition",
        *(_number("id", key=True), _text("public_id"), _text("signal"), _text("disposition")),
        *(_text("note"), _big("made_ms")),
    )
    op.create_index("ix_disposition_public_id", "disposition", ["public_id"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER disposition_no_{change.lower()} BEFORE {change} ON disposition "
            "BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END"
        )


def _saved() -> None:
    named = sa.UniqueConstraint("name")
    op.create_table(
        "saved_cohort",
        *(_text("id", key=True), _text("name"), _text("definition"), _big("made_ms"), named),
    )
    named = sa.UniqueConstraint("name")
    op.create_table("saved_list", _text("id", key=True), _text("name"), _big("made_ms"), named)
    of_list = sa.ForeignKeyConstraint(["list_id"], ["saved_list.id"], ondelete="CASCADE")
    op.create_table(
        "saved_list_member",
        *(_text("list_id", key=True), _text("public_id", key=True), of_list),
        sqlite_with_rowid=False,
    )


def _index(name: str, *columns: str, where: str | None = None) -> None:
    held = None if where is None else sa.text(where)
    op.create_index(f"ix_interview_{name}", "interview", list(columns), sqlite_where=held)


def _child(name: str, *columns: sa.schema.SchemaItem) -> None:
    parent = sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE")
    number = _number("interview_id", key=True)
    op.create_table(name, number, *columns, parent, sqlite_with_rowid=False)


def _number(name: str, *, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), primary_key=key, nullable=False)


def _text(name: str, *, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), primary_key=key, nullable=False)


def _big(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _real(*names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, sa.Float(), nullable=True) for name in names]
