"""The queue: what is to be fetched, when it is due, and how the last tries went."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Table, and_, func, select, update

from services.cache.dimensions import Names
from services.cache.drafts import Draft
from services.cache.facts import Tuple
from services.cache.freshness import Freshness
from services.cache.records import TrackedRecord
from services.cache.rows import milliseconds, moment
from services.cache.sqlite.statements import insert_new_sql, update_sql
from services.cache.tables import InterviewRecord, VendorRecord, table_of
from services.models.tracking import DueInterview, FetchFailure, SourceState

_tracked: Table = table_of(TrackedRecord)
_interview: Table = table_of(InterviewRecord)
_vendor: Table = table_of(VendorRecord)
_FAILURES_TOLD: Final = 100
_NEW: Final = ("vendor_id", "vendor_interview_id", "added_ms", "due_ms", "unchanged", "failures")
_SETTLED: Final = ("due_ms", "unchanged", "last_success_ms", "failures", "last_error", "failed_ms")


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
) -> None:
    """Note that tracked interviews were fetched, and when they are due again.

    `changed` holds the public ids of those whose answer was new or had changed.
    """
    by_id = {(names.vendor[each.vendor], each.vendor_interview_id): each for each in drafts}
    columns = _tracked.c.vendor_id, _tracked.c.vendor_interview_id
    query = select(_tracked.c.id, _tracked.c.unchanged, *columns).where(
        _tracked.c.vendor_interview_id.in_([own_id for _, own_id in by_id])
    )
    rows: list[Tuple] = []
    for number, unchanged, vendor_id, own_id in connection.execute(query):
        if draft := by_id.get((vendor_id, own_id)):
            is_same = draft.public_id not in changed
            rows.append((*_settled(draft, unchanged + 1 if is_same else 0, freshness), number))
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
        )
    )


def sources(connection: Connection, *, now: datetime) -> tuple[SourceState, ...]:
    """Return how each vendor's data stands, by the vendor's name."""
    vendors = connection.execute(select(_vendor.c.id, _vendor.c.name).order_by(_vendor.c.name))
    return tuple(_source(connection, number, name, now) for number, name in vendors.all())


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
    again = freshness.next_fetch(draft.fetched_at, is_final=draft.is_final, unchanged=unchanged)
    due_ms = milliseconds(again) if again else None
    return due_ms, unchanged, milliseconds(draft.fetched_at), 0, None, None


def _count(connection: Connection, vendor_id: int) -> int:
    query = select(func.count()).select_from(_tracked).where(_tracked.c.vendor_id == vendor_id)
    return connection.execute(query).scalar_one()


def _source(connection: Connection, vendor_id: int, name: str, now: datetime) -> SourceState:
    mine = _tracked.c.vendor_id == vendor_id
    tracked, due_now, success = connection.execute(
        select(
            func.count(),
            func.count().filter(_tracked.c.due_ms <= milliseconds(now)),
            func.max(_tracked.c.last_success_ms),
        ).where(mine)
    ).one()
    interviews = connection.execute(
        select(func.count()).select_from(_interview).where(_interview.c.vendor_id == vendor_id)
    ).scalar_one()
    failed = connection.execute(
        select(_tracked.c.vendor_interview_id, _tracked.c.last_error, _tracked.c.failed_ms)
        .where(mine, _tracked.c.last_error.is_not(None))
        .order_by(_tracked.c.failed_ms.desc(), _tracked.c.id)
        .limit(_FAILURES_TOLD)
    )
    return SourceState(
        vendor=name,
        interviews=interviews,
        tracked=tracked,
        due=due_now,
        last_success_at=moment(success) if success is not None else None,
        failures=tuple(FetchFailure(name, *row[:2], moment(row[2])) for row in failed),
    )
