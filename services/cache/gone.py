"""Deletions: an interview that is kept here and that its vendor knows no more."""

from datetime import datetime

from sqlalchemy import Connection, Table, func, select, update

from services.cache.meta import next_generation
from services.cache.records import TrackedRecord
from services.cache.rows import milliseconds
from services.cache.tables import InterviewRecord, table_of

_interview: Table = table_of(InterviewRecord)
_tracked: Table = table_of(TrackedRecord)


def mark_gone(
    connection: Connection, vendor_id: int, vendor_interview_id: str, *, at: datetime
) -> str | None:
    """Mark an interview as deleted at its vendor; it is not due any more.

    Returns its public id, or None if it is not kept: then nobody knows that it ever was there.
    """
    of_interview = (
        _interview.c.vendor_id == vendor_id,
        _interview.c.vendor_interview_id == vendor_interview_id,
    )
    found = connection.execute(
        select(_interview.c.public_id, _interview.c.gone_ms).where(*of_interview)
    ).first()
    if found is None:
        return None
    if found.gone_ms is None:
        connection.execute(update(_interview).where(*of_interview).values(gone_ms=milliseconds(at)))
        next_generation(connection)
    connection.execute(
        update(_tracked)
        .where(
            _tracked.c.vendor_id == vendor_id,
            _tracked.c.vendor_interview_id == vendor_interview_id,
        )
        .values(
            due_ms=None,
            failures=0,
            last_error=None,
            failed_ms=None,
            leased_until_ms=None,
            leased_by=None,
        )
    )
    return str(found.public_id)


def count_gone(connection: Connection, vendor_id: int) -> int:
    """Return how many kept interviews a vendor has deleted."""
    query = select(func.count()).where(
        _interview.c.gone_ms.is_not(None), _interview.c.vendor_id == vendor_id
    )
    return connection.execute(query).scalar_one()
