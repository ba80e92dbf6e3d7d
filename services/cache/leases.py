"""Leases: due work is a worker's own for a while, so that no two fetch one interview at once.

A lease ends with the answer, with the failure, when it is given back, or by time; at once when its
worker was killed on this machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select, update

from services.cache.cells import Tuple
from services.cache.records import TrackedRecord
from services.cache.rows import milliseconds, moment
from services.cache.sqlite.statements import update_sql
from services.cache.tables import VendorRecord, table_of
from services.cache.worker import is_dead, worker_name
from services.models.tracking import DueInterview

_tracked: Table = table_of(TrackedRecord)
_vendor: Table = table_of(VendorRecord)
_LEASED: Final = ("leased_until_ms", "leased_by")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a worker asks for."""

    vendor_id: int
    vendor: str
    limit: int
    until: datetime
    due_by: datetime
    """Due later than that is none of this worker's business."""
    not_since: datetime | None
    """Leave out what was asked for after that."""


def take(connection: Connection, claim: Claim, *, now: datetime) -> tuple[DueInterview, ...]:
    """Lease what is due, longest due first; what another worker holds is left out."""
    query = (
        select(_tracked.c.id, _tracked.c.vendor_interview_id, _tracked.c.unchanged)
        .where(
            _tracked.c.vendor_id == claim.vendor_id,
            _tracked.c.due_ms <= milliseconds(claim.due_by),
            _is_free(connection, now),
        )
        .order_by(_tracked.c.due_ms, _tracked.c.id)
        .limit(claim.limit)
    )
    if claim.not_since is not None:
        query = query.where(_was_not_asked_after(claim.not_since))
    found = connection.execute(query).all()
    until, name = milliseconds(claim.until), worker_name()
    _set(connection, _LEASED, [(until, name, row.id) for row in found])
    return tuple(
        DueInterview(claim.vendor, row.vendor_interview_id, row.unchanged, moment(until))
        for row in found
    )


def give_back(connection: Connection, vendor_id: int, items: Sequence[DueInterview]) -> None:
    """End these leases, but none that another worker has taken over since."""
    for item in items:
        if item.leased_until is not None:
            connection.execute(
                update(_tracked)
                .where(
                    _tracked.c.vendor_id == vendor_id,
                    _tracked.c.vendor_interview_id == item.vendor_interview_id,
                    _tracked.c.leased_until_ms == milliseconds(item.leased_until),
                )
                .values(leased_until_ms=None, leased_by=None)
            )


def waiting(connection: Connection, *, now: datetime) -> dict[str, int]:
    """Return how many interviews are due and free, by vendor; a vendor without any is left out."""
    query = (
        select(_vendor.c.name, func.count())
        .join_from(_tracked, _vendor, _vendor.c.id == _tracked.c.vendor_id)
        .where(_tracked.c.due_ms <= milliseconds(now), _is_free(connection, now))
        .group_by(_vendor.c.name)
    )
    return {row.name: row[1] for row in connection.execute(query)}


def make_due(
    connection: Connection,
    vendor_id: int,
    ids: Sequence[str] | None,
    *,
    now: datetime,
    not_since: datetime | None,
) -> int:
    """Make tracked interviews due now, final or not; `ids` None means all. Return how many."""
    query = update(_tracked).where(_tracked.c.vendor_id == vendor_id)
    if not_since is not None:
        query = query.where(_was_not_asked_after(not_since))
    query = query.values(due_ms=milliseconds(now))
    if ids is None:
        return connection.execute(query).rowcount
    return sum(
        connection.execute(query.where(_tracked.c.vendor_interview_id == own_id)).rowcount
        for own_id in dict.fromkeys(ids)
    )


def last_asked(connection: Connection, vendor_id: int, vendor_interview_id: str) -> datetime | None:
    """Return when a tracked interview was last asked for, with whatever result."""
    row = connection.execute(
        select(_tracked.c.last_success_ms, _tracked.c.failed_ms).where(
            _tracked.c.vendor_id == vendor_id,
            _tracked.c.vendor_interview_id == vendor_interview_id,
        )
    ).first()
    times = [time for time in row or () if time is not None]
    return moment(max(times)) if times else None


def is_leased(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a worker holds a tracked interview at this moment."""
    return _tracked.c.leased_until_ms > milliseconds(now)


def _is_free(connection: Connection, now: datetime) -> ColumnElement[bool]:
    until, by = _tracked.c.leased_until_ms, _tracked.c.leased_by
    holders = connection.execute(select(by).where(by.is_not(None)).distinct()).scalars()
    dead = [name for name in holders if is_dead(name)]
    return or_(until.is_(None), until <= milliseconds(now), by.in_(dead))


def _was_not_asked_after(time: datetime) -> ColumnElement[bool]:
    asked = (_tracked.c.last_success_ms, _tracked.c.failed_ms)
    return and_(*(or_(column.is_(None), column <= milliseconds(time)) for column in asked))


def _set(connection: Connection, columns: tuple[str, ...], rows: Sequence[Tuple]) -> None:
    if rows:
        connection.exec_driver_sql(update_sql(_tracked, columns), list(rows))
