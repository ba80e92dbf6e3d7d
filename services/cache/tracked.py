"""The queue: what is to be fetched, when it is due, and how the last tries went."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Table, and_, func, select, update

from services.cache.cells import Tuple
from services.cache.dimensions import Names
from services.cache.drafts import Draft
from services.cache.freshness import Freshness
from services.cache.records import TrackedRecord
from services.cache.rows import milliseconds, moment
from services.cache.sqlite.statements import insert_new_sql, update_sql
from services.cache.tables import InterviewRecord, VendorRecord, table_of
from services.models.tracking import DueInterview, FetchFailure

_tracked: Table = table_of(TrackedRecord)
_interview: Table = table_of(InterviewRecord)
_vendor: Table = table_of(VendorRecord)
_NEW: Final = ("vendor_id", "vendor_interview_id", "added_ms", "due_ms", "unchanged", "failures")
_SETTLED: Final = (
    *("due_ms", "unchanged", "last_success_ms", "failures", "last_error", "failed_ms"),
    *("leased_until_ms", "leased_by"),
)


def track(connection: Connection, vendor_id: int, ids: Sequence[str], *, now: datetime) -> int:
    """Queue interviews, due at once unless their final answer is kept; return how many are new."""
    at = milliseconds(now)
    before = _count(connection, vendor_id)
    rows = [(vendor_id, each, at, at, 0, 0) for each in dict.fromkeys(ids)]
    if rows:
        connection.exec_driver_sql(insert_new_sql(_tracked, _NEW), rows)
    kept = select(_interview.c.id).where(
        _interview.c.vendor_id == _tracked.c.vendor_id,
        _interview.c.vendor_interview_id == _tracked.c.vendor_interview_id,
        _interview.c.is_final,
    )
    never_fetched = (_tracked.c.vendor_id == vendor_id, _tracked.c.last_success_ms.is_(None))
    connection.execute(update(_tracked).where(*never_fetched, kept.exists()).values(due_ms=None))
    return _count(connection, vendor_id) - before


def settle(
    connection: Connection,
    drafts: Sequence[Draft],
    names: Names,
    freshness: Freshness,
    *,
    changed: Collection[str],
    now: datetime,
) -> None:
    """Note that tracked interviews were fetched, and when they are due again.

    `changed` holds the public ids of those whose answer was new or had changed. What came due
    while the vendor was being asked (by a webhook, say) stays due: the answer may be older.
    """
    by_id = {(names.vendor[each.vendor], each.vendor_interview_id): each for each in drafts}
    columns = _tracked.c.vendor_id, _tracked.c.vendor_interview_id
    query = select(_tracked.c.id, _tracked.c.unchanged, _tracked.c.due_ms, *columns).where(
        _tracked.c.vendor_interview_id.in_([own_id for _, own_id in by_id])
    )
    rows: list[Tuple] = []
    for number, unchanged, due_ms, *whose in connection.execute(query):
        if draft := by_id.get(tuple(whose)):
            is_same = draft.public_id not in changed
            following, *rest = _settled(draft, unchanged + 1 if is_same else 0, freshness)
            asked_ms = milliseconds(draft.asked_at or draft.fetched_at)
            came_due = due_ms is not None and asked_ms < due_ms <= milliseconds(now)
            rows.append((due_ms if came_due else following, *rest, number))
    if rows:
        connection.exec_driver_sql(update_sql(_tracked, _SETTLED), rows)


def due(
    connection: Connection,
    vendor: str | None,
    *,
    now: datetime,
    limit: int | None,
    force: bool,
) -> tuple[DueInterview, ...]:
    """Return what is to be fetched now, longest due first; with `force` all that is tracked."""
    query = select(_vendor.c.name, _tracked.c.vendor_interview_id, _tracked.c.unchanged).join_from(
        _tracked, _vendor, _vendor.c.id == _tracked.c.vendor_id
    )
    if vendor is not None:
        query = query.where(_vendor.c.name == vendor)
    if not force:
        query = query.where(_tracked.c.due_ms <= milliseconds(now))
    query = query.order_by(_tracked.c.due_ms.asc().nulls_last(), _tracked.c.id)
    found = connection.execute(query if limit is None else query.limit(limit))
    return tuple(DueInterview(*row) for row in found)


def fail(connection: Connection, failure: FetchFailure, freshness: Freshness) -> None:
    """Note a failed fetch; what was due is due again after a pause that grows."""
    mine = and_(
        _tracked.c.vendor_id.in_(select(_vendor.c.id).where(_vendor.c.name == failure.vendor)),
        _tracked.c.vendor_interview_id == failure.vendor_interview_id,
    )
    found = connection.execute(select(_tracked.c.failures, _tracked.c.due_ms).where(mine)).first()
    if found is None:
        return
    failures = found.failures + 1
    again = milliseconds(freshness.next_try(failure.failed_at, failures=failures))
    connection.execute(
        update(_tracked)
        .where(mine)
        .values(
            due_ms=None if found.due_ms is None else again,
            failures=failures,
            last_error=failure.sentence,
            failed_ms=milliseconds(failure.failed_at),
            leased_until_ms=None,
            leased_by=None,
        )
    )


def failure_of(
    connection: Connection, vendor: str, vendor_interview_id: str
) -> FetchFailure | None:
    """Return why the last fetch of an interview failed; None if it did not."""
    source = _tracked.join(_vendor, _vendor.c.id == _tracked.c.vendor_id)
    row = connection.execute(
        select(_tracked.c.last_error, _tracked.c.failed_ms)
        .select_from(source)
        .where(
            _vendor.c.name == vendor,
            _tracked.c.vendor_interview_id == vendor_interview_id,
            _tracked.c.last_error.is_not(None),
        )
    ).first()
    return FetchFailure(vendor, vendor_interview_id, row[0], moment(row[1])) if row else None


def _settled(draft: Draft, unchanged: int, freshness: Freshness) -> Tuple:
    again = freshness.next_fetch(
        draft.fetched_at, is_final=draft.is_final, unchanged=unchanged, pauses=draft.pauses
    )
    due_ms = milliseconds(again) if again else None
    return due_ms, unchanged, milliseconds(draft.fetched_at), 0, None, None, None, None


def _count(connection: Connection, vendor_id: int) -> int:
    query = select(func.count()).select_from(_tracked).where(_tracked.c.vendor_id == vendor_id)
    return connection.execute(query).scalar_one()
