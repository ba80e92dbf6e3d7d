"""The funnel's counts: how many interviews of a filter share role, vendor, month and status."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from services.cache.codes import STATUS_CODES, meaning
from services.cache.dimensions import Dimensions
from services.cache.filtering import Condition
from services.cache.tables import InterviewRecord, table_of
from services.models.funnel import StatusCount

_interview: Table = table_of(InterviewRecord)
_STATUSES = meaning(STATUS_CODES)
_SHARED = tuple(
    _interview.c[name]
    for name in ("role_id", "status", "vendor_id", "month", "vendor_status_id", "started")
)
"""In the order of an index as far as it goes, so that least is left to be sorted."""


def status_counts(
    connection: Connection, held: Sequence[Condition], dimensions: Dimensions
) -> tuple[StatusCount, ...]:
    """Return the counts; each interview of the filter is in exactly one of them."""
    query = select(*_SHARED, func.count()).where(*held).group_by(*_SHARED)
    role, vendor = dimensions.role.names(connection), dimensions.vendor.names(connection)
    word = dimensions.word.names(connection)
    found: Iterable[Any] = connection.execute(query)
    return tuple(
        StatusCount.model_construct(
            role=role[role_id],
            vendor=vendor[vendor_id] or "",
            month=month,
            status=_STATUSES[status],
            vendor_status=word[word_id],
            has_started=started,
            count=count,
        )
        for role_id, status, vendor_id, month, word_id, started, count in found
    )
