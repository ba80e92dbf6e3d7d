"""Interviews with what is derived from them, payloads, the queue, the log.

A migration is history: it is never changed, and names nothing of the code that moves on.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    for name in ("vendor", "role", "version"):
        _table(
            name,
            _number("id", key=True),
            _text("name"),
            _text("sort_key"),
            unique=("name", "sort_key"),
        )
    _table("word", _number("id", key=True), _text("name"), unique=("name",))
    _interviews()
    _children()
    _payloads()
    _queue()
    _log()


def _interviews() -> None:
    indexed = ("vendor_interview_id", "name_key", "role_id", "version_id", "vendor_id", "status")
    _table(
        "interview",
        *(_number("id", key=True), _text("public_id"), _number("vendor_id")),
        _text("vendor_interview_id"),
        *_maybe(sa.String, "candidate_id", "candidate_name", "candidate_email", "name_key"),
        *_maybe(sa.Integer, "role_id", "mapped_role_id", "version_id", "interview_type_id"),
        *(_number("status"), *_maybe(sa.Integer, "vendor_status_id", "outcome")),
        *_maybe(sa.Integer, "vendor_outcome_id"),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        *_maybe(sa.BigInteger, "happened_ms"),
        *(*_maybe(sa.Integer, "month"), *_maybe(sa.Float, "duration_s")),
        *(*_maybe(sa.Integer, "overall_name_id"), _number("overall_state")),
        *_maybe(sa.Float, "overall_value", "overall_lower", "overall_upper"),
        *(_real("overall_low"), _real("overall_high")),
        *_maybe(sa.Integer, "overall_label_id", "overall_observations", "cefr_id"),
        *(_number("notice_count"), _number("tab_changes"), _number("faces_out_of_view")),
        *(_number("abnormal_eye_trackings"), _number("black_screens")),
        *(_number("external_screens"), _number("latency_anomalies"), _number("not_collected")),
        *(_time("fetched_ms"), _number("payload_id"), _number("derivation")),
        unique=("public_id",),
        indexed=(
            *indexed,
            *("outcome", "happened_ms", "duration_s", "overall_value", "notice_count"),
        ),
    )
    same, rest = ("status", "outcome", "version_id"), ("vendor_id", "happened_ms")
    more = ("overall_value", "notice_count")
    op.create_index("ix_interview_filter_role", "interview", ["role_id", *same, *rest, *more])
    op.create_index("ix_interview_filter_status", "interview", [*same, "role_id", *rest, *more])


def _children() -> None:
    _child(
        "score",
        *(_number("position", key=True), _number("kind")),
        *_maybe(sa.Integer, "name_id", "parent_id", "question"),
        *(_number("state"), *_maybe(sa.Float, "value", "lower", "upper")),
        *(_real("low"), _real("high"), *_maybe(sa.Integer, "label_id", "observations")),
        *_maybe(sa.Float, "weight"),
    )
    _child(
        "agent",
        *(_number("question", key=True), _number("position", key=True), _number("agent_id")),
        *(*_maybe(sa.Integer, "role_id"), *_maybe(sa.Float, "total", "maximum", "normalized")),
    )
    _child(
        "criterion",
        *(_number("question", key=True), _number("agent_position", key=True)),
        *(_number("position", key=True), _number("key_id"), _number("state")),
        *_maybe(sa.Float, "value", "weight", "weighted", "maximum"),
    )
    _child(
        "signal",
        *(_number("position", key=True), _number("kind"), *_maybe(sa.Float, "start_s", "end_s")),
        sa.Column("open_ended", sa.Boolean(), nullable=False),
    )
    _child("notice", _number("position", key=True), _number("code_id"))


def _payloads() -> None:
    _table(
        "payload",
        *(_number("id", key=True), _number("interview_id"), _bytes("data"), _number("codec")),
        *(_bytes("sha256"), _number("size"), _time("fetched_ms"), _of_interview()),
        indexed=("interview_id",),
    )
    _table(
        "store_notice",
        *(_number("id", key=True), _number("interview_id"), _text("code"), _text("text")),
        *(_text("place"), _time("made_ms"), _of_interview()),
        indexed=("interview_id",),
    )


def _queue() -> None:
    _table(
        "tracked",
        *(_number("id", key=True), _number("vendor_id"), _text("vendor_interview_id")),
        *(_time("added_ms"), *_maybe(sa.BigInteger, "due_ms"), _number("unchanged")),
        *(*_maybe(sa.BigInteger, "last_success_ms"), _number("failures")),
        *(*_maybe(sa.String, "last_error"), *_maybe(sa.BigInteger, "failed_ms")),
        sa.UniqueConstraint("vendor_id", "vendor_interview_id"),
        indexed=("due_ms",),
    )


def _log() -> None:
    _table("meta", sa.Column("name", sa.String(), primary_key=True), _text("value"))
    _table("log", _number("id", key=True), _time("at_ms"), _text("event"), _text("subject"))
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER log_no_{change.lower()} BEFORE {change} ON log "
            "BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"
        )


def _table(
    name: str,
    *parts: sa.schema.SchemaItem,
    unique: Sequence[str] = (),
    indexed: Sequence[str] = (),
    **options: Any,  # noqa: ANN401  (the dialect's own options)
) -> None:
    op.create_table(name, *parts, *(sa.UniqueConstraint(each) for each in unique), **options)
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _child(name: str, *columns: sa.schema.SchemaItem) -> None:
    first = _number("interview_id", key=True)
    _table(name, first, *columns, _of_interview(), sqlite_with_rowid=False)


def _of_interview() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE")


def _number(name: str, *, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), primary_key=key, nullable=False)


def _real(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float(), nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _time(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _maybe(kind: type[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=True) for name in names]
