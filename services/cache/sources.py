"""How each vendor's data stands: what is kept, what is due, what failed, and who waits for whom."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Table, func, select

from services.cache.circuit import pause_of
from services.cache.gone import count_gone
from services.cache.leases import is_leased
from services.cache.listing import listing_of
from services.cache.records import TrackedRecord
from services.cache.rows import milliseconds, moment
from services.cache.tables import InterviewRecord, VendorRecord, table_of
from services.models.tracking import FetchFailure, SourceState

_tracked: Table = table_of(TrackedRecord)
_interview: Table = table_of(InterviewRecord)
_vendor: Table = table_of(VendorRecord)
_FAILURES_TOLD: Final = 100


def sources(connection: Connection, *, now: datetime) -> tuple[SourceState, ...]:
    """Return how each vendor's data stands, by the vendor's name."""
    vendors = connection.execute(select(_vendor.c.id, _vendor.c.name).order_by(_vendor.c.name))
    return tuple(_source(connection, number, name, now) for number, name in vendors.all())


def _source(connection: Connection, vendor_id: int, name: str, now: datetime) -> SourceState:
    tracked, due, leased, success = connection.execute(
        select(
            func.count(),
            func.count().filter(_tracked.c.due_ms <= milliseconds(now)),
            func.count().filter(is_leased(now)),
            func.max(_tracked.c.last_success_ms),
        ).where(_tracked.c.vendor_id == vendor_id)
    ).one()
    interviews = connection.execute(
        select(func.count()).select_from(_interview).where(_interview.c.vendor_id == vendor_id)
    ).scalar_one()
    return SourceState(
        vendor=name,
        interviews=interviews,
        tracked=tracked,
        due=due,
        last_success_at=moment(success) if success is not None else None,
        failures=_failures(connection, vendor_id, name),
        leased=leased,
        gone=count_gone(connection, vendor_id),
        pause=pause_of(connection, vendor_id, now=now),
        listing=listing_of(connection, vendor_id),
    )


def _failures(connection: Connection, vendor_id: int, name: str) -> tuple[FetchFailure, ...]:
    failed = connection.execute(
        select(_tracked.c.vendor_interview_id, _tracked.c.last_error, _tracked.c.failed_ms)
        .where(_tracked.c.vendor_id == vendor_id, _tracked.c.last_error.is_not(None))
        .order_by(_tracked.c.failed_ms.desc(), _tracked.c.id)
        .limit(_FAILURES_TOLD)
    )
    return tuple(FetchFailure(name, own_id, why, moment(at)) for own_id, why, at in failed)
