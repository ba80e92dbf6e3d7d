"""Scores in order by scale, language results, references to other interviews, people's links.

A migration is history: it is never changed, and names nothing of the code that moves on. What is
derived fills itself: rows of an older derivation are derived anew when the database is opened.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_FILTERED = (
    *("vendor_id", "happened_ms", "overall_key", "notice_count"),
    *("started", "has_language", "gone_ms"),
)


def upgrade() -> None:
    """Add columns, tables and indexes; every score on 0 to 100 keeps its place in the order."""
    _columns()
    op.execute(
        "UPDATE interview SET overall_key = overall_value"
        " WHERE overall_low = 0 AND overall_high = 100"
    )
    _indexes()
    _language()
    _child("reference", _number("position", key=True), _text("value"), indexed="value")
    _links()


def _columns() -> None:
    for column in (
        sa.Column("overall_key", sa.Float(), nullable=True),
        sa.Column("started", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.Column("has_language", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.Column("email_key", sa.String(), nullable=True),
        sa.Column("candidate_key", sa.String(), nullable=True),
    ):
        op.add_column("interview", column)


def _indexes() -> None:
    op.drop_index("ix_interview_overall_value", "interview")
    for name in ("ix_interview_filter_role", "ix_interview_filter_status"):
        op.drop_index(name, "interview")
    same = ("status", "outcome", "version_id")
    _index("filter_role", "role_id", *same, *_FILTERED, "month", "vendor_status_id")
    _index("filter_status", *same, "role_id", *_FILTERED)
    _index("email", "email_key", "vendor_id", "candidate_key")
    _index("vendor_score", "vendor_id", "overall_key")
    for column in ("overall_key", "candidate_key"):
        _index(column, column)
    where = sa.text("gone_ms IS NOT NULL")
    op.create_index("ix_interview_gone", "interview", ["gone_ms"], sqlite_where=where)


def _language() -> None:
    _child(
        "spoken",
        sa.Column("happened_ms", sa.BigInteger(), nullable=True),
        *_maybe(sa.Integer, "language_id", "method_id", "target_id", "speaker_match"),
        *_maybe(sa.Float, "audio_s"),
        sa.Column("is_partial", sa.Boolean(), nullable=False),
        indexed="happened_ms",
    )
    _child(
        "level",
        *(_number("position", key=True), _number("name_id")),
        *_maybe(sa.Integer, "cefr_id", "state"),
        *_maybe(sa.Float, "value", "lower", "upper", "low", "high"),
        *_maybe(sa.Integer, "label_id", "observations"),
        indexed="name_id",
    )


def _links() -> None:
    op.create_table(
        "link_decision",
        *(_number("id", key=True), _text("a"), _text("b"), _text("verdict")),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER link_decision_no_{change.lower()} BEFORE {change} ON link_decision "
            "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END"
        )


def _index(name: str, *columns: str) -> None:
    op.create_index(f"ix_interview_{name}", "interview", list(columns))


def _child(name: str, *columns: sa.schema.SchemaItem, indexed: str) -> None:
    parent = sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE")
    number = _number("interview_id", key=True)
    op.create_table(name, number, *columns, parent, sqlite_with_rowid=False)
    op.create_index(f"ix_{name}_{indexed}", name, [indexed])


def _number(name: str, *, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), primary_key=key, nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _maybe(kind: type[Any], *names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=True) for name in names]
