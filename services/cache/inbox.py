"""The inbox: each webhook once, until the queue knows of it; and for a while after that."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Table, delete, select, update

from services.cache import tracked
from services.cache.dimensions import Names
from services.cache.records import InboxRecord, TrackedRecord
from services.cache.rows import milliseconds
from services.cache.sqlite.statements import insert_new_sql
from services.cache.tables import InterviewRecord, table_of
from services.models.delivery import Delivery

_inbox: Table = table_of(InboxRecord)
_tracked: Table = table_of(TrackedRecord)
_interview: Table = table_of(InterviewRecord)
_COLUMNS: Final = (
    *("vendor", "delivery_id", "event", "vendor_interview_id"),
    *("sent_ms", "received_ms", "handled_ms"),
)
_REMEMBERED: Final = timedelta(days=30)
"""How long a handled delivery is known again; no vendor repeats one for so long."""


def receive(connection: Connection, delivery: Delivery, *, at: datetime) -> bool:
    """Keep a delivery; return whether it is new. One that came before is left as it is."""
    sent_ms = milliseconds(delivery.sent_at) if delivery.sent_at else None
    row = (
        *(delivery.vendor, delivery.delivery_id, delivery.event, delivery.vendor_interview_id),
        *(sent_ms, milliseconds(at), None),
    )
    return connection.exec_driver_sql(insert_new_sql(_inbox, _COLUMNS), row).rowcount == 1


def drain(connection: Connection, names: Names, *, now: datetime, limit: int) -> int:
    """Make due at once what the oldest deliveries are about; return how many were handled.

    In the transaction of the caller: either the queue knows of a delivery and it counts as
    handled, or neither.
    """
    waiting = connection.execute(
        select(_inbox.c.id, _inbox.c.vendor, _inbox.c.vendor_interview_id)
        .where(_inbox.c.handled_ms.is_(None))
        .order_by(_inbox.c.id)
        .limit(limit)
    ).all()
    _mark(connection, [number for number, _, _ in waiting], now=now)
    for vendor in sorted({vendor for _, vendor, _ in waiting}):
        ids = [own_id for _, name, own_id in waiting if name == vendor and own_id is not None]
        if ids:
            _wake(connection, names.vendor[vendor] or 0, ids, now=now)
    return len(waiting)


def _mark(connection: Connection, numbers: list[int], *, now: datetime) -> None:
    at = milliseconds(now)
    connection.execute(update(_inbox).where(_inbox.c.id.in_(numbers)).values(handled_ms=at))
    forgotten = milliseconds(now - _REMEMBERED)
    connection.execute(delete(_inbox).where(_inbox.c.handled_ms < forgotten))


def _wake(connection: Connection, vendor_id: int, ids: list[str], *, now: datetime) -> None:
    """Track interviews and make them due, but for those whose final answer is kept.

    The vendor says that something happened, so the pauses begin small again.
    """
    tracked.track(connection, vendor_id, ids, now=now)
    is_kept = (
        select(_interview.c.id)
        .where(
            _interview.c.vendor_id == _tracked.c.vendor_id,
            _interview.c.vendor_interview_id == _tracked.c.vendor_interview_id,
            _interview.c.is_final,
        )
        .exists()
    )
    connection.execute(
        update(_tracked)
        .where(
            _tracked.c.vendor_id == vendor_id,
            _tracked.c.vendor_interview_id.in_(ids),
            ~is_kept,
        )
        .values(due_ms=milliseconds(now), unchanged=0)
    )
